/** From the document of a sensitivity study to its page and charts. */

import type { KpiDescription, SensitivityDocument } from "../../kpi/index.ts";
import { drawPage, type RenderedReport } from "../page/draw-page.ts";
import { html, type Html } from "../page/html.ts";
import { differenceHtml, intervalHtml, parameterHtml } from "../sections/parameter.ts";
import { listedHtml, sentence, sentenceHtml } from "../sections/parts.ts";
import type { Section } from "../sections/section.ts";
import { counted, fixed } from "../text/numbers.ts";
import type { Describe } from "../view.ts";
import { chartsOf } from "./charts.ts";
import { type Movers, movers, responseName, unmovedSentence } from "./movers.ts";

/** Rows in the tables of the page; sensitivity.csv holds all. */
const MOST_ROWS = 60;

const NAMES: Readonly<Record<SensitivityDocument["method"], string>> = {
  morris: "Morris screening",
  tornado: "one parameter at a time",
  sobol: "Sobol indices",
  capabilities: "Shapley values",
};

const EXPLAINED: Readonly<Record<SensitivityDocument["method"], string>> = {
  morris:
    "Walks through the parameters change one at a time, from random places. The mean size of the effect says how far a parameter moves the result over its whole range; a spread as large as that says that it depends on the others, or that the curve bends. What is small in both can be left alone.",
  tornado: "Each parameter goes to its low and to its high end while all others stay as in the scenario. Interactions are not seen.",
  sobol:
    "All parameters vary at once, evenly over their ranges. The share alone is what the variance of the result would lose, in the mean, if the parameter were known; the share with interactions is what would be left if all others were. Where the second is much greater the parameter acts through others.",
  capabilities:
    "The difference between the two strategies, shared out over what they differ in: what each adds when it comes, averaged over the orders in which they may come (Shapley 1953). The shares add up to the whole difference. \u201cAlone\u201d is what it brings to the baseline, \u201clast\u201d what the strategy would lose without it. What a capability costs is part of what it adds to profit.",
};

/**
 * Renders the page of a sensitivity study: one self-contained file. The same document gives the same text (`timing` is not shown).
 *
 * @param document a valid document; text in it may be anything
 * @param describe finds the catalogue's description of a KPI
 * @throws RangeError when it finds none for the KPI of the study
 */
export async function renderSensitivity(document: SensitivityDocument, describe: Describe): Promise<RenderedReport> {
  const kpi = describe(document.kpi.id);
  if (kpi === undefined) throw new RangeError(`there is no KPI ${document.kpi.id}`);
  const head = { title: `${document.scenario.name} – what matters`, maker: document.package, header: header(document, kpi) };
  return drawPage(head, [
    ...movers(document).map((found, row) => responseSection(document, kpi, found, row)),
    ...(document.parameters.length === 0 ? [] : [rangeSection(document)]),
    reproduceSection(document),
  ]);
}

function header(document: SensitivityDocument, kpi: KpiDescription): Html {
  const { scenario, method, points, replications, parameters, screening, indices } = document;
  const size =
    screening === undefined
      ? indices === undefined
        ? []
        : [`${indices.rows} rows`]
      : [`${screening.trajectories} ${screening.trajectories === 1 ? "walk" : "walks"}`];
  const facts: readonly (readonly [string, string])[] = [
    ["Result", kpi.label],
    ["Method", [NAMES[method], ...size].join(", ")],
    ...(method === "capabilities" ? [] : [["Parameters", fixed(parameters.length, 0)] as const, ["Points", fixed(points, 0)] as const]),
    [method === "capabilities" ? "Replications" : "Replications at each", fixed(replications, 0)],
  ];
  return html`<header><p class="eyebrow">What matters</p>
<h1>${scenario.name}</h1>
${scenario.description !== undefined && html`<p class="description">${scenario.description}</p>`}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="description">${EXPLAINED[method]}</p>
<p class="description">${sentenceHtml(kpi.definition)} ${intervalWords(document)}</p></header>`;
}

/** What intervals tell, and what they do not. */
function intervalWords({ replications, confidence, method }: SensitivityDocument): string {
  const share = `${fixed(confidence * 100, 0)}% intervals`;
  const sampled = { morris: "the walks drawn", tornado: "", sobol: "the rows of the design", capabilities: "the orders drawn, if any" }[
    method
  ];
  const same = "The same random numbers are met everywhere.";
  if (replications === 1)
    return `${same} With one replication nothing is known of luck${sampled === "" ? "" : `: ${share} tell ${sampled} alone`}.`;
  return `${same} ${share} tell luck (over replications)${sampled === "" ? "" : ` and ${sampled}`}.`;
}

function responseSection(document: SensitivityDocument, kpi: KpiDescription, found: Movers, row: number): Section {
  const charts = chartsOf({ document, kpi, movers: found, row });
  const name = responseName(found.response);
  return {
    id: `response-${row + 1}`,
    nav: name,
    title: `${kpi.label}: ${name}`,
    charts,
    body: (figure) => html`${found.note !== undefined && html`<p>${sentence(found.note)}</p>`}
      <div class="stack">${charts.map((chart) => figure(chart.id))}</div>
      ${found.rows.length > 0 && tableOf(document, found)}
      ${unmovedHtml(found)}`,
  };
}

/** Names that a sentence holds; more stand in a list that the page's script folds. */
const MOST_LISTED = 5;

function unmovedHtml(found: Movers): Html | null {
  const { unmoved } = found;
  const words = unmovedSentence(found, 0);
  if (words === null) return null;
  if (unmoved.length <= MOST_LISTED) {
    const names = unmoved.map(({ name, code }) => html`<span title="${code}">${name}</span>`);
    return html`<p>${words.replace(/\.$/u, ": ")}${listedHtml(names)}.</p>`;
  }
  return html`<details class="fold" open><summary>${words}</summary>
    <ul class="list">${unmoved.map(({ code }) => html`<li>${parameterHtml(code)}</li>`)}</ul></details>`;
}

function tableOf({ method }: SensitivityDocument, { columns, rows, response }: Movers): Html {
  const nameOf = method === "capabilities" ? differenceHtml : parameterHtml;
  return html`${rows.length > MOST_ROWS && html`<p>The first ${fixed(MOST_ROWS, 0)} of ${fixed(rows.length, 0)}; all are in sensitivity.csv.</p>`}
    <table class="kpis parameters"><caption>What moves ${responseName(response)}, the most first</caption>
    <thead><tr><th scope="col">${method === "capabilities" ? "Capability" : "Parameter"}</th>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
    <tbody>${rows.slice(0, MOST_ROWS).map(({ code, cells }) => html`<tr><th scope="row">${nameOf(code)}</th>${cells.map(({ text, interval }) => html`<td>${text}${intervalHtml(interval)}</td>`)}</tr>`)}</tbody></table>`;
}

const FROM = { command: "the command", range: "stated in the schema", "a fifth": "a fifth less and more" } as const;

function rangeSection({ parameters, leftOut }: SensitivityDocument): Section {
  return {
    id: "ranges",
    nav: "Ranges",
    title: "What varied, and how far",
    charts: [],
    body: () => html`<p>What a method finds depends on the ranges: a parameter that hardly varies hardly matters.${
      parameters.some(({ path, from }) => from === "range" && path.endsWith(".reserve")) &&
      html` A reserve goes at most to half of the smallest group that serves the contacts.`
    }</p>
      <table class="kpis parameters"><caption>Parameters and their ranges</caption><thead><tr><th scope="col">Parameter</th><th scope="col">Now</th><th scope="col">Range</th><th scope="col">Set by</th><th scope="col">What it is</th></tr></thead>
      <tbody>${parameters.map(
        ({ path, now, values, from, about }) =>
          html`<tr><th scope="row">${parameterHtml(path)}</th><td>${now}</td><td>${values.join(values.length > 2 ? ", " : " to ")}</td><td>${FROM[from]}</td><td>${about !== "" && sentenceHtml(about)}</td></tr>`,
      )}</tbody></table>
      ${
        leftOut.length > 0 &&
        html`<details class="fold" open><summary>${counted(leftOut.length, "number")} left out</summary>
          <ul class="list">${leftOut.map(({ path, reason }) => html`<li>${parameterHtml(path)} <small>${sentence(reason)}</small></li>`)}</ul></details>`
      }`,
  };
}

function reproduceSection(document: SensitivityDocument): Section {
  const facts: readonly (readonly [string, string])[] = [
    ["Seed", document.seed],
    ["Version", document.package],
    ["Scenario", document.scenario.name],
    ["Scenario SHA-256", document.scenario.sha256],
    ["Method", document.method],
    ["Replications", fixed(document.replications, 0)],
    ["Format", `${document.format}, version ${document.version}`],
  ];
  return {
    id: "reproduce",
    nav: "Reproduce",
    title: "How to reproduce this",
    charts: [],
    body: () => html`<p>The command stands in manifest.json beside this page, the scenario with all defaults in scenario.yaml, all figures in sensitivity.json
      and sensitivity.csv. The same scenario, seed and version give the same numbers on any machine.</p>
      <dl class="rows">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
  };
}
