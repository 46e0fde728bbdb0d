/** A result as the report looks at it: strategies with their looks, descriptions with fallback, comparisons by name. */

import type { KpiDescription, KpiGroup } from "../kpi/index.ts";
import type { Comparison, KpiEstimate, ResultDocument, StrategyResult } from "../kpi/index.ts";
import { strategyLooks, type StrategyLook } from "./palette.ts";

/** Finds the catalogue's description of a KPI. */
export type Describe = (id: string) => KpiDescription | undefined;

/** A strategy of the result with its look. */
export interface StrategyView extends StrategyResult {
  readonly look: StrategyLook;
}

export interface ReportView {
  readonly result: ResultDocument;
  readonly currency: string;
  /** Name and version of what made the result. */
  readonly maker: string;
  /** The confidence level in words, e.g. "95%". */
  readonly confidence: string;
  readonly strategies: readonly StrategyView[];
  readonly baseline: StrategyView | undefined;
  /** All strategies but the baseline. */
  readonly challengers: readonly StrategyView[];
  readonly describe: (id: string) => KpiDescription;
  readonly comparison: (kpi: string, strategy: string) => Comparison | undefined;
}

export const phases: readonly KpiGroup[] = ["awareness", "consideration", "decision", "service", "loyalty", "firm"];

/** Prepares a result for the report. */
export function reportView(result: ResultDocument, describe: Describe): ReportView {
  const looks = strategyLooks(result.strategies.map((strategy) => strategy.name));
  const strategies = result.strategies.map((strategy, index) => ({ ...strategy, look: looks[index] as StrategyLook }));
  const pairs = new Map(
    result.comparisons.filter((one) => one.baseline === result.baseline).map((one) => [pairKey(one.kpi, one.strategy), one]),
  );
  return {
    result,
    currency: result.scenario.currency,
    maker: result.package.startsWith("journeybench") ? result.package : `journeybench ${result.package}`,
    confidence: `${Number((result.confidence * 100).toFixed(1))}%`,
    strategies,
    baseline: strategies.find((strategy) => strategy.name === result.baseline),
    challengers: strategies.filter((strategy) => strategy.name !== result.baseline),
    describe: (id) => describe(id) ?? unknownKpi(id, result),
    comparison: (kpi, strategy) => pairs.get(pairKey(kpi, strategy)),
  };
}

function pairKey(kpi: string, strategy: string): string {
  return JSON.stringify([kpi, strategy]);
}

/** A KPI of which only its id is known, from a result of another version. */
const UNDESCRIBED = { formula: "", window: "", reach: [], conventions: [], related: [] } as const;

function unknownKpi(id: string, result: ResultDocument): KpiDescription {
  const unit = result.strategies.map((strategy) => own(strategy.kpis, id)?.unit).find((found) => found !== undefined) ?? "score";
  return { id, label: id, definition: "", unit, better: "none", group: "firm", source: "", ...UNDESCRIBED };
}

/** The KPI ids of the result, in the order in which they first appear. */
export function kpiIds(view: ReportView): string[] {
  return [...new Set(view.strategies.flatMap((strategy) => Object.keys(strategy.kpis)))];
}

/** Whether some strategy has a value for the KPI. */
export function isMeasured(view: ReportView, id: string): boolean {
  return view.strategies.some((strategy) => hasMean(own(strategy.kpis, id)));
}

export function hasMean(estimate: KpiEstimate | undefined): estimate is KpiEstimate & { mean: number } {
  return estimate !== undefined && estimate.mean !== null;
}

/** The KPI under that id, or undefined; a name such as "constructor" finds nothing by accident. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
