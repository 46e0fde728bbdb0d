/** Looks for the loads at which promises break: a grid first, then bisection, all policies and promises side by side. */

import { bracketOf } from "./bracket.ts";
import { breakingPoint } from "./breaking-point.ts";
import type { Ask, Curve, Measure, Point, Response } from "./response.ts";

export interface SearchRange {
  /** Loads measured for every policy, ascending. */
  readonly grid: readonly number[];
  /** Bisection ends when the bracket is narrower than this share of its load. */
  readonly tolerance: number;
  /** Replications behind every point, and the confidence of the intervals. */
  readonly replications: number;
  readonly confidence: number;
}

/** How far beyond the ends of an interval its slope is measured, so that the final interval still lies inside. */
const SLACK = 1.25;

/** The middle of every bracket that is still too wide. */
function middles(curve: Curve, promises: number, tolerance: number): number[] {
  const found = Array.from({ length: promises }, (_, promise) => {
    const bracket = bracketOf(curve, promise);
    if (bracket.kind !== "found") return undefined;
    const { below, above } = bracket;
    return above.load - below.load <= tolerance * above.load ? undefined : (below.load + above.load) / 2;
  });
  return [...new Set(found.filter((load) => load !== undefined))];
}

function inserted(curve: Curve, fresh: readonly Point[]): Curve {
  return [...curve, ...fresh].toSorted((a, b) => a.load - b.load);
}

/**
 * Two points beside every breaking point, as far away as its interval reaches: the slope between them is that of the curve at the point,
 * whatever its curvature, and comparable between policies.
 */
function flanks(curve: Curve, promises: number, { grid, replications, confidence }: SearchRange): number[] {
  const [least, greatest] = [grid[0] ?? 0, grid.at(-1) ?? 0];
  const found = Array.from({ length: promises }, (_, promise) => {
    const { load, low, high } = breakingPoint(curve, promise, replications, confidence);
    if (load === null || low === null || high === null || low === high) return [];
    const reach = (SLACK * (high - low)) / 2;
    return [load - reach, load + reach];
  });
  return [...new Set(found.flat())].filter((load) => load > least && load < greatest && !curve.some((point) => point.load === load));
}

/** Halves brackets until all are narrow; every round answers all that is asked. */
async function bisect(
  measure: Measure,
  from: readonly Curve[],
  first: readonly Ask[],
  promises: number,
  tolerance: number,
): Promise<Curve[]> {
  let curves: Curve[] = [...from];
  let asks = first;
  while (asks.length > 0) {
    const answers = await measure(asks);
    const points = asks.map(({ policy, load }, index) => ({ policy, load, response: answers[index] as Response }));
    curves = curves.map((curve, policy) =>
      inserted(
        curve,
        points.filter((point) => point.policy === policy).map(({ load, response }) => ({ load, response })),
      ),
    );
    asks = curves.flatMap((curve, policy) => middles(curve, promises, tolerance).map((load) => ({ policy, load })));
  }
  return curves;
}

/**
 * Measures the grid, then halves the first bracket (kept below, broken above) of each promise until it is narrow enough, then measures
 * beside the breaking points. All open questions of a round are asked at once, so that they can be answered in parallel.
 *
 * Bisection needs a sign, not a slope: it finds *a* crossing of any continuous curve, and the first one that the grid shows. What
 * happens between two points of the grid on the same side of the bound is not seen.
 *
 * @param policies number of policies
 * @param promises number of promises
 * @returns the curve of each policy, with every point that was measured
 */
export async function search(measure: Measure, policies: number, promises: number, range: SearchRange): Promise<Curve[]> {
  const rows = Array.from({ length: policies }, (_, policy) => policy);
  const grid = range.grid.flatMap((load) => rows.map((policy) => ({ policy, load })));
  const nothing: Curve[] = rows.map(() => []);
  const narrowed = await bisect(measure, nothing, grid, promises, range.tolerance);
  const beside = narrowed.flatMap((curve, policy) => flanks(curve, promises, range).map((load) => ({ policy, load })));
  return bisect(measure, narrowed, beside, promises, range.tolerance);
}
