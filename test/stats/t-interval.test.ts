// Student's t interval: the textbook's figures, and nothing claimed from one replication.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleVariance, tInterval } from "../../src/stats/index.ts";

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 });

describe("a t interval", () => {
  // Validation case sim-002: Law, Simulation Modeling & Analysis, Example 4.27 (10 observations; 1.34 +- 0.24) remembered;
  // verified by scipy. Published: mean 1.34, variance 0.17, half width 0.24.
  it("is 1.34 ± 0.24 in Law's example 4.27 (sim-002)", () => {
    const x = [1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09];
    const { mean, low, high, sd, n } = tInterval(x, 0.9);
    expect(Math.abs(mean - 1.343)).toBeLessThan(1e-9);
    expect(Math.abs(sampleVariance(x) - 0.16751222222222223)).toBeLessThan(1e-9);
    expect(sd).toBe(Math.sqrt(sampleVariance(x)));
    expect(Math.abs(Number(high) - mean - 0.23725341448939705)).toBeLessThan(1e-6);
    expect(Math.abs(mean - Number(low) - 0.23725341448939705)).toBeLessThan(1e-6);
    expect(n).toBe(10);
  });

  // Validation case sim-003: Law ch.10 Table 10.2: Zbar 4.98, Var 2.44, CI [1.65,8.31] (remembered); verified by scipy.
  // (The case's Welch degrees of freedom have no function here: paired replications are the design.)
  it("of paired differences is [1.65, 8.31] in Law's table 10.2 (sim-003)", () => {
    const a = [126.97, 124.31, 126.68, 122.66, 127.23];
    const b = [118.21, 120.22, 122.45, 122.68, 119.4];
    const differences = a.map((x, i) => x - (b[i] ?? NaN));
    const { mean, low, high } = tInterval(differences, 0.9);
    expect(Math.abs(mean - 4.978)).toBeLessThan(1e-9);
    expect(Math.abs(sampleVariance(differences) / 5 - 2.438274000000006)).toBeLessThan(1e-9);
    expect(Math.abs(Number(low) - 1.6491268748354875)).toBeLessThan(1e-6);
    expect(Math.abs(Number(high) - 8.306873125164511)).toBeLessThan(1e-6);
  });

  it("is never made from one replication", () => {
    expect(tInterval([3.5], 0.95)).toEqual({ mean: 3.5, low: null, high: null, sd: null, n: 1 });
  });

  it("has no width when all replications agree", () => {
    expect(tInterval([0.1, 0.1, 0.1], 0.95)).toEqual({ mean: 0.1, low: 0.1, high: 0.1, sd: 0, n: 3 });
  });

  it("lies symmetrically around the mean and widens with the confidence", () => {
    fc.assert(
      fc.property(values, (x) => {
        const narrow = tInterval(x, 0.9);
        const wide = tInterval(x, 0.99);
        expect(Number(wide.low)).toBeLessThanOrEqual(Number(narrow.low));
        expect(Number(wide.high)).toBeGreaterThanOrEqual(Number(narrow.high));
        const middle = (Number(wide.low) + Number(wide.high)) / 2;
        expect(Math.abs(middle - wide.mean)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(Number(wide.high))));
      }),
    );
  });

  it("is refused for no values, for values that are not finite, and for a confidence outside (0, 1)", () => {
    expect(() => tInterval([], 0.95)).toThrow(RangeError);
    expect(() => tInterval([1, NaN], 0.95)).toThrow(RangeError);
    for (const confidence of [0, 1, 95, -0.5, NaN]) expect(() => tInterval([1], confidence)).toThrow("confidence");
  });
});
