/** A table of coloured shares: moves from the row to the column, or any share of two things that cross. */

import { baseSpec, isNarrow, type ChartDraft, type Spec } from "./chart.ts";

/** One cell: of all moves that leave `from` (row), the share that goes to `to` (column). */
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
  /** What rows, columns and figures are called; left out: moves between channels. */
  readonly words?: HeatWords;
  /** Left out: `full`. */
  readonly size?: ChartDraft["size"];
}

export interface HeatWords {
  readonly rows: string;
  readonly columns: string;
  readonly row: string;
  readonly column: string;
  readonly share: string;
  readonly count: string;
}

const MOVES: HeatWords = {
  rows: "comes from",
  columns: "goes to",
  row: "from",
  column: "to",
  share: "share of moves",
  count: "moves per replication",
};

/** The chart of such a table. */
export function heatChart(map: HeatMap): ChartDraft {
  const { id, title, description, size = "full" } = map;
  return { id, title, description, size, spec: (width) => heatSpec(map, width) };
}

function heatSpec(map: HeatMap, width: number): Spec {
  const rows = new Set(map.cells.map((cell) => cell.from)).size;
  const narrow = isNarrow(width);
  const words = map.words ?? MOVES;
  return {
    ...baseSpec(width, rows * (map.size === "half" ? 24 : narrow ? 30 : 34), map.description),
    data: { values: map.cells },
    encoding: {
      x: { field: "to", type: "nominal", title: words.columns, sort: { field: "toOrder", op: "min" }, axis: columnAxis(narrow) },
      y: { field: "from", type: "nominal", title: words.rows, sort: { field: "fromOrder", op: "min" }, axis: rowAxis(narrow) },
      tooltip: [
        { field: "from", type: "nominal", title: words.row },
        { field: "to", type: "nominal", title: words.column },
        { field: "shareText", type: "nominal", title: words.share },
        { field: "countText", type: "nominal", title: words.count },
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
