/**
 * The load at which a promise breaks, with its interval over replications.
 *
 * θ is where the margin over all replications crosses zero, by linear interpolation in the last bracket of the bisection. Its
 * interval is the jackknife of the linearised inverse: without replication j the curve at θ lies at m₋ⱼ(θ) instead of 0, so that it
 * crosses at θ + m₋ⱼ(θ) / |m′|. This is the delta method for the root of an estimating equation (for ratios of sums: Fieller's
 * problem without his correction for an uncertain slope, whose effect vanishes at the root to first order).
 *
 * The slope m′ is the secant over the narrowest measured span that holds the interval. A narrower span would measure the roughness of
 * a finite sample, a wider one the curvature of the response.
 *
 * Limits: replications are few and Student's t is trusted with the rest; a curve that is far from straight over the width of the
 * interval makes it lopsided in truth but not here; a promise whose curve merely touches its bound has no such point.
 *
 * Sources: Miller 1974, "The jackknife: a review", Biometrika 61(1); Asmussen & Glynn 2007, Stochastic Simulation, section III.4 (root
 * of an estimated function) and V.6 (common random numbers); Fieller 1954, JRSS B 16(2).
 */

import { jackknife, type JackknifeEstimate } from "../../stats/index.ts";
import { bracketOf, keptAgain, marginAt } from "./bracket.ts";
import type { Curve, Point } from "./response.ts";

/** A load with its interval; what cannot be told is null and says why. */
export interface LoadEstimate {
  readonly load: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly reason?: string;
}

/** A breaking point, and where it would lie without one of the replications (for paired differences). */
export interface BreakingPoint extends LoadEstimate {
  /** The least load above it, and above its interval, at which the promise is kept again; null: none was seen. */
  readonly keptAgain: number | null;
  /** By replication; undefined where there is no point, or no slope to tell. */
  readonly without: readonly number[] | undefined;
  /** Where the crossing lies though there is no point: below everything measured, above it, or unknown. */
  readonly beyond: "below" | "above" | "unknown" | undefined;
}

const ONE = "one replication gives no interval";
const STEEP = "the curve is too flat or too rough for an interval in the range that was measured";

/** Loads as texts: at most four decimals, no zeros behind. */
export function loadText(load: number): string {
  return String(Number(load.toFixed(4)));
}

interface Crossing {
  readonly below: Point;
  readonly above: Point;
  /** Share of the way from below to above at which the margin is zero. */
  readonly share: number;
  readonly load: number;
}

function crossingOf(below: Point, above: Point, promise: number): Crossing {
  const [from, to] = [marginAt(below, promise) ?? 0, marginAt(above, promise) ?? 0];
  const share = from / (from - to);
  return { below, above, share, load: below.load + share * (above.load - below.load) };
}

/** The margins at the crossing without each replication; undefined where one of them is undefined. */
function marginsWithout(crossing: Crossing, promise: number, n: number): number[] | undefined {
  const margins: number[] = [];
  for (let j = 0; j < n; j++) {
    const from = crossing.below.response.margin(promise, j);
    const to = crossing.above.response.margin(promise, j);
    if (from === null || to === null) return undefined;
    margins.push(from + crossing.share * (to - from));
  }
  return margins;
}

function estimateWithout(load: number, without: readonly number[], confidence: number): Pick<JackknifeEstimate, "low" | "high"> {
  const estimate = jackknife(without.length, (leaveOut) => (leaveOut === null ? load : (without[leaveOut] as number)), confidence);
  return "undefined" in estimate ? { low: null, high: null } : estimate;
}

interface Span {
  readonly from: Point;
  readonly to: Point;
}

/** The narrowest measured span around a crossing that holds an interval; undefined: it reaches beyond what was measured. */
function spanOf(curve: Curve, { below, above }: Crossing, low: number, high: number): Span | undefined {
  const from = curve.findLast((point) => point.load <= Math.min(low, below.load));
  const to = curve.find((point) => point.load >= Math.max(high, above.load));
  return from === undefined || to === undefined ? undefined : { from, to };
}

function slopeOf({ from, to }: Span, promise: number): number {
  return ((marginAt(to, promise) ?? Number.NaN) - (marginAt(from, promise) ?? Number.NaN)) / (to.load - from.load);
}

/**
 * Narrows the span from everything that was measured to the narrowest that still holds the interval that its slope gives. From wide
 * to narrow, because the other way round would stop at the first span that is steep by chance.
 */
function spannedInterval(curve: Curve, crossing: Crossing, margins: readonly number[], promise: number, confidence: number) {
  let span: Span | undefined = { from: curve[0] as Point, to: curve.at(-1) as Point };
  let width = Number.POSITIVE_INFINITY;
  let found: { low: number; high: number; without: number[] } | undefined;
  while (span !== undefined && span.to.load - span.from.load < width) {
    width = span.to.load - span.from.load;
    const slope = slopeOf(span, promise);
    if (!(slope < 0)) return found;
    const without = margins.map((margin) => crossing.load - margin / slope);
    const { low, high } = estimateWithout(crossing.load, without, confidence);
    if (low === null || high === null || low < span.from.load || high > span.to.load) return found;
    found = { low, high, without };
    span = spanOf(curve, crossing, low, high);
  }
  return found;
}

const NOWHERE = { load: null, low: null, high: null, keptAgain: null, without: undefined } as const;

/**
 * Where a promise (row) breaks on a measured curve.
 *
 * @param n number of replications behind every point
 * @param confidence coverage of the interval, e.g. 0.95
 */
export function breakingPoint(curve: Curve, promise: number, n: number, confidence: number): BreakingPoint {
  const bracket = bracketOf(curve, promise);
  if (bracket.kind === "kept") return { ...NOWHERE, beyond: "above", reason: `kept at every load up to ${loadText(bracket.upTo)}` };
  if (bracket.kind === "undefined") {
    return { ...NOWHERE, beyond: "unknown", reason: `the KPI is undefined at load ${loadText(bracket.at)}` };
  }
  if (bracket.kind === "broken") {
    const again = keptAgain(curve, promise, bracket.at) ?? null;
    return { ...NOWHERE, keptAgain: again, beyond: "below", reason: `broken at load ${loadText(bracket.at)} already` };
  }
  const crossing = crossingOf(bracket.below, bracket.above, promise);
  // Within the interval a finite sample may cross more than once; beyond it that would mean something.
  const again = (after: number) => keptAgain(curve, promise, Math.max(after, bracket.above.load)) ?? null;
  const common = { load: crossing.load, beyond: undefined };
  const none = { ...common, low: null, high: null, keptAgain: again(crossing.load), without: undefined };
  if (n < 2) return { ...none, reason: ONE };
  const margins = marginsWithout(crossing, promise, n);
  if (margins === undefined) return { ...none, reason: "the KPI is undefined without one of the replications" };
  const interval = spannedInterval(curve, crossing, margins, promise, confidence);
  return interval === undefined ? { ...none, reason: STEEP } : { ...common, ...interval, keptAgain: again(interval.high) };
}

/** What breaks first: the promise with the least breaking point. */
export interface FirstBreak {
  /** Row of the promise; null when none breaks in the range. */
  readonly promise: number | null;
  readonly point: BreakingPoint;
}

/**
 * The least of a policy's breaking points. Which promise that is is taken as known: where two break at nearly the same load, the
 * interval of the first is a little too narrow.
 */
export function firstBreak(points: readonly BreakingPoint[]): FirstBreak {
  const below = points.findIndex((point) => point.beyond === "below");
  if (below >= 0) return { promise: below, point: points[below] as BreakingPoint };
  const unknown = points.find((point) => point.beyond === "unknown");
  if (unknown !== undefined) return { promise: null, point: unknown };
  const [first] = points
    .map((point, promise) => ({ promise, point }))
    .filter(({ point }) => point.load !== null)
    .toSorted((a, b) => (a.point.load ?? 0) - (b.point.load ?? 0));
  return first ?? { promise: null, point: points[0] as BreakingPoint };
}

/** The paired difference of two breaking points that met the same luck. */
export function breakingDifference(point: BreakingPoint, base: BreakingPoint, confidence: number): LoadEstimate {
  if (point.load === null || base.load === null) {
    const reason = point.load === null ? point.reason : `of the policy compared with: ${base.reason ?? "no breaking point"}`;
    return { load: null, low: null, high: null, reason: reason ?? "no breaking point" };
  }
  const load = point.load - base.load;
  if (point.without === undefined || base.without === undefined) {
    return { load, low: null, high: null, reason: point.reason ?? base.reason ?? STEEP };
  }
  const { without } = base;
  const estimate = estimateWithout(
    load,
    point.without.map((value, j) => value - (without[j] as number)),
    confidence,
  );
  return { load, low: estimate.low, high: estimate.high };
}
