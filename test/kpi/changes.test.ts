/** Changes over time and between channels, on ledgers whose figures are known. */

import { describe, expect, it } from "vitest";
import {
  at,
  cannibalisationOf,
  changesOf,
  type CounterName,
  counterNames,
  type Kpi,
  kpiById,
  selectionGapOf,
  sumScope,
} from "../../src/kpi/index.ts";

const shape = { months: 24, segments: 0, channels: 2 };
type Counts = Partial<Record<CounterName, number>>;

/** One ledger per replication: counters of the year before (month 0) and of the last (month 12), by channel. */
function sumsOf(replications: readonly { readonly before?: Counts; readonly after: Counts; readonly channel?: number }[][]) {
  const ledgers = replications.map((parts) => {
    const cells = new Float64Array(shape.months * 3 * counterNames.length);
    for (const { before = {}, after, channel = 2 } of parts) {
      for (const [month, counts] of [before, after].entries()) {
        for (const [name, value] of Object.entries(counts)) {
          cells[(month * 12 * 3 + channel) * counterNames.length + at[name as CounterName]] = value;
        }
      }
    }
    return cells;
  });
  const scope = (fromMonth: number, channel?: number) =>
    sumScope(shape, ledgers, {
      fromMonth,
      toMonth: fromMonth + 12,
      isPeriod: true,
      years: [],
      ...(channel === undefined ? {} : { channel }),
    });
  return { before: scope(0), after: scope(12), channels: [scope(12, 0), scope(12, 1)] };
}

function kpi(id: string): Kpi {
  const found = kpiById(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** Retention of 40 % before and so many of a hundred after, in three replications around it. */
function retention(after: number, spread = 1) {
  return sumsOf(
    [-spread, 0, spread].map((noise) => [
      { before: { baseRetained: 40, baseCustomers: 100 }, after: { baseRetained: after + noise, baseCustomers: 100 } },
    ]),
  );
}

describe("changes from the year before adoption to the last", () => {
  it("give the difference in differences", () => {
    const { did } = changesOf(kpi("retention"), retention(55), retention(50), 0.95);
    expect(did.mean).toBeCloseTo(0.05, 12);
    // The same noise in both: the difference is sure.
    expect(did.low).toBeCloseTo(0.05, 12);
  });

  it("give the ratio of changes: 15 points against 10 are half as much again", () => {
    const { ratioOfChanges } = changesOf(kpi("retention"), retention(55), retention(50), 0.95);
    expect(ratioOfChanges.mean).toBeCloseTo(0.5, 12);
    expect(ratioOfChanges.low).toBeLessThan(0.5);
  });

  it("refuse a ratio to a change that is not above zero, and to one whose interval covers zero", () => {
    const refused = (sums: ReturnType<typeof retention>) => changesOf(kpi("retention"), retention(55), sums, 0.95).ratioOfChanges;
    expect(refused(retention(40))).toMatchObject({ mean: null, reason: expect.stringContaining("not above zero") });
    expect(refused(retention(30))).toMatchObject({ mean: null, reason: expect.stringContaining("not above zero") });
    expect(refused(retention(42, 10))).toMatchObject({ mean: null, reason: expect.stringContaining("covers zero") });
  });

  it("say why where a year has no value", () => {
    const empty = sumsOf([[{ after: {} }], [{ after: {} }]]);
    const { did, ratioOfChanges } = changesOf(kpi("retention"), retention(55), empty, 0.95);
    expect([did.reason, ratioOfChanges.reason]).toEqual([
      expect.stringContaining("the KPI is undefined in one of the two years"),
      expect.stringContaining("the KPI is undefined in one of the two years"),
    ]);
  });
});

it("the selection gap is the naive gap less the true effect", () => {
  const customers = { oneChannelCustomers: 10, manyChannelCustomers: 5 };
  // Twice the spend of others, naively; the strategy brings a tenth more to everybody.
  const base = sumsOf([
    [{ after: { ...customers, oneChannelSpend: 1000, manyChannelSpend: 1000 } }],
    [{ after: { ...customers, oneChannelSpend: 2000, manyChannelSpend: 2000 } }],
  ]);
  const more = sumsOf([
    [{ after: { ...customers, oneChannelSpend: 1100, manyChannelSpend: 1100 } }],
    [{ after: { ...customers, oneChannelSpend: 2200, manyChannelSpend: 2200 } }],
  ]);
  const gap = selectionGapOf(kpi("naive_multichannel_gap"), kpi("spend_per_customer"), more.after, base.after, 0.95);
  expect(gap.mean).toBeCloseTo(1 - 0.1, 12);
});

describe("cannibalisation", () => {
  const orders = (web: number, shop: number, spread = 1) =>
    sumsOf(
      [-spread, 0, spread].map((noise) => [
        { after: { orders: web + noise }, channel: 0 },
        { after: { orders: shop }, channel: 1 },
      ]),
    ).channels;

  it("is what the loser loses for each order that the winner gains", () => {
    const [found] = cannibalisationOf(orders(150, 80, 2), orders(100, 100), 0.95);
    expect(found).toMatchObject({ gains: 0, loses: 1 });
    expect(found?.share.mean).toBeCloseTo(20 / 50, 12);
  });

  it("is not told where nothing clearly gains, or nothing loses", () => {
    expect(cannibalisationOf(orders(101, 80, 5), orders(100, 100, 0), 0.95)).toEqual([]);
    expect(cannibalisationOf(orders(150, 100), orders(100, 100), 0.95)).toEqual([]);
  });
});
