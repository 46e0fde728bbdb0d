/** What orders are worth, and where they lead. */

import { describe, expect, it } from "vitest";
import { retailer } from "../../support/retail.ts";
import { compared, onlyOne, planOf, sumsOf, type Written } from "../../support/runs.ts";
import { tracedLife } from "../../support/worlds.ts";

const YEAR = 31_536_000;
const BUYERS: Written = {
  horizon: "2y",
  segments: { buyers: { size: 300 } },
  needs: { r: 2, alpha: "8w", a: 0.3, b: 3, timeBetweenVisits: { deterministic: "0s" } },
};

describe("buyers without channels", () => {
  it("buy as often with an offer as without: there is no delivery to wait for", () => {
    const plain = planOf(BUYERS);
    const selling = planOf({ ...BUYERS, offer: {} });
    const orders = [plain, selling].map((plan) => sumsOf(plan, onlyOne(compared(plan, ["multichannel"]))));
    expect(orders[0]?.("orders")).toBeGreaterThan(2000);
    expect(orders[1]?.("orders")).toBe(orders[0]?.("orders"));
    expect(orders[1]?.("fulfilmentCost")).toBe(0);
  });

  it("are worth the margin of their orders, discounted to adoption by the yearly rate", () => {
    const plan = planOf({ ...BUYERS, discountRate: 0.1, offer: { spend: { deterministic: 100 }, grossMargin: 0.4 } });
    const { counts } = tracedLife(plan, ["orders", "adoptionValue"]);
    const orders = counts.filter(({ counter }) => counter === "orders");
    const expected = orders.reduce((sum, { time }) => sum + Math.round(4000 * Math.pow(1.1, -time / YEAR)), 0);
    const value = counts.filter(({ counter }) => counter === "adoptionValue").reduce((sum, { amount }) => sum + amount, 0);
    expect(value).toBe(expected);
  });

  it("in a year's base are worth the margin of that year, discounted to its start", () => {
    const plan = planOf({ ...BUYERS, discountRate: 0.1, offer: { spend: { deterministic: 100 }, grossMargin: 0.4 } });
    const { counts } = tracedLife(plan, ["orders", "baseValue", "baseCustomers"]);
    // Everybody bought in the first year, at the start of it.
    const second = counts.filter(({ counter, time }) => counter === "orders" && time >= YEAR);
    const expected = second.reduce((sum, { time }) => sum + Math.round(4000 * Math.pow(1.1, 1 - time / YEAR)), 0);
    expect(counts.filter(({ counter }) => counter === "baseValue").reduce((sum, { amount }) => sum + amount, 0)).toBe(expected);
    expect(counts.filter(({ counter }) => counter === "baseCustomers")).toHaveLength(300);
  });
});

describe("moves inside needs", () => {
  const { history: _, ...written } = retailer();
  const plan = planOf(written);
  const channels = plan.market.channels.length;

  it.each(["multichannel", "omnichannel"])(
    "lead from nowhere to a purchase or to none, and what enters a channel leaves it, %s",
    (strategy) => {
      const outcome = onlyOne(compared(plan, [strategy]));
      const s = sumsOf(plan, outcome);
      const cell = (from: number, to: number) => outcome.flows[from * (channels + 2) + to] as number;
      const all = Array.from({ length: channels + 1 }, (__, from) => from);
      const column = (to: number) => all.reduce((sum, from) => sum + cell(from, to), 0);
      const row = (from: number) => Array.from({ length: channels + 2 }, (__, to) => cell(from, to)).reduce((sum, count) => sum + count, 0);
      expect(column(channels)).toBe(s("orders"));
      expect(column(channels + 1)).toBe(s("needsUnmet"));
      expect(row(channels)).toBe(s("needs"));
      expect(s("needsMet")).toBe(s("orders"));
      // Needs under way at the end are in the channel they are in.
      const underWay = Array.from({ length: channels }, (__, channel) => column(channel) - row(channel));
      expect(underWay.every((count) => count >= 0)).toBe(true);
      expect(underWay.reduce((sum, count) => sum + count, 0)).toBe(s("needs") - s("needsMet") - s("needsUnmet"));
    },
  );
});
