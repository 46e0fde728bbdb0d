/** Groups with explicit shifts: every agent has hours of its own, with gaps for breaks. */

import type { ShiftPlan, StaffingPlan } from "../plan/types.ts";
import { isAbsent } from "./absence.ts";
import type { Crew, Orders } from "./crew.ts";
import { knockedOutOf } from "./knocked-out.ts";
import { agentsOf, presenceOf } from "./rows.ts";

/** Agents whose shift is on at time t. */
export function scheduledByShifts(shifts: readonly ShiftPlan[], t: number): number {
  return shifts.reduce((sum, { agents, hours }) => sum + (hours.isOpen(t) ? agents : 0), 0);
}

/** The earliest time after t at which a shift or a break begins or ends; Infinity if none does. */
export function nextShiftChange(shifts: readonly ShiftPlan[], t: number): number {
  return shifts.reduce((soonest, { hours }) => Math.min(soonest, hours.nextChange(t)), Infinity);
}

/**
 * Brings every agent to or off work as the shift says; who has something in hand finishes it. Of those present, disruptions keep the
 * last in the order of rows away: how many counts, not who.
 *
 * @returns how many are kept away by disruptions
 */
export function staffShifts<S extends Crew>(service: S, group: number, employed: boolean, orders: Orders<S>): number {
  const staffing = service.plan.groups[group]?.staffing;
  const present = staffing === undefined || !employed ? [] : presentOf(service, group, staffing);
  const knockedOut = knockedOutOf(service, group, present.length);
  const wanted = new Set(present.slice(0, present.length - knockedOut));
  // First the old shift leaves, then the new one begins.
  for (const agent of agentsOf(service, group, "working")) {
    if (!wanted.has(agent)) orders.endShift(service, agent);
  }
  for (const agent of wanted) {
    if (presenceOf(service, agent) !== "working") orders.startShift(service, agent);
  }
  return knockedOut;
}

/** Agents of the group whose shift is on and who are not absent. */
function presentOf(service: Crew, group: number, { shifts, absence }: StaffingPlan): number[] {
  const present: number[] = [];
  let first = service.supply.firstAgent[group] as number;
  for (const shift of shifts) {
    const end = first + shift.agents;
    if (shift.hours.isOpen(service.core.now)) {
      for (let agent = first; agent < end; agent++) if (!isAbsent(service, agent, shift, absence)) present.push(agent);
    }
    first = end;
  }
  return present;
}
