/** Sums of a scope for each replication and for all of them, so that any one can be left out exactly. */

import { type LedgerShape, sumLedger } from "./ledger.ts";
import type { Slice } from "./slice.ts";

/** Months of a scope, exclusive at the end. */
export interface MonthRange {
  readonly fromMonth: number;
  readonly toMonth: number;
}

/** What is summed: which months, and one channel or segment of it or everything. */
export interface ScopeOfSums extends MonthRange {
  readonly channel?: number;
  readonly segment?: number;
  /** Whole years up to the end of the months, oldest first. */
  readonly years: readonly MonthRange[];
  readonly isPeriod: boolean;
}

interface Sums {
  readonly sums: Float64Array;
  readonly whole: Float64Array;
  readonly years: readonly Float64Array[];
}

/** The sums of one scope under one strategy. */
export interface ScopeSums {
  readonly replications: number;
  /** The slice over all replications, or over all but one. Whole numbers, so leaving one out is exact. */
  slice(leaveOut: number | null): Slice;
}

function minus(total: Float64Array, part: Float64Array): Float64Array {
  return total.map((value, index) => value - (part[index] as number));
}

function plus(parts: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(parts[0]?.length ?? 0);
  for (const part of parts) for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + (part[i] as number);
  return total;
}

/** Sums the ledgers of one strategy, one per replication. */
export function sumScope(shape: LedgerShape, ledgers: readonly Float64Array[], scope: ScopeOfSums): ScopeSums {
  const part = {
    ...(scope.channel === undefined ? {} : { channel: scope.channel }),
    ...(scope.segment === undefined ? {} : { segment: scope.segment }),
  };
  const narrow = scope.channel !== undefined || scope.segment !== undefined;
  const each: Sums[] = ledgers.map((cells) => {
    const sums = sumLedger(shape, cells, { ...part, fromMonth: scope.fromMonth, toMonth: scope.toMonth });
    return {
      sums,
      whole: narrow ? sumLedger(shape, cells, { fromMonth: scope.fromMonth, toMonth: scope.toMonth }) : sums,
      years: scope.years.map((year) => sumLedger(shape, cells, { ...part, ...year })),
    };
  });
  const total: Sums = {
    sums: plus(each.map((one) => one.sums)),
    whole: plus(each.map((one) => one.whole)),
    years: scope.years.map((_, year) => plus(each.map((one) => one.years[year] as Float64Array))),
  };
  const slices = each.map((one) => ({
    sums: minus(total.sums, one.sums),
    whole: minus(total.whole, one.whole),
    years: total.years.map((year, index) => minus(year, one.years[index] as Float64Array)),
    isPeriod: scope.isPeriod,
    replications: ledgers.length - 1,
  }));
  const all = { ...total, isPeriod: scope.isPeriod, replications: ledgers.length };
  return { replications: ledgers.length, slice: (leaveOut) => (leaveOut === null ? all : (slices[leaveOut] ?? all)) };
}
