/** The further sections of a stress study: curves, recovery, how to reproduce it. */

import type { StressDocument } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import type { StrategyLook } from "../palette.ts";
import { nameTag } from "../sections/parts.ts";
import type { Section } from "../sections/section.ts";
import { harmText, promiseWords, recoveryText, scaledSentence } from "./words.ts";
import { mostHurt, recoveryCharts } from "./recovery-chart.ts";
import { stressChart } from "./stress-chart.ts";

/** The stress curves, one chart per promise. */
export function curveSection(document: StressDocument, looks: readonly StrategyLook[]): Section {
  const charts = document.promises.map((_, row) => stressChart(document, row, looks));
  return {
    id: "curves",
    nav: "Stress curves",
    title: "How do they get there?",
    charts,
    body: (figure) => html`<p>${scaledSentence(document)}</p>${charts.map((chart) => figure(chart.id))}`,
  };
}

function hoursText(seconds: number): string {
  return `${Number((seconds / 3600).toFixed(2))} h`;
}

/** Recovery from the outage; null without one. */
export function recoverySection(document: StressDocument, looks: readonly StrategyLook[]): Section | null {
  const { outage, promises, scenario } = document;
  if (outage === undefined) return null;
  const row = mostHurt(document);
  const charts = recoveryCharts(document, row, looks);
  const shown = promises[row];
  return {
    id: "recovery",
    nav: "Recovery",
    title: "How long is the outage felt?",
    charts,
    body: (figure) => html`<p>What fails: ${outage.knockOuts.join("; ")}, at the scenario's own load.${
      outage.knockOuts.length > 1 && " They count as one outage, from the begin of the first to the end of the last."
    }</p>
      ${recoveryTable(document, looks)}
      ${
        shown !== undefined &&
        html`<h3>${promiseWords(shown, scenario.currency)}</h3><p>The promise that the outage hurts most. Grey: without the outage; coloured: with
          it, same luck; shaded: the outage; dashed: back in the band.</p>`
      }
      <div class="grid">${charts.map((chart) => figure(chart.id))}</div>
      <p class="note"><b>How it is measured.</b> Every replication is lived with the outage and without. The KPI is taken over the last
        ${outage.window / 60} minutes, every ${outage.step / 60} minutes, over all replications together. It is back at the first moment after the
        outage from which on it is worse than undisturbed by no more than the band (a quarter of what the promise allows to go wrong:
        ${promises.map((promise, index) => `${harmText(promise.unit, outage.bands[index] ?? 0, scenario.currency)} for ${promise.label}`).join(", ")}), for as
        long as the outage lasted (${hoursText(outage.to - outage.from)}). The window looks back, so up to its length of the time is its own
        memory. Windows in which fewer contacts came than one per replication are passed over, but their time counts.</p>`,
  };
}

function recoveryTable({ promises, policies, scenario }: StressDocument, looks: readonly StrategyLook[]): Html {
  return html`<table class="kpis"><caption>Time from the end of the outage until each promise's KPI is back</caption>
    <thead><tr><th scope="col">Policy</th>${promises.map((promise) => html`<th scope="col">${promiseWords(promise, scenario.currency)}</th>`)}</tr></thead>
    <tbody>${policies.map(
      ({ recovery = [] }, index) =>
        html`<tr><th scope="row">${nameTag(looks[index] as StrategyLook)}</th>${recovery.map(
          (one, row) =>
            html`<td><span class="who">${promises[row]?.text}</span><span>${recoveryText(one)}${
              one.worst !== null &&
              one.worst > 0 &&
              html` <small>at worst ${harmText(promises[row]?.unit ?? "ratio", one.worst, scenario.currency)} worse</small>`
            }</span></td>`,
        )}</tr>`,
    )}</tbody></table>`;
}

/** What identifies the study. */
export function reproduceSection(document: StressDocument): Section {
  const facts: readonly (readonly [string, string])[] = [
    ["Seed", document.seed],
    ["Version", document.package],
    ["Scenario", document.scenario.name],
    ["Scenario SHA-256", document.scenario.sha256],
    ["Promises", document.promises.map(({ text }) => text).join("; ")],
    ["Policies", document.policies.map(({ name }) => name).join(", ")],
    ["Loads", `${document.load.from} to ${document.load.to}`],
    ["Replications at each load", String(document.replications)],
    ["Replications lived in all", document.runs.toLocaleString("en-GB")],
    ["Simulated events", document.events.toLocaleString("en-GB")],
    ["Format", `${document.format}, version ${document.version}`],
  ];
  return {
    id: "reproduce",
    nav: "Reproduce",
    title: "How to reproduce this",
    charts: [],
    body: () => html`<p>The command stands in manifest.json beside this page, the scenario with all defaults in scenario.yaml, all figures in
      stress.json. The same scenario, seed and version give the same numbers on any machine.</p>
      <dl class="rows">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`,
  };
}
