// Holm's adjustment: worked by hand, and equal to the closed Bonferroni test it is a shortcut for.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holm } from "../../src/stats/index.ts";

const pValue = fc.double({ min: 0, max: 1, noNaN: true });

/** The adjusted p by definition of the closure: over every set of tests with i in it, the largest Bonferroni p of the set. */
function closedBonferroni(pValues: readonly number[], i: number): number {
  let largest = 0;
  for (let set = 1; set < 1 << pValues.length; set++) {
    if ((set & (1 << i)) === 0) continue;
    const members = pValues.filter((_, j) => (set & (1 << j)) !== 0);
    largest = Math.max(largest, Math.min(1, members.length * Math.min(...members)));
  }
  return largest;
}

describe("Holm's adjustment", () => {
  it("multiplies the smallest by m, the next by m − 1, and never goes down (by hand, binary fractions)", () => {
    expect(holm([4 / 64, 1 / 64, 5 / 64, 3 / 64])).toEqual([9 / 64, 4 / 64, 9 / 64, 9 / 64]);
  });

  it("is capped at 1", () => {
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
  });

  it("does not count a test that could not be made", () => {
    expect(holm([null, 0.25, null, 0.125])).toEqual([null, 0.25, null, 0.25]);
    expect(holm([null])).toEqual([null]);
    expect(holm([])).toEqual([]);
  });

  it("leaves a single p value as it is", () => {
    expect(holm([0.031])).toEqual([0.031]);
  });

  it("is the closure of Bonferroni's test", () => {
    fc.assert(
      fc.property(fc.array(pValue, { maxLength: 6 }), (pValues) => {
        expect(holm(pValues)).toEqual(pValues.map((_, i) => closedBonferroni(pValues, i)));
      }),
    );
  });

  it("never makes a p value smaller, and keeps their order", () => {
    fc.assert(
      fc.property(fc.array(pValue, { minLength: 2, maxLength: 20 }), (pValues) => {
        const adjusted = holm(pValues).map(Number);
        const pairs = pValues.map((p, i) => ({ p, q: adjusted[i] ?? NaN })).toSorted((a, b) => a.p - b.p);
        for (const { p, q } of pairs) expect(q).toBeGreaterThanOrEqual(p);
        expect(pairs.map(({ q }) => q)).toEqual(adjusted.toSorted((a, b) => a - b));
      }),
    );
  });

  it("leaves its input alone and refuses what is no probability", () => {
    const given = Object.freeze([0.3, 0.1, null]);
    holm(given);
    expect(given).toEqual([0.3, 0.1, null]);
    for (const p of [-0.1, 1.1, NaN]) expect(() => holm([p])).toThrow(RangeError);
  });
});
