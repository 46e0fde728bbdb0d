/** The simulated market beside real customers: the CDNOW sample of 1997–98, customers entering on their real days. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CDNOW, expectedRepeats } from "../support/bg-nbd.ts";
import { type Estimate, estimate, expectExact } from "../support/estimate.ts";
import { planOf } from "../support/runs.ts";
import { tracedLife } from "../support/worlds.ts";

interface Sample {
  readonly firstPurchasesByDay: readonly number[];
  readonly repeatPurchasesByWeek: readonly number[];
}

// JSON of this repository, see test/data/README.md.
const sample = JSON.parse(readFileSync(new URL("../data/cdnow.json", import.meta.url), "utf8")) as Sample;
const entryDays = sample.firstPurchasesByDay.flatMap((count, day) => Array.from({ length: count }, () => day));
const WEEK = 604_800;
const WEEKS = [13, 26, 39, 52, 65, 78] as const;

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
const closedForm = (week: number): number => entryDays.reduce((sum, day) => sum + expectedRepeats(CDNOW, week - day / 7), 0);
const observed = (week: number): number => sample.repeatPurchasesByWeek.slice(0, week).reduce((sum, count) => sum + count, 0);

describe("2,357 customers of CDNOW over 39 weeks, and the 39 weeks after", () => {
  it("are the published sample: 2,457 repeat purchases before the end of week 39 and 1,882 in the 39 weeks after it", () => {
    expect(entryDays).toHaveLength(2357);
    expect([observed(39), observed(78) - observed(39)]).toEqual([2457, 1882]);
  });

  it.each(WEEKS.map((week, index) => [week, index] as const))("buy again as often as BG/NBD says until week %i", (week, index) => {
    expectExact(`CDNOW week ${week}`, simulated(index), closedForm(week), 0.025);
  });

  it.each([
    [39, 2],
    [78, 5],
  ])("buy again as often as the real ones until week %i, within the published model's own error", (week, index) => {
    const { mean, se } = simulated(index);
    const modelError = Math.abs(closedForm(week) - observed(week));
    expect(Math.abs(mean - observed(week))).toBeLessThanOrEqual(modelError + 3 * se);
    expect(modelError / observed(week)).toBeLessThan(0.06);
  });
});
