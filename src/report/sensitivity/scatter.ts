/** Morris' own chart: mean size of the effect across, spread of the effects up. */

import { baseSpec, isNarrow, tickCount, type ChartDraft, type Spec } from "../charts/chart.ts";
import { okabeIto } from "../palette.ts";
import { type AxisUnit, axisTitle } from "../text/axis.ts";

/** A parameter, in axis units. */
export interface ScatterDot {
  readonly label: string;
  /** Path of what the label names. */
  readonly code: string;
  /** Stands beside the dot where there is room; empty: nothing does. */
  readonly short: string;
  readonly muStar: number;
  readonly sigma: number | null;
  readonly valueText: string;
}

export interface Scatter {
  readonly id: string;
  readonly title: string;
  readonly axis: AxisUnit;
  readonly dots: readonly ScatterDot[];
}

/** Titles are fixed words: Vega-Lite writes them into an expression. */
const TOOLTIP: readonly Spec[] = [
  { field: "label", type: "nominal", title: "for" },
  { field: "code", type: "nominal", title: "in the scenario" },
  { field: "valueText", type: "nominal", title: "value" },
];

/** Beside the dot, towards the middle of the chart. */
function names(most: number): Spec[] {
  return [
    { align: "left", dx: 8, filter: { field: "muStar", lt: most / 2 } },
    { align: "right", dx: -8, filter: { field: "muStar", gte: most / 2 } },
  ].map(({ align, dx, filter }) => ({
    transform: [{ filter }],
    mark: { type: "text", align, dx, dy: -8, fontSize: 11 },
    encoding: { text: { field: "short", type: "nominal" } },
  }));
}

/** What lies above the dashed line bends or interacts more than it moves. */
export function scatter({ id, title, axis, dots }: Scatter): ChartDraft {
  const description =
    "Mean size of each parameter's effect across, spread of its effects up. On the dashed line both are the same: above it a parameter acts mostly through curvature and interactions.";
  return { id, title, description, size: "full", spec: (width) => scatterSpec(dots, axis, description, width) };
}

function scatterSpec(dots: readonly ScatterDot[], axis: AxisUnit, description: string, width: number): Spec {
  const most = Math.max(...dots.map(({ muStar }) => muStar));
  const along = (field: string, title: string): Spec => ({
    field,
    type: "quantitative",
    title: axisTitle(title, axis),
    scale: { zero: true, nice: true },
    axis: { tickCount: tickCount(width) },
  });
  const line = [0, most].map((end) => ({ muStar: end, sigma: end }));
  return {
    ...baseSpec(width, isNarrow(width) ? 260 : 340, description),
    encoding: { x: along("muStar", "mean size of the effect (μ*)"), y: along("sigma", "spread of the effects (σ)") },
    layer: [
      { data: { values: line }, mark: { type: "line", strokeDash: [4, 4], color: "#9aa5b1" } },
      {
        data: { values: dots },
        layer: [
          { mark: { type: "point", filled: true, size: 70, opacity: 0.9, color: okabeIto[0] }, encoding: { tooltip: TOOLTIP } },
          ...(isNarrow(width) ? [] : names(most)),
        ],
      },
    ],
  };
}
