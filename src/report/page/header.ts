/** How the report of a comparison begins: the scenario, its size, the strategies. */

import { nameTag } from "../sections/parts.ts";
import { durationText, fixed } from "../text/numbers.ts";
import type { ReportView } from "../view.ts";
import { html, type Html } from "./html.ts";

/** The header of a comparison's report. */
export function comparisonHeader(view: ReportView): Html {
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
      html`<li>${nameTag(one.look)}<small>${one === view.baseline && "baseline · "}${capabilitiesText(one.capabilities)}${routingText(one.routing)}${one.loyaltyProgramme === true && " · with a loyalty programme"}${channelsText(one.channels, view.result.scenario.channels)}</small></li>`,
  )}</ul></header>`;
}

/** Which channels a strategy offers, where that is not all of them. */
function channelsText(offered: readonly string[], all: readonly string[]): string {
  return offered.length === all.length ? "" : ` · offers only ${offered.join(", ")}`;
}

/** The routing policy, where the strategy names one. */
function routingText(routing: string | undefined): string {
  return routing === undefined ? "" : ` · routing: ${routing}`;
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
