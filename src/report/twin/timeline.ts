/** The timeline: a row per moment, a column per strategy, one cell where all say the same. */

import type { TwinDocument } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import type { StrategyLook } from "../palette.ts";
import { nameTag } from "../sections/parts.ts";
import type { Moment } from "./story.ts";
import { type Line, moneyText, phases, satisfactionText, whenText } from "./words/line.ts";

/** What a timeline is drawn from. */
export interface Drawing {
  readonly document: TwinDocument;
  readonly looks: readonly StrategyLook[];
  /** Time at which the lives part, seconds; null: never. */
  readonly parting: number | null;
}

function chips({ cents, satisfaction }: Line, { scenario }: TwinDocument): Html[] {
  const chip = (text: string, up: boolean): Html => html`<span class="chip ${up ? "up" : "down"}">${text}</span>`;
  const money = cents === 0 ? [] : [chip(moneyText(cents, scenario.currency, "difference"), cents > 0)];
  if (satisfaction === null || satisfaction[0] === satisfaction[1]) return money;
  const [before, after] = satisfaction;
  return [...money, chip(`satisfaction ${satisfactionText(before)} → ${satisfactionText(after)}`, after > before)];
}

function sentence(line: Line, document: TwinDocument): Html {
  const tone = line.tone === "plain" ? "" : `is-${line.tone}`;
  return html`<p>${line.phase !== null && html`<span class="ph ph-${line.phase}">${line.phase}</span>`}<span class="${tone}">${line.text}</span>${chips(line, document)}</p>`;
}

function cell(lines: readonly Line[], drawing: Drawing, look: StrategyLook | undefined): Html {
  if (look === undefined) return html`<div class="cell all">${lines.map((one) => sentence(one, drawing.document))}</div>`;
  const said = lines.length === 0 ? html`<span class="nothing">–</span>` : html`${lines.map((one) => sentence(one, drawing.document))}`;
  return html`<div class="cell differs${lines.length === 0 ? " nothing" : ""}" style="--lane:${look.colour}"><span class="who">${nameTag(look)}</span>${said}</div>`;
}

function row(moment: Moment, drawing: Drawing): Html {
  const { day, clock } = whenText(moment.time, drawing.document.scenario.history);
  const when = html`<div class="when"><b>${day}</b>${clock}</div>`;
  if (moment.same) return html`${when}${cell(moment.cells[0] ?? [], drawing, undefined)}`;
  return html`${when}${moment.cells.map((lines, index) => cell(lines, drawing, drawing.looks[index]))}`;
}

/** The moments in order; the mark where the lives part stands before the first moment that differs. */
export function timeline(moments: readonly Moment[], drawing: Drawing): Html {
  const { looks, parting } = drawing;
  const first = moments.findIndex(({ time, same }) => !same && parting !== null && time >= parting);
  const marked = moments.some(({ time }) => time <= (parting ?? -Infinity)) || moments[0]?.time === parting;
  const heads = looks.map((look) => html`<div class="lane-head">${nameTag(look)}</div>`);
  return html`<div class="timeline" style="--lanes:${looks.length}"><div class="lane-head"></div>${heads}
${moments.map(
  (moment, index) => html`${index === first && marked && html`<div class="part">Here the lives part</div>`}${row(moment, drawing)}
`,
)}</div>`;
}

/** What the colours of phases mean. */
export function phaseLegend({ scenario }: TwinDocument): Html | false {
  if (scenario.journey !== null) return false;
  return html`<p class="legend-phases">${phases.map((phase) => html`<span class="ph ph-${phase}">${phase}</span>`)}</p>`;
}
