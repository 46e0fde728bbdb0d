import { describe, expect, it } from "vitest";
import { tInterval, tQuantile, welchDifference } from "../../src/stats/index.ts";

describe("Welch's difference", () => {
  it("is Student's pooled interval when both have the same n and sd", () => {
    const same = { estimate: 1, sd: 2, n: 9 };
    const found = welchDifference({ ...same, estimate: 3 }, same, 0.95);
    // t(16; 0.975) = 2.119905 (tables).
    expect(found?.high).toBeCloseTo(2 + 2.119905 * Math.sqrt((2 * 4) / 9), 5);
  });

  it("is the plain t interval when the other estimate is certain", () => {
    const values = [3, 5, 4, 8, 1];
    const { mean, low, high, sd } = tInterval(values, 0.95);
    const found = welchDifference({ estimate: mean, sd: Number(sd), n: 5 }, { estimate: 1, sd: 0, n: 40 }, 0.95);
    expect(found?.low).toBeCloseTo(Number(low) - 1, 12);
    expect(found?.high).toBeCloseTo(Number(high) - 1, 12);
  });

  it("has the degrees of freedom of Welch and Satterthwaite", () => {
    // Equal variances of the means, 5 and 9 replications: 2² / (1/4 + 1/8) = 32/3.
    const found = welchDifference({ estimate: 2, sd: Math.sqrt(5), n: 5 }, { estimate: 0, sd: 3, n: 9 }, 0.95);
    expect(found?.high).toBeCloseTo(2 + tQuantile(0.975, 32 / 3) * Math.SQRT2, 12);
  });

  it("has a p value below 5 % exactly when the 95 % interval leaves zero out", () => {
    for (const estimate of [0.5, 1, 1.5, 2, 2.5, 3]) {
      const found = welchDifference({ estimate, sd: 2, n: 6 }, { estimate: 0, sd: 1, n: 8 }, 0.95);
      expect((found?.p ?? 1) < 0.05).toBe((found?.low ?? 0) > 0);
    }
  });

  it("needs two replications of each, and knows certainty", () => {
    const one = { estimate: 1, sd: 0, n: 2 };
    expect(welchDifference({ ...one, n: 1 }, one, 0.95)).toBeNull();
    expect(welchDifference(one, one, 0.95)).toEqual({ difference: 0, low: 0, high: 0, p: 1 });
    expect(() => welchDifference({ ...one, sd: Number.NaN }, one, 0.95)).toThrow(RangeError);
  });
});
