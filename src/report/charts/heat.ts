/** Moves between channels as a table of coloured shares: from the row to the column. */

import { baseSpec, isNarrow, type ChartDraft, type Spec } from "./chart.ts";

/** One cell: of all moves that leave `from`, the share that goes to `to`. */
export interface HeatCell {
  readonly from: string;
  readonly fromOrder: number;
  readonly to: string;
  readonly toOrder: number;
  readonly share: number;
  readonly shareText: string;
  readonly countText: string;
}

export interface HeatMap {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly cells: readonly HeatCell[];
}

/** The chart of one strategy's moves. */
export function heatChart(map: HeatMap): ChartDraft {
  const { id, title, description } = map;
  return { id, title, description, size: "full", spec: (width) => heatSpec(map, width) };
}

function heatSpec(map: HeatMap, width: number): Spec {
  const rows = new Set(map.cells.map((cell) => cell.from)).size;
  const narrow = isNarrow(width);
  return {
    ...baseSpec(width, rows * (narrow ? 30 : 34), map.description),
    data: { values: map.cells },
    encoding: {
      x: { field: "to", type: "nominal", title: "goes to", sort: { field: "toOrder", op: "min" }, axis: columnAxis(narrow) },
      y: { field: "from", type: "nominal", title: "comes from", sort: { field: "fromOrder", op: "min" }, axis: rowAxis(narrow) },
      tooltip: [
        { field: "from", type: "nominal", title: "from" },
        { field: "to", type: "nominal", title: "to" },
        { field: "shareText", type: "nominal", title: "share of moves" },
        { field: "countText", type: "nominal", title: "moves per replication" },
      ],
    },
    layer: [
      { mark: { type: "rect", stroke: "#ffffff", strokeWidth: 2, cornerRadius: 3 }, encoding: { color: shareColour() } },
      {
        mark: { type: "text", fontSize: narrow ? 10 : 12 },
        encoding: {
          text: { field: "shareText", type: "nominal" },
          color: { condition: { test: "datum.share > 0.45", value: "#ffffff" }, value: "#1f2933" },
        },
      },
    ],
  };
}

function columnAxis(narrow: boolean): Spec {
  return { orient: "top", labelAngle: narrow ? -90 : 0, labelLimit: narrow ? 110 : 88, labelColor: "#1f2933" };
}

function rowAxis(narrow: boolean): Spec {
  return { labelLimit: narrow ? 88 : 150, labelColor: "#1f2933" };
}

/** Zero is nearly white, so that the eye sees only what happens. */
function shareColour(): Spec {
  return {
    field: "share",
    type: "quantitative",
    legend: null,
    scale: { domain: [0, 1], range: ["#f4f7fa", "#6fb1d8", "#0072B2", "#00395c"], interpolate: "lab" },
  };
}
