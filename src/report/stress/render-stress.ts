/** From the document of a stress study to its page and charts. */

import type { StressDocument } from "../../kpi/index.ts";
import { drawPage, type RenderedReport } from "../page/draw-page.ts";
import { html, type Html } from "../page/html.ts";
import { strategyLooks, type StrategyLook } from "../palette.ts";
import { assumptionSection } from "../sections/assumptions.ts";
import { nameTag } from "../sections/parts.ts";
import { durationText, fixed } from "../text/numbers.ts";
import type { Describe } from "../view.ts";
import { curveSection, recoverySection, reproduceSection } from "./sections.ts";
import { verdictSection } from "./verdict-section.ts";
import { breakNumber, promiseWords } from "./words.ts";

/**
 * Renders the page of a stress study: one self-contained file. The same document gives the same text (`timing` is not shown).
 *
 * @param document a valid document; text in it may be anything
 * @param describe finds the catalogue's description of a KPI
 */
export async function renderStress(document: StressDocument, describe: Describe): Promise<RenderedReport> {
  const looks = strategyLooks(document.policies.map(({ name }) => name));
  const sections = [
    verdictSection(document, looks, describe),
    curveSection(document, looks),
    recoverySection(document, looks),
    assumptionSection(document.assumptions),
    reproduceSection(document),
  ];
  const head = { title: `${document.scenario.name} – under stress`, maker: document.package, header: stressHeader(document, looks) };
  return drawPage(
    head,
    sections.filter((section) => section !== null),
  );
}

function stressHeader(document: StressDocument, looks: readonly StrategyLook[]): Html {
  const { scenario, replications, load, promises, policies } = document;
  const facts: readonly (readonly [string, string])[] = [
    ["Loads", `${load.from} to ${load.to} × the demand`],
    ["Lived over", durationText(scenario.horizon)],
    ["Replications at each load", fixed(replications, 0)],
  ];
  return html`<header><p class="eyebrow">Loaded until promises break</p>
<h1>${scenario.name}</h1>
${scenario.description !== undefined && html`<p class="description">${scenario.description}</p>`}
<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p class="description">Promised: ${promises.map((promise) => promiseWords(promise, scenario.currency)).join("; ")}.</p>
<ul class="strategies">${policies.map(
    (policy, index) =>
      html`<li>${nameTag(looks[index] as StrategyLook)}<small>breaks at load ${breakNumber(policy.first, load)}</small></li>`,
  )}</ul></header>`;
}
