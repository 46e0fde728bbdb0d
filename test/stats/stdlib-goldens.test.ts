// The kept library against scipy: quantiles and distribution functions from @stdlib are right to 13 digits (but far down the normal tail).
// Source of the figures: scipy 1.17.1 (numpy 2.4.6), scipy.stats.t.ppf, scipy.stats.t.cdf, scipy.stats.norm.ppf.
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { describe, expect, it } from "vitest";
import { tCdf, tQuantile } from "../../src/stats/index.ts";

/** Whether the two agree to a relative 1e-13. */
function expectSame(got: number, want: number): void {
  expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-13 * Math.abs(want));
}

describe("quantiles of Student's t", () => {
  it.each([
    [0.95, 9, 1.833112932656237],
    [0.975, 1, 12.706204736174694],
    [0.975, 2, 4.302652729749462],
    [0.975, 4, 2.7764451051977934],
    [0.975, 19, 2.0930240544083087],
    [0.995, 19, 2.8609346064649794],
    [0.9, 99, 1.2901614420344854],
    [0.975, 999, 1.9623414611334493],
    [0.9995, 3, 12.923978636687961],
    [0.25, 5, -0.7266868438004226],
    [0.05, 4, -2.131846786326651],
    [0.975, 999999, 1.9599663568164791],
    [1e-10, 7, -53.83557948467374],
    [0.5, 8, 0],
  ])("p = %d with %d degrees of freedom", (p, df, want) => {
    expectSame(tQuantile(p, df), want);
  });

  it.each([
    [0, 5],
    [1, 5],
    [NaN, 5],
    [0.5, 0],
    [0.5, Infinity],
  ])("refuse p = %d with %d degrees of freedom", (p, df) => {
    expect(() => tQuantile(p, df)).toThrow(RangeError);
  });
});

describe("the distribution function of Student's t", () => {
  it.each([
    [-2, 9, 0.038276411885350504],
    [0, 3, 0.5],
    [1.5, 4, 0.896],
    [-12.706, 1, 0.025000401179066593],
    [-10, 19, 2.6315130811679495e-9],
    [-40, 99, 3.1925425801436255e-63],
    [-1e-8, 5, 0.4999999962039331],
    [2.5, 999, 0.9937106362077454],
    [-1e8, 10, 1.2304687499999945e-76],
    [-Infinity, 4, 0],
    [Infinity, 4, 1],
  ])("t = %d with %d degrees of freedom", (t, df, want) => {
    expectSame(tCdf(t, df), want);
  });

  it("refuses NaN and impossible degrees of freedom", () => {
    expect(() => tCdf(NaN, 3)).toThrow(RangeError);
    expect(() => tCdf(1, -1)).toThrow(RangeError);
  });
});

describe("quantiles of the normal distribution", () => {
  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9995, 3.2905267314919255],
    [0.025, -1.9599639845400545],
  ])("p = %d", (p, want) => {
    expectSame(normalQuantile(p, 0, 1), want);
  });

  it("keep only eight digits at p = 1e-10, because the library takes the inverse error function at 2p − 1", () => {
    const error = Math.abs(normalQuantile(1e-10, 0, 1) - -6.361340902404056);
    expect(error).toBeLessThan(1e-7);
    expect(error).toBeGreaterThan(1e-9);
  });
});
