/** Groups whose head-count follows the calendar: nobody in particular is scheduled, only so many. */

import { agentStatus } from "../tables.ts";
import { absentHeads } from "./absence.ts";
import type { Crew, Orders } from "./crew.ts";
import { knockedOutOf } from "./knocked-out.ts";
import { agentsOf } from "./rows.ts";

/**
 * Brings the number at work to what is scheduled, less the absent, less those kept away. Whoever is marked leaving counts as gone.
 *
 * @returns how many are kept away by disruptions
 */
export function staffHeads<S extends Crew>(service: S, group: number, scheduled: number, orders: Orders<S>): number {
  const present = scheduled - absentHeads(service, group, scheduled);
  const knockedOut = knockedOutOf(service, group, present);
  const working = agentsOf(service, group, "working");
  const missing = present - knockedOut - working.length;
  if (missing < 0) {
    const order = working.sort((a, b) => leavesBefore(service, a, b));
    for (const agent of order.slice(0, -missing)) orders.endShift(service, agent);
  }
  if (missing > 0) {
    const order = [...agentsOf(service, group, "leaving"), ...agentsOf(service, group, "off")];
    for (const agent of order.slice(0, missing)) orders.startShift(service, agent);
  }
  return knockedOut;
}

/**
 * Who leaves first: the idle, idle for the shortest time first (so that who is next in turn stays); then who only wraps up; then who
 * has the fewest contacts in hand. Equal: the higher row. Negative if that is a.
 */
function leavesBefore({ agents }: Crew, a: number, b: number): number {
  const { status, load, idleSince } = agents.columns;
  const stage = (agent: number) => {
    if (status[agent] === agentStatus.idle) return 0;
    return status[agent] === agentStatus.wrapUp ? 1 : 2;
  };
  if (stage(a) !== stage(b)) return stage(a) - stage(b);
  const sooner = stage(a) === 0 ? (idleSince[b] as number) - (idleSince[a] as number) : (load[a] as number) - (load[b] as number);
  return sooner === 0 ? b - a : sooner;
}
