import { describe, expect, it } from "vitest";
import { at, Ledger, LedgerSums, sumLedger } from "../../src/kpi/index.ts";

const shape = { months: 4, segments: 2, channels: 3 };

/** A ledger with another number of orders in every cell. */
function ledgerOf(factor: number): Float64Array {
  const ledger = new Ledger(shape);
  for (ledger.month = 0; ledger.month < shape.months; ledger.month++) {
    for (let segment = 0; segment <= shape.segments; segment++) {
      for (let channel = 0; channel <= shape.channels; channel++)
        ledger.add(at.orders, segment, channel, factor * (100 * ledger.month + 10 * segment + channel + 1));
    }
  }
  return ledger.cells;
}

describe("sums of a scope", () => {
  const ledgers = [1, 3, 7].map(ledgerOf);
  const sums = new LedgerSums(shape, ledgers);
  const years = [{ fromMonth: 0, toMonth: 2 }];
  const orders = (part: object, months: { fromMonth: number; toMonth: number }, replications: readonly number[]) =>
    replications.reduce(
      (total, one) => total + (sumLedger(shape, ledgers[one] ?? new Float64Array(0), { ...months, ...part })[at.orders] ?? 0),
      0,
    );
  const months = { fromMonth: 1, toMonth: 4 };

  it.each([{}, { channel: 2 }, { segment: 1 }, { channel: 3, segment: 0 }])("are those of the ledgers' cells: %o", (part) => {
    const scope = sums.scope({ ...months, ...part, years, isPeriod: false });
    for (const [slice, replications] of [
      [scope.slice(null), [0, 1, 2]],
      [scope.slice(1), [0, 2]],
      [scope.alone(2), [2]],
    ] as const) {
      expect(slice.sums[at.orders]).toBe(orders(part, months, replications));
      expect(slice.whole[at.orders]).toBe(orders({}, months, replications));
      expect(slice.years.map((year) => year[at.orders])).toEqual(years.map((year) => orders(part, year, replications)));
      expect(slice.replications).toBe(replications.length);
    }
  });
});
