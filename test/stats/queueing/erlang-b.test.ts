// Erlang's loss formula against printed traffic tables.
import { expect, it } from "vitest";
import { erlangB } from "../../../src/stats/index.ts";
import { expectFormulas } from "../../support/expect-formulas.ts";

it("gives the printed traffic tables", () => {
  const rows = [[10, 4.461], [20, 12.03], [50, 37.9], [100, 84.06], [10, 5.084], [30, 21.93]] as const; // prettier-ignore
  expectFormulas("cc-001", Object.fromEntries(rows.map(([c, a]) => [`B(c=${c},a=${a})`, erlangB(c, a)])));
});

it("is the known answer of a lognormal loss system, by insensitivity", () => {
  const blocked = erlangB(10, 9);
  expectFormulas("cc-003", { P_block: blocked, mean_busy: 9 * (1 - blocked) });
});

it("loses nobody without contacts and everybody without agents", () => {
  expect(erlangB(3, 0)).toBe(0);
  expect(erlangB(0, 5)).toBe(1);
});

// mpmath 1.3.0, the same recursion with 40 digits.
it("stays a probability for a million agents, above, at and below the load", () => {
  expect(erlangB(1_000_000, 999_000)).toBeCloseTo(0.000_287_421_375_776_867_9, 15);
  // At load = agents 1 / B is √(πc / 2) + 2/3 for large c (Jagerman 1974).
  expect(erlangB(1_000_000, 1_000_000) * (Math.sqrt((Math.PI * 1_000_000) / 2) + 2 / 3)).toBeCloseTo(1, 6);
  expect(erlangB(1_000_000, 10)).toBe(0);
});

it.each([
  [-1, 1],
  [1.5, 1],
  [1, -1],
  [1, NaN],
  [1, Infinity],
])("refuses %d agents and a load of %d", (agents, load) => {
  expect(() => erlangB(agents, load)).toThrow(RangeError);
});
