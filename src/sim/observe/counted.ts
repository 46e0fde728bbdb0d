/** What a step counted: the month's cells of the ledger before and after, compared. */

import { counterNames, type Ledger } from "../../kpi/index.ts";

/** Counters that book agents' time or discount values: they say nothing of a customer's life. */
const SILENT: ReadonlySet<string> = new Set(["baseValue", "adoptionValue", "busyMs", "wrapUpMs", "staffedMs"]);

/** Remembers the cells of the month being written. */
export class CountedSince {
  readonly #ledger: Ledger;
  readonly #perMonth: number;
  readonly #before: Float64Array;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#perMonth = ledger.cells.length / ledger.shape.months;
    this.#before = new Float64Array(this.#perMonth);
  }

  #cells(): Float64Array {
    const { month, cells } = this.#ledger;
    return cells.subarray(month * this.#perMonth, (month + 1) * this.#perMonth);
  }

  /** From now on. */
  begin(): void {
    this.#before.set(this.#cells());
  }

  /** Sums by counter since {@link begin}, over segments and channels; only those that are not zero. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const [place, value] of this.#cells().entries()) {
      const change = value - (this.#before[place] as number);
      if (change === 0) continue;
      const name = counterNames[place % counterNames.length] as string;
      if (!SILENT.has(name)) counts[name] = (counts[name] ?? 0) + change;
    }
    return counts;
  }
}
