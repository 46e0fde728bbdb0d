// The paired test: agrees with scipy and with the interval, and says nothing from one pair.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairedTest, tInterval } from "../../src/stats/index.ts";

/** Standard error, estimate and size of a sample, as the test wants them. */
function testOf(differences: readonly number[]): number | null {
  const { mean, sd, n } = tInterval(differences, 0.95);
  return pairedTest(mean, Number(sd) / Math.sqrt(n), n);
}

describe("a paired test", () => {
  // Source: scipy 1.17.1, stats.ttest_rel on the data of validation case sim-003 (Law ch.10 Table 10.2, remembered).
  it("gives scipy's p on Law's two inventory policies (sim-003)", () => {
    const p = testOf([126.97 - 118.21, 124.31 - 120.22, 126.68 - 122.45, 122.66 - 122.68, 127.23 - 119.4]);
    expect(Number(p)).toBeCloseTo(0.03328082378610257, 12);
  });

  // Source: scipy 1.17.1, 2 * stats.t.sf(t, n - 1).
  it.each([
    [30, 20, 1.8097318417250446e-17],
    [2, 2, 0.2951672353008665],
    [0.01, 1000, 0.9920232839284948],
  ])("keeps its digits at t = %d with n = %d", (t, n, want) => {
    expect(Math.abs(Number(pairedTest(t, 1, n)) - want)).toBeLessThanOrEqual(1e-12 * want);
    expect(pairedTest(-t, 1, n)).toBe(pairedTest(t, 1, n));
  });

  it("of pairs that agree exactly is 1 for no difference and 0 for any other", () => {
    expect(pairedTest(0, 0, 5)).toBe(1);
    expect(pairedTest(-0, 0, 5)).toBe(1);
    expect(pairedTest(1e-300, 0, 5)).toBe(0);
    expect(pairedTest(-2, 0, 5)).toBe(0);
  });

  it("is 1 at no difference and falls to 0 for a difference without measure", () => {
    expect(pairedTest(0, 3, 5)).toBe(1);
    expect(pairedTest(1e300, 1e-300, 5)).toBe(0);
  });

  it("says nothing from fewer than two pairs", () => {
    expect(pairedTest(3, 1, 1)).toBeNull();
    expect(pairedTest(3, 0, 1)).toBeNull();
    expect(pairedTest(3, 0, 0)).toBeNull();
  });

  it("is below 1 − confidence exactly when the interval of that confidence excludes zero", () => {
    const differences = fc.array(fc.integer({ min: -50, max: 100 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(differences, fc.constantFrom(0.5, 0.8, 0.95, 0.99), (values, confidence) => {
        const { low, high } = tInterval(values, confidence);
        const p = Number(testOf(values));
        fc.pre(Math.abs(p - (1 - confidence)) > 1e-9);
        expect(p < 1 - confidence).toBe(Number(low) > 0 || Number(high) < 0);
      }),
    );
  });

  it("refuses a negative or unknown standard error, an unknown difference, and half a pair", () => {
    expect(() => pairedTest(1, -1, 5)).toThrow(RangeError);
    expect(() => pairedTest(1, NaN, 5)).toThrow(RangeError);
    expect(() => pairedTest(1, Infinity, 5)).toThrow(RangeError);
    expect(() => pairedTest(NaN, 1, 5)).toThrow(RangeError);
    expect(() => pairedTest(1, 1, 2.5)).toThrow(RangeError);
  });
});
