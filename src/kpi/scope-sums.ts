/** Sums of a scope for each replication and for all of them, so that any one can be left out exactly. */

import { type LedgerShape, sumLedger, sumMonths } from "./ledger.ts";
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
  /** The slice of one replication, by its place among those summed. */
  alone(replication: number): Slice;
}

function minus(total: Float64Array, part: Float64Array): Float64Array {
  const rest = new Float64Array(total.length);
  for (let i = 0; i < total.length; i++) rest[i] = (total[i] as number) - (part[i] as number);
  return rest;
}

function plus(parts: readonly Float64Array[]): Float64Array {
  const total = new Float64Array(parts[0]?.length ?? 0);
  for (const part of parts) for (let i = 0; i < total.length; i++) total[i] = (total[i] as number) + (part[i] as number);
  return total;
}

/** The ledgers of one strategy, one per replication. Months are added up once for all scopes that ask for them. */
export class LedgerSums {
  readonly #shape: LedgerShape;
  readonly #ledgers: readonly Float64Array[];
  /** By months: each ledger as one of a single month. */
  readonly #known = new Map<string, readonly Float64Array[]>();

  constructor(shape: LedgerShape, ledgers: readonly Float64Array[]) {
    this.#shape = shape;
    this.#ledgers = ledgers;
  }

  /** The sums of a scope for each replication and for all. */
  scope(scope: ScopeOfSums): ScopeSums {
    const months = this.#summed(scope, scope);
    const narrow = scope.channel !== undefined || scope.segment !== undefined;
    const whole = narrow ? this.#summed(scope, {}) : months;
    const years = scope.years.map((year) => this.#summed(year, scope));
    const each: Sums[] = months.map((sums, replication) => ({
      sums,
      whole: whole[replication] as Float64Array,
      years: years.map((year) => year[replication] as Float64Array),
    }));
    const total: Sums = { sums: plus(months), whole: plus(whole), years: years.map(plus) };
    const slices = each.map((one) => ({
      sums: minus(total.sums, one.sums),
      whole: minus(total.whole, one.whole),
      years: total.years.map((year, index) => minus(year, one.years[index] as Float64Array)),
      isPeriod: scope.isPeriod,
      replications: each.length - 1,
    }));
    const all = { ...total, isPeriod: scope.isPeriod, replications: each.length };
    return {
      replications: each.length,
      slice: (leaveOut) => (leaveOut === null ? all : (slices[leaveOut] ?? all)),
      alone: (replication) => ({ ...(each[replication] as Sums), isPeriod: scope.isPeriod, replications: 1 }),
    };
  }

  /** Sums of all counters over some months, by replication. */
  #summed(range: MonthRange, { channel, segment }: Pick<ScopeOfSums, "channel" | "segment">): readonly Float64Array[] {
    const part = { ...(channel === undefined ? {} : { channel }), ...(segment === undefined ? {} : { segment }) };
    const shape = { ...this.#shape, months: 1 };
    return this.#asOneMonth(range).map((cells) => sumLedger(shape, cells, { fromMonth: 0, toMonth: 1, ...part }));
  }

  #asOneMonth({ fromMonth, toMonth }: MonthRange): readonly Float64Array[] {
    const key = `${fromMonth} ${toMonth}`;
    const known = this.#known.get(key) ?? this.#ledgers.map((cells) => sumMonths(this.#shape, cells, { fromMonth, toMonth }));
    this.#known.set(key, known);
    return known;
  }
}

/** Sums one scope of the ledgers of one strategy, one per replication. */
export function sumScope(shape: LedgerShape, ledgers: readonly Float64Array[], scope: ScopeOfSums): ScopeSums {
  return new LedgerSums(shape, ledgers).scope(scope);
}
