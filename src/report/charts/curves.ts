/** Curves over time with interval bands and the moment of adoption. */

import type { StrategyLook } from "../palette.ts";
import { baseSpec, isNarrow, strategyColour, strategyLegend, tickCount, type ChartDraft, type Spec } from "./chart.ts";

/** One point of a curve, in axis units. */
export interface CurvePoint {
  readonly strategy: string;
  readonly strategyOrder: number;
  readonly time: number;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly timeText: string;
  readonly valueText: string;
  readonly intervalText: string;
}

export interface Curves {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly timeTitle: string;
  readonly valueTitle: string;
  /** In units of the time axis; null = strategies start at once. */
  readonly adoption: number | null;
  /** What each curve stands for, in its tooltip; left out: a strategy. */
  readonly what?: string;
  readonly looks: readonly StrategyLook[];
  readonly points: readonly CurvePoint[];
}

/** The chart of some curves. */
export function curveChart(curves: Curves): ChartDraft {
  const { id, title, description } = curves;
  return { id, title, description, size: "full", spec: (width) => curveSpec(curves, width) };
}

function curveSpec(curves: Curves, width: number): Spec {
  const adoption = curves.adoption === null ? [] : adoptionLayers(curves.adoption);
  return {
    ...baseSpec(width, isNarrow(width) ? 240 : 320, curves.description),
    layer: [...adoption, curveLayer(curves, width)],
  };
}

function curveLayer(curves: Curves, width: number): Spec {
  return {
    data: { values: curves.points },
    encoding: {
      x: {
        field: "time",
        type: "quantitative",
        title: curves.timeTitle,
        scale: { nice: false, zero: false },
        axis: { grid: false, tickCount: tickCount(width) },
      },
      color: strategyColour(curves.looks, width),
    },
    layer: [bandLayer(), lineLayer(curves, width), pointLayer(curves.what ?? "strategy")],
  };
}

function bandLayer(): Spec {
  return {
    transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
    mark: { type: "area", opacity: 0.16 },
    encoding: { y: { field: "low", type: "quantitative" }, y2: { field: "high" } },
  };
}

function lineLayer(curves: Curves, width: number): Spec {
  return {
    mark: { type: "line", strokeWidth: 2.25 },
    encoding: {
      y: {
        field: "value",
        type: "quantitative",
        title: curves.valueTitle,
        scale: { zero: false },
        axis: { tickCount: 6, titleLimit: 240 },
      },
      strokeDash: {
        field: "strategy",
        type: "nominal",
        scale: { domain: curves.looks.map((look) => look.name), range: curves.looks.map((look) => look.dash) },
        legend: { ...strategyLegend(curves.looks, width), symbolType: "stroke", symbolSize: 300 },
      },
      order: { field: "time", type: "quantitative" },
    },
  };
}

/** Points nobody sees, large enough to be met by a pointer. */
function pointLayer(what: string): Spec {
  return {
    mark: { type: "point", filled: true, size: 140, opacity: 0 },
    encoding: {
      y: { field: "value", type: "quantitative" },
      tooltip: [
        { field: "strategy", type: "nominal", title: what },
        { field: "timeText", type: "nominal", title: "time" },
        { field: "valueText", type: "nominal", title: "value" },
        { field: "intervalText", type: "nominal", title: "interval" },
      ],
    },
  };
}

function adoptionLayers(time: number): Spec[] {
  const data = { values: [{ time, label: "strategies start" }] };
  const x = { field: "time", type: "quantitative" };
  return [
    { data, mark: { type: "rule", color: "#52606d", strokeDash: [3, 3] }, encoding: { x } },
    {
      data,
      mark: { type: "text", align: "left", baseline: "top", dx: 6, dy: 2, color: "#52606d" },
      encoding: { x, y: { value: 0 }, text: { field: "label", type: "nominal" } },
    },
  ];
}
