/** Rows of several replications: their sum, with any one left out, and estimates from it. */

import { jackknife } from "../../stats/index.ts";
import { addTo } from "./cells.ts";
import type { ServiceFigure } from "./service-result.ts";

/** A formula over sums; null where it is undefined. */
export type Formula = (sums: Float64Array, replications: number) => number | null;

/** Sums over all replications, and over all but each. */
export class Replicated {
  readonly total: Float64Array;
  readonly #rows: readonly Float64Array[];
  readonly #without: Float64Array[] = [];
  readonly #confidence: number;

  constructor(rows: readonly Float64Array[], confidence: number) {
    this.#rows = rows;
    this.#confidence = confidence;
    this.total = new Float64Array(rows[0]?.length ?? 0);
    for (const row of rows) addTo(this.total, 0, row);
  }

  /** The formula over all replications. */
  value(formula: Formula): number | null {
    return formula(this.total, this.#rows.length);
  }

  /**
   * The formula with a jackknife interval. A quantile over whole replications left out one at a time is the delete-d jackknife of its
   * contacts, which is consistent for quantiles where replications are large (Shao & Wu 1989, Annals of Statistics 17).
   */
  figure(formula: Formula, least = 0, greatest = Number.POSITIVE_INFINITY): ServiceFigure {
    const n = this.#rows.length;
    const estimate = jackknife(
      n,
      (leaveOut) => (leaveOut === null ? this.value(formula) : formula(this.#less(leaveOut), n - 1)),
      this.#confidence,
    );
    if ("undefined" in estimate) return { mean: null, low: null, high: null };
    const { estimate: mean, low, high } = estimate;
    return { mean, low: low === null ? null : Math.max(least, low), high: high === null ? null : Math.min(greatest, high) };
  }

  #less(leaveOut: number): Float64Array {
    return (this.#without[leaveOut] ??= less(this.total, this.#rows[leaveOut] as Float64Array));
  }
}

function less(total: Float64Array, row: Float64Array): Float64Array {
  const rest = new Float64Array(total.length);
  for (let i = 0; i < total.length; i++) rest[i] = (total[i] as number) - (row[i] as number);
  return rest;
}

/** A ratio, or null over nothing. */
export function ratioOrNull(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
