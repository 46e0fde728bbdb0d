/** The simulated market beside real customers: the CDNOW sample of 1997–98, customers entering on their real days. */

import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { bgNbd } from "../../src/stats/index.ts";
import { type Estimate, estimate, expectExact } from "../support/estimate.ts";
import { planOf } from "../support/runs.ts";
import { tracedLife } from "../support/worlds.ts";
import { figuresOf } from "./customers/figure.ts";

interface Sample {
  readonly firstPurchasesByDay: readonly number[];
  readonly repeatPurchasesByWeek: readonly number[];
}

// JSON of this repository, see test/data/README.md.
const sample = JSON.parse(readFileSync(new URL("../data/cdnow.json", import.meta.url), "utf8")) as Sample;
const entryDays = sample.firstPurchasesByDay.flatMap((count, day) => Array.from({ length: count }, () => day));
const WEEK = 604_800;
const WEEKS = Array.from({ length: 78 }, (_, week) => week + 1);
const model = bgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });

const plan = planOf({
  horizon: "546d",
  segments: { sample: { size: entryDays.length } },
  awareness: { entry: { empirical: entryDays.map((day) => `${day}d`) } },
  needs: { r: 0.243, alpha: "4.414w", a: 0.793, b: 2.426, timeBetweenVisits: { deterministic: "0s" } },
});

/** Repeat purchases until the end of each week, one list a replication. */
const curves = Array.from({ length: 20 }, (_, replication) => {
  const { counts } = tracedLife(plan, ["orders", "newCustomers"], { replication });
  const until = (week: number, counter: string) => counts.filter((c) => c.counter === counter && c.time < week * WEEK).length;
  return WEEKS.map((week) => until(week, "orders") - until(week, "newCustomers"));
});

const simulated = (index: number): Estimate => estimate(curves.map((curve) => curve[index] as number));
const closedForm = (week: number): number => entryDays.reduce((sum, day) => sum + model.expected(Math.max(0, week - day / 7)), 0);
const observed = (week: number): number => sample.repeatPurchasesByWeek.slice(0, week).reduce((sum, count) => sum + count, 0);

describe("2,357 customers of CDNOW over 39 weeks, and the 39 weeks after", () => {
  it("are the published sample: 2,457 repeat purchases before the end of week 39 and 1,882 in the 39 weeks after it", () => {
    expect(entryDays).toHaveLength(2357);
    expect([observed(39), observed(78) - observed(39)]).toEqual([2457, 1882]);
  });

  const figures = figuresOf("cdnow-cohorts");
  afterAll(figures.keep);

  // The aggregate repeat curve of the paper, week by week; few bought again in the first weeks.
  it.each(WEEKS.map((week, index) => [week, index] as const))("buy again as often as BG/NBD says until week %i", (week, index) => {
    const [found, exact] = [simulated(index), closedForm(week)];
    const precision = week < 13 ? 0.15 : 0.025;
    if (week % 13 === 0) figures.expect(`repeat purchases until week ${week}`, found, exact, precision);
    else expectExact(`CDNOW week ${week}`, found, exact, precision);
  });

  it.each([
    [39, 38],
    [78, 77],
  ])("buy again as often as the real ones until week %i, within the published model's own error", (week, index) => {
    const { mean, se } = simulated(index);
    const modelError = Math.abs(closedForm(week) - observed(week));
    expect(Math.abs(mean - observed(week))).toBeLessThanOrEqual(modelError + 3 * se);
    expect(modelError / observed(week)).toBeLessThan(0.06);
  });
});
