/** Charts of a sensitivity study. */

import type { KpiDescription, KpiUnit, SensitivityDocument, Span } from "../../kpi/index.ts";
import type { ChartDraft } from "../charts/chart.ts";
import { dotPlot } from "../charts/dots.ts";
import { okabeIto, type StrategyLook } from "../palette.ts";
import { type AxisUnit, axisTitle, axisUnit } from "../text/axis.ts";
import { intervalText, meanText, type Reading } from "../text/numbers.ts";
import { shortParameterName } from "../text/parameter-name.ts";
import { type Bar, barPlot } from "./bars.ts";
import { type MovedRow, type Movers, responseName } from "./movers.ts";
import { scatter } from "./scatter.ts";

/** More bars than a page shows; the table has all. */
const MOST_BARS = 20;
/** Dots with a name: more names would cover each other. */
const MOST_NAMED = 5;

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
  return movers.rows.slice(0, MOST_BARS).map(({ name, code, row }, order) => {
    const span = spans[row] ?? { mean: null, low: null, high: null };
    const mean = span.mean ?? 0;
    return {
      label: name,
      code,
      order,
      from: 0,
      to: mean / axis.divide,
      kind: mean < 0 ? "down" : "up",
      low: divided(span.low, axis),
      high: divided(span.high, axis),
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
  // One walk has no spread.
  return effects.some(({ sigma }) => sigma !== null) ? [bars, scatterOf(drawn, axis)] : [bars];
}

type TornadoResponse = NonNullable<SensitivityDocument["tornado"]>["responses"][number];

function readingOf({ less }: Pick<TornadoResponse, "less">): Reading {
  return less === null ? "level" : "difference";
}

/** Characters of a name beside a dot. */
const NAME_ROOM = 30;

/** What changed nothing would be a heap of dots at zero. */
function scatterOf({ document, kpi, movers, row }: Drawn, axis: AxisUnit): ChartDraft {
  const effects = document.screening?.responses[row]?.effects ?? [];
  return scatter({
    id: `interactions-${row + 1}`,
    title: `Effect and spread: ${responseName(movers.response)}`,
    axis,
    dots: movers.rows.flatMap(({ name, code, row: parameter }, rank) => {
      const effect = effects[parameter];
      if (effect === undefined) return [];
      return [
        {
          label: name,
          code,
          short: rank < MOST_NAMED ? shortParameterName(code, NAME_ROOM) : "",
          muStar: (effect.muStar.mean ?? 0) / axis.divide,
          sigma: divided(effect.sigma, axis),
          valueText: texts(effect.muStar, kpi.unit, document.scenario.currency, "difference").valueText,
        },
      ];
    }),
  });
}

/** Both ends of a parameter; the shorter bar lies on top, where both are on one side. */
function halves(drawn: Drawn, found: TornadoResponse, axis: AxisUnit, { name, code, row: parameter }: MovedRow, order: number): Bar[] {
  const { document, kpi } = drawn;
  const { values = [] } = document.parameters[parameter] ?? {};
  const from = (found.now.mean ?? 0) / axis.divide;
  const bars = (["low", "high"] as const).flatMap((end): Bar[] => {
    const span = found.bars[parameter]?.[end];
    if (span === undefined || span.mean === null) return [];
    const { valueText, intervalText: interval } = texts(span, kpi.unit, document.scenario.currency, readingOf(found));
    const at = (end === "high" ? values.at(-1) : values[0]) ?? "";
    return [
      {
        label: name,
        code,
        order,
        from,
        to: span.mean / axis.divide,
        kind: end === "high" ? "up" : "down",
        low: null,
        high: null,
        valueText: `${valueText} at ${at}`,
        intervalText: interval,
      },
    ];
  });
  return bars.toSorted((a, b) => Math.abs(b.to - from) - Math.abs(a.to - from));
}

function tornadoCharts(drawn: Drawn): ChartDraft[] {
  const { document, kpi, movers, row } = drawn;
  const found = document.tornado?.responses[row];
  if (found === undefined) return [];
  const axis = axisOf(drawn, [found.now, ...found.bars.flatMap(({ low, high }) => [low, high])], readingOf(found));
  const name = responseName(movers.response);
  return [
    barPlot({
      id: `tornado-${row + 1}`,
      title: `${kpi.label}: ${name}`,
      description: `${kpi.label} (${name}) at the low and at the high end of each parameter, all others as in the scenario. The line is the scenario itself.`,
      axisTitle: axisTitle(found.less === null ? kpi.label : `${kpi.label}: ${name}`, axis),
      legend: { up: "at the high end", down: "at the low end" },
      origin: (found.now.mean ?? 0) / axis.divide,
      bars: movers.rows.slice(0, MOST_BARS).flatMap((moved, order) => halves(drawn, found, axis, moved, order)),
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

/** The charts of one response; none where nothing moves it. */
export function chartsOf(drawn: Drawn): ChartDraft[] {
  if (drawn.movers.rows.length === 0) return [];
  const charts = { morris: screeningCharts, tornado: tornadoCharts, sobol: indexCharts, capabilities: capabilityCharts };
  return charts[drawn.document.method](drawn);
}
