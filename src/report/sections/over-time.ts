/** How it develops: curves with bands, the moment of adoption, and a table by year. */

import type { Series } from "../../kpi/index.ts";
import type { ChartDraft } from "../charts/chart.ts";
import { curveChart, type CurvePoint } from "../charts/curves.ts";
import { html, type Html } from "../page/html.ts";
import { axisTitle, axisUnit } from "../text/axis.ts";
import { intervalText, meanText, present } from "../text/numbers.ts";
import { own, type ReportView, type StrategyView } from "../view.ts";
import { levelHtml, nameTag } from "./parts.ts";
import type { Section } from "./section.ts";

const YEAR = 31_536_000;
const timeUnits = [
  { seconds: YEAR, word: "year" },
  { seconds: YEAR / 12, word: "month" },
  { seconds: 86_400, word: "day" },
  { seconds: 3600, word: "hour" },
] as const;
type TimeUnit = (typeof timeUnits)[number];

const fixedIds: Record<string, string> = {
  still_customers: "retention-curve",
  cumulative_profit: "cumulative-profit",
  cumulative_revenue: "cumulative-revenue",
};

const yearly = [
  "retention",
  "repeat_rate",
  "revenue",
  "profit",
  "profit_per_customer",
  "conv_journey",
  "service_level",
  "csat",
  "cost_per_resolution",
];

/** The section, or null for a result without series and periods. */
export function timeSection(view: ReportView): Section | null {
  const charts = seriesIds(view).flatMap((id, index) => seriesChart(view, id, index) ?? []);
  const table = periodTable(view);
  if (charts.length === 0 && table === null) return null;
  return {
    id: "time",
    nav: "Over time",
    title: "How does it develop over time?",
    charts,
    body: (figure) => html`${introHtml(view)}
      ${charts.map((chart) => html`${figure(chart.id)}${chart.id === fixedIds["still_customers"] && curveNote}`)}
      ${table !== null && html`<h3>By period</h3>${table}`}`,
  };
}

/** Retention counts orders, the curve counts people: they need not agree. */
const curveNote = html`<p><small>This curve counts who has left for good, which only a simulation can see; the KPI <b>Retention</b> counts who
  ordered again in the next year. In this model people leave after purchases, so a strategy that sells more also gives more occasions to
  leave: the two may point in different directions.</small></p>`;

function introHtml(view: ReportView): Html | null {
  if (view.result.scenario.history === 0) return null;
  const bands = view.result.replications > 1 && ` Bands are ${view.confidence} intervals.`;
  return html`<p>All strategies share one history; the dashed line marks the moment from which they differ.${bands}</p>`;
}

function seriesIds(view: ReportView): string[] {
  const ids = new Set(view.strategies.flatMap((strategy) => strategy.series.map((series) => series.id)));
  const known = Object.keys(fixedIds).filter((id) => ids.has(id));
  return [...known, ...[...ids].filter((id) => !known.includes(id))];
}

function seriesChart(view: ReportView, id: string, index: number): ChartDraft | null {
  const pairs = view.strategies.flatMap((strategy) =>
    strategy.series.filter((series) => series.id === id).map((series) => ({ strategy, series })),
  );
  const first = pairs[0]?.series;
  const points = pairs.flatMap((pair) => pair.series.points.filter((point) => point.mean !== null));
  if (first === undefined || points.length < 2) return null;
  const time = timeUnitOf(Math.max(...points.map((point) => point.time)));
  const axis = axisUnit(first.unit, points.flatMap(present), view.currency);
  const { history } = view.result.scenario;
  return curveChart({
    id: own(fixedIds, id) ?? `series-${index + 1}`,
    title: first.label,
    description: `${first.label} over time for each strategy${view.result.replications > 1 ? `, with ${view.confidence} bands` : ""}.`,
    timeTitle: `Time (${time.word}s since the start of the simulation)`,
    valueTitle: axisTitle(first.unit === "share" ? "Share" : first.unit === "money" ? "Amount" : "Value", axis),
    adoption: history > 0 ? history / time.seconds : null,
    looks: pairs.map((pair) => pair.strategy.look),
    points: pairs.flatMap((pair) => curvePoints(pair.strategy, pair.series, time, axis.divide, view.currency)),
  });
}

function timeUnitOf(end: number): TimeUnit {
  return timeUnits.find((unit) => end >= 2 * unit.seconds) ?? timeUnits[3];
}

function curvePoints(strategy: StrategyView, series: Series, time: TimeUnit, divide: number, currency: string): CurvePoint[] {
  return series.points.flatMap((point) => {
    if (point.mean === null) return [];
    return [
      {
        strategy: strategy.name,
        strategyOrder: strategy.look.order,
        time: point.time / time.seconds,
        value: point.mean / divide,
        low: point.low === null ? null : point.low / divide,
        high: point.high === null ? null : point.high / divide,
        timeText: `${time.word} ${(point.time / time.seconds).toFixed(time.word === "year" ? 2 : 1)}`,
        valueText: meanText(point, series.unit, currency),
        intervalText: intervalText(point, series.unit, currency) ?? "none (one replication)",
      },
    ];
  });
}

function periodTable(view: ReportView): Html | null {
  const periods = view.strategies[0]?.byPeriod ?? [];
  const ids = yearly.filter((id) => view.strategies.some((one) => one.byPeriod.some((period) => own(period.kpis, id)?.mean != null)));
  if (periods.length === 0 || ids.length === 0) return null;
  return html`<table class="periods"><caption>KPIs by period</caption>
    <thead><tr><th scope="col">KPI and strategy</th>${periods.map((period, index) => {
      const isHistory = period.to <= view.result.scenario.history;
      return html`<th scope="col">${periodName(period, index)}${isHistory && html` <small>history</small>`}</th>`;
    })}</tr></thead>
    ${ids.map(
      (id) => html`<tbody><tr class="group"><th scope="colgroup" colspan="${periods.length + 1}">${view.describe(id).label}</th></tr>
        ${view.strategies.map((one) => periodRow(view, id, one, periods.length))}</tbody>`,
    )}</table>`;
}

function periodName(period: { readonly from: number; readonly to: number }, index: number): string {
  const length = period.to - period.from;
  return Math.abs(length / YEAR - 1) < 0.02 ? `Year ${index + 1}` : `Period ${index + 1}`;
}

function periodRow(view: ReportView, id: string, strategy: StrategyView, periods: number): Html {
  const cells = Array.from({ length: periods }, (_, index) => strategy.byPeriod[index]);
  return html`<tr><th scope="row">${nameTag(strategy.look)}</th>${cells.map(
    (period) => html`<td>${levelHtml(own(period?.kpis ?? {}, id), view.currency)}</td>`,
  )}</tr>`;
}
