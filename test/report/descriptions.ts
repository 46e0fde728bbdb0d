/** Descriptions of KPIs for the report's tests, as the catalogue will give them. */

import type { KpiDescription, KpiGroup } from "../../src/kpi/definition.ts";
import type { KpiUnit } from "../../src/kpi/result.ts";

type Row = readonly [id: string, label: string, unit: KpiUnit, better: KpiDescription["better"], group: KpiGroup, definition: string];

const rows: readonly Row[] = [
  ["visit_dur", "Visit duration", "s", "none", "consideration", "sum of session duration / sessions"],
  [
    "conv_journey",
    "Conversion per journey",
    "share",
    "higher",
    "decision",
    "journeys ending in a purchase in any channel / journeys started",
  ],
  ["conv_session", "Conversion per session", "share", "higher", "decision", "sessions with a purchase / sessions"],
  ["cart_abandon", "Basket abandonment", "share", "lower", "decision", "1 − orders from baskets / baskets created"],
  ["aov", "Average order value", "money", "higher", "decision", "revenue / orders, net of returns"],
  ["cross_conv", "Cross-channel purchases", "share", "none", "decision", "purchases whose journey used two channels or more / purchases"],
  [
    "ropo_share",
    "Research online, purchase offline",
    "share",
    "none",
    "consideration",
    "offline purchases with an online research touch / offline purchases",
  ],
  ["showroom_share", "Showrooming", "share", "none", "consideration", "online purchases with a store visit before / online purchases"],
  ["bopis_share", "Bought online, collected in store", "share", "none", "decision", "orders collected in a store / online orders"],
  ["stockout", "Stock-outs met", "share", "lower", "decision", "demand events with the item unavailable / demand events"],
  [
    "lost_sale",
    "Sales lost to stock-outs",
    "share",
    "lower",
    "decision",
    "stock-out events that end without a purchase with us / stock-out events",
  ],
  ["otif", "On time and in full", "share", "higher", "service", "orders on time and in full / orders"],
  ["frt", "First response time", "s", "lower", "service", "mean time from a customer’s message to the first useful response"],
  ["asa", "Speed of answer", "s", "lower", "service", "sum of the queue waits of answered contacts / answered contacts"],
  ["mean_wait_all", "Mean wait, all queued", "s", "lower", "service", "sum of waits of all queued contacts / queued contacts"],
  ["service_level", "Service level (80/20)", "share", "higher", "service", "contacts answered within the target / contacts offered"],
  ["abandon", "Abandonment", "share", "lower", "service", "contacts abandoned in the queue / contacts queued"],
  ["wait_probability", "Probability of waiting", "share", "lower", "service", "contacts that had to queue / contacts offered"],
  ["occupancy", "Occupancy", "share", "none", "service", "busy time / (busy + available time)"],
  ["aht", "Handling time", "s", "lower", "service", "(talk + hold + after-contact work) / handled contacts"],
  ["fcr", "First contact resolution", "share", "higher", "service", "cases resolved with one contact in the same channel / cases"],
  ["ocr", "One contact resolution", "share", "higher", "service", "cases resolved with one contact over all channels / cases"],
  ["recontact", "Repeat contacts", "share", "lower", "service", "contacts that repeat an open or recently closed case / contacts"],
  ["contacts_per_case", "Contacts per case", "ratio", "lower", "service", "contacts / cases"],
  ["channels_per_case", "Channels per case", "ratio", "none", "service", "distinct channels / case"],
  ["switch_rate", "Cases that change channel", "share", "none", "service", "cases with a channel change / cases"],
  ["transfer", "Transfers", "share", "lower", "service", "handled contacts transferred / handled contacts"],
  [
    "context_repeat",
    "Customer repeats the story",
    "share",
    "lower",
    "service",
    "hand-offs where the customer restates information already given / hand-offs",
  ],
  [
    "context_loss_time",
    "Time lost rebuilding context",
    "s",
    "lower",
    "service",
    "extra handling time spent rebuilding context per contact",
  ],
  [
    "promise_kept",
    "Response promises kept",
    "share",
    "higher",
    "service",
    "contacts answered within their promise / contacts with a promise",
  ],
  ["cost_per_contact", "Cost per contact", "money", "lower", "service", "service operating cost / contacts"],
  ["cost_per_resolution", "Cost per resolution", "money", "lower", "service", "service cost / cases resolved"],
  ["ctr", "Click-through rate", "share", "higher", "awareness", "clicks / impressions"],
  ["csat", "Customer satisfaction (top box)", "share", "higher", "loyalty", "top-box answers / answers"],
  ["nps", "Net promoter score", "score", "higher", "loyalty", "% 9–10 minus % 0–6"],
  ["ces2", "Customer effort score 2.0", "score", "higher", "loyalty", "mean agreement (1–7) that the company made it easy"],
  ["retention", "Customer retention", "share", "higher", "loyalty", "customers active in both periods / customers active in the first"],
  ["churn", "Churn", "share", "lower", "loyalty", "1 − retention"],
  ["d_retention", "Yearly change of retention", "share", "higher", "loyalty", "retention / retention of the year before − 1"],
  ["repeat_rate", "Repeat purchase rate", "share", "higher", "loyalty", "customers with two orders or more / customers"],
  ["clv", "Customer lifetime value", "money", "higher", "firm", "discounted margin over the customer’s lifetime"],
  ["d_clv", "Yearly change of lifetime value", "share", "higher", "firm", "change of mean lifetime value of the active base"],
  ["revenue", "Revenue", "money", "higher", "firm", "sum of order values net of returns"],
  ["profit", "Profit", "money", "higher", "firm", "margin − service, channel and strategy cost"],
  ["profit_per_customer", "Profit per customer", "money", "higher", "firm", "profit / customers"],
];

const OTHER = {
  source: "evidence.md 2.3",
  formula: "orders / visits",
  window: "any",
  reach: ["firm"],
  conventions: [],
  related: [],
} as const;

const byId = new Map<string, KpiDescription>(
  rows.map(([id, label, unit, better, group, definition]) => [id, { id, label, unit, better, group, definition, ...OTHER }] as const),
);

export function describeKpi(id: string): KpiDescription | undefined {
  return byId.get(id);
}
