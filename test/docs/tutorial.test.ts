/** What the tutorial tells the reader to do by hand, beside its commands. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith, journeybench } from "../support/command-line.ts";

const tutorial = readFileSync(new URL("../../docs/tutorial/first-comparison.md", import.meta.url), "utf8");

it("the mistake made on purpose is one that the starter scenario has a word for, and the answer is as the tutorial says", async () => {
  const [, wrong = "", right = ""] = /mistake on purpose, `(\w+)` instead of `(\w+)`/.exec(tutorial) ?? [];
  const cwd = folderWith();
  await journeybench(cwd, "init", "my-shop.yaml");
  const file = join(cwd, "my-shop.yaml");
  const before = readFileSync(file, "utf8");
  const after = before.replace(`${right}:`, `${wrong}:`);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
  const { code, stderr } = await journeybench(cwd, "check", "my-shop.yaml");
  const line = after.split("\n").findIndex((text) => text.includes(wrong)) + 1;
  expect(code).not.toBe(0);
  expect(stderr).toContain(`my-shop.yaml:${line}:`);
  expect(stderr).toContain(`Did you mean "${right}"?`);
});
