/** Where the points of a sweep lie: places between 0 and 1 of every parameter. */

import { latinHypercube, sobolSequence } from "../../stats/index.ts";
import { evenPlaces, type ParameterRange } from "../design/range.ts";

export type SweepDesign = "grid" | "lhs" | "sobol";

/** Every combination, the last parameter fastest. */
function product(axes: readonly (readonly number[])[]): number[][] {
  return axes.reduce<number[][]>((points, axis) => points.flatMap((point) => axis.map((place) => [...point, place])), [[]]);
}

/**
 * The points of a design.
 *
 * @param points grid: values of every parameter; otherwise: points in all
 * @param uniform addressed uniform numbers of the study, for Latin hypercubes
 */
export function sweepPlaces(
  design: SweepDesign,
  ranges: readonly ParameterRange[],
  points: number,
  uniform: (dimension: number, index: number) => number,
): number[][] {
  if (design === "grid") return product(ranges.map((range) => evenPlaces(range, points)));
  if (design === "lhs") return latinHypercube(points, ranges.length, uniform);
  // The first point of the sequence is a corner, which says little; the next are as even.
  return sobolSequence(points + 1, ranges.length).slice(1);
}
