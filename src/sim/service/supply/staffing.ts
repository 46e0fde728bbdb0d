/** Who works when: hiring, changes by the calendar, by disruptions, and by a new strategy. */

import { eventKind } from "../../core/index.ts";
import type { StaffingPlan } from "../plan/types.ts";
import { nextDayOfWork } from "./absence.ts";
import type { Crew, Orders } from "./crew.ts";
import { isEmployed } from "./employment.ts";
import { headsAt, nextHeadChange } from "./head-steps.ts";
import { staffHeads } from "./heads.ts";
import { isDown } from "./knocked-out.ts";
import { agentsOf } from "./rows.ts";
import { nextShiftChange, scheduledByShifts, staffShifts } from "./shifts.ts";

/** `sub` of a disruption's events. */
const BEGINS = 0;
const ENDS = 1;

/**
 * Hires all agents, off shift, and plans the first changes of staffing and all disruptions. Nobody works before `restaff`.
 *
 * @throws Error if somebody else has hired agents
 */
export function hire({ core, plan, agents, supply }: Crew): void {
  for (let group = 0; group < plan.groups.length; group++) {
    for (let expected = supply.firstAgent[group] as number; expected < (supply.firstAgent[group + 1] as number); expected++) {
      const agent = agents.allocate();
      if (agent !== expected) throw new Error(`agents of a group stand together: row ${agent} instead of ${expected}`);
      agents.columns.group[agent] = group;
    }
    planStaffing({ core, plan }, group);
  }
  for (const [row, { at, lasts, drawn }] of plan.disruptions.entries()) {
    if (drawn === true) continue;
    core.events.schedule(at, eventKind.disruption, row, BEGINS);
    if (lasts < Infinity) core.events.schedule(at + lasts, eventKind.disruption, row, ENDS);
  }
}

function planStaffing({ core, plan }: Pick<Crew, "core" | "plan">, group: number): void {
  const staffing = plan.groups[group]?.staffing;
  if (staffing === undefined) return;
  const change = nextChange(staffing, core.now, plan.training.time);
  if (change < Infinity) core.events.schedule(change, eventKind.staffing, group, 0);
}

/** The earliest time after t at which the calendar, or a new day's absence or training, may change the number at work; Infinity: never. */
function nextChange(staffing: StaffingPlan, t: number, training: number): number {
  const { heads, shifts, absence } = staffing;
  const scheduled = heads === undefined ? nextShiftChange(shifts, t) : nextHeadChange(heads, t);
  return absence > 0 || training > 0 ? Math.min(scheduled, nextDayOfWork(staffing, t)) : scheduled;
}

/** Agents scheduled now under the strategy in force. */
function scheduledNow(service: Crew, group: number): number {
  const staffing = service.plan.groups[group]?.staffing;
  if (staffing === undefined || !isEmployed(service, group)) return 0;
  const { heads, shifts } = staffing;
  return heads === undefined ? scheduledByShifts(shifts, service.core.now) : headsAt(heads, service.core.now);
}

/** Brings a group to what calendar, absence, disruptions and strategy say now. */
function staff<S extends Crew>(service: S, group: number, orders: Orders<S>): void {
  const { core, plan, supply } = service;
  supply.addUp(group, core.now);
  const scheduled = scheduledNow(service, group);
  const knockedOut =
    plan.groups[group]?.staffing.heads === undefined
      ? staffShifts(service, group, isEmployed(service, group), orders)
      : staffHeads(service, group, scheduled, orders);
  const { columns } = supply.levels;
  columns.scheduled[group] = scheduled;
  columns.knockedOut[group] = knockedOut;
  columns.atWork[group] = agentsOf(service, group, "working").length;
  columns.leaving[group] = agentsOf(service, group, "leaving").length;
}

/** The changes, carried out by orders to the agents' side. */
export interface Staffing<S extends Crew> {
  changeStaffing(this: void, service: S, group: number): void;
  disrupt(this: void, service: S, row: number, sub: number): void;
  restaff(this: void, service: S): void;
}

/** Makes the functions that change who works; orders are passed in so that they can be watched. */
export function staffingBy<S extends Crew>(orders: Orders<S>): Staffing<S> {
  return {
    changeStaffing(service, group) {
      staff(service, group, orders);
      planStaffing(service, group);
    },
    disrupt(service, row, sub) {
      const { plan, supply } = service;
      const disruption = plan.disruptions[row];
      if (disruption === undefined) throw new RangeError(`there is no disruption ${row}`);
      supply.underWay[row] = sub === BEGINS ? 1 : 0;
      for (let group = 0; group < plan.groups.length; group++) {
        if ((disruption.missing[group] ?? 0) > 0) staff(service, group, orders);
      }
      // Last: agents whose time begins now look for work, and must not find who is about to be cut off.
      if (disruption.channel >= 0) switchChannel(service, disruption.channel, orders);
    },
    restaff(service) {
      for (let group = 0; group < service.plan.groups.length; group++) staff(service, group, orders);
    },
  };
}

/** A channel goes down with the first disruption of it, and up with the end of the last. */
function switchChannel<S extends Crew>(service: S, channel: number, orders: Orders<S>): void {
  const { channelDown } = service;
  const wasDown = channelDown[channel] === 1;
  channelDown[channel] = isDown(service, channel) ? 1 : 0;
  if (!wasDown && channelDown[channel] === 1) orders.cutOff(service, channel);
  if (wasDown && channelDown[channel] === 0) orders.lookAgain(service);
}
