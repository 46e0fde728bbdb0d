// The mean: exact where it can be, loud where it is undefined.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean } from "../../src/stats/index.ts";

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("the mean", () => {
  it("of integers is their sum over their number", () => {
    expect(mean([1, 2, 4, 5])).toBe(3);
  });

  it("of equal values is that value, to the bit", () => {
    expect(Array.from({ length: 10 }, () => 0.1).reduce((a, b) => a + b) / 10).not.toBe(0.1);
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 300 }), (x, n) => {
        expect(mean(Array.from({ length: n }, () => x)) === x).toBe(true);
      }),
    );
  });

  it("lies between the smallest and the largest value, but for rounding", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const slack = 1e-9;
        expect(mean(values)).toBeGreaterThanOrEqual(Math.min(...values) - slack);
        expect(mean(values)).toBeLessThanOrEqual(Math.max(...values) + slack);
      }),
    );
  });

  it.each([[[]], [[1, NaN]], [[Infinity]], [[1e308, 1e308]]])("of %j is refused", (values: number[]) => {
    expect(() => mean(values)).toThrow(RangeError);
  });
});
