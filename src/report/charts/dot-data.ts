/** From KPI estimates to the dots of a plot: one unit for all of them, texts for the tooltip. */

import type { KpiUnit } from "../../kpi/index.ts";
import { axisTitle, axisUnit } from "../text/axis.ts";
import { intervalText, meanText, present, relativeIntervalText, relativeText, type Estimate, type Reading } from "../text/numbers.ts";
import type { StrategyView } from "../view.ts";
import type { ChartDraft } from "./chart.ts";
import { dotPlot, type Dot } from "./dots.ts";

/** One estimate to be shown as a dot. */
export interface DotSource {
  readonly label: string;
  readonly strategy: StrategyView;
  readonly estimate: Estimate;
}

export interface DotChart {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly size: "full" | "half";
  /** What the axis shows, without its unit. */
  readonly quantity: string;
  readonly unit: KpiUnit;
  /** `relative` = changes in per cent of the baseline. */
  readonly reading: Reading | "relative";
  readonly currency: string;
  readonly sources: readonly DotSource[];
}

/** A dot chart of all sources that have a mean, or null when there is none. */
export function dotChart(chart: DotChart): ChartDraft | null {
  const sources = chart.sources.filter((source) => source.estimate.mean !== null);
  if (sources.length === 0) return null;
  const reading = chart.reading === "level" ? "level" : "difference";
  const axis = axisUnit(
    chart.unit,
    sources.flatMap((source) => present(source.estimate)),
    chart.currency,
    reading,
  );
  const unit = chart.reading === "relative" ? { ...axis, unit: "%" } : axis;
  const labels = [...new Set(sources.map((source) => source.label))];
  const strategies = new Map(sources.map((source) => [source.strategy.look.order, source.strategy.look]));
  return dotPlot({
    id: chart.id,
    title: chart.title,
    description: chart.description,
    size: chart.size,
    axisTitle: axisTitle(chart.quantity, unit),
    difference: chart.reading !== "level",
    looks: [...strategies.entries()].toSorted(([a], [b]) => a - b).map(([, look]) => look),
    dots: sources.map((source) => toDot(source, labels.indexOf(source.label), unit.divide, chart)),
  });
}

function toDot(source: DotSource, labelOrder: number, divide: number, chart: DotChart): Dot {
  const { estimate, strategy } = source;
  const texts = estimateTexts(estimate, chart);
  return {
    label: source.label,
    labelOrder,
    strategy: strategy.name,
    strategyOrder: strategy.look.order,
    value: (estimate.mean ?? 0) / divide,
    low: estimate.low === null ? null : estimate.low / divide,
    high: estimate.high === null ? null : estimate.high / divide,
    valueText: texts.mean,
    intervalText: texts.interval ?? "none (one replication)",
  };
}

function estimateTexts(estimate: Estimate, chart: DotChart): { mean: string; interval: string | null } {
  if (chart.reading === "relative") return { mean: relativeText(estimate), interval: relativeIntervalText(estimate) };
  return {
    mean: meanText(estimate, chart.unit, chart.currency, chart.reading),
    interval: intervalText(estimate, chart.unit, chart.currency, chart.reading),
  };
}
