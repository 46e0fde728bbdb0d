/** Bars with intervals, the longest first: what moves a response, and how far. */

import { baseSpec, isNarrow, labelLimit, tickCount, type ChartDraft, type Spec } from "../charts/chart.ts";
import { rowHeight, wrapLabel, wrappedAxis } from "../charts/labels.ts";

const STRONG = "#1f2933";
const KINDS = { up: "#0072B2", down: "#D55E00" } as const;

/** Pixels for a name where there is room: most are told in one line. */
const NAME_ROOM = 320;

/** One bar, or one half of it. Values are in axis units; texts stand in the tooltip. */
export interface Bar {
  readonly label: string;
  /** Path or id of what the label names. */
  readonly code: string;
  readonly order: number;
  readonly from: number;
  readonly to: number;
  /** Blue and orange: adds and takes away, or the high and the low end. */
  readonly kind: "up" | "down";
  readonly low: number | null;
  readonly high: number | null;
  readonly valueText: string;
  readonly intervalText: string;
}

export interface BarPlot {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly axisTitle: string;
  /** What the colours say; left out: no legend. */
  readonly legend?: Readonly<Record<Bar["kind"], string>>;
  /** The line from which bars go. */
  readonly origin: number;
  readonly bars: readonly Bar[];
}

/** Titles are fixed words: Vega-Lite writes them into an expression. */
const TOOLTIP: readonly Spec[] = [
  { field: "label", type: "nominal", title: "for" },
  { field: "code", type: "nominal", title: "in the scenario" },
  { field: "valueText", type: "nominal", title: "value" },
  { field: "intervalText", type: "nominal", title: "interval" },
];

function colour({ legend }: BarPlot): Spec {
  const kinds = ["up", "down"] as const;
  return {
    field: "said",
    type: "nominal",
    scale: { domain: kinds.map((kind) => legend?.[kind] ?? kind), range: kinds.map((kind) => KINDS[kind]) },
    legend: legend === undefined ? null : { orient: "top", title: null },
  };
}

export function barPlot(plot: BarPlot): ChartDraft {
  const { id, title, description } = plot;
  return { id, title, description, size: "full", spec: (width) => barSpec(plot, width) };
}

function barSpec(plot: BarPlot, width: number): Spec {
  const values = plot.bars.map((bar) => ({
    ...bar,
    said: plot.legend?.[bar.kind] ?? bar.kind,
    label: wrapLabel(bar.label, isNarrow(width) ? labelLimit(width) : NAME_ROOM),
  }));
  const labels = [...new Set(values.map(({ label }) => label))];
  const y = {
    field: "label",
    type: "nominal",
    title: null,
    sort: { field: "order", op: "min" },
    scale: { padding: 0.3 },
    axis: wrappedAxis,
  };
  return {
    ...baseSpec(width, labels.length * rowHeight(labels, 1), plot.description),
    layer: [{ data: { values }, encoding: { y }, layer: [barLayer(plot, width), INTERVALS] }, originLayer(plot.origin)],
  };
}

function barLayer(plot: BarPlot, width: number): Spec {
  const x = {
    field: "from",
    type: "quantitative",
    title: plot.axisTitle,
    scale: { zero: false, nice: true },
    axis: { tickCount: tickCount(width), labelOverlap: true },
  };
  return { mark: { type: "bar" }, encoding: { x, x2: { field: "to" }, color: colour(plot), tooltip: TOOLTIP } };
}

const INTERVALS: Spec = {
  transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
  mark: { type: "rule", strokeWidth: 2, color: STRONG },
  encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
};

function originLayer(origin: number): Spec {
  return {
    data: { values: [{ origin }] },
    mark: { type: "rule", color: STRONG, strokeWidth: 1.25 },
    encoding: { x: { field: "origin", type: "quantitative" } },
  };
}
