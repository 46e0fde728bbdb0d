/** From outcomes to the lifetime table: ratios of sums over replications, with jackknife intervals. */

import { describe, expect, it } from "vitest";
import { lifetimeOf } from "../../src/experiment/lifetime-of.ts";
import { retailer } from "../support/retail.ts";
import { outcomesOf, planOf, sumsOf, type Written } from "../support/runs.ts";

const YEAR = 31_536_000;
const BUYERS: Written = {
  history: "1y",
  horizon: "30w",
  segments: { buyers: { size: 100, alreadyCustomers: 0.5, newcomers: "0.5/y" } },
  needs: { r: 2, alpha: "8w", a: 0.3, b: 3, timeBetweenVisits: { deterministic: "0s" } },
  offer: { spend: { deterministic: 100 }, grossMargin: 0.4 },
  lifetimeValue: { cohort: "quarter" },
};

describe("lifetime value of buyers, whose closed form is known", () => {
  const plan = planOf(BUYERS);
  const outcomes = outcomesOf(plan, { replications: 6 });
  const { lifetime } = lifetimeOf(plan, outcomes);

  it("is told by quarter, anchored at adoption, of those known before and of all who were won", () => {
    expect(lifetime?.residual).toEqual({ by: "closed form" });
    expect(lifetime?.byCohort.map(({ from }) => (from === null ? null : (from - YEAR) / (YEAR / 4)))).toEqual([
      null,
      -4,
      -3,
      -2,
      -1,
      0,
      1,
      2,
    ]);
    expect(lifetime?.byAcquisitionChannel.map(({ channel }) => channel)).toEqual([null]);
  });

  it("is a ratio of sums with an interval, and more with what is expected than without", () => {
    const total = lifetime?.byAcquisitionChannel[0];
    const orders = outcomes.reduce((sum, outcome) => sum + sumsOf(plan, outcome)("orders"), 0);
    expect((total?.orders.mean ?? 0) * (total?.customers.mean ?? 0) * 6).toBeCloseTo(orders, 6);
    expect(total?.realised.low).toBeLessThan(total?.realised.mean ?? 0);
    expect(total?.realised.high).toBeGreaterThan(total?.realised.mean ?? 0);
    expect(total?.expected.mean).toBeGreaterThan(1.5 * (total?.realised.mean ?? 0));
    expect(total?.still.mean).toBeLessThan(1);
  });

  it("grows with age, as far as all of a cohort have come", () => {
    const lengths = lifetime?.byCohort.map(({ curve }) => curve.length);
    // 30 weeks are 6.9 months; the first quarter after adoption has had 3.9, the second 0.9.
    expect(lengths).toEqual([6, 6, 6, 6, 6, 3, 0, 0]);
    for (const { curve } of lifetime?.byCohort ?? []) {
      const values = curve.map(({ value }) => value.mean ?? Number.NaN);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  });
});

describe("lifetime value of a retailer's customers", () => {
  const plan = planOf({ ...retailer(), horizon: "26w" });
  const { lifetime } = lifetimeOf(plan, outcomesOf(plan, { replications: 2 }));

  it("is told by the channels that sell, and what is expected is not known, with the reason", () => {
    expect(lifetime?.byAcquisitionChannel.map(({ channel }) => channel)).toEqual(["web", "app", "shop", null]);
    for (const { expected } of lifetime?.byAcquisitionChannel ?? []) {
      expect(expected).toMatchObject({ mean: null, reason: expect.stringContaining("lifetimeValue.tail") as string });
    }
  });

  it("is not there where nothing is sold", () => {
    const plain = planOf({ horizon: "1y", segments: { people: { size: 5 } }, needs: {} });
    expect(lifetimeOf(plain, outcomesOf(plain))).toEqual({});
  });
});
