import { describe, expect, it } from "vitest";
import { morrisEffects, morrisTrajectories, sobolDesign, sobolIndices, type SobolIndices } from "../../../src/stats/index.ts";
import { sequenceOf } from "../../support/uniform-sequence.ts";

const onCircle = (x: number) => (2 * x - 1) * Math.PI;

/** Ishigami & Homma 1990 with a = 7, b = 0.1, on [−π, π]³. */
function ishigami([x = 0, y = 0, z = 0]: readonly number[]): number {
  const [s, t, u] = [Math.sin(onCircle(x)), Math.sin(onCircle(y)), onCircle(z)];
  return s + 7 * t * t + 0.1 * u * u * u * u * s;
}

/** Sobol's g-function on [0, 1]^k with the weights a. */
const gFunction = (a: readonly number[]) => (x: readonly number[]) =>
  a.reduce((product, weight, j) => product * ((Math.abs(4 * (x[j] as number) - 2) + weight) / (1 + weight)), 1);

function indicesOf(model: (x: readonly number[]) => number, dimensions: number, rows: number): SobolIndices[] {
  const { a, b, ab } = sobolDesign(rows, dimensions);
  const values = { a: a.map(model), b: b.map(model), ab: ab.map((points) => points.map(model)) };
  return sobolIndices(values, 0.95, sequenceOf("bootstrap"), 100);
}

describe("Sobol indices", () => {
  it("are those of Ishigami's function (sim-030)", () => {
    const found = indicesOf(ishigami, 3, 8192);
    const expected = {
      first: [0.31390519114781146, 0.4424111447900409, 0],
      total: [0.5575888552099592, 0.4424111447900409, 0.2436836640621477],
    };
    for (const [at, { first, total }] of found.entries()) {
      expect(Math.abs(first.estimate - (expected.first[at] as number))).toBeLessThan(0.01);
      expect(Math.abs(total.estimate - (expected.total[at] as number))).toBeLessThan(0.01);
    }
  });

  it("are those of the g-function in closed form", () => {
    const a = [0, 1, 4.5, 9, 99, 99];
    const partial = a.map((weight) => 1 / (3 * (1 + weight) * (1 + weight)));
    const whole = partial.reduce((product, v) => product * (1 + v), 1);
    for (const [at, { first, total }] of indicesOf(gFunction(a), 6, 8192).entries()) {
      const own = partial[at] as number;
      expect(Math.abs(first.estimate - own / (whole - 1))).toBeLessThan(0.01);
      expect(Math.abs(total.estimate - ((own / (1 + own)) * whole) / (whole - 1))).toBeLessThan(0.01);
    }
  });

  it("of an additive model add up to one, and total equals first order", () => {
    const found = indicesOf(([x = 0, y = 0]) => 3 * x + 4 * y, 2, 2048);
    expect(found.map(({ first }) => first.estimate)[0]).toBeCloseTo(9 / 25, 2);
    expect(found.reduce((sum, { first }) => sum + first.estimate, 0)).toBeCloseTo(1, 2);
    expect(found[1]?.total.estimate).toBeCloseTo(16 / 25, 2);
  });

  it("have intervals that hold them, narrower with more rows", () => {
    const [few, many] = [indicesOf(ishigami, 3, 256), indicesOf(ishigami, 3, 4096)];
    for (const [at, { total }] of many.entries()) {
      expect(total.low).toBeLessThanOrEqual(total.estimate);
      expect(total.high).toBeGreaterThanOrEqual(total.estimate);
      const before = few[at]?.total ?? { low: 0, high: 0 };
      expect(total.high - total.low).toBeLessThan(0.5 * (before.high - before.low));
    }
  });

  it("of a result that never changes are zero", () => {
    expect(indicesOf(() => 5, 2, 16)[0]?.total.estimate).toBe(0);
  });

  it("refuse rows that are no power of two", () => {
    expect(() => sobolDesign(100, 3)).toThrow(RangeError);
  });
});

describe("Morris screening", () => {
  const trajectories = morrisTrajectories(4000, 3, 4, sequenceOf("morris"));

  it("walks on the grid, one parameter a step", () => {
    for (const { points, changed } of trajectories.slice(0, 50)) {
      for (const point of points) for (const x of point) expect([0, 1, 2, 3].map((k) => k / 3)).toContainEqual(expect.closeTo(x, 12));
      expect(changed.toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
      for (const [k, j] of changed.entries()) {
        const moved = points[k + 1]?.flatMap((x, at) => (x === points[k]?.[at] ? [] : [at]));
        expect(moved).toEqual([j]);
      }
    }
  });

  it("finds SALib's influences of Ishigami's function (sim-032)", () => {
    const effects = morrisEffects(
      trajectories,
      trajectories.map(({ points }) => points.map(ishigami)),
      0.95,
    );
    expect(effects[1]?.muStar).toBeCloseTo(7.875, 9);
    for (const [at, expected] of [7.682808, 7.875, 6.256295].entries()) {
      expect(Math.abs((effects[at]?.muStar as number) - expected) / expected).toBeLessThan(0.03);
    }
  });

  it("finds slopes of a linear model exactly, without spread", () => {
    const few = morrisTrajectories(5, 2, 4, sequenceOf("linear"));
    const effects = morrisEffects(
      few,
      few.map(({ points }) => points.map(([x = 0, y = 0]) => 2 * x - 3 * y)),
      0.9,
    );
    expect(effects[0]?.mu).toBeCloseTo(2, 12);
    expect(effects[1]?.mu).toBeCloseTo(-3, 12);
    expect(effects[1]?.muStar).toBeCloseTo(3, 12);
    expect(effects[1]?.sigma).toBeCloseTo(0, 12);
  });

  it("refuses an odd number of levels", () => {
    expect(() => morrisTrajectories(1, 1, 5, () => 0.5)).toThrow(RangeError);
  });
});
