/** Charts of a sensitivity study. */

import type { KpiDescription, KpiUnit, SensitivityDocument, Span } from "../../kpi/index.ts";
import { baseSpec, isNarrow, tickCount, type ChartDraft } from "../charts/chart.ts";
import { dotPlot } from "../charts/dots.ts";
import { okabeIto, type StrategyLook } from "../palette.ts";
import { type AxisUnit, axisTitle, axisUnit } from "../text/axis.ts";
import { intervalText, meanText, type Reading } from "../text/numbers.ts";
import { type Bar, barPlot } from "./bars.ts";
import { type Movers, responseName } from "./movers.ts";

/** More bars than a page shows; the table has all. */
const MOST_BARS = 20;

/** One response, with where its charts stand. */
export interface Drawn {
  readonly document: SensitivityDocument;
  readonly kpi: KpiDescription;
  readonly movers: Movers;
  /** Row of the response in the study. */
  readonly row: number;
}

function texts(span: Span, unit: KpiUnit, currency: string, reading: Reading) {
  return { valueText: meanText(span, unit, currency, reading), intervalText: intervalText(span, unit, currency, reading) ?? "none" };
}

function divided(value: number | null, { divide }: AxisUnit): number | null {
  return value === null ? null : value / divide;
}

function axisOf(drawn: Drawn, spans: readonly Span[], reading: Reading): AxisUnit {
  const { kpi, document } = drawn;
  const values = spans.flatMap(({ mean, low, high }) => [mean, low, high].filter((value) => value !== null));
  return axisUnit(kpi.unit, values, document.scenario.currency, reading);
}

/** Bars from zero, for spans that are sizes or contributions. */
function fromZero(drawn: Drawn, spans: readonly Span[], axis: AxisUnit): Bar[] {
  const { movers, kpi, document } = drawn;
  return movers.rows.slice(0, MOST_BARS).map(({ name, row }, order) => {
    const span = spans[row] ?? { mean: null, low: null, high: null };
    const mean = span.mean ?? 0;
    return {
      ...{ label: name, order, from: 0, to: mean / axis.divide, kind: mean < 0 ? "down" : "up" },
      ...{ low: divided(span.low, axis), high: divided(span.high, axis) },
      ...texts(span, kpi.unit, document.scenario.currency, "difference"),
    };
  });
}

function screeningCharts(drawn: Drawn): ChartDraft[] {
  const { document, kpi, movers, row } = drawn;
  const effects = document.screening?.responses[row]?.effects ?? [];
  const spans = effects.map(({ muStar }) => muStar);
  const axis = axisOf(drawn, spans, "difference");
  const name = responseName(movers.response);
  const bars = barPlot({
    id: `effects-${row + 1}`,
    title: `Effects on ${kpi.label}: ${name}`,
    description: `Mean size of the effect of each parameter on ${kpi.label} (${name}) over its whole range, the greatest first.`,
    axisTitle: axisTitle("mean size of the effect over the range (μ*)", axis),
    origin: 0,
    bars: fromZero(drawn, spans, axis),
  });
  return [bars, scatter(drawn, axis)];
}

/** μ* across, σ up: what lies above the line bends or interacts more than it moves. */
function scatter({ document, kpi, movers, row }: Drawn, axis: AxisUnit): ChartDraft {
  const effects = document.screening?.responses[row]?.effects ?? [];
  const name = responseName(movers.response);
  const ranks = new Map(movers.rows.map((one, rank) => [one.row, rank]));
  const values = effects.map(({ muStar, sigma }, parameter) => ({
    label: document.parameters[parameter]?.path ?? "",
    short: (ranks.get(parameter) ?? 0) < 5 ? (document.parameters[parameter]?.path.split(".").slice(-2).join(".") ?? "") : "",
    muStar: (muStar.mean ?? 0) / axis.divide,
    sigma: divided(sigma, axis),
    ...texts(muStar, kpi.unit, document.scenario.currency, "difference"),
  }));
  const most = Math.max(...values.map(({ muStar }) => muStar));
  const encoding = (field: string, title: string, width: number) => ({
    field,
    type: "quantitative",
    title: axisTitle(title, axis),
    scale: { zero: true, nice: true },
    axis: { tickCount: tickCount(width) },
  });
  return {
    id: `interactions-${row + 1}`,
    title: `Effect and spread: ${name}`,
    description: `Mean size of each parameter's effect across, spread of its effects up. On the dashed line both are the same: above it a parameter acts mostly through curvature and interactions.`,
    size: "full",
    spec: (width) => ({
      ...baseSpec(width, isNarrow(width) ? 260 : 340, kpi.label),
      layer: [
        {
          data: { values: [{ muStar: 0, sigma: 0 }, { muStar: most, sigma: most }] },
          mark: { type: "line", strokeDash: [4, 4], color: "#9aa5b1" },
          encoding: { x: encoding("muStar", "mean size of the effect (μ*)", width), y: encoding("sigma", "spread of the effects (σ)", width) },
        },
        {
          data: { values },
          encoding: { x: encoding("muStar", "mean size of the effect (μ*)", width), y: encoding("sigma", "spread of the effects (σ)", width) },
          layer: [
            {
              mark: { type: "point", filled: true, size: 70, opacity: 0.9, color: okabeIto[0] },
              encoding: {
                tooltip: [
                  { field: "label", type: "nominal", title: "for" },
                  { field: "valueText", type: "nominal", title: "value" },
                ],
              },
            },
            ...(isNarrow(width) ? [] : [{ mark: { type: "text", align: "right", dx: -8, dy: -8, fontSize: 11 }, encoding: { text: { field: "short", type: "nominal" } } }]),
          ],
        },
      ],
    }),
  };
}

function tornadoCharts(drawn: Drawn): ChartDraft[] {
  const { document, kpi, movers, row } = drawn;
  const found = document.tornado?.responses[row];
  if (found === undefined) return [];
  const reading = found.less === null ? "level" : "difference";
  const axis = axisOf(drawn, [found.now, ...found.bars.flatMap(({ low, high }) => [low, high])], reading);
  const now = (found.now.mean ?? 0) / axis.divide;
  const name = responseName(movers.response);
  const bars = movers.rows.slice(0, MOST_BARS).flatMap(({ name: label, row: parameter }, order) => {
    const bar = found.bars[parameter];
    const ends = document.parameters[parameter]?.values ?? [];
    const halves = (["low", "high"] as const).flatMap((end): Bar[] => {
      const span = bar?.[end];
      if (span === undefined || span.mean === null) return [];
      const { valueText, intervalText: interval } = texts(span, kpi.unit, document.scenario.currency, reading);
      const kind = end === "high" ? "up" : "down";
      const at = (end === "high" ? ends.at(-1) : ends[0]) ?? "";
      return [{ label, order, from: now, to: span.mean / axis.divide, kind, low: null, high: null, valueText: `${valueText} at ${at}`, intervalText: interval }];
    });
    // The shorter one lies on top, where both are on one side.
    return halves.toSorted((a, b) => Math.abs(b.to - now) - Math.abs(a.to - now));
  });
  return [
    barPlot({
      id: `tornado-${row + 1}`,
      title: `${kpi.label}: ${name}`,
      description: `${kpi.label} (${name}) at the low and at the high end of each parameter, all others as in the scenario. The line is the scenario itself.`,
      axisTitle: axisTitle(found.less === null ? kpi.label : `${kpi.label}: ${name}`, axis),
      legend: { up: "at the high end", down: "at the low end" },
      origin: now,
      bars,
    }),
  ];
}

const PARTS: readonly StrategyLook[] = [
  { name: "alone", order: 0, colour: okabeIto[0], dash: [1, 0], shape: "circle" },
  { name: "with interactions", order: 1, colour: okabeIto[1], dash: [1, 0], shape: "square" },
];

function indexCharts({ document, kpi, movers, row }: Drawn): ChartDraft[] {
  const found = document.indices?.responses[row]?.parameters ?? [];
  const name = responseName(movers.response);
  const dots = movers.rows.slice(0, MOST_BARS).flatMap(({ name: label, row: parameter }, labelOrder) =>
    PARTS.flatMap(({ name: strategy, order: strategyOrder }) => {
      const span = found[parameter]?.[strategyOrder === 0 ? "first" : "total"];
      if (span === undefined || span.mean === null) return [];
      const axis = { divide: 0.01, unit: "%" };
      const ends = { value: span.mean / axis.divide, low: divided(span.low, axis), high: divided(span.high, axis) };
      return [{ label, labelOrder, strategy, strategyOrder, ...ends, ...texts(span, "share", "", "level") }];
    }),
  );
  return [
    dotPlot({
      id: `indices-${row + 1}`,
      title: `Shares of the variance of ${kpi.label}: ${name}`,
      description: `Share of the variance of ${kpi.label} (${name}) that each parameter brings, alone and with all its interactions.`,
      size: "full",
      axisTitle: "share of the variance (%)",
      difference: true,
      series: "share",
      looks: PARTS,
      dots,
    }),
  ];
}

function capabilityCharts(drawn: Drawn): ChartDraft[] {
  const { document, kpi, movers, row } = drawn;
  const players = document.capabilities?.games[row]?.players ?? [];
  if (players.length === 0) return [];
  const spans = players.map(({ adds }) => adds);
  const axis = axisOf(drawn, spans, "difference");
  return [
    barPlot({
      id: `capabilities-${row + 1}`,
      title: `What adds to ${kpi.label}: ${responseName(movers.response)}`,
      description: `What each capability adds to ${kpi.label} (${responseName(movers.response)}), the greatest first. All together are the difference.`,
      axisTitle: axisTitle(`adds to ${kpi.label}`, axis),
      origin: 0,
      bars: fromZero(drawn, spans, axis),
    }),
  ];
}

/** The charts of one response. */
export function chartsOf(drawn: Drawn): ChartDraft[] {
  const charts = { morris: screeningCharts, tornado: tornadoCharts, sobol: indexCharts, capabilities: capabilityCharts };
  return charts[drawn.document.method](drawn);
}
