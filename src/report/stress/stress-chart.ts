/** Stress curves: a KPI against the load, a line per policy, the promise as a line across, breaking points marked on it. */

import type { StressDocument, StressDocumentPromise } from "../../kpi/index.ts";
import { baseSpec, isNarrow, strategyColour, strategyLegend, tickCount, type ChartDraft, type Spec } from "../charts/chart.ts";
import type { StrategyLook } from "../palette.ts";
import { axisTitle, axisUnit } from "../text/axis.ts";
import { intervalText, meanText } from "../text/numbers.ts";
import { boundText, loadInterval, loadNumber, promiseWords } from "./words.ts";

const SOFT = "#52606d";
const STRONG = "#1f2933";

interface Plot {
  readonly document: StressDocument;
  readonly promise: StressDocumentPromise;
  readonly row: number;
  readonly looks: readonly StrategyLook[];
  /** KPI units in one unit of the axis. */
  readonly divide: number;
  readonly yTitle: string;
}

/** The stress curves of one promise (row). */
export function stressChart(document: StressDocument, row: number, looks: readonly StrategyLook[]): ChartDraft {
  const promise = document.promises[row] as StressDocumentPromise;
  const { currency } = document.scenario;
  const values = document.policies.flatMap(({ curve }) => curve.flatMap(({ values: all }) => all[row]?.mean ?? []));
  const axis = axisUnit(promise.unit, [...values, promise.bound], currency);
  const where = promise.channel === null ? "" : ` in ${promise.channel}`;
  const plot = { document, promise, row, looks, divide: axis.divide, yTitle: axisTitle(`${promise.label}${where}`, axis) };
  const words = promiseWords(promise, currency);
  return {
    id: `stress-${row + 1}`,
    title: `${promise.label}${where} against the load`,
    description: `${promise.label}${where} of each policy against the load, with intervals. The line across is the promise: ${words}. Dots on it are breaking points.`,
    size: "full",
    spec: (width) => chartSpec(plot, width),
  };
}

function chartSpec(plot: Plot, width: number): Spec {
  return {
    ...baseSpec(width, isNarrow(width) ? 260 : 340, plot.document.scenario.name),
    layer: [...ownLoadLayers(plot), curveLayer(plot, width), ...promiseLayers(plot, width), ...breakLayers(plot, width)],
  };
}

function x({ document: { load } }: Plot, width: number): Spec {
  return {
    field: "load",
    type: "quantitative",
    title: "Load (multiple of the scenario's own demand)",
    scale: { nice: false, zero: false, domain: [load.from, load.to] },
    axis: { grid: false, tickCount: tickCount(width) },
  };
}

function y({ yTitle }: Plot): Spec {
  return { field: "value", type: "quantitative", title: yTitle, scale: { zero: false }, axis: { tickCount: 6, titleLimit: 240 } };
}

/** The end of a band as it is drawn: an interval of a share may reach beyond what a share can be, the axis does not. */
function drawn(end: number | null, unit: StressDocumentPromise["unit"], divide: number): number | null {
  if (end === null) return null;
  return (unit === "share" ? Math.min(1, Math.max(0, end)) : end) / divide;
}

function curvePoints({ document, promise, row, divide }: Plot) {
  const { currency } = document.scenario;
  return document.policies.flatMap(({ name, curve }) =>
    curve.flatMap(({ load, values }) => {
      const value = values[row];
      if (value === undefined || value.mean === null) return [];
      return [
        {
          strategy: name,
          load,
          value: value.mean / divide,
          low: drawn(value.low, promise.unit, divide),
          high: drawn(value.high, promise.unit, divide),
          loadText: loadNumber(load),
          valueText: meanText(value, promise.unit, currency),
          intervalText: intervalText(value, promise.unit, currency) ?? "none",
        },
      ];
    }),
  );
}

function curveLayer(plot: Plot, width: number): Spec {
  const { looks } = plot;
  const band = {
    transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
    mark: { type: "area", opacity: 0.14 },
    encoding: { y: { ...y(plot), field: "low" }, y2: { field: "high" } },
  };
  const line = {
    mark: { type: "line", strokeWidth: 2.25 },
    encoding: {
      y: y(plot),
      strokeDash: {
        field: "strategy",
        type: "nominal",
        scale: { domain: looks.map((look) => look.name), range: looks.map((look) => look.dash) },
        legend: { ...strategyLegend(looks, width), symbolType: "stroke", symbolSize: 300 },
      },
      order: { field: "load", type: "quantitative" },
    },
  };
  // Nobody sees these; they are large enough to be met by a pointer.
  const points = {
    mark: { type: "point", filled: true, size: 140, opacity: 0 },
    encoding: { y: y(plot), tooltip: tooltip() },
  };
  return {
    data: { values: curvePoints(plot) },
    encoding: { x: x(plot, width), color: strategyColour(looks, width) },
    layer: [band, line, points],
  };
}

/** Titles are fixed words: Vega-Lite writes them into an expression. */
function tooltip(): Spec[] {
  return [
    { field: "strategy", type: "nominal", title: "policy" },
    { field: "loadText", type: "nominal", title: "load" },
    { field: "valueText", type: "nominal", title: "value" },
    { field: "intervalText", type: "nominal", title: "interval" },
  ];
}

function promiseLayers(plot: Plot, width: number): Spec[] {
  const { document, promise, divide } = plot;
  const label = `promised: ${promise.side === "atLeast" ? "at least" : "at most"} ${boundText(promise.unit, promise.bound, document.scenario.currency)}`;
  // At the right end, on the side of the line that the curves have left.
  const data = { values: [{ value: promise.bound / divide, label, load: document.load.to }] };
  const side = promise.side === "atLeast" ? { baseline: "bottom", dy: -5 } : { baseline: "top", dy: 5 };
  return [
    { data, mark: { type: "rule", color: STRONG, strokeWidth: 1.25, strokeDash: [4, 3] }, encoding: { y: y(plot) } },
    {
      data,
      mark: { type: "text", align: "right", dx: -4, color: STRONG, ...side },
      encoding: { x: x(plot, width), y: y(plot), text: { field: "label", type: "nominal" } },
    },
  ];
}

function breakPoints({ document, promise, row, divide }: Plot) {
  return document.policies.flatMap(({ name, breaking }) => {
    const found = breaking[row];
    if (found === undefined || found.load === null) return [];
    const { load, low, high } = found;
    const texts = { loadText: loadNumber(load), intervalText: loadInterval(found) ?? "none" };
    return [{ strategy: name, value: promise.bound / divide, load, low, high, ...texts }];
  });
}

function breakLayers(plot: Plot, width: number): Spec[] {
  const data = { values: breakPoints(plot) };
  if (data.values.length === 0) return [];
  const color = strategyColour(plot.looks, width);
  const tooltips: Spec[] = [
    { field: "strategy", type: "nominal", title: "policy" },
    { field: "loadText", type: "nominal", title: "breaks at load" },
    { field: "intervalText", type: "nominal", title: "interval" },
  ];
  return [
    {
      data,
      transform: [{ filter: "isValid(datum.low) && isValid(datum.high)" }],
      mark: { type: "rule", strokeWidth: 5, opacity: 0.45, strokeCap: "round", clip: true },
      encoding: { x: { ...x(plot, width), field: "low" }, x2: { field: "high" }, y: y(plot), color },
    },
    {
      data,
      mark: { type: "point", filled: true, size: 90, opacity: 1, stroke: "#ffffff", strokeWidth: 1.5 },
      encoding: { x: x(plot, width), y: y(plot), color, tooltip: tooltips },
    },
  ];
}

function ownLoadLayers({ document: { load } }: Plot): Spec[] {
  if (load.from > 1 || load.to < 1) return [];
  const data = { values: [{ load: 1, label: "own load" }] };
  const where = { field: "load", type: "quantitative" };
  return [
    { data, mark: { type: "rule", color: "#cbd2d9" }, encoding: { x: where } },
    {
      data,
      mark: { type: "text", align: "left", baseline: "bottom", dx: 4, color: SOFT },
      encoding: { x: where, y: { value: { expr: "height - 4" } }, text: { field: "label", type: "nominal" } },
    },
  ];
}
