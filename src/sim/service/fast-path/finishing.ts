/** On the fast path: a contact ends, and its agent takes the next. */

import { NONE } from "../../../strategies/index.ts";
import { at } from "../../../kpi/index.ts";
import { actorKind, milliseconds, TIMER } from "../../core/index.ts";
import { wrapUp } from "../after-work.ts";
import { assign, give, goOn, lighten } from "../agents.ts";
import { recordContact } from "../context.ts";
import { leaveQueue } from "../ending.ts";
import { afterContactWork, isResolved } from "../handling.ts";
import { weighRecontact, weighReturn } from "../outsiders.ts";
import { cellOf } from "../service.ts";
import { answer } from "./answering.ts";
import { endContact, isPlain, type Lane } from "./lane.ts";
import { counted } from "./plain-counts.ts";

/** The work on a contact is done. Answers whether it was lived here; if not, nothing was done. */
export function finish(lane: Lane, contact: number): boolean {
  const { service } = lane;
  const { core, contacts, agents } = service;
  const k = contacts.columns;
  if (!isPlain(lane, contact) || k.state[contact] !== lane.words.handling) return false;
  const agent = k.agent[contact] as number;
  const group = agents.columns.group[agent] as number;
  if (lane.types.oneInHand[group] === 0) return false;
  const type = k.type[contact] as number;
  const talked = core.now - (k.handledSince[contact] as number);
  k.workEvent[contact] = NONE;
  agents.columns.firstInHand[agent] = NONE;
  core.note(actorKind.contact, contact, service.codes.HANDLED);
  const cell = cellOf(service, contact);
  lane.counts.add(type, counted.handled);
  core.countAt(cell, at.handlingMs, milliseconds(talked));
  service.record.handlingEnds(type, group, talked);
  const after = lane.types.noAfterWork ? 0 : afterContactWork(service, contact, false);
  let next = NONE;
  if (after === 0) next = takeNext(lane, agent);
  else wrapUp(service, contact, after);
  settle(lane, contact, type);
  endContact(lane, contact);
  if (next !== NONE) answer(lane, next, agent);
  return true;
}

/** An agent has wrapped up. */
export function freeAgent(lane: Lane, agent: number): void {
  const next = takeNext(lane, agent);
  if (next !== NONE) answer(lane, next, agent);
}

/** A timer of a contact has run out. Answers whether that was lived here; if not, nothing was done. */
export function abandon(lane: Lane, contact: number): boolean {
  const { service } = lane;
  const { patienceBit, queueing } = lane.words;
  if (!isPlain(lane, contact) || service.contacts.columns.state[contact] !== (queueing | patienceBit)) return false;
  service.core.note(actorKind.contact, contact, TIMER);
  leaveQueue(service, contact);
  endContact(lane, contact);
  return true;
}

/** An agent who has one contact in hand at a time has none now: answers the contact that is to be answered here, or NONE. */
function takeNext(lane: Lane, agent: number): number {
  const { service } = lane;
  const { agents, supply, free, queues } = service;
  lighten(service, agent);
  // Who is to leave is counted there too.
  if (supply.levels.columns.leaving[agents.columns.group[agent] as number] !== 0) {
    goOn(service, agent);
    return NONE;
  }
  free.add(agent);
  while (queues.count > 0 && free.has(agent)) {
    const contact = service.policy.selectContact(service.view, agent);
    if (contact === NONE) return NONE;
    if (isPlain(lane, contact)) {
      give(service, contact, agent);
      return contact;
    }
    assign(service, contact, agent);
  }
  return NONE;
}

/** After the first contact of a case, which was handled: the case is closed, or there will be another contact. */
function settle(lane: Lane, contact: number, type: number): void {
  const { service } = lane;
  const { cases, contacts, plan } = service;
  const { caseRow } = contacts.columns;
  const row = caseRow[contact] as number;
  const resolved = lane.types.surelyResolved[type] === 1 || isResolved(service, contact);
  if (resolved ? plan.recontact.returns > 0 : plan.recontact.givesUp < 1) return mayComeBack(lane, contact, row, resolved);
  if (resolved) lane.counts.add(type, counted.resolved);
  lane.counts.add(type, counted.closed);
  cases.leave(row);
}

/** There may be another contact, which will know of this one. */
function mayComeBack(lane: Lane, contact: number, row: number, resolved: boolean): void {
  const { service } = lane;
  service.cases.columns.lastAgent[row] = service.contacts.columns.agent[contact] as number;
  recordContact(service, contact);
  if (resolved) weighReturn(service, row);
  else weighRecontact(service, row);
}
