/** Counters of a journey that an author brought: how much was counted after adoption. */

import type { JourneyCount, KpiEstimate, Span, StrategyResult } from "../kpi/index.ts";
import type { Outcome, Plan } from "../sim/index.ts";
import { jackknife } from "../stats/index.ts";

/** What a replication counted after adoption. */
function totalOf(plan: Plan, { counted }: Outcome, counter: number, counters: number): number {
  const { adoptionMonth, ends } = plan.calendar;
  let total = 0;
  for (let month = adoptionMonth; month < ends.length; month++) total += counted[month * counters + counter] as number;
  return total;
}

/** The mean over replications without one of them, with its jackknife interval. */
function meanOf(values: readonly number[], confidence: number) {
  const total = values.reduce((sum, value) => sum + value, 0);
  const without = (leaveOut: number | null) =>
    leaveOut === null ? total / values.length : (total - (values[leaveOut] as number)) / (values.length - 1);
  return jackknife(values.length, without, confidence);
}

function countEstimate(values: readonly number[], confidence: number): KpiEstimate {
  const estimate = meanOf(values, confidence);
  const n = values.length;
  if ("undefined" in estimate) return { mean: null, low: null, high: null, sd: null, n, unit: "count", reason: "no replication" };
  const { estimate: mean, low, high, sd } = estimate;
  return { mean, low: low === null ? null : Math.max(0, low), high, sd, n, unit: "count" };
}

function differenceOf(values: readonly number[], base: readonly number[], confidence: number): Span {
  const estimate = meanOf(
    values.map((value, index) => value - (base[index] as number)),
    confidence,
  );
  if ("undefined" in estimate) return { mean: null, low: null, high: null, reason: "no replication" };
  return { mean: estimate.estimate, low: estimate.low, high: estimate.high };
}

/**
 * The part `journey` of a strategy's result; nothing for the bundled journey.
 *
 * @param outcomes - of the strategy, in order of replication
 * @param base - of the baseline in the same order; undefined for the baseline itself
 */
export function journeyCounts(
  plan: Plan,
  outcomes: readonly Outcome[],
  base: readonly Outcome[] | undefined,
): Pick<StrategyResult, "journey"> {
  const { own } = plan.journey;
  if (own === undefined) return {};
  const { confidence } = plan.scenario;
  const counts = own.counters.map((name, counter): readonly [string, JourneyCount] => {
    const totals = (some: readonly Outcome[]) => some.map((outcome) => totalOf(plan, outcome, counter, own.counters.length));
    const count = countEstimate(totals(outcomes), confidence);
    return [name, base === undefined ? { count } : { count, difference: differenceOf(totals(outcomes), totals(base), confidence) }];
  });
  return { journey: Object.fromEntries(counts) };
}
