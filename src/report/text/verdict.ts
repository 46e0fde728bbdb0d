/** What a comparison says in plain words: better, worse, or that no difference can be shown, and how sure that is. */

import type { KpiDescription } from "../../kpi/index.ts";
import type { Comparison } from "../../kpi/index.ts";
import type { ReportView } from "../view.ts";
import { counted, intervalText, meanText, pText, relativeIntervalText, relativeText } from "./numbers.ts";

/** `higher` and `lower` are differences of KPIs that are neither good nor bad in themselves. */
export type Judgement = "better" | "worse" | "higher" | "lower" | "not shown" | "identical" | "no interval" | "undefined";

export interface Verdict {
  readonly judgement: Judgement;
  /** ↑ or ↓ for the way the KPI moved, ≈ or – where no movement is claimed. */
  readonly mark: string;
}

/** Judges a paired comparison at the result's confidence, by the p-value adjusted for the number of KPIs. */
export function judge(comparison: Comparison | undefined, better: KpiDescription["better"], confidence: number): Verdict {
  const difference = comparison?.difference;
  if (comparison === undefined || difference === undefined || difference.mean === null) return { judgement: "undefined", mark: "–" };
  const { mean, low, high } = difference;
  if (mean === 0 && (low === null || (low === 0 && high === 0))) return { judgement: "identical", mark: "=" };
  if (low === null || high === null) return { judgement: "no interval", mark: "–" };
  if (!isShown(comparison, low, high, confidence)) return { judgement: "not shown", mark: "≈" };
  const mark = mean > 0 ? "↑" : "↓";
  if (better === "none") return { judgement: mean > 0 ? "higher" : "lower", mark };
  return { judgement: mean > 0 === (better === "higher") ? "better" : "worse", mark };
}

function isShown(comparison: Comparison, low: number, high: number, confidence: number): boolean {
  const p = comparison.pAdjusted ?? comparison.p;
  if (p === null) return low > 0 || high < 0;
  return p < 1 - confidence;
}

/** The judgement in a word or two, for tables. */
export function judgementText(judgement: Judgement): string {
  const words: Partial<Record<Judgement, string>> = {
    "not shown": "no difference shown",
    "no interval": "one run, not tested",
    undefined: "not comparable",
  };
  return words[judgement] ?? judgement;
}

/** How strong the evidence is, in words; no word claims certainty. */
export function evidenceText(comparison: Comparison): string {
  const p = comparison.pAdjusted ?? comparison.p;
  if (p === null) return "the interval excludes zero";
  if (p < 0.001) return "very strong evidence";
  if (p < 0.01) return "strong evidence";
  return "some evidence";
}

const phrases: Record<string, (amount: string, more: boolean, baseline: string) => string> = {
  retention: (amount, more, baseline) =>
    `has ${amount} ${more ? "more" : "fewer"} of its customers order again in the next year than ${baseline}`,
  clv: (amount, more, baseline) => `earns ${amount} ${more ? "more" : "less"} from a customer over the time compared than ${baseline}`,
  revenue: (amount, more, baseline) => `brings in ${amount} ${more ? "more" : "less"} revenue than ${baseline}`,
  profit: (amount, more, baseline) => `makes ${amount} ${more ? "more" : "less"} profit than ${baseline}`,
};

/** The finding of one comparison as a clause without its subject: "has 1.8 pp more of its customers order again in the next year than multichannel". */
export function findingText(comparison: Comparison, kpi: KpiDescription, judgement: Judgement, currency: string): string {
  const baseline = comparison.baseline;
  const mean = comparison.difference.mean;
  if (mean === null) return `cannot be compared with ${baseline}: ${comparison.difference.reason ?? "the difference is undefined"}`;
  if (judgement === "identical") return `is the same as ${baseline} in every replication`;
  if (judgement === "not shown") return `shows no difference from ${baseline} that could be told from chance`;
  const amount = meanText({ ...comparison.difference, mean: Math.abs(mean) }, kpi.unit, currency, "difference").replace("+", "");
  const phrase = Object.hasOwn(phrases, kpi.id) ? phrases[kpi.id] : undefined;
  if (phrase !== undefined) return phrase(amount, mean > 0, baseline);
  return `is ${amount} ${mean > 0 ? "above" : "below"} ${baseline}`;
}

/** The figures behind a finding: interval, relative change, adjusted p and number of replications. */
export function figuresText(comparison: Comparison, kpi: KpiDescription, view: ReportView): string {
  const interval = intervalText(comparison.difference, kpi.unit, view.currency, "difference");
  const parts = [
    interval === null ? "no interval: one replication only" : `${view.confidence} interval ${interval}`,
    relativePart(comparison),
    pPart(comparison),
    interval === null ? null : counted(view.result.replications, "paired replication"),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}

function relativePart(comparison: Comparison): string {
  if (comparison.relative.mean === null) return `relative change not defined (${comparison.relative.reason ?? "no reason given"})`;
  const interval = relativeIntervalText(comparison.relative);
  return `relative ${relativeText(comparison.relative)}${interval === null ? "" : ` (${interval})`}`;
}

function pPart(comparison: Comparison): string | null {
  if (comparison.pAdjusted !== null) return `adjusted ${pText(comparison.pAdjusted)}`;
  return comparison.p === null ? null : `unadjusted ${pText(comparison.p)}`;
}
