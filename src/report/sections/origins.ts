/** Where the differences come from: by phase, by segment, by channel. */

import type { Comparison } from "../../kpi/index.ts";
import type { ChartDraft } from "../charts/chart.ts";
import { dotChart, type DotSource } from "../charts/dot-data.ts";
import { html, type Html } from "../page/html.ts";
import { judge } from "../text/verdict.ts";
import { kpiIds, own, type ReportView, type StrategyView } from "../view.ts";
import { byPhase, groupTitles } from "./kpi-table.ts";
import { nameTag } from "./parts.ts";
import type { Section } from "./section.ts";

const tellingBySegment = ["retention", "profit_per_customer", "conv_journey", "csat", "clv", "repeat_rate", "cost_per_resolution"];
const tellingByChannel = ["conv_session", "fcr", "csat", "cost_per_contact", "abandon", "frt", "aov"];
const mostCharts = 4;

type Slice = "byChannel" | "bySegment";

/** The section, or null when there is nothing to compare. */
export function originSection(view: ReportView): Section | null {
  if (view.challengers.length === 0 || view.result.comparisons.length === 0) return null;
  const segments = sliceCharts(view, "bySegment", tellingBySegment);
  const channels = sliceCharts(view, "byChannel", tellingByChannel);
  return {
    id: "origins",
    nav: "Where from",
    title: "Where do the differences come from?",
    charts: [...segments, ...channels],
    body: (figure) => html`<h3>By phase of the journey</h3>
      <p>How many KPIs of each phase moved in a way that chance does not explain.</p>${phaseTable(view)}
      ${sliceHtml("By customer segment", "segment", segments, figure)}
      ${sliceHtml("By channel", "channel", channels, figure)}`,
  };
}

function sliceHtml(title: string, word: string, charts: readonly ChartDraft[], figure: (id: string) => Html): Html {
  if (charts.length === 0)
    return html`<h3>${title}</h3><p class="note">No KPI of this result is broken down by ${word} for two strategies or more.</p>`;
  return html`<h3>${title}</h3><p>Differences from the baseline; right of the dark line is more. Intervals that cross the line show
      no clear difference; they are not adjusted for the number of ${word}s.</p>
    <div class="grid">${charts.map((chart) => figure(chart.id))}</div>`;
}

function sliceCharts(view: ReportView, slice: Slice, telling: readonly string[]): ChartDraft[] {
  return telling.flatMap((id) => sliceChart(view, slice, id) ?? []).slice(0, mostCharts);
}

function sliceChart(view: ReportView, slice: Slice, id: string): ChartDraft | null {
  const word = slice === "byChannel" ? "channel" : "segment";
  const keys = slice === "byChannel" ? view.result.scenario.channels : view.result.scenario.segments;
  const sources = keys.flatMap((key) =>
    view.challengers.flatMap((strategy) => differenceOf(view.comparison(id, strategy.name), slice, key, strategy)),
  );
  if (new Set(sources.map((source) => source.label)).size < 2) return null;
  const kpi = view.describe(id);
  return dotChart({
    id: `${word}-${id.replaceAll("_", "-")}`,
    title: `${kpi.label} by ${word}`,
    description: `${kpi.label} by ${word}: difference from the baseline with ${view.confidence} intervals.`,
    size: "half",
    quantity: "Difference",
    unit: kpi.unit,
    reading: "difference",
    currency: view.currency,
    sources,
  });
}

function differenceOf(comparison: Comparison | undefined, slice: Slice, key: string, strategy: StrategyView): DotSource[] {
  const contrast = comparison === undefined ? undefined : own(comparison[slice], key);
  if (contrast === undefined || contrast.difference.mean === null) return [];
  return [{ label: key, strategy, estimate: contrast.difference }];
}

function phaseTable(view: ReportView): Html {
  const rows = byPhase(view, kpiIds(view));
  return html`<table class="phases"><caption>KPIs that moved, by phase and strategy</caption>
    <thead><tr><th scope="col">Phase</th>${view.challengers.map((one) => html`<th scope="col">${nameTag(one.look)}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) =>
        html`<tr><th scope="row">${groupTitles[row.phase]}</th>${view.challengers.map(
          (one) => html`<td><span class="who">${nameTag(one.look)}</span>${tallyHtml(view, row.ids, one)}</td>`,
        )}</tr>`,
    )}</tbody></table>`;
}

function tallyHtml(view: ReportView, ids: readonly string[], strategy: StrategyView): Html {
  const judgements = ids.map((id) => judge(view.comparison(id, strategy.name), view.describe(id).better, view.result.confidence).judgement);
  const count = (...kinds: readonly string[]): number => judgements.filter((one) => kinds.includes(one)).length;
  const tallies: readonly (readonly [number, string, string])[] = [
    [count("better"), "better", "is-better"],
    [count("worse"), "worse", "is-worse"],
    [count("higher", "lower"), "changed", "is-higher"],
    [count("not shown", "identical"), "no difference shown", "is-not-shown"],
    [count("no interval", "undefined"), "not tested", "is-undefined"],
  ];
  const shown = tallies.filter(([amount]) => amount > 0);
  return html`<span class="tally">${shown.map(([amount, word, kind]) => html`<span class="badge ${kind}">${amount} ${word}</span>`)}</span>`;
}
