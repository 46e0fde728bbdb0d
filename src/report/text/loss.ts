/** When a strategy earns less than the baseline, it is said in plain words, with what it gains and what it costs. */

import type { Comparison, KpiDescription } from "../../kpi/index.ts";
import { meanText } from "./numbers.ts";
import { evidenceText, judge } from "./verdict.ts";

/** What the sentence is made of. */
export interface LossSources {
  /** The strategy's comparison with the baseline, by KPI. */
  readonly comparison: (kpi: string) => Comparison | undefined;
  readonly describe: (kpi: string) => Pick<KpiDescription, "better" | "unit"> | undefined;
  readonly confidence: number;
  readonly currency: string;
}

/** A money difference without its sign. */
function amountOf({ difference }: Comparison, currency: string): string {
  return meanText({ ...difference, mean: Math.abs(difference.mean ?? 0) }, "money", currency, "difference").replace("+", "");
}

function judgementOf({ comparison, describe, confidence }: LossSources, kpi: string) {
  return judge(comparison(kpi), describe(kpi)?.better ?? "none", confidence).judgement;
}

/** Whether revenue makes up for something, as a sentence, or nothing where it was not compared. */
function revenueText(sources: LossSources): string {
  const revenue = sources.comparison("revenue");
  if (revenue === undefined || revenue.difference.mean === null) return "";
  const judgement = judgementOf(sources, "revenue");
  if (judgement === "worse") return ` It brings in ${amountOf(revenue, sources.currency)} less revenue as well.`;
  if (judgement !== "better") return " No gain in revenue can be shown.";
  return ` The ${amountOf(revenue, sources.currency)} more revenue that it brings in does not pay for it.`;
}

function costText(sources: LossSources): string {
  const cost = sources.comparison("strategy_cost");
  if (cost?.difference.mean == null || cost.difference.mean <= 0) return "";
  return ` The strategy itself costs ${amountOf(cost, sources.currency)} more.`;
}

/**
 * "omnichannel is worse for profit than multichannel: it makes €96 k less over the time compared (very strong evidence). …"; undefined unless profit is
 * shown to be worse.
 */
export function lossText(sources: LossSources): string | undefined {
  const profit = sources.comparison("profit");
  if (profit === undefined || judgementOf(sources, "profit") !== "worse") return undefined;
  const { strategy, baseline } = profit;
  const loss = `it makes ${amountOf(profit, sources.currency)} less over the time compared (${evidenceText(profit)})`;
  return `${strategy} is worse for profit than ${baseline}: ${loss}.${revenueText(sources)}${costText(sources)}`;
}
