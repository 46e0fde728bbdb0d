// Distributions: quantiles against scipy and mpmath, moments against theory, impossible parameters against refusal.

import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import gammaQuantile from "@stdlib/stats-base-dists-gamma-quantile";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Draws, meanOf, normalQuantile, quantileFunction, rootKeyOf } from "../../../src/sim/kernel/index.ts";
import type { DistributionSpec } from "../../../src/sim/kernel/index.ts";
import { GOLDEN, NORMAL_QUANTILES, PROBABILITIES } from "./golden-quantiles.ts";

function expectClose(actual: number, expected: number, tolerance: number, message: string): void {
  expect(Math.abs(actual - expected) <= tolerance * Math.abs(expected), `${message}: ${actual} for ${expected}`).toBe(true);
}

describe("quantiles equal scipy's to 1e-10", () => {
  for (const { spec, quantiles, mean } of GOLDEN) {
    test(JSON.stringify(spec), () => {
      const quantile = quantileFunction(spec);
      for (const [i, u] of PROBABILITIES.entries()) {
        expectClose(quantile(u), quantiles[i] as number, 1e-10, `u = ${u}`);
      }
      expectClose(meanOf(spec), mean, 1e-13, "mean");
    });
  }

  test("the standard normal, to 1e-15 in both tails", () => {
    for (const [i, u] of PROBABILITIES.entries()) {
      expectClose(normalQuantile(u), NORMAL_QUANTILES[i] as number, 1e-15, `u = ${u}`);
    }
  });
});

describe("quantiles where scipy 1.17.1 itself is wrong", () => {
  test("gamma of shape 1,000,000 (mpmath 1.3.0; scipy is off by 1.4e-9)", () => {
    expectClose(quantileFunction({ kind: "gammaShapeRate", shape: 1e6, rate: 1 })(1e-6), 995253.7719775001, 1e-14, "u = 1e-6");
  });

  test("beta(½, 3) near 0, where F(x) = √x · 15/8 (scipy is off by five orders of magnitude)", () => {
    expectClose(quantileFunction({ kind: "beta", a: 0.5, b: 3 })(1e-9), 2.8444444444444446e-19, 1e-12, "u = 1e-9");
  });
});

/** One of every kind, with its standard deviation. */
const SAMPLED: readonly (readonly [DistributionSpec, number])[] = [
  [{ kind: "exponential", mean: 180 }, 180],
  [{ kind: "lognormal", mean: 300, cv: 0.8 }, 240],
  [{ kind: "gamma", mean: 240, cv: 0.5 }, 120],
  [{ kind: "gammaShapeRate", shape: 0.243, rate: 4.414 }, Math.sqrt(0.243) / 4.414],
  [{ kind: "beta", a: 2, b: 3 }, 0.2],
  [{ kind: "weibull", shape: 2, scale: 1 }, Math.sqrt(1 - Math.PI / 4)],
  [{ kind: "empirical", values: [3, 1, 2, 2] }, Math.sqrt(0.5)],
  [{ kind: "discrete", values: [10, 0], weights: [1, 3] }, 10 * Math.sqrt(3 / 16)],
  [{ kind: "geometric", mean: 4 }, Math.sqrt(12)],
  [{ kind: "uniform", low: 2, high: 8 }, Math.sqrt(3)],
];

describe("samples have the right moments, within four standard errors", () => {
  const draws = new Draws(rootKeyOf("moments"), 0);
  const n = 40000;
  for (const [purpose, [spec, sd]] of SAMPLED.entries()) {
    test(JSON.stringify(spec), () => {
      const quantile = quantileFunction(spec);
      const values = Array.from({ length: n }, (_, i) => quantile(draws.uniform(purpose, i, 0)));
      const mean = values.reduce((a, b) => a + b) / n;
      const centred = values.map((x) => x - meanOf(spec));
      const second = centred.reduce((a, x) => a + x * x, 0) / n;
      const fourth = centred.reduce((a, x) => a + x * x * x * x, 0) / n;
      expect(Math.abs(mean - meanOf(spec)) / (sd / Math.sqrt(n))).toBeLessThan(4);
      expect(Math.abs(second - sd * sd)).toBeLessThanOrEqual(4 * Math.sqrt((fourth - second * second) / n));
    });
  }
});

describe("a larger uniform number never gives a smaller value", () => {
  const probability = fc.double({ min: 1.2e-16, max: 1 - 1.2e-16, noNaN: true });
  for (const [spec] of SAMPLED) {
    test(spec.kind, () => {
      const quantile = quantileFunction(spec);
      fc.assert(
        fc.property(probability, probability, (a, b) => {
          // Root finding leaves the last digits of equal neighbours open.
          const [low, high] = [quantile(Math.min(a, b)), quantile(Math.max(a, b))];
          expect(low).toBeLessThanOrEqual(high + 1e-12 * Math.abs(high));
        }),
        { seed: 1, numRuns: 500 },
      );
    });
  }
});

describe("a tabulated quantile equals the function that it stands for, to 1e-11", () => {
  const draws = new Draws(rootKeyOf("tables"), 0);
  const direct: readonly (readonly [DistributionSpec, (u: number) => number])[] = [
    ...[0.05, 0.243, 1, 3.74, 6.25, 60, 400].map(
      (shape) => [{ kind: "gammaShapeRate", shape, rate: 1 }, gammaQuantile.factory(shape, 1)] as const,
    ),
    ...[
      [0.793, 2.426],
      [0.05, 0.05],
      [200, 3],
    ].map(([a = 0, b = 0]) => [{ kind: "beta", a, b }, betaQuantile.factory(a, b)] as const),
  ];
  for (const [spec, function_] of direct) {
    test(JSON.stringify(spec), () => {
      const quantile = quantileFunction(spec);
      for (let i = 0; i < 1500; i++) {
        const u = draws.uniform(0, i, 0);
        // The middle, and both ends.
        const tail = Math.max(1.2e-16, u * u * u * u * u * u);
        for (const at of [u, tail, 1 - tail]) {
          const expected = function_(at);
          if (expected > 1e-200) expectClose(quantile(at), expected, 1e-11, `u = ${at}`);
        }
      }
    });
  }
});

describe("values from lists", () => {
  const last = 1 - 1 / 9007199254740992;

  test("an empirical distribution gives every value its equal share, sorted as numbers", () => {
    const quantile = quantileFunction({ kind: "empirical", values: [100, 9, 20, -1] });
    expect([1e-16, 0.2499, 0.25, 0.5, 0.75, last].map(quantile)).toEqual([-1, -1, 9, 20, 100, 100]);
    expect(meanOf({ kind: "empirical", values: [100, 9, 20, -1] })).toBe(32);
  });

  test("the largest uniform number reaches the last value and never beyond, for any length and weights", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 300 }), (weights) => {
        const values = weights.map((_, i) => i);
        expect(quantileFunction({ kind: "empirical", values })(last)).toBe(values.length - 1);
        const drawn = quantileFunction({ kind: "discrete", values, weights })(last);
        expect(drawn >= 0 && drawn < values.length).toBe(true);
      }),
      { seed: 1 },
    );
  });

  test("a geometric distribution counts tries up to the first success", () => {
    const quantile = quantileFunction({ kind: "geometric", mean: 4 });
    const upTo = [1, 2, 3].map((k) => 1 - 0.75 ** k);
    expect(upTo.flatMap((p) => [quantile(p - 1e-12), quantile(p + 1e-12)])).toEqual([1, 2, 2, 3, 3, 4]);
    expect([quantile(1e-16), quantileFunction({ kind: "geometric", mean: 1 })(1 - 2 ** -53)]).toEqual([1, 1]);
  });

  test("a discrete distribution gives shares by weight, in ascending order of values", () => {
    const quantile = quantileFunction({ kind: "discrete", values: [7, 1, 3], weights: [5, 2, 3] });
    expect([1e-16, 0.1999, 0.2, 0.4999, 0.5, last].map(quantile)).toEqual([1, 1, 3, 3, 7, 7]);
    expect(meanOf({ kind: "discrete", values: [7, 1, 3], weights: [5, 2, 3] })).toBeCloseTo(4.6, 12);
  });

  test("a value of weight 0 is never drawn, wherever it stands", () => {
    const quantile = quantileFunction({ kind: "discrete", values: [1, 2, 3, 4, 5], weights: [0, 1, 0, 1, 0] });
    expect([1e-16, 0.25, 0.4999, 0.5, 0.75, last].map(quantile)).toEqual([2, 2, 2, 4, 4, 4]);
  });

  test("the caller's lists are neither changed nor kept", () => {
    const values = [3, 1, 2];
    const quantile = quantileFunction({ kind: "empirical", values });
    expect(values).toEqual([3, 1, 2]);
    values.fill(9);
    expect(quantile(0.9)).toBe(3);
  });
});

test("without variation, lognormal and gamma are their mean", () => {
  expect(quantileFunction({ kind: "lognormal", mean: 5, cv: 0 })(0.9)).toBe(5);
  expect(quantileFunction({ kind: "gamma", mean: 5, cv: 0 })(0.9)).toBe(5);
  expect(quantileFunction({ kind: "gamma", mean: 0, cv: 1 })(0.9)).toBe(0);
  expect(quantileFunction({ kind: "deterministic", value: -3 })(0.9)).toBe(-3);
  expect(meanOf({ kind: "deterministic", value: -3 })).toBe(-3);
});

describe("impossible parameters are refused", () => {
  const impossible: readonly (readonly [DistributionSpec, string])[] = [
    [{ kind: "exponential", mean: -1 }, "kind exponential needs mean to be a finite number ≥ 0, not -1"],
    [{ kind: "exponential", mean: Number.NaN }, "not NaN"],
    [{ kind: "deterministic", value: Infinity }, "value to be a finite number"],
    [{ kind: "lognormal", mean: 1, cv: -0.1 }, "cv"],
    [{ kind: "gamma", mean: Infinity, cv: 1 }, "mean"],
    [{ kind: "gammaShapeRate", shape: 0, rate: 1 }, "shape to be a finite number > 0, not 0"],
    [{ kind: "gammaShapeRate", shape: 1, rate: -2 }, "rate"],
    [{ kind: "beta", a: 0, b: 1 }, "a to be"],
    [{ kind: "beta", a: 1, b: Number.NaN }, "b to be"],
    [{ kind: "weibull", shape: 0, scale: 1 }, "shape"],
    [{ kind: "weibull", shape: 1, scale: 0 }, "scale"],
    [{ kind: "empirical", values: [] }, "at least one value"],
    [{ kind: "empirical", values: [1, Number.NaN] }, "every value"],
    [{ kind: "discrete", values: [1, 2], weights: [1] }, "a weight for each of 2 values, not 1"],
    [{ kind: "discrete", values: [1, 2], weights: [1, -1] }, "every weight"],
    [{ kind: "discrete", values: [1, 2], weights: [0, 0] }, "sum above 0, not 0"],
    [{ kind: "geometric", mean: 0.9 }, "mean to be a finite number ≥ 1, not 0.9"],
    [{ kind: "uniform", low: 2, high: 1 }, "low ≤ high, not 2 and 1"],
    [{ kind: "cauchy" } as unknown as DistributionSpec, "no distribution is called cauchy"],
  ];
  for (const [spec, message] of impossible) {
    test(JSON.stringify(spec), () => {
      expect(() => quantileFunction(spec)).toThrow(RangeError);
      expect(() => quantileFunction(spec)).toThrow(message);
      expect(() => meanOf(spec)).toThrow(message);
    });
  }
});
