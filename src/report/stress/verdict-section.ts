/** Which policy takes most load before its promises break: a paragraph per policy, the breaking points side by side. */

import type { StressDocument, StressPolicy } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import type { StrategyLook } from "../palette.ts";
import { trustNote } from "../sections/assumptions.ts";
import { nameTag } from "../sections/parts.ts";
import type { Section } from "../sections/section.ts";
import type { Describe } from "../view.ts";
import { breakChart } from "./break-chart.ts";
import {
  breakClause,
  breakNumber,
  differenceSentence,
  firstPromise,
  loadDifference,
  loadInterval,
  ownLoadTexts,
  promiseWords,
} from "./words.ts";

/** The first section. */
export function verdictSection(document: StressDocument, looks: readonly StrategyLook[], describe: Describe): Section {
  const chart = breakChart(document, looks);
  const label = (id: string) => describe(id)?.label ?? id;
  return {
    id: "verdict",
    nav: "Breaking points",
    title: document.policies.length === 1 ? "How much load does the policy take?" : "Which policy takes most load before it breaks?",
    charts: chart === null ? [] : [chart],
    body: (figure) => html`${breakTable(document, looks)}
      ${trustNote(document.assumptions)}
      ${chart !== null && figure(chart.id)}
      <h3>In words</h3>
      ${document.policies.map((policy, index) => paragraph(document, policy, looks[index] as StrategyLook, label))}
      ${howToRead(document)}`,
  };
}

/** Policies in the order of what they take; those that never break first, those that cannot be judged last. */
function ranked(document: StressDocument): { readonly policy: StressPolicy; readonly index: number }[] {
  const height = ({ first }: StressPolicy) => {
    if (first.load !== null) return first.load;
    if (first.beyond === "above") return Number.POSITIVE_INFINITY;
    return first.beyond === "below" ? 0 : -1;
  };
  return document.policies.map((policy, index) => ({ policy, index })).toSorted((a, b) => (height(b.policy) > height(a.policy) ? 1 : -1));
}

function breakTable(document: StressDocument, looks: readonly StrategyLook[]): Html {
  const [base] = document.policies;
  const compared = document.differences.length > 0;
  return html`<table class="kpis"><caption>Breaking points by policy</caption>
    <thead><tr><th scope="col">Policy</th><th scope="col">Breaks at load</th><th scope="col">What breaks first</th>${
      compared && html`<th scope="col">Against ${base?.name}</th>`
    }</tr></thead>
    <tbody>${ranked(document).map(({ policy, index }) => breakRow(document, policy, looks[index] as StrategyLook))}</tbody></table>`;
}

function breakRow(document: StressDocument, policy: StressPolicy, look: StrategyLook): Html {
  const interval = loadInterval(policy.first);
  const promise = firstPromise(document, policy);
  const difference = document.differences.find((one) => one.policy === policy.name);
  const differenceInterval = difference === undefined ? null : loadInterval(difference);
  return html`<tr><th scope="row">${nameTag(look)}</th>
    <td><span class="who">breaks at load</span><span><b class="level">${breakNumber(policy.first, document.load)}</b>${interval !== null && html` <small>${interval}</small>`}</span></td>
    <td><span class="who">what breaks first</span><span>${promise === undefined ? "nothing" : promiseWords(promise, document.scenario.currency)}</span></td>
    ${
      document.differences.length > 0 &&
      html`<td><span class="who">difference</span><span>${
        difference === undefined
          ? html`<small>compared with</small>`
          : difference.load === null
            ? html`<span class="none">–</span> <small>${difference.reason}</small>`
            : html`${loadDifference(difference.load)}${differenceInterval !== null && html` <small>${differenceInterval}</small>`}`
      }</span></td>`
    }</tr>`;
}

function paragraph(document: StressDocument, policy: StressPolicy, look: StrategyLook, label: (id: string) => string): Html {
  const against = differenceSentence(document, policy.name);
  const own = ownLoadTexts(policy, label, document.scenario.currency);
  const again = policy.first.keptAgain;
  return html`<p>${nameTag(look)} ${breakClause(document, policy)}. ${against}${
    again !== null &&
    html` The promise is kept again at load ${again.toFixed(2)}: the curve is not monotone, look at it before you believe the point.`
  }${own.length > 0 && html` <small>At the scenario's own load: ${own.join(", ")}.</small>`}</p>`;
}

function howToRead({ replications, confidence, load }: StressDocument): Html {
  if (replications < 2) {
    return html`<p class="note"><b>How sure?</b> Only one replication was run at each load, so there are no intervals and nothing can be said about
      chance. Run more replications before deciding anything.</p>`;
  }
  const level = `${Number((confidence * 100).toFixed(1))}%`;
  return html`<p class="note"><b>How to read this.</b> Load 1 is the scenario as it is written. The same ${replications} replications, with the same luck,
    were lived at every load and under every policy. A breaking point is where the KPI over all replications crosses what was promised, found
    by bisection to within ${Number((load.tolerance * 100).toFixed(2))}% of the load. Its ${level} interval is a jackknife over replications through
    the slope of the curve there; differences are paired. What happens between two measured loads on the same side of the promise is not
    seen. Everything holds for this model and its assumptions, not beyond them.</p>`;
}
