/** Grouped bars with their numbers: one group per step, one bar per strategy. */

import type { StrategyLook } from "../palette.ts";
import { rowHeight, wrapLabel, wrappedAxis } from "./labels.ts";
import { baseSpec, byStrategyOrder, isNarrow, labelLimit, strategyColour, tickCount, type ChartDraft, type Spec } from "./chart.ts";

export interface Bar {
  readonly label: string;
  readonly labelOrder: number;
  readonly strategy: string;
  readonly strategyOrder: number;
  readonly value: number;
  readonly valueText: string;
}

export interface BarPlot {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly axisTitle: string;
  readonly looks: readonly StrategyLook[];
  readonly bars: readonly Bar[];
}

/** The chart of some grouped bars. */
export function barChart(plot: BarPlot): ChartDraft {
  const { id, title, description } = plot;
  return { id, title, description, size: "full", spec: (width) => barSpec(plot, width) };
}

function barSpec(plot: BarPlot, width: number): Spec {
  const values = plot.bars.map((bar) => ({ ...bar, label: wrapLabel(bar.label, labelLimit(width)) }));
  const labels = [...new Set(values.map((bar) => bar.label))];
  // Room right of the longest bar for its number.
  const room = Math.max(0, ...plot.bars.map((bar) => bar.value)) * (isNarrow(width) ? 1.3 : 1.1) || 1;
  return {
    ...baseSpec(width, labels.length * rowHeight(labels, plot.looks.length), plot.description),
    data: { values },
    encoding: {
      y: {
        field: "label",
        type: "nominal",
        title: null,
        sort: { field: "labelOrder", op: "min" },
        scale: { paddingInner: 0.3 },
        axis: wrappedAxis,
      },
      yOffset: { field: "strategy", type: "nominal", sort: byStrategyOrder },
      x: {
        field: "value",
        type: "quantitative",
        stack: null,
        title: plot.axisTitle,
        scale: { domain: [0, room], nice: false },
        axis: { tickCount: tickCount(width) },
      },
      tooltip: [
        { field: "strategy", type: "nominal", title: "strategy" },
        { field: "label", type: "nominal", title: "step" },
        { field: "valueText", type: "nominal", title: "mean per replication" },
      ],
    },
    layer: [
      { mark: { type: "bar", cornerRadiusEnd: 2 }, encoding: { color: strategyColour(plot.looks, width) } },
      { mark: { type: "text", align: "left", dx: 4, fontSize: 11 }, encoding: { text: { field: "valueText", type: "nominal" } } },
    ],
  };
}
