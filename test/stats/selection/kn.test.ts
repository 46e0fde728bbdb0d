import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { describe, expect, it } from "vitest";
import { knConstants, knSelection } from "../../../src/stats/index.ts";
import { sequenceOf } from "../../support/uniform-sequence.ts";

describe("Kim and Nelson's procedure", () => {
  it("has the constants of the paper's formulas (sim-023)", () => {
    const cases = [
      [2, 0.05, 10, 0.3340502686000293, 6.012904834800527],
      [5, 0.05, 10, 0.6349672651536731, 11.429410772766115],
      [10, 0.05, 20, 0.3029338036492749, 11.511484538672446],
    ] as const;
    for (const [systems, alpha, firstStage, eta, h2] of cases) {
      const found = knConstants(systems, alpha, firstStage);
      expect(found.eta).toBeCloseTo(eta, 9);
      expect(found.h2).toBeCloseTo(h2, 9);
    }
  });

  const uniform = sequenceOf("selection");
  /** Normal systems with paired luck: a common part and an own part; system 0 is better by exactly the indifference. */
  function race(run: number, systems: number, common: number): { correct: boolean; used: number } {
    const values = Array.from({ length: systems }, (_, system) =>
      Array.from({ length: 2000 }, (_unused, r) => {
        const shared = common * normalQuantile(uniform(run, r), 0, 1);
        return shared + normalQuantile(uniform(run, 10_000 * (system + 1) + r), 0, 1) + (system === 0 ? 0.4 : 0);
      }),
    );
    const { survivors, eliminatedAfter, isDecided } = knSelection(values, 10, { alpha: 0.1, indifference: 0.4 });
    expect(isDecided).toBe(true);
    return { correct: survivors[0] === 0, used: Math.max(...eliminatedAfter.map((after) => after ?? 0)) };
  }

  it("selects the best at least as often as promised in the hardest case, over 400 races", () => {
    const correct = Array.from({ length: 400 }, (_, run) => race(run, 4, 0)).filter((one) => one.correct).length;
    // A procedure that only just kept 90 % would fall below this in one of a thousand tests.
    expect(correct / 400).toBeGreaterThan(0.9 - 3 * Math.sqrt((0.9 * 0.1) / 400));
    expect(correct / 400).toBeGreaterThan(0.9);
  });

  it("needs no more runs when all systems share a large part of their luck", () => {
    const used = (common: number) => Array.from({ length: 20 }, (_, run) => race(run, 3, common).used).reduce((sum, n) => sum + n, 0);
    expect(used(20)).toBe(used(0));
  });

  it("goes on while nothing is clear", () => {
    const [x, y] = [0, 1].map((system) => Array.from({ length: 10 }, (_, r) => normalQuantile(uniform(99, 500 * system + r), 0, 1)));
    const { survivors, isDecided, most } = knSelection([x ?? [], y ?? []], 10, { alpha: 0.05, indifference: 0.1 });
    expect(survivors).toEqual([0, 1]);
    expect(isDecided).toBe(false);
    expect(most).toBeGreaterThan(100);
  });

  it("takes systems that were eliminated with fewer observations, and refuses survivors without", () => {
    const better = Array.from({ length: 40 }, (_, r) => 5 + normalQuantile(uniform(7, r), 0, 1));
    const worse = better.slice(0, 10).map((value, r) => value - 5 + 0.1 * r);
    expect(knSelection([worse, better], 10, { alpha: 0.05, indifference: 1 })).toMatchObject({
      survivors: [1],
      eliminatedAfter: [10, null],
    });
    const unclear = better.slice(0, 10).map((value, r) => value + (r % 2 === 0 ? 3 : -3));
    expect(() => knSelection([unclear, better], 10, { alpha: 0.05, indifference: 0.1 })).toThrow(/has 10/);
  });

  it("refuses what promises nothing", () => {
    expect(() => knConstants(1, 0.05, 10)).toThrow(RangeError);
    expect(() => knConstants(2, 0.6, 10)).toThrow(RangeError);
    expect(() => knSelection([[1], [2]], 10, { alpha: 0.05, indifference: 0 })).toThrow(RangeError);
  });
});
