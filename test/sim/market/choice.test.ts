import { describe, expect, it } from "vitest";
import { chooseLogit } from "../../../src/sim/market/choice.ts";

/** Shares of the alternatives over an even grid of uniform numbers. */
function shares(utilities: readonly number[], steps = 10_000): number[] {
  const counts = utilities.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const chosen = chooseLogit(Float64Array.from(utilities), utilities.length, (step + 0.5) / steps);
    counts[chosen] = (counts[chosen] ?? 0) + 1;
  }
  return counts.map((count) => count / steps);
}

describe("multinomial logit choice", () => {
  it("has the shares exp(V) / Σ exp(V) (McFadden 1974)", () => {
    const utilities = [0, 0.5, 1, -2];
    const total = utilities.reduce((sum, v) => sum + Math.exp(v), 0);
    const found = shares(utilities);
    for (const [i, v] of utilities.entries()) expect(found[i]).toBeCloseTo(Math.exp(v) / total, 3);
  });

  it("depends on differences of utilities only, however large they are", () => {
    expect(shares([1000, 1001])).toEqual(shares([-1000, -999]));
  });

  it("never chooses what is not available, and says so if nothing is", () => {
    expect(shares([Number.NEGATIVE_INFINITY, 0, Number.NEGATIVE_INFINITY])).toEqual([0, 1, 0]);
    expect(chooseLogit(Float64Array.of(Number.NEGATIVE_INFINITY), 1, 0.5)).toBe(-1);
    expect(chooseLogit(new Float64Array(0), 0, 0.5)).toBe(-1);
  });

  it("keeps to the ends for the smallest and the largest uniform number", () => {
    expect(chooseLogit(Float64Array.of(0, 0, 0), 3, 2 ** -53)).toBe(0);
    expect(chooseLogit(Float64Array.of(0, 0, 0), 3, 1 - 2 ** -53)).toBe(2);
  });

  it("removing an alternative leaves the odds of the others (independence of irrelevant alternatives)", () => {
    const [a = 0, b = 0] = shares([0, 1, 2]);
    const [c = 0, d = 0] = shares([0, 1]);
    expect(b / a).toBeCloseTo(Math.E, 1);
    expect(d / c).toBeCloseTo(Math.E, 1);
  });
});
