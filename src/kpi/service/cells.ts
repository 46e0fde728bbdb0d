/** Reads what a replication recorded of its service (layout.ts): sums over some types and hours, as rows that can be added up. */

import {
  CURVE,
  GROUP_COUNTERS,
  GROUP_ROW,
  HEAD,
  serviceLayout,
  type ServiceShape,
  totalAt,
  TYPE_COUNTERS,
  TYPE_ROW,
  TYPE_TOTALS,
  waitKinds,
} from "./layout.ts";
import { waitBins } from "./wait-bins.ts";

/** Where the parts of a row of types are: seconds observed, counters (`typeAt`), curves and histograms of both kinds of waits. */
export const rowAt = {
  seconds: 0,
  counters: 1,
  curves: 1 + TYPE_COUNTERS,
  histograms: 1 + TYPE_COUNTERS + 2 * CURVE,
  end: 1 + TYPE_COUNTERS + 2 * CURVE + 2 * waitBins,
} as const;

/** What is summed; `hour` left out: all hours of the day. */
export interface RowScope {
  readonly types: readonly number[];
  readonly hour?: number;
}

interface Run {
  readonly first: number;
  readonly counts: Float64Array;
}

/** The record of one replication. */
export class ServiceCells {
  readonly #cells: Float64Array;
  readonly #layout: ReturnType<typeof serviceLayout>;
  readonly #runs: readonly Run[];

  /** @throws Error if the cells are not those of such a shape */
  constructor(shape: ServiceShape, cells: Float64Array) {
    this.#cells = cells;
    this.#layout = serviceLayout(shape);
    const runs: Run[] = [];
    let at = this.#layout.histogramsBegin;
    for (let run = 0; run < 2 * shape.types; run++) {
      const [first = Number.NaN, length = Number.NaN] = cells.subarray(at, at + 2);
      runs.push({ first, counts: cells.subarray(at + 2, at + 2 + length) });
      at += 2 + length;
    }
    if (at !== cells.length)
      throw new Error(`a record of ${cells.length} cells does not fit ${shape.types} types and ${shape.groups} groups`);
    this.#runs = runs;
  }

  #hours(hour: number | undefined): readonly number[] {
    return hour === undefined ? HOURS : [hour];
  }

  #seconds(hour: number | undefined): number {
    return this.#hours(hour).reduce((sum, one) => sum + (this.#cells[one] as number), 0);
  }

  /** Sums over types, laid out as `rowAt`. The distribution of waits is not kept by hour: it is empty where an hour is asked for. */
  typeRow({ types, hour }: RowScope): Float64Array {
    if (hour !== undefined) return this.counterRow({ types, hour });
    const row = new Float64Array(rowAt.end);
    row.set(this.counterRow({ types }));
    for (const type of types) this.#addWaits(row, type);
    return row;
  }

  /** The beginning of such a row: seconds observed and counters. */
  counterRow({ types, hour }: RowScope): Float64Array {
    const row = new Float64Array(rowAt.curves);
    row[rowAt.seconds] = this.#seconds(hour);
    for (const type of types) {
      for (const one of this.#hours(hour)) {
        this.#addCells(row, rowAt.counters, HEAD + type * TYPE_ROW + one * TYPE_COUNTERS, TYPE_COUNTERS);
      }
    }
    return row;
  }

  #addWaits(row: Float64Array, type: number): void {
    this.#addCells(row, rowAt.curves, this.#layout.curvesBegin + type * 2 * CURVE, 2 * CURVE);
    for (const kind of Object.values(waitKinds)) {
      const { first, counts } = this.#runs[2 * type + kind] as Run;
      addTo(row, rowAt.histograms + kind * waitBins + first, counts);
    }
  }

  /** Seconds observed, then the counters of a group (`groupAt`). */
  groupRow(groups: readonly number[], hour?: number): Float64Array {
    const row = new Float64Array(1 + GROUP_COUNTERS);
    row[0] = this.#seconds(hour);
    for (const group of groups) {
      for (const one of this.#hours(hour))
        this.#addCells(row, 1, this.#layout.groupsBegin + group * GROUP_ROW + one * GROUP_COUNTERS, GROUP_COUNTERS);
    }
    return row;
  }

  /** The greatest over some types. */
  greatest(types: readonly number[], total: keyof typeof totalAt): number {
    return types.reduce(
      (most, type) => Math.max(most, this.#cells[this.#layout.totalsBegin + type * TYPE_TOTALS + totalAt[total]] as number),
      0,
    );
  }

  /** Adds cells of the record to a row from a place on. */
  #addCells(row: Float64Array, from: number, begin: number, length: number): void {
    const cells = this.#cells;
    for (let i = 0; i < length; i++) row[from + i] = (row[from + i] as number) + (cells[begin + i] as number);
  }
}

const HOURS: readonly number[] = Array.from({ length: HEAD }, (_, hour) => hour);

/** Adds numbers to a row from a place on. */
export function addTo(row: Float64Array, from: number, numbers: Float64Array): void {
  for (let i = 0; i < numbers.length; i++) row[from + i] = (row[from + i] as number) + (numbers[i] as number);
}
