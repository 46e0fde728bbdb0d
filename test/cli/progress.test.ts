import { describe, expect, it } from "vitest";
import { progressLine } from "../../src/cli/progress.ts";

const HOUR = 3600;

describe("a line of progress", () => {
  it.each([
    [undefined, "1 of 9 replications"],
    [0.2, "1 of 9 replications, about 1 s left"],
    [89, "1 of 9 replications, about 89 s left"],
    [600, "1 of 9 replications, about 10 min left"],
    [2 * HOUR, "1 of 9 replications, about 2 hours left"],
    [30 * HOUR, "1 of 9 replications, about 30 hours left; Ctrl-C keeps what is done"],
    [220 * HOUR, "1 of 9 replications, about 9 days left; Ctrl-C keeps what is done"],
  ])("with %s seconds left says %s", (secondsLeft, line) => {
    expect(progressLine({ done: 1, total: 9, secondsLeft })).toBe(line);
  });

  it("of a finished study says so, and of a search only what is done", () => {
    expect(progressLine({ done: 9, total: 9, secondsLeft: 0 })).toBe("9 of 9 replications, done");
    expect(progressLine({ done: 5, stage: "recovery" })).toBe("recovery: 5 replications done");
  });
});
