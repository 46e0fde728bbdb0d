/** From the document of a selection to its page and chart. */

import type { KpiDescription, SelectionDocument } from "../../kpi/index.ts";
import { drawPage, type RenderedReport } from "../page/draw-page.ts";
import { html, type Html } from "../page/html.ts";
import { strategyLooks, type StrategyLook } from "../palette.ts";
import { intervalHtml } from "../sections/parameter.ts";
import { nameTag, sentenceHtml } from "../sections/parts.ts";
import type { Section } from "../sections/section.ts";
import { type Estimate, fixed, intervalText, meanText, type Reading } from "../text/numbers.ts";
import type { Describe } from "../view.ts";
import { raceChart } from "./chart.ts";
import { amountText, promiseSentence, selectedSentence, standingSentences, standingText } from "./words.ts";

/**
 * Renders the page of a selection: one self-contained file. The same document gives the same text (`timing` is not shown).
 *
 * @param document a valid document; text in it may be anything
 * @param describe finds the catalogue's description of a KPI
 */
export async function renderSelection(document: SelectionDocument, describe: Describe): Promise<RenderedReport> {
  const looks = strategyLooks(document.systems.map(({ name }) => name));
  const head = { title: `${document.scenario.name} – the best`, maker: document.package, header: header(document, describe) };
  return drawPage(head, [raceSection(document, looks, describe(document.kpi.id)), reproduceSection(document)]);
}

function header(document: SelectionDocument, describe: Describe): Html {
  const { scenario, systems, replications, promise, winner } = document;
  const facts: readonly (readonly [string, string])[] = [
    ["Chosen from", fixed(systems.length, 0)],
    ["Replications", fixed(replications, 0)],
    ["Difference that matters", amountText(document, promise.indifference)],
    ["Probability promised", `${Number((promise.probability * 100).toPrecision(6))}%`],
  ];
  return html`<header><p class="eyebrow">${winner === null ? "Not decided" : "The best"}</p>
<h1>${scenario.name}</h1>
${scenario.description !== undefined && html`<p class="description">${scenario.description}</p>`}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="description"><b>${selectedSentence(document, describe)}</b> ${standingSentences(document)}</p>
<p class="description">${promiseSentence(document, describe)}</p></header>`;
}

function raceSection(document: SelectionDocument, looks: readonly StrategyLook[], description: KpiDescription | undefined): Section {
  const { kpi, scenario, systems, leader, confidence, first, promise } = document;
  const label = description?.label ?? kpi.id;
  const cell = (span: Estimate | null, reading: Reading) => {
    if (span === null) return html`<td>–</td>`;
    const interval = intervalText(span, kpi.unit, scenario.currency, reading);
    return html`<td>${meanText(span, kpi.unit, scenario.currency, reading)}${intervalHtml(interval)}</td>`;
  };
  const chart = raceChart(document, looks, label);
  return {
    id: "race",
    nav: "The race",
    title: "Who left the race, and what that shows",
    charts: [chart],
    body: (
      figure,
    ) => html`<p>${description !== undefined && sentenceHtml(description.definition)} Here it is the mean over replications of the figure of each.
      Nothing is decided before replication ${fixed(first, 0)}; from then on whoever is behind another leaves the race and is simulated no more: at first only
      with a clear distance, in the end with any. So one of several that are as good is selected, and leaving the race alone shows nobody to be worse.
      All met the same random numbers.</p>
      <p>What is shown is told by the ${fixed(confidence * 100, 0)}% interval of the difference to ${leader}, over the replications that both have: <b>worse</b> if it lies wholly on the worse side of
      zero; <b>as good</b> if all of it is less than ${amountText(document, promise.indifference)}, the difference that matters. The intervals stand each for itself, and because the race
      stops on what it has seen they are a little too narrow.</p>
      ${figure(chart.id)}
      <table class="kpis"><caption>All that took part</caption><thead><tr><th scope="col">Strategy</th><th scope="col">${label}</th><th scope="col">Less ${leader}</th>
      <th scope="col">Replications used</th><th scope="col">What is shown</th></tr></thead>
      <tbody>${systems.map(
        (system, row) =>
          html`<tr><th scope="row">${nameTag(looks[row] as StrategyLook)}</th>${cell(system.kpi, "level")}${cell(system.behind, "difference")}
          <td>${fixed(system.replications, 0)}</td><td>${standingText(document, system)}</td></tr>`,
      )}</tbody></table>`,
  };
}

function reproduceSection(document: SelectionDocument): Section {
  const facts: readonly (readonly [string, string])[] = [
    ["Seed", document.seed],
    ["Version", document.package],
    ["Scenario", document.scenario.name],
    ["Scenario SHA-256", document.scenario.sha256],
    ["Procedure", document.procedure],
    ["First stage", fixed(document.first, 0)],
    ["Most replications allowed", fixed(document.most, 0)],
    ["Format", `${document.format}, version ${document.version}`],
  ];
  return {
    id: "reproduce",
    nav: "Reproduce",
    title: "How to reproduce this",
    charts: [],
    body: () => html`<p>The command stands in manifest.json beside this page, the scenario with all defaults in scenario.yaml, all figures in select.json.
      The same scenario, seed and version give the same numbers on any machine.</p>
      <dl class="rows">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
  };
}
