/** KPIs of awareness: what advertising reaches, and what a new customer costs. */

import { window } from "../definition.ts";
import type { Kpi } from "../kpi.ts";
import { type KpiValue, per, ratio, type Slice, sum } from "../slice.ts";

const EVIDENCE = "evidence 2.3";
/** Seconds of a twelfth of a year. */
const MONTH = 2_628_000;

function acquisitionCost(s: Slice): KpiValue {
  if (sum(s, "acquisitionCost") === 0) return { reason: "nothing was spent on advertising here" };
  return ratio(sum(s, "acquisitionCost") / 100, sum(s, "newCustomers"), "no new customer");
}

/** Cents that an average customer leaves in a month, before staff and what the company pays for all. */
function monthlyMargin(s: Slice): KpiValue {
  const costs = sum(s, "fulfilmentCost") + sum(s, "visitCost") + sum(s, "contactCost") + sum(s, "returnCost");
  return ratio(sum(s, "goodsMargin") - costs, sum(s, "customerMonths"), "customers are counted by month only after adoption");
}

function payback(s: Slice): KpiValue {
  const cost = acquisitionCost(s);
  const margin = monthlyMargin(s);
  if (typeof cost !== "number") return cost;
  if (typeof margin !== "number") return margin;
  return margin <= 0 ? { reason: "customers leave no margin, so nothing is paid back" } : ((cost * 100) / margin) * MONTH;
}

export const advertisingKpis: readonly Kpi[] = [
  {
    id: "ctr",
    label: "Click-through rate",
    definition: "clicks / impressions of campaigns",
    formula: "clicks / impressions",
    unit: "share",
    better: "higher",
    group: "awareness",
    window: window.events,
    reach: ["channel"],
    conventions: [
      "denominator: impressions, meant as viewable ones (MRC: half the pixels for one second)",
      "clicks of people who know the company already count as well",
    ],
    related: ["cac", "sov"],
    source: `${EVIDENCE}: ctr`,
    needs: "market",
    mechanism: "impressions",
    scopes: ["channel"],
    channels: "all",
    value: per("clicks", "impressions", "no impression"),
  },
  {
    id: "sov",
    label: "Share of voice",
    definition: "own spend on advertising / own spend and that of competitors",
    formula: "acquisitionCost / (acquisitionCost + competitorSpend)",
    unit: "share",
    better: "none",
    group: "awareness",
    window: window.time,
    reach: ["firm"],
    conventions: ["unit: spend, not mentions or impressions", "competitors' spend is what the scenario says (`awareness.competitorSpend`)"],
    related: ["ctr", "cac"],
    source: `${EVIDENCE}: sov`,
    needs: "market",
    mechanism: "competition",
    scopes: [],
    value: (s) => ratio(sum(s, "acquisitionCost"), sum(s, "acquisitionCost") + sum(s, "competitorSpend"), "nobody advertised"),
  },
  {
    id: "cac",
    label: "Cost of a new customer",
    definition: "spend on advertising / new customers",
    formula: "acquisitionCost / 100 / newCustomers",
    unit: "money",
    better: "lower",
    group: "awareness",
    window: window.time,
    reach: ["firm", "channel"],
    conventions: [
      "denominator: all new customers, also those who came by themselves (blended)",
      "by channel: spend there over new customers whose first order was there",
      "spend of the period over customers of the period, although the one leads the other",
    ],
    related: ["new_customers", "payback"],
    source: `${EVIDENCE}: cac`,
    needs: "market",
    mechanism: "advertising",
    scopes: ["channel"],
    value: acquisitionCost,
  },
  {
    id: "payback",
    label: "Payback of a new customer",
    definition: "cost of a new customer / margin that a customer leaves in a month, as time",
    formula:
      "acquisitionCost / newCustomers * customerMonths / (goodsMargin - fulfilmentCost - visitCost - contactCost - returnCost) * 2628000",
    unit: "s",
    better: "lower",
    group: "awareness",
    window: "time within the period, after adoption",
    reach: ["firm"],
    conventions: [
      "a month is 365 / 12 days",
      "margin after delivery, visits, contacts and returns, before staff and capabilities, over all customers and not only new ones",
      "undefined unless the margin is above zero",
    ],
    related: ["cac", "clv"],
    source: `${EVIDENCE}: payback`,
    needs: "offer",
    mechanism: "advertising",
    scopes: [],
    value: payback,
  },
];
