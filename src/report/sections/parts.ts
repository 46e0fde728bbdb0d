/** Small pieces of page that several sections share. */

import type { KpiEstimate } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import type { StrategyLook } from "../palette.ts";
import { intervalText, meanText, relativeIntervalText, relativeText, rowOf, type Row } from "../text/numbers.ts";
import { judge, judgementText, type Verdict } from "../text/verdict.ts";
import { own, type ReportView, type StrategyView } from "../view.ts";

/** A strategy's name with its colour. */
export function nameTag(look: StrategyLook): Html {
  return html`<span class="name"><span class="swatch" style="background:${look.colour}"></span><span>${look.name}</span></span>`;
}

/** Better or worse, as a mark, a word and a colour. */
export function verdictBadge(verdict: Verdict): Html {
  const kind = verdict.judgement.replaceAll(" ", "-");
  return html`<span class="badge is-${kind}"><span aria-hidden="true">${verdict.mark}</span> ${judgementText(verdict.judgement)}</span>`;
}

/** A level with its interval, or a dash with the reason. */
export function levelHtml(estimate: KpiEstimate | undefined, currency: string, row?: Row): Html {
  if (estimate === undefined) return html`<span class="none">–</span> <small>not measured</small>`;
  if (estimate.mean === null) return html`<span class="none">–</span> <small>${estimate.reason ?? "undefined"}</small>`;
  const interval = intervalText(estimate, estimate.unit, currency, "level", row);
  return html`<b class="level">${meanText(estimate, estimate.unit, currency, "level", row)}</b>${interval !== null && html` <small>${interval}</small>`}`;
}

/** What the values of a KPI under all strategies share when they stand in one row. */
export function rowOfKpi(view: ReportView, id: string): Row {
  return rowOf(
    view.describe(id).unit,
    view.strategies.flatMap((one) => own(one.kpis, id) ?? []),
    view.currency,
  );
}

/** How a KPI of a challenger compares with the baseline: mark, difference, relative change. */
export function changeHtml(view: ReportView, id: string, strategy: StrategyView): Html | null {
  const comparison = view.comparison(id, strategy.name);
  // A value that is undefined has said why already.
  if (comparison === undefined || own(strategy.kpis, id)?.mean === null) return null;
  const kpi = view.describe(id);
  const verdict = judge(comparison, kpi.better, view.result.confidence);
  const { difference, relative } = comparison;
  if (difference.mean === null) return html`<span class="change"><small>difference – (${difference.reason ?? "undefined"})</small></span>`;
  const row = rowOfKpi(view, id);
  const interval = intervalText(difference, kpi.unit, view.currency, "difference", row);
  const relativeInterval = relativeIntervalText(relative);
  return html`<span class="change">${verdictBadge(verdict)}
    <span class="figures">${meanText(difference, kpi.unit, view.currency, "difference", row)}${interval !== null && html` <small>${interval}</small>`}</span>
    ${
      relative.mean === null
        ? html`<small>relative – (${relative.reason ?? "undefined"})</small>`
        : html`<span class="figures">${relativeText(relative)}${relativeInterval !== null && html` <small>${relativeInterval}</small>`}</span>`
    }</span>`;
}

/** A table of KPIs: a row each, a column per strategy, the changes against the baseline below the values. */
export function kpiTable(view: ReportView, ids: readonly string[], caption: string): Html {
  return html`<table class="kpis">
    <caption>${caption}</caption>
    <thead><tr><th scope="col">KPI</th>${view.strategies.map(
      (one) => html`<th scope="col">${nameTag(one.look)}${one === view.baseline && html` <small>baseline</small>`}</th>`,
    )}</tr></thead>
    <tbody>${ids.map((id) => kpiRow(view, id))}</tbody>
  </table>`;
}

function kpiRow(view: ReportView, id: string): Html {
  const row = rowOfKpi(view, id);
  return html`<tr><th scope="row">${kpiName(view, id)}</th>${view.strategies.map(
    (one) =>
      html`<td><span class="who">${nameTag(one.look)}</span><span>${levelHtml(own(one.kpis, id), view.currency, row)}${
        one !== view.baseline && changeHtml(view, id, one)
      }</span></td>`,
  )}</tr>`;
}

const directions = { higher: "higher is better", lower: "lower is better", none: "neither direction is better in itself" } as const;

function kpiName(view: ReportView, id: string): Html {
  const kpi = view.describe(id);
  if (kpi.definition === "") return html`${kpi.label}`;
  const text = `${sentence(kpi.definition).replaceAll("`", "")} ${directions[kpi.better]}.`;
  const source = kpi.source !== "" && html` · ${kpi.source}`;
  return html`<details class="definition"><summary title="${text}">${kpi.label}</summary>
    <p>${sentenceHtml(kpi.definition)} <i>${capital(directions[kpi.better])}.</i> <code>${kpi.id}</code>${kpi.formula !== "" && html` = <code>${kpi.formula}</code>`}${source}</p>
    ${kpi.conventions.length > 0 && html`<ul>${kpi.conventions.map((convention) => html`<li>${sentenceHtml(convention)}</li>`)}</ul>`}</details>`;
}

/** Text that starts with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Text that starts with a capital letter and ends with a full stop. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? capital(text) : `${capital(text)}.`;
}

/** The same as HTML: what stands between backticks is code. */
export function sentenceHtml(text: string): Html {
  return html`${sentence(text)
    .split("`")
    .map((part, at) => (at % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** "a, b and c" of pieces of page. */
export function listedHtml(items: readonly Html[]): Html {
  const glue = (index: number): string => (index === 0 ? "" : index === items.length - 1 ? " and " : ", ");
  return html`${items.map((item, index) => [glue(index), item])}`;
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
