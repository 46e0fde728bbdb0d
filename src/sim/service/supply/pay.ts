/** What the agents' time costs. */

import { at } from "../../../kpi/index.ts";
import { milliseconds } from "../../core/index.ts";
import type { Crew } from "./crew.ts";
import { agentsOf } from "./rows.ts";

/**
 * At the end of a month: books the time agents were at work (`staffedMs`, after the end of their time included) and what is paid
 * (`staffCost`, cents): the time they were scheduled, also when absent or kept away by a disruption, and the time they finished after
 * it. Breaks are not paid, nor are groups that the strategy in force does not employ.
 *
 * @param to - the month's end, seconds; the times since the last call are booked, so `from` must be its end
 * @throws Error if months are left out, or if agents went off without `supply.goesHome` being told
 */
export function payStaff(service: Crew, from: number, to: number): void {
  const { core, plan, supply } = service;
  const { since, staffed, paid } = supply.levels.columns;
  for (const [row, group] of plan.groups.entries()) {
    checkLevels(service, row);
    if ((since[row] as number) > to || from > to) throw new Error(`staff cannot be paid from ${from} to ${to} s: it is ${since[row]} s`);
    supply.addUp(row, to);
    const seconds = paid[row] as number;
    core.count(at.staffedMs, plan.segments, plan.channels.length, milliseconds(staffed[row] as number));
    core.count(at.staffCost, plan.segments, plan.channels.length, Math.round((seconds / 3600) * group.costPerHour * 100));
    staffed[row] = 0;
    paid[row] = 0;
  }
}

/** The levels are those of the agents' rows, or time at work would be wrong. */
function checkLevels(service: Crew, group: number): void {
  const { atWork, leaving } = service.supply.levels.columns;
  const found = { atWork: agentsOf(service, group, "working").length, leaving: agentsOf(service, group, "leaving").length };
  if (found.atWork === atWork[group] && found.leaving === leaving[group]) return;
  const name = service.plan.groups[group]?.name ?? group;
  throw new Error(
    `supply of group ${name} lost count: ${found.atWork} agents at work and ${found.leaving} leaving, ` +
      `but ${atWork[group]} and ${leaving[group]} are booked`,
  );
}
