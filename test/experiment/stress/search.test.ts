import { describe, expect, it } from "vitest";
import { breakingDifference, breakingPoint, firstBreak } from "../../../src/experiment/stress/breaking-point.ts";
import { search } from "../../../src/experiment/stress/search.ts";
import { measureOf, normal, type ReplicationCurve, uniforms } from "./synthetic.ts";

const grid = [0.5, 1, 1.5, 2, 2.5, 3];
const over = (replications: number) => ({ grid, tolerance: 0.01, replications, confidence: 0.95 });
const range = over(1);

/** Service level 1 / (1 + (load / scale)^8) less 80 %: the promise breaks at scale · 4^(−1/8). */
function sigmoid(scale: number, bound = 0.8): (load: number) => number {
  return (load) => 1 / (1 + (load / scale) ** 8) - bound;
}
const brokenAt = (scale: number) => scale * 0.25 ** (1 / 8);

describe("the search for a breaking point", () => {
  it("finds the load at which an analytic curve crosses its bound, for every policy and promise", async () => {
    const curves: ReplicationCurve = (policy, promise, load) => sigmoid(1.5 + 0.4 * policy)(load * (1 + 0.1 * promise));
    const { measure } = measureOf([curves, curves]);
    const found = await search(measure, 3, 2, over(2));
    for (const [policy, curve] of found.entries()) {
      for (const promise of [0, 1]) {
        const { load } = breakingPoint(curve, promise, 2, 0.95);
        expect(load).toBeCloseTo(brokenAt(1.5 + 0.4 * policy) / (1 + 0.1 * promise), 3);
      }
    }
  });

  it("asks for no point twice and needs no more steps than halving the grid down to the tolerance", async () => {
    const { measure, asked } = measureOf([(_, __, load) => sigmoid(1.7)(load)]);
    await search(measure, 1, 1, range);
    expect(new Set(asked.map(({ load }) => load)).size).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(range.grid.length + Math.ceil(Math.log2(0.5 / 0.01)));
  });

  it("says so when a promise is kept at every load, or broken at the least one", async () => {
    const { measure } = measureOf([(policy) => (policy === 0 ? 0.1 : -0.1)]);
    const [kept = [], broken = []] = await search(measure, 2, 1, range);
    expect(breakingPoint(kept, 0, 1, 0.95)).toMatchObject({ load: null, beyond: "above", reason: "kept at every load up to 3" });
    expect(breakingPoint(broken, 0, 1, 0.95)).toMatchObject({ load: null, beyond: "below", reason: "broken at load 0.5 already" });
  });

  it("takes a margin of exactly zero as kept", async () => {
    const { measure } = measureOf([(_, __, load) => (load <= 2 ? 0 : -1)]);
    const [curve = []] = await search(measure, 1, 1, range);
    expect(breakingPoint(curve, 0, 1, 0.95).load).toBeCloseTo(2, 1);
  });

  it("names the first break of a curve that is not monotone, and where the promise is kept again", async () => {
    const { measure } = measureOf([(_, __, load) => Math.cos(load * Math.PI)]);
    const [curve = []] = await search(measure, 1, 1, { ...range, grid: [0.25, 0.75, 1.25, 1.75], tolerance: 0.001 });
    expect(breakingPoint(curve, 0, 1, 0.95).load).toBeCloseTo(0.5, 3);
    expect(breakingPoint(curve, 0, 1, 0.95).keptAgain).toBe(1.75);
  });

  it("does not believe a KPI that is undefined somewhere below the break", () => {
    const response = (margin: number | null) => ({ margin: () => margin });
    const curve = [
      { load: 1, response: response(null) },
      { load: 2, response: response(-1) },
    ];
    expect(breakingPoint(curve, 0, 2, 0.95)).toMatchObject({ load: null, beyond: "unknown", reason: "the KPI is undefined at load 1" });
  });
});

describe("the interval of a breaking point", () => {
  /** Replications whose own breaking points scatter, each with noise of its own at every load. */
  function replications(n: number, uniform: () => number, scales: readonly number[], roughness: number): ReplicationCurve[] {
    return Array.from({ length: n }, () => {
      const luck = 1 + 0.05 * normal(uniform);
      const rough = new Map<number, number>();
      const noise = (load: number) => {
        if (!rough.has(load)) rough.set(load, roughness * normal(uniform));
        return rough.get(load) ?? 0;
      };
      return (policy, _, load) => sigmoid(scales[policy] ?? 1)(load / luck) + noise(load);
    });
  }

  it("is not given for one replication", async () => {
    const { measure } = measureOf([(_, __, load) => sigmoid(1.7)(load)]);
    const [curve = []] = await search(measure, 1, 1, range);
    expect(breakingPoint(curve, 0, 1, 0.95)).toMatchObject({ low: null, high: null, reason: "one replication gives no interval" });
  });

  it("is not given where the curve is too flat for it", async () => {
    const uniform = uniforms(5);
    const shifts = Array.from({ length: 5 }, () => normal(uniform));
    const { measure } = measureOf(shifts.map((shift) => (_, __, load) => 0.01 * (1.7 - load) + shift));
    const [curve = []] = await search(measure, 1, 1, over(5));
    const point = breakingPoint(curve, 0, 5, 0.95);
    expect([point.low, point.high]).toEqual([null, null]);
    expect(point.reason).toMatch(/\w/);
  });

  // The expected curve of these replications crosses a little beside that of the mean replication; taken from 400,000 of them.
  async function expectedBreak(scale: number): Promise<number> {
    const uniform = uniforms(17);
    const lucks = Array.from({ length: 200_000 }, () => 1 + 0.05 * normal(uniform));
    let [low, high] = [1, 2.5];
    for (let step = 0; step < 30; step++) {
      const load = (low + high) / 2;
      const margin = lucks.reduce((sum, luck) => sum + sigmoid(scale)(load / luck), 0);
      if (margin >= 0) low = load;
      else high = load;
    }
    return low;
  }

  it.each([
    ["smooth curves", 0],
    ["curves as rough as a finite sample", 0.02],
  ])("covers the true point as often as it says: %s", async (_, roughness) => {
    const truth = await expectedBreak(1.7);
    const uniform = uniforms(2026);
    const studies = 600;
    let covered = 0;
    for (let study = 0; study < studies; study++) {
      const { measure } = measureOf(replications(10, uniform, [1.7], roughness));
      const [curve = []] = await search(measure, 1, 1, over(10));
      const { low, high } = breakingPoint(curve, 0, 10, 0.95);
      if (low !== null && high !== null && low <= truth && truth <= high) covered++;
    }
    // Three standard errors of a share of 95 % over 600 studies are 2.7 points.
    expect(covered / studies).toBeGreaterThan(0.923);
    expect(covered / studies).toBeLessThan(0.977);
  });

  it("is much narrower for the difference of two policies that met the same luck, and covers it as often", async () => {
    const truth = (await expectedBreak(1.9)) - (await expectedBreak(1.7));
    const uniform = uniforms(77);
    const studies = 400;
    let covered = 0;
    let [paired, single] = [0, 0];
    for (let study = 0; study < studies; study++) {
      const { measure } = measureOf(replications(10, uniform, [1.7, 1.9], 0));
      const [base = [], better = []] = await search(measure, 2, 1, over(10));
      const [a, b] = [breakingPoint(better, 0, 10, 0.95), breakingPoint(base, 0, 10, 0.95)];
      const difference = breakingDifference(a, b, 0.95);
      paired += (difference.high ?? 0) - (difference.low ?? 0);
      single += (a.high ?? 0) - (a.low ?? 0);
      if ((difference.low ?? 9) <= truth && truth <= (difference.high ?? -9)) covered++;
    }
    expect(paired).toBeLessThan(single / 3);
    // Three standard errors of a share of 95 % over 400 studies are 3.3 points.
    expect(covered / studies).toBeGreaterThan(0.917);
  });
});

describe("what breaks first", () => {
  const at = (load: number | null, beyond?: "below" | "above" | "unknown") => ({
    load,
    low: null,
    high: null,
    keptAgain: null,
    without: undefined,
    beyond,
  });

  it("is the promise with the least breaking point", () => {
    expect(firstBreak([at(2), at(1.5), at(null, "above")]).promise).toBe(1);
  });

  it("is a promise that is broken at the least load, if there is one", () => {
    expect(firstBreak([at(2), at(null, "below")]).promise).toBe(1);
  });

  it("is nothing when all promises are kept, or one cannot be told", () => {
    expect(firstBreak([at(null, "above"), at(null, "above")]).promise).toBe(null);
    expect(firstBreak([at(2), at(null, "unknown")]).promise).toBe(null);
  });
});
