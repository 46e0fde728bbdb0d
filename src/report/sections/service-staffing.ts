/** What a formula says about staffing, beside the agents who were there. */

import type { ServiceStaffing } from "../../kpi/index.ts";
import { html, type Html } from "../page/html.ts";
import { fixed } from "../text/numbers.ts";
import type { ReportView } from "../view.ts";
import { tableOf } from "./service-tables.ts";

/** "80% within 20 s". */
function targetText({ serviceLevel, within }: ServiceStaffing): string {
  return `${Number((serviceLevel * 100).toFixed(2))}% within ${Number(within.toFixed(1))} s`;
}

function titleOf(hint: ServiceStaffing): string {
  return `${hint.channel}: ${targetText(hint)} (${hint.formula})`;
}

function cellsOf({ hours }: ServiceStaffing, shown: readonly number[]): Html[] {
  return shown.map((hour) => {
    const row = hours.find((one) => one.hour === hour);
    return html`${row === undefined ? "–" : `${fixed(row.needed, 0)} / ${fixed(row.atWork, 1)}`}`;
  });
}

/** Agents asked for and at work by hour and channel, folded away; nothing where nobody waits live. */
export function staffingTable(view: ReportView): Html | null {
  const hints = view.strategies.flatMap((strategy) => (strategy.service?.staffing ?? []).map((hint) => ({ strategy, hint })));
  if (hints.length === 0) return null;
  const shown = [...new Set(hints.flatMap(({ hint }) => hint.hours.map(({ hour }) => hour)))].toSorted((a, b) => a - b);
  const titles = [...new Set(hints.map(({ hint }) => titleOf(hint)))];
  const blocks = titles.map((title) => ({
    title,
    lines: hints.filter(({ hint }) => titleOf(hint) === title).map(({ strategy, hint }) => ({ strategy, cells: cellsOf(hint, shown) })),
  }));
  return html`<details class="fold"><summary>How many agents would a formula ask for?</summary>
    <p>Agents asked for / agents with the skill at work, by hour of the day. The formula takes a channel's contacts for a steady Poisson
    stream within the hour, its agents for one group of equals who do nothing else, and handling and patience for exponential, none of
    which the simulation assumes: a first guess to be simulated, not a plan.</p>
    ${tableOf(
      "Agents asked for and at work",
      shown.map((hour) => `${hour}–${hour + 1}`),
      blocks,
    )}</details>`;
}
