import { describe, expect, it } from "vitest";
import { at, type CounterName, contrastKpi, counterNames, estimateKpi, kpiById, type Kpi, Ledger, sumScope } from "../../src/kpi/index.ts";

const shape = { months: 12, segments: 2, channels: 2 };
const whole = { fromMonth: 0, toMonth: 12, isPeriod: false, years: [{ fromMonth: 0, toMonth: 12 }] };

function kpi(id: string): Kpi {
  const found = kpiById(id);
  if (found === undefined) throw new Error(`no KPI ${id}`);
  return found;
}

type Entry = readonly [counter: CounterName, segment: number, channel: number, amount: number];

function ledgerOf(...entries: readonly Entry[]): Float64Array {
  const ledger = new Ledger(shape);
  for (const [counter, segment, channel, amount] of entries) ledger.add(at[counter], segment, channel, amount);
  return ledger.cells;
}

/** Orders and revenue (cents) of five replications. */
const orders = [10, 12, 9, 15, 11];
const revenue = [1000, 1500, 800, 1900, 1000];
const runs = orders.map((count, run) => ledgerOf(["orders", 0, 0, count], ["revenue", 0, 0, revenue[run] ?? 0]));

describe("an estimate of a KPI", () => {
  it("is a ratio of sums over replications, not a mean of ratios", () => {
    const estimate = estimateKpi(kpi("aov"), sumScope(shape, runs, whole), 0.95);
    expect(estimate.mean).toBeCloseTo(6200 / 57 / 100, 12);
  });

  it("of a total is the mean over replications with the ordinary t interval", () => {
    const estimate = estimateKpi(kpi("orders"), sumScope(shape, runs, whole), 0.95);
    // scipy 1.17.1: mean 11.4, sd 2.302172886644267, t(0.975, 4) = 2.7764451051977987
    expect(estimate.mean).toBeCloseTo(11.4, 12);
    expect(estimate.sd).toBeCloseTo(2.302172886644267, 10);
    expect(estimate.high).toBeCloseTo(11.4 + (2.7764451051977987 * 2.302172886644267) / Math.sqrt(5), 9);
  });

  it("has no interval from one replication", () => {
    const { mean, low, high, sd, n } = estimateKpi(kpi("orders"), sumScope(shape, runs.slice(0, 1), whole), 0.95);
    expect({ mean, low, high, sd, n }).toEqual({ mean: 10, low: null, high: null, sd: null, n: 1 });
  });

  it("is null with a reason when nothing happened, never 0 or NaN", () => {
    const estimate = estimateKpi(kpi("aov"), sumScope(shape, [ledgerOf(), ledgerOf()], whole), 0.95);
    expect(estimate).toMatchObject({ mean: null, low: null, high: null, sd: null, reason: "no order happened" });
  });

  it("of a channel counts that channel only, and all channels add up to the whole", () => {
    const cells = ledgerOf(["orders", 0, 0, 3], ["orders", 1, 1, 4], ["orders", 2, 2, 5]);
    const of = (scope: object) => estimateKpi(kpi("orders"), sumScope(shape, [cells], { ...whole, ...scope }), 0.95).mean;
    expect([of({ channel: 0 }), of({ channel: 1 }), of({ channel: 2 }), of({ segment: 1 }), of({})]).toEqual([3, 4, 5, 4, 12]);
  });

  it("divides the cost of staff among channels by the time worked there, and the parts add up to the whole", () => {
    const cells = ledgerOf(
      ["staffCost", 2, 2, 10_000],
      ["handlingMs", 0, 0, 3000],
      ["wrapUpMs", 0, 0, 1000],
      ["handlingMs", 0, 1, 6000],
      ["contactsOffered", 0, 0, 10],
      ["contactsOffered", 0, 1, 5],
      ["contactCost", 0, 1, 50],
    );
    const cost = (scope: object) =>
      estimateKpi(kpi("cost_per_contact"), sumScope(shape, [cells], { ...whole, ...scope }), 0.95).mean ?? Number.NaN;
    expect(cost({ channel: 0 })).toBeCloseTo(40 / 10, 12);
    expect(cost({ channel: 1 })).toBeCloseTo(60.5 / 5, 12);
    expect(cost({ channel: 0 }) * 10 + cost({ channel: 1 }) * 5).toBeCloseTo(cost({}) * 15, 10);
  });
});

describe("an interval", () => {
  it("does not leave what is possible: a share ends at 0 and 1", () => {
    const cases = (resolved: number) => ledgerOf(["casesClosed", 0, 0, 10], ["casesResolvedOneContact", 0, 0, resolved]);
    const { low, high } = estimateKpi(kpi("ocr"), sumScope(shape, [cases(1), cases(9)], whole), 0.95);
    expect([low, high]).toEqual([0, 1]);
  });
});

describe("a comparison", () => {
  it("of shares without any variation claims nothing: it comes from a handful of events", () => {
    const handOffs = (repeated: number) => ledgerOf(["handOffs", 0, 0, 1], ["handOffsRepeated", 0, 0, repeated]);
    const always = sumScope(shape, [handOffs(1), handOffs(1), handOffs(1)], whole);
    const never = sumScope(shape, [handOffs(0), handOffs(0), handOffs(0)], whole);
    const { difference, p } = contrastKpi(kpi("context_repeat"), never, always, 0.95);
    expect([difference.mean, difference.low, p]).toEqual([-1, null, null]);
    expect(difference.reason).toContain("too few events");
  });

  it("of a strategy with itself is exactly zero in every KPI that is defined", () => {
    const busy = [1, 2, 3, 4].map((run) => ledgerOf(...counterNames.map((name, index): Entry => [name, 0, 0, (index + 1) * (run + 7)])));
    const scope = sumScope(shape, busy, whole);
    const { difference, relative, p } = contrastKpi(kpi("aov"), scope, scope, 0.95);
    expect(difference).toEqual({ mean: 0, low: 0, high: 0 });
    expect(relative.mean).toBe(0);
    expect(p).toBe(1);
  });

  it("is paired: a difference that is the same in every replication has no width, however noisy the values", () => {
    const more = orders.map((count, run) => ledgerOf(["orders", 0, 0, count + 2], ["revenue", 0, 0, revenue[run] ?? 0]));
    const { difference } = contrastKpi(kpi("orders"), sumScope(shape, more, whole), sumScope(shape, runs, whole), 0.95);
    expect(difference.mean).toBeCloseTo(2, 12);
    expect((difference.high ?? 9) - (difference.low ?? 0)).toBeCloseTo(0, 10);
  });

  it("refuses a relative uplift over a baseline whose interval covers zero, and keeps the difference", () => {
    const answers = (promoters: number, detractors: number) =>
      ledgerOf(["npsAnswers", 0, 0, 100], ["npsPromoters", 0, 0, promoters], ["npsDetractors", 0, 0, detractors]);
    const base = sumScope(shape, [answers(30, 20), answers(20, 28), answers(28, 27)], whole);
    const better = sumScope(shape, [answers(40, 20), answers(31, 28), answers(37, 27)], whole);
    const { difference, relative } = contrastKpi(kpi("nps"), better, base, 0.95);
    expect(difference.mean).toBeCloseTo(10, 10);
    expect(relative.mean).toBeNull();
    expect(relative.reason).toContain("covers zero");
  });
});
