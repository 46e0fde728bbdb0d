/** Estimates of KPIs, paired differences and relative uplifts, with jackknife intervals over replications. */

import { jackknife, type LeaveOneOutStatistic, pairedTest } from "../stats/index.ts";
import type { Kpi } from "./kpi.ts";
import type { KpiEstimate, KpiUnit, Span } from "./result.ts";
import type { ScopeSums } from "./scope-sums.ts";
import type { KpiValue } from "./slice.ts";

function numeric(value: KpiValue): number | null {
  return typeof value === "number" ? value : null;
}

function reasonOf(value: KpiValue): string {
  return typeof value === "number" ? "" : value.reason;
}

/**
 * A KPI over replications: the formula applied to the sums over all of them (a ratio is a ratio of sums), with a jackknife
 * interval (Efron & Stein 1981) by Student's t. Undefined: mean null and the reason.
 *
 * @param confidence - e.g. 0.95
 */
export function estimateKpi(kpi: Kpi, scope: ScopeSums, confidence: number): KpiEstimate {
  const { unit } = kpi;
  const n = scope.replications;
  const estimate = jackknife(n, (leaveOut) => numeric(kpi.value(scope.slice(leaveOut))), confidence);
  if ("undefined" in estimate) {
    return { mean: null, low: null, high: null, sd: null, n, unit, reason: reasonOf(kpi.value(scope.slice(null))) };
  }
  return { mean: estimate.estimate, ...possible(unit, estimate.low, estimate.high), sd: estimate.sd, n, unit };
}

/** Least and greatest possible values by unit; a ratio, a change and money have none. */
const POSSIBLE: Readonly<Record<KpiUnit, readonly [number, number]>> = {
  share: [0, 1],
  s: [0, Number.POSITIVE_INFINITY],
  count: [0, Number.POSITIVE_INFINITY],
  events: [0, Number.POSITIVE_INFINITY],
  score: [-100, 100],
  change: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  ratio: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  money: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
};

/** An interval cut off at what is possible: a t interval from few replications does not know that a share ends at 1. */
export function possible(unit: KpiUnit, low: number | null, high: number | null): { low: number | null; high: number | null } {
  const [least, greatest] = POSSIBLE[unit];
  return { low: low === null ? null : Math.max(least, low), high: high === null ? null : Math.min(greatest, high) };
}

/** Difference and relative uplift of one KPI between two strategies that met the same luck. */
export interface Contrast {
  readonly difference: Span;
  readonly relative: Span;
  /** Two-sided p-value of the difference; null without interval. */
  readonly p: number | null;
  /**
   * What the same luck was worth: (variance of one + variance of the other) / variance of their paired difference; 1 is what independent
   * luck gives. Null where a difference has no variance or no interval.
   */
  readonly varianceReduction: number | null;
}

type Combine = (value: number, base: number) => number | null;

/** A KPI with its value over all replications but one: all that a comparison needs to know of it. */
export interface LeaveOneOut {
  readonly estimate: KpiEstimate;
  readonly value: LeaveOneOutStatistic;
}

function leaveOneOut(kpi: Kpi, scope: ScopeSums, confidence: number): LeaveOneOut {
  return { estimate: estimateKpi(kpi, scope, confidence), value: (leaveOut) => numeric(kpi.value(scope.slice(leaveOut))) };
}

function spanOf(n: number, confidence: number, one: LeaveOneOut, base: LeaveOneOut, combine: Combine) {
  return jackknife(
    n,
    (leaveOut) => {
      const a = one.value(leaveOut);
      const b = base.value(leaveOut);
      return a === null || b === null ? null : combine(a, b);
    },
    confidence,
  );
}

function undefinedSpan(reason: string): Span {
  return { mean: null, low: null, high: null, reason };
}

/** Why a relative uplift over this baseline would mislead, or undefined if it would not. */
function refusal(base: KpiEstimate): string | undefined {
  if (base.mean === null) return base.reason ?? "undefined";
  if (base.mean <= 0) return "the baseline is not above zero, so a ratio to it has no meaning";
  if (base.low !== null && base.low <= 0) return "the baseline's interval covers zero, so a ratio to it has no meaning";
  return undefined;
}

/**
 * Compares a KPI between two strategies, replication by replication. A relative uplift over a baseline that is not
 * clearly above zero is refused with a reason; the difference always stands.
 */
export function contrastKpi(kpi: Kpi, scope: ScopeSums, base: ScopeSums, confidence: number): Contrast {
  const n = Math.min(scope.replications, base.replications);
  return contrast(n, leaveOneOut(kpi, scope, confidence), leaveOneOut(kpi, base, confidence), confidence);
}

/**
 * The same from values that are known already: {@link contrastKpi} without the ledgers.
 *
 * @param n replications that both have
 */
export function contrast(n: number, one: LeaveOneOut, base: LeaveOneOut, confidence: number): Contrast {
  const { unit } = base.estimate;
  const difference = spanOf(n, confidence, one, base, (a, b) => a - b);
  if ("undefined" in difference) {
    const reason = base.estimate.mean === null ? (base.estimate.reason ?? "undefined") : (one.estimate.reason ?? "undefined");
    return { difference: undefinedSpan(reason), relative: undefinedSpan(reason), p: null, varianceReduction: null };
  }
  const { estimate, low, high, sd } = difference;
  if (tooFewToJudge(unit, estimate, sd)) {
    const reason = "too few events: the difference is the same whichever replication is left out";
    return {
      difference: { mean: estimate, low: null, high: null, reason },
      relative: undefinedSpan(reason),
      p: null,
      varianceReduction: null,
    };
  }
  return {
    difference: { mean: estimate, low, high },
    relative: relativeTo(base.estimate, () => spanOf(n, confidence, one, base, (a, b) => (b === 0 ? null : a / b - 1))),
    p: sd === null ? null : pairedTest(estimate, sd / Math.sqrt(n), n),
    varianceReduction: reductionBy(sd, base.estimate.sd, one.estimate.sd),
  };
}

function reductionBy(paired: number | null, one: number | null, other: number | null): number | null {
  if (paired === null || paired === 0 || one === null || other === null) return null;
  return (one * one + other * other) / (paired * paired);
}

/**
 * A difference of shares, times or ratios without any variation comes from a handful of events, not from certainty. Sums of
 * money and counts may be fixed by the scenario.
 */
function tooFewToJudge(unit: KpiUnit, estimate: number, sd: number | null): boolean {
  return sd === 0 && estimate !== 0 && unit !== "money" && unit !== "count";
}

function relativeTo(baseline: KpiEstimate, estimate: () => ReturnType<typeof jackknife>): Span {
  const refused = refusal(baseline);
  if (refused !== undefined) return undefinedSpan(refused);
  const relative = estimate();
  if ("undefined" in relative) return undefinedSpan("undefined");
  return { mean: relative.estimate, low: relative.low, high: relative.high };
}
