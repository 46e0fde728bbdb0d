/** Dot plots with intervals: one row per label, one dot per strategy, a line for the interval. */

import type { StrategyLook } from "../palette.ts";
import { rowHeight, wrapLabel, wrappedAxis } from "./labels.ts";
import { baseSpec, byStrategyOrder, labelLimit, strategyColour, strategyShape, tickCount, type ChartDraft, type Spec } from "./chart.ts";

/** One dot. Values are in axis units; the texts stand in the tooltip. */
export interface Dot {
  readonly label: string;
  readonly labelOrder: number;
  readonly strategy: string;
  readonly strategyOrder: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly valueText: string;
  readonly intervalText: string;
}

export interface DotPlot {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly size: "full" | "half";
  readonly axisTitle: string;
  /** Draw the zero line and keep zero in view. */
  readonly difference: boolean;
  /** What the colours tell apart, for the tooltip; left out: strategies. */
  readonly series?: string;
  readonly looks: readonly StrategyLook[];
  readonly dots: readonly Dot[];
}

/** The chart of a dot plot. */
export function dotPlot(plot: DotPlot): ChartDraft {
  const { id, title, description, size } = plot;
  return { id, title, description, size, spec: (width) => dotSpec(plot, width) };
}

function dotSpec(plot: DotPlot, width: number): Spec {
  const values = plot.dots.map((dot) => ({ ...dot, label: wrapLabel(dot.label, labelLimit(width)) }));
  const labels = [...new Set(values.map((dot) => dot.label))];
  const height = labels.length * rowHeight(labels, plot.looks.length);
  return {
    ...baseSpec(width, height, plot.description),
    data: { values },
    encoding: {
      y: {
        field: "label",
        type: "nominal",
        title: null,
        sort: { field: "labelOrder", op: "min" },
        scale: { paddingInner: 0.35, paddingOuter: 0.15 },
        axis: wrappedAxis,
      },
      yOffset: { field: "strategy", type: "nominal", sort: byStrategyOrder, scale: { paddingOuter: 0.2 } },
      color: strategyColour(plot.looks, width),
      tooltip: tooltip(plot.series ?? "strategy"),
    },
    layer: [intervalLayer(), dotLayer(plot, width)],
  };
}

function intervalLayer(): Spec {
  return {
    transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
    mark: { type: "rule", strokeWidth: 2.5, strokeCap: "round", opacity: 0.55 },
    encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
  };
}

function dotLayer(plot: DotPlot, width: number): Spec {
  return {
    mark: { type: "point", filled: true, size: 85, opacity: 1 },
    encoding: {
      x: {
        field: "value",
        type: "quantitative",
        title: plot.axisTitle,
        scale: valueScale(plot),
        axis: { tickCount: tickCount(width), labelOverlap: true, ...zeroLine(plot.difference) },
      },
      shape: strategyShape(plot.looks, width),
    },
  };
}

/** Differences keep zero in view. Levels that come near zero begin there: padding would show an axis below it. */
function valueScale({ difference, dots }: DotPlot): Spec {
  const values = dots.flatMap((dot) => [dot.value, dot.low ?? dot.value, dot.high ?? dot.value]);
  const least = Math.min(...values);
  const nearZero = least >= 0 && least < Math.max(...values) / 5;
  return !difference && nearZero ? { zero: true, nice: true } : { zero: difference, nice: true, padding: 10 };
}

function zeroLine(difference: boolean): Spec {
  if (!difference) return {};
  return { gridColor: { condition: { test: "datum.value === 0", value: "#52606d" }, value: "#e9ecef" } };
}

/** Titles are fixed words: Vega-Lite writes them into an expression. */
function tooltip(series: string): Spec[] {
  return [
    { field: "strategy", type: "nominal", title: series },
    { field: "label", type: "nominal", title: "for" },
    { field: "valueText", type: "nominal", title: "value" },
    { field: "intervalText", type: "nominal", title: "interval" },
  ];
}
