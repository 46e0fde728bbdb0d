/** From the document of twins to its page and charts. */

import type { TwinDocument } from "../../kpi/index.ts";
import { drawPage, type RenderedReport } from "../page/draw-page.ts";
import { html, type Html } from "../page/html.ts";
import { strategyLooks, type StrategyLook } from "../palette.ts";
import { assumptionSection, trustNote } from "../sections/assumptions.ts";
import { nameTag } from "../sections/parts.ts";
import type { Section } from "../sections/section.ts";
import { durationText, fixed } from "../text/numbers.ts";
import { customerSection } from "./customer-section.ts";
import { twinStyle } from "./style.ts";
import { caution, searchSentence, spreadText } from "./verdict.ts";
import { spaced } from "./words/line.ts";

/**
 * Renders the page of twins: one self-contained file. The same document gives the same text.
 *
 * @param document a valid document; text in it may be anything
 */
export async function renderTwin(document: TwinDocument): Promise<RenderedReport> {
  const looks = strategyLooks(document.strategies.map(({ name }) => name));
  const customers = document.customers.map((customer, row) => customerSection(document, customer, looks, row));
  const head = {
    title: `${document.scenario.name} – the same customer under each strategy`,
    maker: document.package,
    header: header(document, looks),
    style: twinStyle,
  };
  const assumed = assumptionSection(document.assumptions);
  return drawPage(head, [
    ...foundSection(document, looks),
    ...customers,
    ...(assumed === null ? [] : [assumed]),
    reproduceSection(document),
  ]);
}

function strategyText({ capabilities, channels }: TwinDocument["strategies"][number], document: TwinDocument): string {
  const switchedOn = capabilities.length === 0 ? "no capability switched on" : capabilities.map(spaced).join(", ");
  return channels.length === document.channels.length ? switchedOn : `${switchedOn} · offers only ${channels.join(", ")}`;
}

function header(document: TwinDocument, looks: readonly StrategyLook[]): Html {
  const { scenario, strategies, replication } = document;
  const facts = [
    ["Customers in the model", fixed(scenario.customers, 0)],
    ["Followed for", durationText(scenario.horizon)],
    ["After a common history of", scenario.history === 0 ? "none" : durationText(scenario.history)],
    ["Replication", `${replication} (from 0)`],
  ] as const;
  return html`<header><p class="eyebrow">The same customer under each strategy</p>
<h1>${scenario.name}</h1>
${scenario.description !== undefined && html`<p class="description">${scenario.description}</p>`}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<ul class="strategies">${strategies.map((strategy, index) => html`<li>${nameTag(looks[index] as StrategyLook)}<small>${strategyText(strategy, document)}</small></li>`)}</ul>
<p class="note"><b>How to read this.</b> ${searchSentence(document)} Under every strategy the customer has the same luck: the same needs at the same
  times, the same taste, the same patience. Whatever differs comes from the strategy, or from what it changed for others whom this customer
  meets in queues and at shelves. ${caution}</p>${trustNote(document.assumptions)}</header>`;
}

/** The customers that were found, where there is more than one; else nothing. */
function foundSection({ search, scenario, strategies }: TwinDocument, looks: readonly StrategyLook[]): Section[] {
  if (search === null || search.found.length < 2) return [];
  const { by, found } = search;
  const ends = (index: number, end: (typeof found)[number]["ends"][number]): Html =>
    html`<td><span class="who">${nameTag(looks[index] as StrategyLook)}</span><span>${spreadText("value", end.contribution, scenario.currency)} <small>${end.orders} orders, ${end.contacts} contacts${end.lost && ", left"}</small></span></td>`;
  const body = html`<table class="kpis"><caption>Customers with whom strategies differ most</caption>
    <thead><tr><th scope="col">Customer</th><th scope="col">Apart by</th>${strategies.map((_, index) => html`<th scope="col">${nameTag(looks[index] as StrategyLook)}</th>`)}</tr></thead>
    <tbody>${found.map(
      (one) =>
        html`<tr><th scope="row"><a href="#customer-${one.customer}">${one.customer}</a> <small>${one.segment}</small></th>
        <td><span class="who">apart by</span><span>${spreadText(by, one.spread, scenario.currency)}</span></td>${one.ends.map((end, index) => ends(index, end))}</tr>`,
    )}</tbody></table>`;
  return [{ id: "found", nav: "Who differs most", title: "With whom do the strategies differ most?", charts: [], body: () => body }];
}

function reproduceSection({ seed, package: maker, scenario, replication, strategies, format, version }: TwinDocument): Section {
  const facts = [
    ["Seed", seed],
    ["Version", maker],
    ["Scenario", scenario.name],
    ["Scenario SHA-256", scenario.sha256],
    ["Strategies", strategies.map(({ name }) => name).join(", ")],
    ["Replication", String(replication)],
    ["Format", `${format}, version ${version}`],
  ] as const;
  return {
    id: "reproduce",
    nav: "Reproduce",
    title: "How to reproduce this",
    charts: [],
    body: () => html`<p>The command stands in manifest.json beside this page, the scenario with all defaults in scenario.yaml, every step in twin.json.
      Looking at a customer changes nothing: the replication is the one that journeybench compare runs.</p>
      <dl class="rows">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
  };
}
