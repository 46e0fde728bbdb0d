/** The page around the sections: head, policy, contents, header, scripts. */

import { createHash } from "node:crypto";
import { durationText, fixed } from "../text/numbers.ts";
import type { Section } from "../sections/section.ts";
import type { ReportView } from "../view.ts";
import { nameTag } from "../sections/parts.ts";
import { clientProgram } from "./client.ts";
import { html, jsonForScript, programForScript, trusted, type Html } from "./html.ts";
import { styleSheet } from "./style.ts";

/** A section with its charts drawn. */
export interface FinishedSection {
  readonly section: Section;
  readonly body: Html;
}

/** The whole document. `specs` are the specifications of the charts by id, for the interactive views. */
export function pageHtml(view: ReportView, sections: readonly FinishedSection[], specs: unknown, bundles: readonly Html[]): string {
  const programs = [...bundles, programForScript(clientProgram)];
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(programs)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<meta name="generator" content="${view.maker}">
<title>${view.result.scenario.name} – strategies compared</title>
<style>${trusted(styleSheet)}</style>
</head>
<body>
<div class="layout">
${navigation(sections)}
<main>
${header(view)}
${sections.map(
  ({
    section,
    body,
  }) => html`<section id="${section.id}" aria-labelledby="${section.id}-title"><h2 id="${section.id}-title">${section.title}</h2>
${body}</section>
`,
)}
<footer>Made with ${view.maker}. This page holds everything it shows and sends nothing anywhere.</footer>
</main>
</div>
<script type="application/json" id="chart-specs">${jsonForScript(specs)}</script>
${programs.map(
  (program) => html`<script>${program}</script>
`,
)}</body>
</html>
`;
  return page.text;
}

/** Nothing may be loaded; only the programs written into the page may run, and none may make code from text. */
function policy(programs: readonly Html[]): string {
  const hashes = programs.map((program) => `'sha256-${createHash("sha256").update(program.text).digest("base64")}'`);
  return `default-src 'none'; script-src ${hashes.join(" ")}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'`;
}

function navigation(sections: readonly FinishedSection[]): Html {
  return html`<nav aria-label="Contents"><p>Contents</p><ol>${sections.map(({ section }) => html`<li><a href="#${section.id}">${section.nav}</a></li>`)}</ol></nav>`;
}

function header(view: ReportView): Html {
  const { scenario, replications } = view.result;
  const facts: readonly (readonly [string, string])[] = [
    ["Customers", fixed(scenario.customers, 0)],
    ["Compared over", durationText(scenario.horizon)],
    ["After a common history of", durationText(scenario.history)],
    ["Replications", fixed(replications, 0)],
  ];
  const shown = facts.filter(([, value]) => value !== "0" && value !== "0 seconds");
  return html`<header><p class="eyebrow">Channel strategies compared</p>
<h1>${scenario.name}</h1>
${scenario.description !== undefined && html`<p class="description">${scenario.description}</p>`}
<dl class="facts">${shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<ul class="strategies">${view.strategies.map(
    (one) =>
      html`<li>${nameTag(one.look)}<small>${one === view.baseline && "baseline · "}${capabilitiesText(one.capabilities)}${channelsText(one.channels, view.result.scenario.channels)}</small></li>`,
  )}</ul></header>`;
}

/** Which channels a strategy offers, where that is not all of them. */
function channelsText(offered: readonly string[], all: readonly string[]): string {
  return offered.length === all.length ? "" : ` · offers only ${offered.join(", ")}`;
}

function capabilitiesText(capabilities: readonly string[]): string {
  if (capabilities.length === 0) return "no capability switched on";
  const count = capabilities.length === 1 ? "1 capability" : `${capabilities.length} capabilities`;
  return `${count}: ${capabilities.map(spaced).join(", ")}`;
}

/** "sharedHistory" as "shared history". */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}
