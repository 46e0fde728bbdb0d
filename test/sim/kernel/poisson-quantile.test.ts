/** Quantiles of the Poisson distribution against its own probabilities, and by the normal law where means are large. */

import { describe, expect, it } from "vitest";
import { normalQuantile, poissonQuantile } from "../../../src/sim/kernel/index.ts";

/** P(X ≤ k), term by term. */
function atMost(k: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i <= k; i++) {
    term *= mean / i;
    sum += term;
  }
  return sum;
}

describe("the quantile of a Poisson distribution", () => {
  it.each([0.01, 0.3, 1, 7.5, 40, 300])("with mean %f is the least k that the probability reaches", (mean) => {
    for (const u of [1e-6, 0.01, 0.25, 0.5, 0.75, 0.99, 1 - 1e-6]) {
      const k = poissonQuantile(mean, u);
      expect(atMost(k, mean)).toBeGreaterThanOrEqual(u - 1e-12);
      if (k > 0) expect(atMost(k - 1, mean)).toBeLessThan(u + 1e-12);
    }
  });

  it("is 0 where nothing is expected", () => expect(poissonQuantile(0, 0.999)).toBe(0));

  it("follows the normal law with the first correction for skewness where the mean is large", () => {
    const mean = 4e6;
    for (const u of [0.001, 0.2, 0.5, 0.9, 0.9999]) {
      const z = normalQuantile(u);
      expect(Math.abs(poissonQuantile(mean, u) - (mean + z * Math.sqrt(mean) + (z * z - 1) / 6))).toBeLessThan(1.5);
    }
  });
});
