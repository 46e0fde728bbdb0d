/** Errors that people see: exit codes and one line per problem. */

import { describe, expect, it } from "vitest";
import { exitCodeOf, formatError, JourneybenchError, problemMessage } from "../../src/errors.ts";

describe("an error", () => {
  it("has the exit code of its kind, and 3 when it is a stranger", () => {
    const codes = (["bad-input", "usage", "failed", "interrupted"] as const).map((code) => exitCodeOf(new JourneybenchError(code, "x")));
    expect(codes).toEqual([2, 2, 3, 130]);
    expect([new Error("x"), undefined, "x"].map(exitCodeOf)).toEqual([3, 3, 3]);
  });

  it("is printed with place, path, what was expected and found, and the hint, without a stack", () => {
    const message = problemMessage("a number", '"x"', "y");
    const problem = { file: "a.yaml", line: 3, column: 5, path: "needs.r", expected: "a number", found: '"x"', suggestion: "y", message };
    const error = new JourneybenchError("bad-input", "a.yaml has a mistake:", { problems: [problem], hint: "Try again." });
    expect(formatError(error)).toBe(
      'a.yaml has a mistake:\na.yaml:3:5  needs.r: expected a number, found "x". Did you mean "y"?\nTry again.',
    );
    expect(formatError(new Error("plain"))).toBe("plain");
  });

  it("cannot steer a terminal by names from a file", () => {
    expect(formatError(new JourneybenchError("usage", "\u001b[2J\u202Eevil"))).toBe("\\u001b[2J\\u202eevil");
  });

  it("with very many problems shows the first fifty", () => {
    const problems = Array.from({ length: 60 }, () => ({ path: "a", expected: "b", found: "c", message: "m" }));
    expect(
      formatError(new JourneybenchError("bad-input", "x", { problems }))
        .split("\n")
        .slice(-2),
    ).toEqual(["a: m", "… and 10 more"]);
  });

  it("keeps its cause", () => {
    const cause = new Error("below");
    expect(new JourneybenchError("failed", "above", { cause }).cause).toBe(cause);
  });
});
