import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { describe, expect, it } from "vitest";
import { fiellerInterval } from "../../src/stats/index.ts";
import { sequenceOf } from "../support/uniform-sequence.ts";

describe("Fieller's interval", () => {
  it("is Student's interval of the numerator when the denominator is known to be one", () => {
    const { low, high } = fiellerInterval(
      [1.2, 1.5, 1.68, 1.89, 0.95, 1.49, 1.58, 1.55, 0.5, 1.09],
      Array.from({ length: 10 }, () => 1),
      0.9,
    );
    // Validation case sim-002 (Law, example 4.27).
    expect(high).toBeCloseTo(1.343 + 0.23725341448939705, 6);
    expect(low).toBeCloseTo(1.343 - 0.23725341448939705, 6);
  });

  it("turns over with the ratio", () => {
    const [y, x] = [
      [3, 4, 5, 4.4],
      [1, 1.2, 1.1, 0.9],
    ];
    const [one, other] = [fiellerInterval(y, x, 0.9), fiellerInterval(x, y, 0.9)];
    expect(one.low).toBeCloseTo(1 / (other.high ?? Number.NaN), 10);
    expect(one.high).toBeCloseTo(1 / (other.low ?? Number.NaN), 10);
  });

  it("is not there when the denominator might be zero", () => {
    expect(fiellerInterval([1, 2, 3], [-1, 1, 0.5], 0.95)).toMatchObject({ low: null, high: null });
  });

  it("covers the ratio of correlated normal means as often as it says, from five pairs", () => {
    const uniform = sequenceOf("fieller");
    const runs = 4000;
    let covered = 0;
    for (let run = 0; run < runs; run++) {
      const x = Array.from({ length: 5 }, (_, index) => 5 + normalQuantile(uniform(run, index), 0, 1));
      const y = x.map((value, index) => 2 * value + normalQuantile(uniform(run, 100 + index), 0, 2));
      const { low, high } = fiellerInterval(y, x, 0.9);
      if (low !== null && high !== null && low <= 2 && 2 <= high) covered++;
    }
    expect(Math.abs(covered / runs - 0.9)).toBeLessThan(3 * Math.sqrt((0.9 * 0.1) / runs));
  });
});
