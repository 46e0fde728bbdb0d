// The sample variance: unbiased, never negative, and not fooled by a large mean.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleVariance } from "../../src/stats/index.ts";

describe("the sample variance", () => {
  it("divides by n − 1", () => {
    expect(sampleVariance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 14);
  });

  it("keeps its digits when the mean is large beside the spread", () => {
    expect(sampleVariance([1e9 + 1, 1e9 + 2, 1e9 + 4])).toBeCloseTo(7 / 3, 12);
  });

  it("is exactly zero if, and only if, all values are equal", () => {
    const small = fc.double({ min: -1e3, max: 1e3, noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 50 }), (x, n) => {
        expect(sampleVariance(Array.from({ length: n }, () => x))).toBe(0);
      }),
    );
    expect(sampleVariance([0.1, 0.1, 0.1 + 2e-17])).toBeGreaterThan(0);
  });

  it("does not change when every value is shifted, and grows with the square of a scale", () => {
    const integers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(integers, fc.integer({ min: -1e6, max: 1e6 }), (values, shift) => {
        const plain = sampleVariance(values);
        expect(Math.abs(sampleVariance(values.map((x) => x + shift)) - plain)).toBeLessThanOrEqual(1e-9 * (1 + plain));
        expect(sampleVariance(values.map((x) => 4 * x))).toBe(16 * plain);
      }),
    );
  });

  it.each([[[]], [[1]], [[1, NaN]], [[1, -Infinity]], [[1e200, -1e200]]])("of %j is refused", (values: number[]) => {
    expect(() => sampleVariance(values)).toThrow(RangeError);
  });
});
