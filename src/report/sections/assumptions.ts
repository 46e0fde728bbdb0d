/** What was assumed: every parameter with its value, its source and how far that source was checked. */

import type { Assumption } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import { counted } from "../text/numbers.ts";
import { parameterName } from "../text/parameter-name.ts";
import { isRemembered, trustSentence } from "../text/trust.ts";
import { parameterHtml } from "./parameter.ts";
import type { Section } from "./section.ts";

type Tag = NonNullable<Assumption["tag"]>;

const tagWords: Record<Tag, string> = {
  S: "read in the source",
  S2: "read in a secondary source",
  C: "computed",
  R: "not verified – an assumption",
  A: "assumption",
};

/** The section, or null when the document lists no parameters. */
export function assumptionSection(all: readonly Assumption[] = []): Section | null {
  if (all.length === 0) return null;
  const own = all.filter((one) => one.setBy === "scenario");
  const defaults = all.filter((one) => one.setBy === "default");
  return {
    id: "assumptions",
    nav: "Assumptions",
    title: "What was assumed?",
    charts: [],
    body: () => html`<p>${summary(all)}</p>
      ${all.some(isRemembered) && html`<p>${trustSentence(all, parameterName)} What is marked <b>${tagWords.R}</b> was written down from memory: look it up before you rely on it.</p>`}
      ${own.length > 0 && block("Set by the scenario", own)}
      ${defaults.length > 0 && block("Defaults", defaults)}`,
  };
}

/** What a result rests on that nobody verified, for beside a verdict; null if it rests on no such thing. */
export function trustNote(all: readonly Assumption[] = []): Html | null {
  const sentence = trustSentence(all, parameterName);
  if (sentence === null) return null;
  const badge = all.some(isRemembered) && html`<span class="badge is-remembered"><span aria-hidden="true">!</span> ${tagWords.R}</span> `;
  return html`<p class="note trust">${badge}${sentence} <a href="#assumptions">What was assumed</a> lists them.</p>`;
}

/** Whether a value rests on nobody's data. */
export function isUnverified(one: Assumption): boolean {
  return one.tag === "R" || one.tag === "A" || one.tag === null;
}

function summary(all: readonly Assumption[]): string {
  const unverified = all.filter(isUnverified).length;
  const start = `The results rest on ${counted(all.length, "parameter")}`;
  if (unverified === 0) return `${start}; none of them is marked as an assumption or as unverified.`;
  const marked = `${unverified} of them rest${unverified === 1 ? "s" : ""} on an assumption or on an unverified source and ${unverified === 1 ? "is" : "are"} marked`;
  return `${start}; ${marked}. Vary what is marked before relying on a result.`;
}

/** Open as written, so that it is printed and read without scripts; the page's script folds it. */
function block(title: string, list: readonly Assumption[]): Html {
  const count = `${counted(list.length, "parameter")}, ${list.filter(isUnverified).length} unverified`;
  return html`<details class="fold" open><summary>${title} <small>${count}</small></summary>
    <table class="assumptions"><caption>${title}</caption>
    <thead><tr><th scope="col">Parameter</th><th scope="col">Value</th><th scope="col">What it is</th><th scope="col">Where it comes from</th></tr></thead>
    <tbody>${list.map(row)}</tbody></table></details>`;
}

function row(one: Assumption): Html {
  const range = one.range !== undefined && html` <small class="range">plausible: ${one.range}</small>`;
  return html`<tr><th scope="row">${parameterHtml(one.path)}</th><td class="value">${one.value}${range}</td><td>${one.about}</td>
    <td>${tagBadge(one)} <span class="source">${one.source}</span></td></tr>`;
}

function tagBadge(one: Assumption): Html | null {
  if (one.tag === null) return null;
  if (!isUnverified(one)) return html`<span class="badge is-source">${tagWords[one.tag]}</span>`;
  return html`<span class="badge ${isRemembered(one) ? "is-remembered" : "is-unverified"}"><span aria-hidden="true">!</span> ${tagWords[one.tag]}</span>`;
}
