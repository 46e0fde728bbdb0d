/** What every KPI of the catalogue says about itself; the formula that is computed lives beside it in the catalogue's own files. */

import type { KpiUnit } from "./result.ts";

/** The five phases plus the firm as a whole; reports group KPIs by it (grouping: source document 001). */
export type KpiGroup = "awareness" | "consideration" | "decision" | "service" | "loyalty" | "firm";

/** For what a KPI is meant: one channel (P in evidence 2.3), all channels together (X), the firm (F). */
export type KpiReach = "channel" | "cross-channel" | "firm";

export interface KpiDescription {
  /** Id of evidence.md section 2.3, e.g. `service_level`. */
  readonly id: string;
  /** Short name for tables and axes, sentence case. */
  readonly label: string;
  /** The formula in words. */
  readonly definition: string;
  /**
   * The same over counters of the ledger, as it is computed: `1000`, `+`, `−` and so on, names of counters, and the named sums of
   * {@link formulaTerms}. A test computes it and compares.
   */
  readonly formula: string;
  readonly unit: KpiUnit;
  /** `none` = neither direction is better by itself. */
  readonly better: "higher" | "lower" | "none";
  readonly group: KpiGroup;
  /** What counts when: which events fall into the months of a result, and the window of attribution where there is one. */
  readonly window: string;
  readonly reach: readonly KpiReach[];
  /** What has to be fixed for the figure to mean one thing: unit of the denominator, censoring, what is left out. */
  readonly conventions: readonly string[];
  /** Ids of KPIs to read it beside. */
  readonly related: readonly string[];
  /** Where the definition comes from. */
  readonly source: string;
}

/** Windows that many KPIs share. */
export const window = {
  events: "counted in the month in which it happens",
  ended: "counted in the month in which it ends; what is still open at the end of the run does not count",
  needs: "needs that end in the period; those still open at the end of the run do not count",
  visits: "visits that begin in the period",
  closed: "cases that close in the period; those still open at the end of the run do not count",
  asked: "surveys sent in the period",
  year: "whole years counted from adoption in both directions; a year that is cut off gives no figure",
  time: "time within the period",
} as const;

/** Sums that formulas name besides counters. Money is in the currency, not in cents. */
export const formulaTerms: Readonly<Record<string, string>> = {
  replications: "number of replications: a count or a sum of money is told per replication",
  serviceCost: "(contactCost + staffCost × time worked in the scope / time worked) / 100",
  netRevenue: "(revenue − refunds) / 100",
  profit: "(goodsMargin − every cost that the company books) / 100",
  lastYear: "the same ratio over the last whole year of the run",
  yearBefore: "the same ratio over the whole year before that",
  engagedShare: "time agents have something in hand / sum of the contacts' own handling times, over the whole service",
};
