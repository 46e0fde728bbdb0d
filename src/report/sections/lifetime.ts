/** What customers are worth in the long run: by the channel in which they were won, and by cohort. */

import type { CohortRow, KpiUnit, LifetimeFigure, LifetimeRow } from "../../kpi/index.ts";
import type { ChartDraft } from "../charts/chart.ts";
import { curveChart, type CurvePoint } from "../charts/curves.ts";
import { dotChart } from "../charts/dot-data.ts";
import { html, type Html } from "../page/html.ts";
import { strategyLooks } from "../palette.ts";
import { axisTitle, axisUnit } from "../text/axis.ts";
import { durationText, intervalText, meanText, present } from "../text/numbers.ts";
import type { ReportView, StrategyView } from "../view.ts";
import type { Section } from "./section.ts";
import { tableOf } from "./service-tables.ts";

const YEAR = 31_536_000;
const MONTH = YEAR / 12;
const OF_OLD = "customers before the start";
/** Strategies that get a picture of their cohorts. */
const mostCurves = 3;

type Rows = readonly { readonly label: string; readonly strategy: StrategyView; readonly row: LifetimeRow }[];

/** The section, or null for a result in which nobody is worth anything. */
export function lifetimeSection(view: ReportView): Section | null {
  if (view.strategies.every(({ lifetime }) => lifetime === undefined)) return null;
  const channels = rowsOf(view, ({ lifetime }) => lifetime?.byAcquisitionChannel.map((row) => [row.channel ?? OF_OLD, row]));
  const cohorts = rowsOf(view, ({ lifetime }) => lifetime?.byCohort.map((row) => [cohortName(view, row), row]));
  const bars = ["realised", "expected"].flatMap((which) => valueChart(view, which === "expected", channels) ?? []);
  const curves = view.strategies.slice(0, mostCurves).flatMap((strategy) => cohortChart(view, strategy) ?? []);
  return {
    id: "lifetime",
    nav: "Lifetime value",
    title: "What are customers worth?",
    charts: [...bars, ...curves],
    body: (figure) => html`<p>Contribution per customer (margin less delivery, refunds, visits and contacts), discounted to the start of the
        strategies or, for customers won later, to their first order. Costs of the strategy and idle staff are not in it. ${residualText(view)}</p>
      <h3>By the channel of the first order</h3>
      <p>Channels win different people, so this says where valuable customers come from, not what a channel makes of the same
        person.</p>
      <div class="grid">${bars.map((chart) => figure(chart.id))}</div>
      ${tableOf("Lifetime value by channel of the first order", heads, blocksOf(view, channels))}
      <h3>By cohort</h3>
      <p>${cohorts.some(({ label }) => label.includes("quarter")) ? "Quarter" : "Year"} 1 begins when the strategies start. Later cohorts have had less time, so compare them at the same age: a curve ends where
        the youngest of its cohort are. Only customers won since the start of the strategies count their first order.</p>
      ${curves.map((chart) => figure(chart.id))}
      ${tableOf("Lifetime value by cohort", heads, blocksOf(view, cohorts))}`,
  };
}

function rowsOf(
  view: ReportView,
  rows: (strategy: StrategyView) => readonly (readonly [label: string, row: LifetimeRow])[] | undefined,
): Rows {
  return view.strategies.flatMap((strategy) => (rows(strategy) ?? []).map(([label, row]) => ({ label, strategy, row })));
}

/** How the value after the horizon was found. */
function residualText(view: ReportView): string {
  const residual = view.strategies.find(({ lifetime }) => lifetime !== undefined)?.lifetime?.residual;
  const { horizon } = view.result.scenario;
  const realised = `Realised: within the ${durationText(horizon)} compared.`;
  if (residual?.by === "closed form")
    return `${realised} Expected: with all that customers are still worth then, by the model’s closed form.`;
  if (residual?.by === "simulation") {
    return `${realised} Expected: with what the same customers bring in the ${durationText(residual.tail ?? 0)} after it, simulated; what comes later is not in it.`;
  }
  return `${realised} What comes after is not known: ${residual?.reason ?? "it was not asked for"}.`;
}

function cohortName(view: ReportView, { from, to }: CohortRow): string {
  if (from === null || to === null) return OF_OLD;
  const { history } = view.result.scenario;
  const spans = view.strategies.flatMap(({ lifetime }) => (lifetime?.byCohort ?? []).map((row) => (row.to ?? 0) - (row.from ?? 0)));
  const [word, length] = Math.max(...spans) > YEAR / 2 ? ["year", YEAR] : ["quarter", YEAR / 4];
  // A cut-off cohort of the history ends, and one of the horizon begins, with a whole stretch.
  const place = from >= history - 1 ? Math.round((from - history) / length) + 1 : Math.round((to - history) / length) - 1;
  return `won in ${word} ${place < 0 ? `\u2212${-place}` : place}`;
}

function valueChart(view: ReportView, isExpected: boolean, rows: Rows): ChartDraft | null {
  const title = isExpected ? "Expected lifetime value" : "Realised lifetime value";
  return dotChart({
    id: isExpected ? "lifetime-expected" : "lifetime-realised",
    title: `${title} by channel of the first order`,
    description: `${title} per customer by channel of the first order, for each strategy.`,
    size: "half",
    quantity: "Per customer",
    unit: "money",
    reading: "level",
    currency: view.currency,
    sources: rows.map(({ label, strategy, row }) => ({ label, strategy, estimate: isExpected ? row.expected : row.realised })),
  });
}

/** Value of a customer by age, a curve for each cohort. */
function cohortChart(view: ReportView, strategy: StrategyView): ChartDraft | null {
  const cohorts = (strategy.lifetime?.byCohort ?? []).filter(({ curve }) => curve.some(({ value }) => value.mean !== null));
  const values = cohorts.flatMap(({ curve }) => curve.flatMap(({ value }) => present(value)));
  if (values.length === 0) return null;
  const looks = strategyLooks(cohorts.map((cohort) => cohortName(view, cohort)));
  const axis = axisUnit("money", values, view.currency);
  return curveChart({
    id: `lifetime-cohorts-${strategy.look.order + 1}`,
    title: `Realised value of a customer by age: ${strategy.name}`,
    description:
      "Cumulative discounted contribution per customer by months since the strategies started or the first order, a curve per cohort.",
    timeTitle: "Months since the strategies started or, if later, the first order",
    valueTitle: axisTitle("Per customer", axis),
    adoption: null,
    what: "cohort",
    looks,
    points: cohorts.flatMap(({ curve }, order) =>
      curve.flatMap(({ age, value }) => curvePoint(view, looks[order]?.name ?? "", order, age, value, axis.divide)),
    ),
  });
}

function curvePoint(view: ReportView, cohort: string, order: number, age: number, value: LifetimeFigure, divide: number): CurvePoint[] {
  if (value.mean === null) return [];
  return [
    {
      strategy: cohort,
      strategyOrder: order,
      time: age / MONTH,
      value: value.mean / divide,
      low: value.low === null ? null : value.low / divide,
      high: value.high === null ? null : value.high / divide,
      timeText: `${Math.round(age / MONTH)} months`,
      valueText: meanText(value, "money", view.currency),
      intervalText: intervalText(value, "money", view.currency) ?? "none (one replication)",
    },
  ];
}

const heads = ["Customers", "Orders each", "Realised value", "Expected value", "Retention", "Not left for good"];

function blocksOf(view: ReportView, rows: Rows): Parameters<typeof tableOf>[2] {
  const titles = [...new Set(rows.map(({ label }) => label))];
  return titles.map((title) => ({
    title,
    lines: rows.filter(({ label }) => label === title).map(({ strategy, row }) => ({ strategy, cells: cellsOf(view, row) })),
  }));
}

function cellsOf(view: ReportView, row: LifetimeRow): Html[] {
  return [
    figureHtml(view, row.customers, "count", false),
    figureHtml(view, row.orders, "ratio", false),
    figureHtml(view, row.realised, "money", true),
    figureHtml(view, row.expected, "money", true),
    figureHtml(view, row.retention, "share", true),
    figureHtml(view, row.still, "share", false),
  ];
}

function figureHtml(view: ReportView, figure: LifetimeFigure, unit: KpiUnit, withInterval: boolean): Html {
  const interval = withInterval ? intervalText(figure, unit, view.currency) : null;
  return html`${meanText(figure, unit, view.currency)}${interval !== null && html` <small>${interval}</small>`}`;
}
