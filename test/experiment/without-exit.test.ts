import { expect, it } from "vitest";
import { withoutExit } from "../../src/experiment/without-exit.ts";

const exitNow = (): unknown => Reflect.get(process, "exit");

it("makes the end of the process a failure, and lets it be one again afterwards", () => {
  const before = exitNow();
  expect(() => withoutExit(() => process.exit(0))).toThrow("process.exit() was called, which would end the whole run");
  expect(exitNow()).toBe(before);
  expect(withoutExit(() => 3)).toBe(3);
  expect(exitNow()).toBe(before);
});
