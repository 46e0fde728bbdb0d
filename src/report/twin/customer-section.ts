/** The section of one customer: how it ends, charts, where the lives part, the whole story in folds. */

import type { TwinCustomer, TwinDocument } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import type { StrategyLook } from "../palette.ts";
import { nameTag } from "../sections/parts.ts";
import type { Section } from "../sections/section.ts";
import { counted } from "../text/numbers.ts";
import { curveCharts, lanesChart } from "./charts.ts";
import { keyMoments, type Moment, type Story, storyOf } from "./story.ts";
import { sumsOf } from "./sums.ts";
import { type Drawing, phaseLegend, timeline } from "./timeline.ts";
import { endSentence, partingSentence } from "./verdict.ts";

/** Moments shown before and after the parting. */
const BEFORE = 3;
const AFTER = 16;
/** Days told in one fold. */
const FOLD_DAYS = 91;
const DAY = 86_400;

export function customerSection(document: TwinDocument, customer: TwinCustomer, looks: readonly StrategyLook[], row: number): Section {
  const story = storyOf(document, customer);
  const drawing: Drawing = { document, looks, parting: customer.parting };
  const lanes = lanesChart(document, customer, looks, row);
  const curves = curveCharts(document, customer, looks, row);
  return {
    id: `customer-${customer.customer}`,
    nav: `Customer ${customer.customer}`,
    title: `Customer ${customer.customer}, ${customer.segment}`,
    charts: [...(lanes === null ? [] : [lanes]), ...curves],
    body: (figure) => html`<p class="lead">${endSentence(document, customer)} ${partingSentence(document, customer)}</p>
      ${sumsTable(document, customer, looks)}
      ${lanes !== null && figure(lanes.id)}
      <div class="grid">${curves.map(({ id }) => figure(id))}</div>
      ${aroundParting(story, drawing)}
      ${wholeStory(story, drawing)}`,
  };
}

function sumsTable(document: TwinDocument, customer: TwinCustomer, looks: readonly StrategyLook[]): Html {
  return html`<div class="scroll"><table class="sums"><caption>What it came to, from adoption to the end</caption>
    <thead><tr><th scope="col">From adoption to the end</th>${looks.map((look) => html`<th scope="col">${nameTag(look)}</th>`)}</tr></thead>
    <tbody>${sumsOf(document, customer).map(
      ({ label, cells, differs }) =>
        html`<tr class="${differs ? "differs" : ""}"><th scope="row">${label}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`,
    )}</tbody></table></div>`;
}

function aroundParting(story: Story, drawing: Drawing): Html | false {
  const moments = keyMoments(story, BEFORE, AFTER);
  if (moments.length === 0) return false;
  return html`<h3>Where the lives part</h3><p class="fine">What happens from there on. Looking around is left out here; the whole story follows
    below.</p>${timeline(moments, drawing)}`;
}

/** Moments by stretches of time, so that a long story is read piece by piece. */
function stretches(moments: readonly Moment[], start: number): (readonly [number, Moment[]])[] {
  const found = new Map<number, Moment[]>();
  for (const moment of moments) {
    const stretch = Math.floor((moment.time - start) / (FOLD_DAYS * DAY));
    found.set(stretch, [...(found.get(stretch) ?? []), moment]);
  }
  return [...found];
}

function fold(summary: string, moments: readonly Moment[], drawing: Drawing): Html {
  return html`<details class="fold" open><summary>${summary}</summary>${timeline(moments, drawing)}</details>`;
}

function wholeStory({ history, after }: Story, drawing: Drawing): Html {
  const { document, parting } = drawing;
  const common =
    history.length === 0
      ? []
      : [fold(`Common history: ${counted(history.length, "moment")} before adoption`, history, { ...drawing, parting: null })];
  const parts = stretches(after, document.scenario.history).map(([stretch, moments]) => {
    const differing = moments.filter(({ same }) => !same).length;
    const last = Math.min((stretch + 1) * FOLD_DAYS, Math.ceil(document.scenario.horizon / DAY));
    const days = `Days ${stretch * FOLD_DAYS + 1} to ${last}`;
    const how = differing === 0 ? "all the same" : `${differing} of them not the same under all strategies`;
    return fold(`${days}: ${counted(moments.length, "moment")}, ${how}`, moments, { ...drawing, parting });
  });
  return html`<h3>The whole story</h3>${phaseLegend(document)}${[...common, ...parts]}`;
}
