import { describe, expect, it } from "vitest";
import { haltonSequence, latinHypercube, MOST_SOBOL_DIMENSIONS, sobolSequence } from "../../../src/stats/index.ts";
import { sequenceOf } from "../../support/uniform-sequence.ts";

describe("the Sobol sequence", () => {
  it("begins as scipy.stats.qmc's (validation case sim-033, Joe & Kuo's direction numbers)", () => {
    expect(sobolSequence(8, 3)).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
    ]);
  });

  it.each([1, 2, 17, 100])("puts 2^10 points one into each of 2^10 intervals, in dimension %i", (dimension) => {
    const places = sobolSequence(1024, dimension).map((point) => Math.floor((point.at(-1) as number) * 1024));
    expect(new Set(places).size).toBe(1024);
  });

  it("stays balanced under a digital shift, and moves", () => {
    const shifted = sobolSequence(256, 3, [0.3, 0.7, 0.123]);
    for (const dimension of [0, 1, 2]) {
      expect(new Set(shifted.map((point) => Math.floor((point[dimension] as number) * 256))).size).toBe(256);
    }
    expect(shifted[0]).not.toEqual([0, 0, 0]);
  });

  it("integrates a smooth function of ten parameters far better than its number of points lets chance do", () => {
    const points = sobolSequence(4096, 10);
    const mean = points.reduce((sum, point) => sum + point.reduce((product, x) => product * (1 + 0.5 * (x - 0.5)), 1), 0) / points.length;
    // Chance: sd of the product ((1 + 1/48)^10 − 1)^½ = 0.48, over 64.
    expect(Math.abs(mean - 1)).toBeLessThan(0.48 / 64 / 10);
  });

  it("refuses what it has no numbers for", () => {
    expect(() => sobolSequence(4, MOST_SOBOL_DIMENSIONS + 1)).toThrow(RangeError);
    expect(() => sobolSequence(1.5, 2)).toThrow(RangeError);
  });
});

it("the Halton sequence begins as scipy.stats.qmc's (sim-033)", () => {
  const expected = [
    [0, 0],
    [0.5, 1 / 3],
    [0.25, 2 / 3],
    [0.75, 1 / 9],
    [0.125, 4 / 9],
    [0.625, 7 / 9],
  ];
  for (const [index, point] of haltonSequence(6, 2).entries()) {
    expect(point[0]).toBe(expected[index]?.[0]);
    expect(point[1]).toBeCloseTo(expected[index]?.[1] ?? Number.NaN, 12);
  }
});

describe("a Latin hypercube", () => {
  const points = latinHypercube(50, 4, sequenceOf("hypercube"));

  it("has one point in every stratum of every parameter", () => {
    for (const dimension of [0, 1, 2, 3]) {
      expect(points.map((point) => Math.floor((point[dimension] as number) * 50)).sort((a, b) => a - b)).toEqual(
        Array.from({ length: 50 }, (_, k) => k),
      );
    }
  });

  it("pairs the strata of two parameters by chance", () => {
    const ranks = (dimension: number) => points.map((point) => point[dimension] as number);
    const [x, y] = [ranks(0), ranks(1)];
    const correlation = x.reduce((sum, value, index) => sum + (value - 0.5) * ((y[index] as number) - 0.5), 0) / 50 / (1 / 12);
    expect(Math.abs(correlation)).toBeLessThan(3 / Math.sqrt(50));
  });

  it("refuses no points and no parameters", () => {
    expect(() => latinHypercube(0, 1, () => 0.5)).toThrow(RangeError);
    expect(() => latinHypercube(1, 0, () => 0.5)).toThrow(RangeError);
  });
});
