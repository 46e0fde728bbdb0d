/** Two runs side by side in words: what the terminal's and the Markdown's tables have in common. */

import { printable } from "../errors.ts";
import { type ChangedInput, type ComparedKpi, kpiById, type RunComparison } from "../kpi/index.ts";
import { intervalText, meanText, pText, relativeText } from "../report/index.ts";

/** A row of cells. */
export type Row = readonly string[];

const SET_BY = { scenario: "the file", default: "default" } as const;

function setByText({ setBy }: ChangedInput): string {
  if (setBy === undefined) return "";
  const [a, b] = [setBy.a, setBy.b].map((one) => (one == null ? "absent" : SET_BY[one]));
  return a === b ? (a ?? "") : `${a} → ${b}`;
}

export const inputHead: Row = ["input", "A", "B", "set by"];

export function inputRow(input: ChangedInput): Row {
  return [input.path, input.a ?? "–", input.b ?? "–", setByText(input)].map(printable);
}

/** What can be said of a KPI in both runs. */
export type Finding = "same" | "differs" | "not shown" | "not known" | "undefined";

export function findingOf({ difference, pAdjusted }: ComparedKpi, confidence: number): Finding {
  if (difference.mean === null) return "undefined";
  if (difference.mean === 0) return "same";
  if (pAdjusted === null) return "not known";
  return pAdjusted < 1 - confidence ? "differs" : "not shown";
}

export const kpiHead: Row = ["", "A", "B", "B − A", ""];

export function kpiRow(row: ComparedKpi, { a, b }: RunComparison): Row {
  const { unit } = row.a;
  const difference = meanText(row.difference, unit, a.scenario.currency, "difference");
  const relative = row.relative.mean === null ? "" : ` (${relativeText(row.relative)})`;
  const interval = intervalText(row.difference, unit, a.scenario.currency, "difference");
  return [
    kpiById(row.kpi)?.label ?? row.kpi,
    meanText(row.a, unit, a.scenario.currency),
    meanText(row.b, unit, b.scenario.currency),
    `${difference}${relative}${interval === null ? "" : `, ${interval}`}`,
    row.pAdjusted === null ? "not known" : pText(row.pAdjusted),
  ];
}

/** The KPIs of a strategy that are worth a row: those that differ, the surest first, then those of which it cannot be told. */
export function shownKpis(kpis: readonly ComparedKpi[], confidence: number): ComparedKpi[] {
  const of = (finding: Finding) => kpis.filter((row) => findingOf(row, confidence) === finding);
  return [...of("differs").toSorted((one, other) => (one.p ?? 1) - (other.p ?? 1)), ...of("not known")];
}

/** How many KPIs are not in the table, and why. */
export function restText(kpis: readonly ComparedKpi[], confidence: number): string {
  const count = (finding: Finding) => kpis.filter((row) => findingOf(row, confidence) === finding).length;
  const isMore = count("differs") + count("not known") > 0 ? " more" : "";
  const [unshown, same, undefinedKpis] = [count("not shown"), count("same"), count("undefined")];
  const parts = [
    ...(unshown === 0 ? [] : [`${unshown}${isMore} ${unshown === 1 ? "is" : "are"} not equal, but no difference is shown`]),
    `${same} of ${kpis.length} KPIs ${same === 1 ? "is" : "are"} the same`,
    ...(undefinedKpis === 0 ? [] : [`${undefinedKpis} cannot be compared (undefined in one run or both)`]),
  ];
  return `${parts.join("; ")}.`;
}

/** Which runs, and how their differences were found. */
export function headText({ a, b, pairing, confidence }: RunComparison): string {
  const run = (name: string, { folder, scenario, replications, seed }: RunComparison["a"]) =>
    `${name}: ${folder} (${scenario.name}, ${replications} ${replications === 1 ? "replication" : "replications"}, seed ${seed})`;
  const how = pairing.isPaired
    ? "Same seed: replications are paired (jackknife)"
    : `Not paired, as ${pairing.reason ?? "it is not possible"} (Welch)`;
  const level = `${Math.round(confidence * 100)} % intervals, p-values adjusted for all KPIs (Holm)`;
  return [run("A", a), run("B", b), `${how}; ${level}.`].map(printable).join("\n");
}

/** What only one run has, a sentence each. */
export function onlyTexts({ onlyIn }: RunComparison): string[] {
  return onlyIn.flatMap(({ run, strategies, kpis }) => {
    const name = run.toUpperCase();
    const what = [
      ...(strategies.length === 0 ? [] : [`strategies ${strategies.join(", ")}`]),
      ...(kpis.length === 0 ? [] : [`KPIs ${kpis.join(", ")}`]),
    ];
    return [printable(`Only in ${name}: ${what.join("; ")}.`)];
  });
}

/** Whether neither what went in nor what came out differs. */
export function nothingDiffers({ inputs, strategies, onlyIn }: RunComparison): boolean {
  return (
    inputs.length + onlyIn.length === 0 &&
    strategies.every(({ kpis }) => kpis.every(({ difference }) => difference.mean === null || difference.mean === 0))
  );
}
