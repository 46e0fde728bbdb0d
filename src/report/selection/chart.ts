/** The chart of a selection: a row for each that took part, its mean and interval. */

import type { SelectionDocument } from "../../kpi/index.ts";
import { baseSpec, labelLimit, tickCount, type ChartDraft, type Spec } from "../charts/chart.ts";
import { rowHeight, wrapLabel, wrappedAxis } from "../charts/labels.ts";
import type { StrategyLook } from "../palette.ts";
import { axisTitle, axisUnit } from "../text/axis.ts";
import { intervalText, meanText } from "../text/numbers.ts";

/** Titles are fixed words: Vega-Lite writes them into an expression. */
const TOOLTIP: readonly Spec[] = [
  { field: "name", type: "nominal", title: "strategy" },
  { field: "valueText", type: "nominal", title: "mean" },
  { field: "intervalText", type: "nominal", title: "interval" },
];

/** Who left the race is drawn hollow. */
export function raceChart(document: SelectionDocument, looks: readonly StrategyLook[], label: string): ChartDraft {
  const { kpi, scenario, systems } = document;
  const estimates = systems.flatMap(({ kpi: { mean, low, high } }) => [mean, low, high].filter((value) => value !== null));
  const axis = axisUnit(kpi.unit, estimates, scenario.currency);
  const divided = (value: number | null) => (value === null ? null : value / axis.divide);
  const rows = systems.map(({ name, kpi: span, eliminatedAfter }, order) => ({
    name,
    order,
    colour: looks[order]?.colour ?? "#000000",
    inside: eliminatedAfter === null ? (looks[order]?.colour ?? "#000000") : "#ffffff",
    value: divided(span.mean),
    low: divided(span.low),
    high: divided(span.high),
    valueText: meanText(span, kpi.unit, scenario.currency),
    intervalText: intervalText(span, kpi.unit, scenario.currency) ?? "none",
  }));
  return {
    id: "selection",
    title: `${label} of each`,
    description: `${label} of each, with intervals over the replications that were used. Filled: selected, or still in the race.`,
    size: "full",
    spec: (width) => raceSpec(rows, axisTitle(label, axis), scenario.name, width),
  };
}

function raceSpec(rows: readonly { readonly name: string }[], title: string, description: string, width: number): Spec {
  const values = rows.map((row) => ({ ...row, label: wrapLabel(row.name, labelLimit(width)) }));
  const labels = values.map(({ label }) => label);
  const x = {
    field: "value",
    type: "quantitative",
    title,
    scale: { zero: false, nice: true, padding: 10 },
    axis: { tickCount: tickCount(width), labelOverlap: true },
  };
  return {
    ...baseSpec(width, labels.length * rowHeight(labels, 1), description),
    data: { values },
    encoding: {
      y: { field: "label", type: "nominal", title: null, sort: { field: "order", op: "min" }, axis: wrappedAxis },
      color: { field: "colour", type: "nominal", scale: null },
    },
    layer: [
      {
        transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
        mark: { type: "rule", strokeWidth: 2.5, strokeCap: "round", opacity: 0.55 },
        encoding: { x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
      {
        mark: { type: "point", size: 95, opacity: 1, strokeWidth: 2 },
        encoding: { x, fill: { field: "inside", type: "nominal", scale: null }, tooltip: TOOLTIP },
      },
    ],
  };
}
