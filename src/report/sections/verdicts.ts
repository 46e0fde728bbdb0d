/** Which strategy wins, by how much, how sure: one card per headline KPI and one sentence per challenger. */

import type { Comparison } from "../../kpi/index.ts";
import { dotChart } from "../charts/dot-data.ts";
import type { ChartDraft } from "../charts/chart.ts";
import { html, type Html } from "../page/html.ts";
import { lossText } from "../text/loss.ts";
import { meanText } from "../text/numbers.ts";
import { evidenceText, figuresText, findingText, judge, type Judgement } from "../text/verdict.ts";
import { isMeasured, own, type ReportView, type StrategyView } from "../view.ts";
import { trustNote } from "./assumptions.ts";
import { capital, levelHtml, listedHtml, nameTag, rowOfKpi, verdictBadge } from "./parts.ts";
import type { Section } from "./section.ts";

const market = ["retention", "clv", "revenue", "profit"] as const;
const service = ["service_level", "abandon", "fcr", "cost_per_resolution"] as const;

/** Judgements that say that something moved. */
const claims: readonly Judgement[] = ["better", "worse", "higher", "lower"];

/** The first section. A scenario without a market is judged by its service. */
export function verdictSection(view: ReportView): Section {
  const ids = headlineIds(view);
  const charts = [headlineChart(view, ids)].filter((chart) => chart !== null);
  return {
    id: "verdict",
    nav: "Verdict",
    title: view.challengers.length === 0 ? "What the strategy achieves" : "Which strategy wins, and how sure is that?",
    charts,
    body: (figure) => html`${leadHtml(view, ids)}
      ${trustNote(view.result.assumptions)}
      <div class="cards">${ids.map((id) => cardHtml(view, id))}</div>
      ${charts.map((chart) => figure(chart.id))}
      ${howToRead(view)}`,
  };
}

/** The KPIs the verdict is about. */
export function headlineIds(view: ReportView): string[] {
  const found = market.filter((id) => isMeasured(view, id));
  return found.length > 0 ? found : service.filter((id) => isMeasured(view, id));
}

function leadHtml(view: ReportView, ids: readonly string[]): Html {
  if (ids.length === 0)
    return html`<p class="lead">This scenario measures none of the headline KPIs; the sections below show what it does measure.</p>`;
  const noMarket = !market.some((id) => isMeasured(view, id));
  return html`${
    noMarket &&
    html`<p class="note">No market is simulated here, so retention, lifetime value, revenue and profit are not measured.
      The strategies are judged by their service.</p>`
  }
    ${view.challengers.length === 0 && html`<p class="lead">Only one strategy was run, so there is nothing to compare it with.</p>`}
    ${view.challengers.map((one) => html`<p class="lead">${nameTag(one.look)} ${summary(view, ids, one)}</p>${lossHtml(view, one)}`)}`;
}

/** Where a strategy earns less than the baseline, in plain words. */
function lossHtml(view: ReportView, { name }: StrategyView): Html | false {
  const { currency, describe, result } = view;
  const loss = lossText({ comparison: (kpi) => view.comparison(kpi, name), describe, confidence: result.confidence, currency });
  return loss !== undefined && html`<p class="lead loss"><b>${loss}</b></p>`;
}

/** What stands before the KPIs of one judgement, in the order in which judgements are named. */
const summaryWords: Record<Judgement, string> = {
  better: "better on",
  worse: "worse on",
  higher: "higher on",
  lower: "lower on",
  "not shown": "no difference can be shown in",
  identical: "identical on",
  "no interval": "one replication cannot decide",
  undefined: "not comparable on",
};

/** "against multichannel: better on A (+1.8 pp) and B (+€8); no difference can be shown in C." */
function summary(view: ReportView, ids: readonly string[], strategy: StrategyView): Html {
  const groups = new Map<Judgement, Html[]>();
  for (const id of ids) {
    const kpi = view.describe(id);
    const comparison = view.comparison(id, strategy.name);
    const { judgement } = judge(comparison, kpi.better, view.result.confidence);
    const amount =
      claims.includes(judgement) && comparison !== undefined && meanText(comparison.difference, kpi.unit, view.currency, "difference");
    const label = html`${lowerFirst(kpi.label)}${amount !== false && html` <span class="whole">(${amount})</span>`}`;
    groups.set(judgement, [...(groups.get(judgement) ?? []), label]);
  }
  const order = Object.keys(summaryWords) as Judgement[];
  const parts = order.flatMap((judgement) => {
    const labels = groups.get(judgement);
    return labels === undefined ? [] : [html`${summaryWords[judgement]} ${listedHtml(labels)}`];
  });
  return html`against ${view.result.baseline}: ${parts.map((part, index) => (index === 0 ? part : html`; ${part}`))}.`;
}

function lowerFirst(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

function cardHtml(view: ReportView, id: string): Html {
  const kpi = view.describe(id);
  const row = rowOfKpi(view, id);
  return html`<article class="card"><h3>${kpi.label}</h3>
    <dl class="levels">${view.strategies.map(
      (one) => html`<div><dt>${nameTag(one.look)}</dt><dd>${levelHtml(own(one.kpis, id), view.currency, row)}</dd></div>`,
    )}</dl>
    ${view.challengers.map((one) => verdictHtml(view, id, one))}</article>`;
}

function verdictHtml(view: ReportView, id: string, strategy: StrategyView): Html | null {
  const comparison = view.comparison(id, strategy.name);
  if (comparison === undefined) return null;
  const kpi = view.describe(id);
  const verdict = judge(comparison, kpi.better, view.result.confidence);
  const finding = findingText(comparison, kpi, verdict.judgement, view.currency);
  return html`<div class="verdict">${verdictBadge(verdict)}
    <p><b>${strategy.name}</b> ${finding}${surenessText(comparison, verdict.judgement)}.</p>
    ${comparison.difference.mean !== null && html`<p class="fine">${capital(figuresText(comparison, kpi, view))}</p>`}</div>`;
}

/** How sure a finding is, as the end of its sentence. */
function surenessText(comparison: Comparison, judgement: Judgement): string {
  if (claims.includes(judgement)) return ` – ${evidenceText(comparison)}`;
  if (judgement === "no interval") return " in the one replication that was run; chance cannot be told from effect";
  if (!crossesOnlyAdjusted(comparison, judgement)) return "";
  return " once the number of KPIs compared is allowed for, though the interval alone leaves out zero";
}

/** Not significant after the adjustment although the plain interval leaves out zero: worth a word, or readers think of a mistake. */
function crossesOnlyAdjusted({ difference }: Comparison, judgement: Judgement): boolean {
  return judgement === "not shown" && ((difference.low ?? 0) > 0 || (difference.high ?? 0) < 0);
}

function headlineChart(view: ReportView, ids: readonly string[]): ChartDraft | null {
  const sources = ids.flatMap((id) =>
    view.challengers.flatMap((strategy) => {
      const relative = view.comparison(id, strategy.name)?.relative;
      return relative === undefined ? [] : [{ label: view.describe(id).label, strategy, estimate: relative }];
    }),
  );
  return dotChart({
    id: "headline",
    title: "Headline KPIs: change against the baseline",
    description: `Relative change of the headline KPIs against the baseline, with ${view.confidence} intervals. Right of zero is more, left is less.`,
    size: "full",
    quantity: "Relative change against the baseline",
    unit: "share",
    reading: "relative",
    currency: view.currency,
    sources,
  });
}

function howToRead(view: ReportView): Html {
  const { replications, luck } = view.result;
  if (replications < 2) {
    return html`<p class="note"><b>How sure?</b> Only one replication was run, so intervals are not available and nothing can be
      said about chance. Run more replications before deciding anything.</p>`;
  }
  const assumptions =
    view.result.assumptions.length > 0 ? html`<a href="#assumptions">assumptions</a> below` : "assumptions of the scenario";
  const worlds =
    luck === "independent"
      ? html`Each strategy met ${replications} simulated worlds of its own (--independent), so that differences are less sure than they could be.`
      : html`Each strategy met the same ${replications} simulated worlds (same customers, same luck), so differences are paired.`;
  return html`<p class="note"><b>How to read this.</b> ${worlds} An interval is the range that covers the true difference <em>of this model</em> in
    ${view.confidence} of such studies. The p-values are adjusted for the number of KPIs compared; “no difference can be shown”
    does not mean that there is none. Everything here holds under the ${assumptions}, not beyond them.</p>`;
}
