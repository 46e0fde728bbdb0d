/** The terminal's answer: the headline KPIs with intervals, and where the report is. Tables by cli-table3. */

import Table from "cli-table3";
import { type Comparison, kpiById, type ResultDocument } from "../kpi/index.ts";
import { intervalText, lossText, meanText, pText, relativeText, trustSentence, warmUpSentence } from "../report/index.ts";
import { attributionTables } from "./attribution-summary.ts";
import { workersText } from "./progress.ts";
import { PLAIN } from "./table-style.ts";

/** In the order of the report's verdicts, then what a service team looks at first. */
const HEADLINE = [
  "retention",
  "clv",
  "revenue",
  "profit",
  "conv_journey",
  "stockout",
  "csat",
  "ocr",
  "context_repeat",
  "contacts_per_case",
  "asa",
  "service_level",
  "abandon",
  "cost_per_resolution",
];

function mark({ kpi, difference, pAdjusted }: Comparison, confidence: number): string {
  const better = kpiById(kpi)?.better ?? "none";
  if (pAdjusted === null) return "not known";
  if (difference.mean === null || difference.mean === 0 || pAdjusted >= 1 - confidence) return "no difference shown";
  if (better === "none") return difference.mean > 0 ? "higher" : "lower";
  return difference.mean > 0 === (better === "higher") ? "better" : "worse";
}

function valueText(result: ResultDocument, strategy: ResultDocument["strategies"][number], id: string): string {
  const estimate = strategy.kpis[id];
  if (estimate?.mean == null) return "–";
  const { currency } = result.scenario;
  const interval = intervalText(estimate, estimate.unit, currency);
  return `${meanText(estimate, estimate.unit, currency)}${interval === null ? "" : `\n${interval}`}`;
}

function differenceText(result: ResultDocument, comparison: Comparison, id: string): string {
  const unit = kpiById(id)?.unit ?? "ratio";
  const { currency } = result.scenario;
  if (comparison.difference.mean === null) return "–";
  const relative = comparison.relative.mean === null ? "" : ` (${relativeText(comparison.relative)})`;
  const interval = intervalText(comparison.difference, unit, currency, "difference");
  return `${meanText(comparison.difference, unit, currency, "difference")}${relative}${interval === null ? "" : `\n${interval}`}`;
}

/** One table per strategy compared: value of both, difference, how sure. */
function comparisonTable(result: ResultDocument, strategy: ResultDocument["strategies"][number]): string {
  const base = result.strategies.find(({ name }) => name === result.baseline) ?? strategy;
  const table = new Table({
    head: ["", base.name, strategy.name, "difference", ""],
    ...PLAIN,
  });
  for (const id of HEADLINE) {
    const comparison = result.comparisons.find((one) => one.kpi === id && one.strategy === strategy.name);
    if (comparison === undefined || comparison.difference.mean === null) continue;
    const sure = comparison.pAdjusted === null ? "" : `\n${pText(comparison.pAdjusted)}`;
    table.push([
      kpiById(id)?.label ?? id,
      valueText(result, base, id),
      valueText(result, strategy, id),
      differenceText(result, comparison, id),
      `${mark(comparison, result.confidence)}${sure}`,
    ]);
  }
  return table.toString();
}

/** One sentence or more for each strategy that earns less than the baseline. */
function losses(result: ResultDocument, compared: ResultDocument["strategies"]): string[] {
  const { currency } = result.scenario;
  return compared.flatMap(({ name }) => {
    const comparison = (kpi: string) =>
      result.comparisons.find((one) => one.kpi === kpi && one.strategy === name && one.baseline === result.baseline);
    return lossText({ comparison, describe: kpiById, confidence: result.confidence, currency }) ?? [];
  });
}

/** A table of values where there is nothing to compare. */
function valueTable(result: ResultDocument): string {
  const table = new Table({ head: ["", ...result.strategies.map(({ name }) => name)], style: { head: [], border: [], compact: true } });
  const [first] = result.strategies;
  for (const id of Object.keys(first?.kpis ?? {})) {
    table.push([kpiById(id)?.label ?? id, ...result.strategies.map((strategy) => valueText(result, strategy, id))]);
  }
  return table.toString();
}

type Reached = NonNullable<ResultDocument["precision"]>;

/** Strategies whose interval was looked at and is none, and why. */
function withoutInterval({ comparisons, strategies }: ResultDocument, { kpi, halfWidths }: Reached): string[] {
  const known = new Set(halfWidths.map(({ strategy }) => strategy));
  const [only, ...others] = strategies;
  if (others.length === 0) return only === undefined || known.has(only.name) ? [] : [`${only.name} is zero there, or has no interval`];
  return comparisons
    .filter((one) => one.kpi === kpi && !known.has(one.strategy))
    .map(({ strategy, relative }) => `the uplift of ${strategy} has no interval (${relative.reason ?? "too few replications"})`);
}

/** Why a precision was not reached, and what it would take. */
function unreached(result: ResultDocument, told: Reached, percent: (share: number) => string): string {
  const { target, halfWidths, cap } = told;
  const none = withoutInterval(result, told);
  const after = `after ${cap} replications, the most allowed`;
  if (none.length > 0)
    return `not reached ${after}: ${none.join("; ")}. How many it takes cannot be said; --replications allows more, --on names a KPI that is clearly above zero`;
  const widest = Math.max(...halfWidths.map(({ halfWidth }) => halfWidth));
  // Widths shrink with the root of the number.
  const enough = Number((result.replications * (widest / target) ** 2).toPrecision(2));
  return `not reached: ${percent(widest)} ${after}; judging by them it takes about ${enough.toLocaleString("en")}`;
}

/** How a run to a precision ended. */
function precisionText(result: ResultDocument): string {
  const { precision, replications, comparisons, luck: whose } = result;
  if (precision === undefined) return "";
  const { kpi, target, reached } = precision;
  const percent = (share: number) => `${Number((share * 100).toPrecision(3))} %`;
  const end = reached ? `reached after ${replications} replications` : unreached(result, precision, percent);
  const worth = comparisons
    .filter((one) => one.kpi === kpi && one.varianceReduction !== null)
    .map(({ varianceReduction }) => varianceReduction ?? 1);
  const luck =
    worth.length === 0 || whose === "independent"
      ? ""
      : ` The same luck for all strategies divided the variance of the difference by ${Math.min(...worth).toFixed(1)}.`;
  return `\nPrecision of ${percent(target)} on ${kpiById(kpi)?.label ?? kpi} ${end}.${luck}`;
}

/** How long the history had to be. */
function warmUpText({ warmUp }: ResultDocument): string {
  return warmUp === undefined ? "" : `\n${warmUpSentence(warmUp)}`;
}

/**
 * The text that `compare` prints: headline KPIs per strategy with intervals, and the report's path.
 *
 * @param folder - the run's folder, or undefined if nothing was written
 */
export function summary(result: ResultDocument, folder: string | undefined): string {
  const compared = result.strategies.filter(({ name }) => result.comparisons.some((comparison) => comparison.strategy === name));
  const { seconds, workers, kept = 0 } = result.timing;
  const level =
    result.replications === 1
      ? "1 replication, and no intervals from one"
      : `${result.replications} replications, ${Math.round(result.confidence * 100)} % intervals, p-values adjusted for all KPIs (Holm)`;
  const head = `${result.scenario.name}: ${level}${result.luck === undefined ? "" : ", luck of its own for every strategy"}`;
  const tables = compared.length === 0 ? [valueTable(result)] : compared.map((strategy) => comparisonTable(result, strategy));
  const before = kept === 0 ? "" : ` ${kept} replications of a strategy were there already.`;
  const foot = `${result.events.toLocaleString("en")} events in ${seconds.toFixed(1)} s ${workersText(workers)}.${before}${warmUpText(result)}${precisionText(result)}`;
  const trust = trustSentence(result.assumptions);
  const report = `${trust === null ? "" : `\n${trust}`}${folder === undefined ? "" : `\nReport: ${folder}/report.html`}`;
  return `${[head, ...tables, ...losses(result, compared), ...attributionTables(result), `${foot}${report}`].join("\n\n")}\n`;
}
