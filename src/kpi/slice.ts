/** What a KPI formula reads: sums of counters over a scope, and the sums around it. */

import { at, type CounterName } from "./ledger.ts";

/** Sums over all replications (or all but one) of a scope: overall, a channel, a segment or a period. */
export interface Slice {
  /** Counters of the scope. */
  readonly sums: Float64Array;
  /** Counters of the same months over all segments and channels; shared costs are divided by time spent in the scope. */
  readonly whole: Float64Array;
  /** Counters of the scope in each full year up to the end of the scope's months, oldest first. */
  readonly years: readonly Float64Array[];
  /** Whether the scope is one period (a year) and not the whole comparison. */
  readonly isPeriod: boolean;
  /** How many replications the sums are over. */
  readonly replications: number;
}

/** A value, or the reason why there is none. */
export type KpiValue = number | { readonly reason: string };

/** A counter of a slice. */
export function sum(slice: Slice, counter: CounterName): number {
  return slice.sums[at[counter]] as number;
}

/** A ratio of sums, or the reason why it is undefined. */
export function ratio(numerator: number, denominator: number, reason: string): KpiValue {
  return denominator === 0 ? { reason } : numerator / denominator;
}

/** `per(a, b, reason)`: the ratio of two counters. */
export function per(numerator: CounterName, denominator: CounterName, reason: string): (slice: Slice) => KpiValue {
  return (slice) => ratio(sum(slice, numerator), sum(slice, denominator), reason);
}

/** Seconds of agents' time spent in the scope (handling and after-contact work). */
export function workedMs(sums: Float64Array): number {
  return (sums[at.handlingMs] as number) + (sums[at.wrapUpMs] as number);
}

/**
 * Cost of service in the scope, money: the contacts' own cost, and of the paid staff the share of the time worked there. The
 * overall scope carries all of it, idle time included.
 */
export function serviceCost(slice: Slice): number {
  const worked = workedMs(slice.whole);
  const share = worked === 0 ? 1 : workedMs(slice.sums) / worked;
  return (sum(slice, "contactCost") + (slice.whole[at.staffCost] as number) * share) / 100;
}
