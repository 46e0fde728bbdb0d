import { describe, expect, it } from "vitest";
import { mser } from "../../src/stats/index.ts";
import { sequenceOf } from "../support/uniform-sequence.ts";

const series = (n: number, value: (t: number) => number) => Array.from({ length: n }, (_, t) => value(t));

describe("MSER-5", () => {
  it("agrees with numpy on validation case sim-040", () => {
    const found = mser(series(500, (t) => 10 * Math.exp(-t / 20) + Math.sin(1.7 * t) + 0.5 * Math.cos(0.629 * t)));
    expect(found.truncate).toBe(80);
    expect(found.statistic).toBeCloseTo(0.000365444218956916, 9);
    expect(found.meanAfter).toBeCloseTo(0.0069451132322316325, 9);
    expect(found.isSettled).toBe(true);
  });

  it("leaves little out of a series that is stationary from the start", () => {
    const uniform = sequenceOf("stationary");
    const cut = Array.from({ length: 40 }, (_, run) => mser(series(500, (t) => uniform(run, t))).truncate);
    const middle = [...cut].sort((a, b) => a - b)[20];
    expect(middle).toBeLessThan(60);
  });

  it("says that a series which still climbs has not settled", () => {
    expect(mser(series(200, (t) => t)).isSettled).toBe(false);
  });

  it("refuses a series that is too short", () => {
    expect(() => mser(series(49, (t) => t))).toThrow(RangeError);
  });
});
