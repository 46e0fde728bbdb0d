/** What a journey of the author's own counted. */

import type { JourneyCount } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import { intervalText, meanText } from "../text/numbers.ts";
import { own, type ReportView, type StrategyView } from "../view.ts";
import { levelHtml, nameTag } from "./parts.ts";
import type { Section } from "./section.ts";

/** The section, or null for the bundled journey and for one that counts nothing. */
export function ownJourneySection(view: ReportView): Section | null {
  const { journey } = view.result.scenario;
  const names = [...new Set(view.strategies.flatMap((strategy) => Object.keys(strategy.journey ?? {})))];
  if (journey === undefined || names.length === 0) return null;
  return {
    id: "journey",
    nav: "Journey",
    title: "What did the journey count?",
    charts: [],
    body: () => html`<p>Customers live the journey “${journey.id}”. These are its own counters after the strategies started, per replication.</p>
      <table class="kpis">
        <caption>Counters of the journey by strategy</caption>
        <thead><tr><th scope="col">Counter</th>${view.strategies.map(
          (one) => html`<th scope="col">${nameTag(one.look)}${one === view.baseline && html` <small>baseline</small>`}</th>`,
        )}</tr></thead>
        <tbody>${names.map(
          (name) =>
            html`<tr><th scope="row">${name}</th>${view.strategies.map((one) => cell(view, one, own(one.journey ?? {}, name)))}</tr>`,
        )}</tbody>
      </table>`,
  };
}

function cell(view: ReportView, strategy: StrategyView, counted: JourneyCount | undefined): Html {
  return html`<td><span class="who">${nameTag(strategy.look)}</span><span>${levelHtml(counted?.count, view.currency)}${changeOf(view, counted)}</span></td>`;
}

/** The difference to the baseline with its interval; no verdict, for nobody has said whether more of it is better. */
function changeOf(view: ReportView, counted: JourneyCount | undefined): Html | null {
  const difference = counted?.difference;
  if (difference === undefined || difference.mean === null) return null;
  const interval = intervalText(difference, "count", view.currency, "difference");
  return html`<span class="change"><span class="figures">${meanText(difference, "count", view.currency, "difference")}${
    interval !== null && html` <small>${interval}</small>`
  }</span></span>`;
}
