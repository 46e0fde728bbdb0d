import { describe, expect, it } from "vitest";
import { quantileInterval, quantileRanks } from "../../src/stats/index.ts";
import { sequenceOf } from "../support/uniform-sequence.ts";

describe("order-statistic intervals of quantiles", () => {
  it("agree with scipy's binomial on validation cases sim-010 and sim-011", () => {
    expect(quantileRanks(100, 0.5, 0.95)).toMatchObject({ low: 40, high: 61 });
    expect(quantileRanks(100, 0.5, 0.95)?.coverage).toBeCloseTo(0.9647997997822952, 9);
    expect(quantileRanks(100, 0.9, 0.95)).toMatchObject({ low: 84, high: 96 });
    expect(quantileRanks(100, 0.9, 0.95)?.coverage).toBeCloseTo(0.955690107191223, 9);
  });

  it("are not there when the observations are too few", () => {
    expect(quantileRanks(5, 0.5, 0.95)).toBeNull();
    expect(quantileInterval([3, 1, 2], 0.5, 0.95)).toEqual({ estimate: 2, low: null, high: null });
  });

  it("cover the quantile of a distribution that they know nothing of as often as they say", () => {
    const uniform = sequenceOf("quantiles");
    const runs = 2000;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const values = Array.from({ length: 60 }, (_, index) => -Math.log(uniform(run, index)));
      const { low, high } = quantileInterval(values, 0.8, 0.95);
      if (low !== null && high !== null && low <= Math.log(5) && Math.log(5) < high) covered++;
    }
    const promised = quantileRanks(60, 0.8, 0.95)?.coverage ?? Number.NaN;
    expect(Math.abs(covered / runs - promised)).toBeLessThan(3 * Math.sqrt((promised * (1 - promised)) / runs));
  });

  it("refuse what is no quantile", () => {
    expect(() => quantileRanks(10, 1, 0.95)).toThrow(RangeError);
    expect(() => quantileInterval([], 0.5, 0.95)).toThrow(RangeError);
  });
});
