/** Charts of a sweep: a curve over one parameter, a map over two, clouds over more. */

import type { KpiDescription, SweepDocument } from "../../kpi/index.ts";
import { baseSpec, isNarrow, strategyColour, strategyLegend, tickCount, type ChartDraft, type Spec } from "../charts/chart.ts";
import type { StrategyLook } from "../palette.ts";
import { parameterName, shortParameterName } from "../text/parameter-name.ts";
import { differenceAxis } from "./difference-axis.ts";
import { axisName, differencesOf, type Swept } from "./swept.ts";

const STRONG = "#1f2933";
/** Worse, no difference, better: told apart by those who do not tell red from green. */
const DIVERGING = ["#b35806", "#f1a340", "#f7f7f7", "#67a9cf", "#0072B2"];

/** Tooltip titles are fixed words: Vega-Lite writes them into an expression. */
const TOOLTIP: readonly Spec[] = [
  { field: "strategy", type: "nominal", title: "strategy" },
  { field: "whereText", type: "nominal", title: "at" },
  { field: "valueText", type: "nominal", title: "difference" },
  { field: "intervalText", type: "nominal", title: "interval" },
];

const ZERO: Spec = {
  data: { values: [{ zero: 0 }] },
  mark: { type: "rule", color: STRONG, strokeWidth: 1.25 },
  encoding: { y: { field: "zero", type: "quantitative" } },
};

function placed({ document, points, strategy }: Swept, axis: number) {
  return points.map(({ places, ...point }) => ({
    ...point,
    strategy,
    place: places[axis],
    at: document.points[point.row]?.values[axis] ?? "",
  }));
}

function breakPlaces(document: SweepDocument, kpi: string, strategy: string): readonly (readonly number[])[] {
  return document.breakEven.find((one) => one.kpi === kpi && one.strategy === strategy)?.at ?? [];
}

/** Differences of all strategies over one parameter (row), a curve each; points only where others vary too. */
export function curveOver(document: SweepDocument, kpi: KpiDescription, parameter: number, looks: readonly StrategyLook[]): ChartDraft {
  const { divide, title } = differenceAxis(
    document,
    kpi,
    looks.map(({ name }) => name),
  );
  const values = looks.flatMap(({ name }) => placed(differencesOf(document, kpi, name, divide), parameter));
  const varied = document.parameters[parameter];
  if (varied === undefined) throw new Error(`the sweep has no parameter ${parameter}`);
  const { path } = varied;
  const alone = document.parameters.length === 1;
  const marks = looks.flatMap(({ name }) => breakPlaces(document, kpi.id, name).map((at) => ({ strategy: name, place: at[0], zero: 0 })));
  return {
    id: `sweep-${kpi.id.replaceAll("_", "-")}-${parameter + 1}`,
    title: `${kpi.label} against ${shortParameterName(path)}`,
    description: `Difference in ${kpi.label} to ${document.baseline} against ${parameterName(path)}. Above the line a strategy has more.`,
    size: alone ? "full" : "half",
    spec: (width) => ({
      ...baseSpec(width, alone ? (isNarrow(width) ? 240 : 320) : 220, document.scenario.name),
      layer: [
        ZERO,
        {
          data: { values },
          encoding: {
            x: placeAxis(varied, new Set(values.map(({ place = 0 }) => place)), width),
            color: strategyColour(looks, width),
          },
          layer: alone ? curveLayers(looks, width, title) : [cloudLayer(looks, width, title)],
        },
        ...(alone && marks.length > 0 ? [breakLayer(marks, looks, width)] : []),
      ],
    }),
  };
}

/** Few places have a label each: between whole numbers there may be nothing. A list has its values. */
function placeAxis(varied: SweepDocument["parameters"][number], places: ReadonlySet<number>, width: number): Spec {
  const title = axisName(varied);
  if (varied.kind === "list")
    return {
      field: "at",
      type: "nominal",
      title,
      sort: { field: "place", op: "min" },
      axis: { grid: false, labelAngle: 0, labelLimit: 120 },
    };
  const few = places.size <= tickCount(width) ? { values: [...places].toSorted((a, b) => a - b), format: ",.4~r" } : {};
  return {
    field: "place",
    type: "quantitative",
    title,
    scale: { nice: false, zero: false },
    axis: { grid: false, tickCount: tickCount(width), ...few },
  };
}

function y(title: string): Spec {
  return { type: "quantitative", title, axis: { tickCount: 6, titleLimit: 240 } };
}

function curveLayers(looks: readonly StrategyLook[], width: number, title: string): Spec[] {
  const dash = {
    field: "strategy",
    type: "nominal",
    scale: { domain: looks.map((look) => look.name), range: looks.map((look) => look.dash) },
    legend: { ...strategyLegend(looks, width), symbolType: "stroke", symbolSize: 300 },
  };
  return [
    {
      transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
      mark: { type: "area", opacity: 0.16 },
      encoding: { y: { field: "low", ...y(title) }, y2: { field: "high" } },
    },
    {
      mark: { type: "line", strokeWidth: 2.25, point: { size: 40 } },
      encoding: { y: { field: "value", ...y(title) }, strokeDash: dash, order: { field: "place", type: "quantitative" } },
    },
    { mark: { type: "point", filled: true, size: 140, opacity: 0 }, encoding: { y: { field: "value", ...y(title) }, tooltip: TOOLTIP } },
  ];
}

function cloudLayer(looks: readonly StrategyLook[], width: number, title: string): Spec {
  const shape = {
    field: "strategy",
    type: "nominal",
    scale: { domain: looks.map((look) => look.name), range: looks.map((look) => look.shape) },
    legend: strategyLegend(looks, width),
  };
  return {
    mark: { type: "point", filled: true, size: 40, opacity: 0.7 },
    encoding: { y: { field: "value", ...y(title) }, shape, tooltip: TOOLTIP },
  };
}

function breakLayer(values: readonly object[], looks: readonly StrategyLook[], width: number): Spec {
  return {
    data: { values },
    mark: { type: "point", filled: true, size: 110, opacity: 1, stroke: "#ffffff", strokeWidth: 1.5 },
    encoding: {
      x: { field: "place", type: "quantitative" },
      y: { field: "zero", type: "quantitative" },
      color: strategyColour(looks, width),
    },
  };
}

/** Half of the distance to the neighbours, so that cells of a grid touch. */
function cellOf(places: readonly number[], place: number): { from: number; to: number } {
  const all = [...new Set(places)].toSorted((a, b) => a - b);
  const at = all.indexOf(place);
  const step = all.length > 1 ? ((all.at(-1) as number) - (all[0] as number)) / (all.length - 1) : 1;
  const before = at > 0 ? place - (all[at - 1] as number) : step;
  const after = at < all.length - 1 ? (all[at + 1] as number) - place : step;
  return { from: place - before / 2, to: place + after / 2 };
}

/** A cell of a map: its middle, its borders, what it says. */
function cellsOf({ points, strategy }: Swept) {
  const [columns, rows] = [points.map(({ places }) => places[0] ?? 0), points.map(({ places }) => places[1] ?? 0)];
  return points.map(({ places: [a = 0, b = 0], ...point }) => {
    const [across, up] = [cellOf(columns, a), cellOf(rows, b)];
    return { ...point, strategy, x: a, y: b, x1: across.from, x2: across.to, y1: up.from, y2: up.to };
  });
}

/** The difference of one strategy over two parameters: colours, and the line on which it is zero. */
export function mapOver(document: SweepDocument, kpi: KpiDescription, look: StrategyLook): ChartDraft {
  const { divide, title } = differenceAxis(document, kpi, [look.name]);
  const cells = cellsOf(differencesOf(document, kpi, look.name, divide));
  const most = Math.max(...cells.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const line = breakPlaces(document, kpi.id, look.name).map(([a, b]) => ({ x: a, y: b }));
  const [first, second] = document.parameters.map(axisName);
  // Labels stand where the points are: beyond the outer ones the cells go on, to values that may not even be possible.
  const axes = [
    { title: first, values: [...new Set(cells.map(({ x }) => x))] },
    { title: second, values: [...new Set(cells.map(({ y: up }) => up))] },
  ] as const;
  const colours = { title, most, range: kpi.better === "lower" ? DIVERGING.toReversed() : DIVERGING };
  const isReadable = (width: number) => cells.length <= 49 && !isNarrow(width);
  return {
    id: `sweep-${kpi.id.replaceAll("_", "-")}-map-${look.order + 1}`,
    title: `${kpi.label}: ${look.name} less ${document.baseline}`,
    description: `${kpi.label} of ${look.name}, ${title}, over ${first} (across) and ${second} (up). Dots mark where the difference is zero.`,
    size: "full",
    spec: (width) => ({
      ...baseSpec(width, isNarrow(width) ? 300 : 420, document.scenario.name),
      layer: [
        {
          data: { values: cells },
          mark: { type: "rect", stroke: "#ffffff", strokeWidth: 1 },
          encoding: mapEncoding(axes, colours, width),
        },
        ...(isReadable(width) ? [textLayer(cells, most)] : []),
        ...(line.length === 0 ? [] : [lineLayer(line)]),
      ],
    }),
  };
}

interface MapAxis {
  readonly title: string | undefined;
  readonly values: readonly number[];
}

interface MapColours {
  readonly title: string;
  readonly most: number;
  readonly range: readonly string[];
}

function mapEncoding([across, up]: readonly [MapAxis, MapAxis], { title, most, range }: MapColours, width: number): Spec {
  const scale = { nice: false, zero: false };
  const axis = (values: readonly number[]) => ({ grid: false, titleLimit: 300, values, labelOverlap: true, format: ",.4~r" });
  return {
    x: { field: "x1", type: "quantitative", title: across.title, scale, axis: axis(across.values) },
    x2: { field: "x2" },
    y: { field: "y1", type: "quantitative", title: up.title, scale, axis: axis(up.values) },
    y2: { field: "y2" },
    color: {
      field: "value",
      type: "quantitative",
      title,
      scale: { domain: [-most, -most / 2, 0, most / 2, most], range, interpolate: "lab" },
      legend: { gradientLength: Math.min(300, width - 80), titleLimit: width - 40, title, titleFontWeight: "normal" },
    },
    tooltip: TOOLTIP,
  };
}

function textLayer(cells: readonly { readonly value: number }[], most: number): Spec {
  return {
    data: { values: cells.map((cell) => ({ ...cell, dark: Math.abs(cell.value) > 0.75 * most })) },
    // Above the middle, where a dot of the line may lie.
    mark: { type: "text", fontSize: 11, dy: -11 },
    encoding: {
      x: { field: "x", type: "quantitative" },
      y: { field: "y", type: "quantitative" },
      text: { field: "valueText", type: "nominal" },
      color: { condition: { test: "datum.dark", value: "#ffffff" }, value: STRONG },
    },
  };
}

function lineLayer(values: readonly object[]): Spec {
  return {
    data: { values },
    mark: { type: "point", filled: true, size: 46, color: STRONG, opacity: 1, stroke: "#ffffff", strokeWidth: 1 },
    encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
  };
}
