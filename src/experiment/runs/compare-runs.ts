/** Two finished runs side by side. */

import {
  type ComparedKpi,
  contrast,
  type KpiEstimate,
  type ResultDocument,
  type RunComparison,
  type StrategyResult,
} from "../../kpi/index.ts";
import { holm, welchDifference } from "../../stats/index.ts";
import type { Without } from "../replications-table.ts";
import { changedInputs } from "./changed-inputs.ts";

/** A run as its folder holds it. */
export interface FinishedRun {
  readonly folder: string;
  readonly result: ResultDocument;
  /** KPIs with each replication left out; undefined where the folder does not tell them. */
  readonly without: Without | undefined;
}

/** Why replications of two runs cannot be paired, or undefined if they can. */
function unpairedBecause(a: FinishedRun, b: FinishedRun): string | undefined {
  if (a.result.seed !== b.result.seed) return "the seeds differ, so the runs met different luck";
  if (a.result.luck !== b.result.luck) return "in one of them every strategy met luck of its own (--independent)";
  if (a.result.replications !== b.result.replications) return "the numbers of replications differ";
  if (a.result.replications < 2) return "there is only one replication";
  const missing = [a, b].find(({ without }) => without === undefined);
  return missing === undefined ? undefined : `${missing.folder} has no replications.parquet that tells each replication`;
}

interface Compared {
  readonly difference: ComparedKpi["difference"];
  readonly relative: ComparedKpi["relative"];
  readonly p: number | null;
}

function unknown(reason: string): Compared {
  const span = { mean: null, low: null, high: null, reason };
  return { difference: span, relative: span, p: null };
}

function unpaired(a: KpiEstimate, b: KpiEstimate, confidence: number): Compared {
  if (a.mean === null || b.mean === null) return unknown((a.mean === null ? a.reason : b.reason) ?? "undefined");
  const relative =
    a.mean > 0
      ? { mean: b.mean / a.mean - 1, low: null, high: null, reason: "of unpaired runs only the difference has an interval" }
      : unknown("run A is not above zero, so a ratio to it has no meaning").relative;
  const welch =
    a.sd === null || b.sd === null
      ? null
      : welchDifference({ estimate: b.mean, sd: b.sd, n: b.n }, { estimate: a.mean, sd: a.sd, n: a.n }, confidence);
  if (welch === null) {
    const reason = "an interval needs two replications of each";
    return { difference: { mean: b.mean - a.mean, low: null, high: null, reason }, relative, p: null };
  }
  const { difference, low, high, p } = welch;
  return { difference: { mean: difference, low, high }, relative, p };
}

/** The KPI of a run with each replication left out; undefined where the table has another number of replications. */
function sideOf({ without, result }: FinishedRun, strategy: string, kpi: string, estimate: KpiEstimate) {
  const others = without?.(strategy, kpi);
  if (others === undefined || others.length !== result.replications) return undefined;
  return { estimate, value: (leaveOut: number | null) => (leaveOut === null ? estimate.mean : (others[leaveOut] ?? null)) };
}

function compareKpi(a: FinishedRun, b: FinishedRun, strategy: string, kpi: string, [one, other]: [KpiEstimate, KpiEstimate]): Compared {
  const { confidence, replications } = a.result;
  if (one.unit === "money" && a.result.scenario.currency !== b.result.scenario.currency) return unknown("the currencies differ");
  if (unpairedBecause(a, b) !== undefined) return unpaired(one, other, confidence);
  const [base, changed] = [sideOf(a, strategy, kpi, one), sideOf(b, strategy, kpi, other)];
  if (base === undefined || changed === undefined) return unknown("replications.parquet does not tell it");
  const { difference, relative, p } = contrast(replications, changed, base, confidence);
  return { difference, relative, p };
}

function compareStrategy(a: FinishedRun, b: FinishedRun, one: StrategyResult, other: StrategyResult): RunComparison["strategies"][number] {
  const both = Object.entries(one.kpis).flatMap(([kpi, estimate]) => {
    const twin = other.kpis[kpi];
    return twin === undefined || twin.unit !== estimate.unit ? [] : [{ kpi, a: estimate, b: twin }];
  });
  const compared = both.map((row) => compareKpi(a, b, one.name, row.kpi, [row.a, row.b]));
  const adjusted = holm(compared.map(({ p }) => p));
  return {
    name: one.name,
    kpis: both.map((row, index) => ({ ...row, ...(compared[index] as Compared), pAdjusted: adjusted[index] ?? null })),
  };
}

/** What a run has and the other one has not. */
function onlyOf(run: "a" | "b", one: ResultDocument, other: ResultDocument): RunComparison["onlyIn"] {
  const kpisOf = ({ strategies }: ResultDocument) =>
    strategies.flatMap(({ kpis }) => Object.entries(kpis).map(([id, { unit }]) => `${id} ${unit}`));
  const known = new Set(kpisOf(other));
  const strategies = one.strategies.map(({ name }) => name).filter((name) => !other.strategies.some((its) => its.name === name));
  const kpis = [...new Set(kpisOf(one).filter((key) => !known.has(key)))].map((key) => key.split(" ")[0] ?? key);
  return strategies.length + kpis.length === 0 ? [] : [{ run, strategies, kpis }];
}

function described({ folder, result }: FinishedRun): RunComparison["a"] {
  const { scenario, seed, replications, confidence } = result;
  const { name, sha256, currency } = scenario;
  return { folder, scenario: { name, sha256, currency }, seed, replications, confidence, package: result.package };
}

/**
 * What two runs were made from and what came of it, strategy by strategy (by name) and KPI by KPI, as B − A.
 *
 * With the same seed, luck and replications the runs met the same luck: a jackknife over pairs of replications, as between strategies of one run.
 * Otherwise Welch's interval. p values are adjusted over all KPIs of a strategy (Holm).
 */
export function compareRuns(a: FinishedRun, b: FinishedRun): RunComparison {
  const reason = unpairedBecause(a, b);
  return {
    format: "journeybench/run-comparison",
    version: 1,
    a: described(a),
    b: described(b),
    confidence: a.result.confidence,
    inputs: changedInputs(a.result, b.result),
    pairing: reason === undefined ? { isPaired: true } : { isPaired: false, reason },
    strategies: a.result.strategies.flatMap((one) => {
      const other = b.result.strategies.find(({ name }) => name === one.name);
      return other === undefined ? [] : [compareStrategy(a, b, one, other)];
    }),
    onlyIn: [...onlyOf("a", a.result, b.result), ...onlyOf("b", b.result, a.result)],
  };
}
