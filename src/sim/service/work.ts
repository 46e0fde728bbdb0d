/**
 * The work on contacts, and after them. An agent with k of both in hand goes on with each at pace[k]; whenever k changes, what is left of each
 * is reckoned anew (egalitarian processor sharing with a pace that depends on the state).
 */

import { eventKind } from "../core/index.ts";
import { type Service, groupOf, tellContact } from "./service.ts";
import { NONE } from "./tables.ts";

/** What contacts and after-contact work have in common. */
interface Pieces {
  readonly work: Float64Array;
  readonly workSince: Float64Array;
  readonly workEvent: Int32Array;
  readonly inHandNext: Int32Array;
}

function countPieces({ inHandNext }: Pieces, first: number): number {
  let count = 0;
  for (let row = first; row !== NONE; row = inHandNext[row] as number) count++;
  return count;
}

/** Contacts and after-contact work that an agent goes on with now. */
export function inHand({ agents, contacts, afterWork }: Service, agent: number): number {
  const { firstInHand, firstAfter } = agents.columns;
  return countPieces(contacts.columns, firstInHand[agent] as number) + countPieces(afterWork.columns, firstAfter[agent] as number);
}

function settlePieces({ inHandNext, work, workSince }: Pieces, first: number, now: number, pace: number): void {
  for (let row = first; row !== NONE; row = inHandNext[row] as number) {
    work[row] = Math.max(0, (work[row] as number) - (now - (workSince[row] as number)) * pace);
    workSince[row] = now;
  }
}

/** Takes off what was done since the last change. */
export function settle({ core, agents, contacts, afterWork }: Service, agent: number, pace: number): void {
  const { firstInHand, firstAfter } = agents.columns;
  settlePieces(contacts.columns, firstInHand[agent] as number, core.now, pace);
  settlePieces(afterWork.columns, firstAfter[agent] as number, core.now, pace);
}

function replanPieces({ core }: Service, kind: number, { inHandNext, work, workEvent }: Pieces, first: number, pace: number): void {
  const { events, now } = core;
  for (let row = first; row !== NONE; row = inHandNext[row] as number) {
    if (workEvent[row] !== NONE) events.cancel(workEvent[row] as number);
    workEvent[row] = events.schedule(now + (work[row] as number) / pace, kind, row, 0);
  }
}

/** Plans the ends of all work of an agent at the pace that holds from now on. */
export function replan(service: Service, agent: number, pace: number): void {
  const { firstInHand, firstAfter } = service.agents.columns;
  replanPieces(service, eventKind.work, service.contacts.columns, firstInHand[agent] as number, pace);
  replanPieces(service, eventKind.afterWork, service.afterWork.columns, firstAfter[agent] as number, pace);
}

/** Takes a piece out of a list; returns what is first then. */
export function unlink({ inHandNext }: Pieces, first: number, row: number): number {
  const next = inHandNext[row] as number;
  inHandNext[row] = NONE;
  if (first === row) return next;
  let ahead = first;
  while (inHandNext[ahead] !== row) ahead = inHandNext[ahead] as number;
  inHandNext[ahead] = next;
  return first;
}

/** The agent of a contact begins, or goes on with, so many seconds of work on it. */
export function startWork(service: Service, contact: number, seconds: number): void {
  const { agent: agents, inHandNext, work, workSince, workEvent, handledSince } = service.contacts.columns;
  const { firstInHand } = service.agents.columns;
  const { events, now } = service.core;
  const { atOnce, pace } = groupOf(service, contact);
  const agent = agents[contact] as number;
  const before = atOnce === 1 ? 0 : inHand(service, agent);
  if (before > 0) settle(service, agent, pace[before] as number);
  work[contact] = seconds;
  workSince[contact] = now;
  handledSince[contact] = now;
  inHandNext[contact] = firstInHand[agent] as number;
  firstInHand[agent] = contact;
  if (before > 0) replan(service, agent, pace[before + 1] as number);
  else workEvent[contact] = events.schedule(now + seconds / (pace[1] as number), eventKind.work, contact, 0);
}

/** Takes a contact out of its agent's hands; the others go on faster. */
function putDown(service: Service, contact: number): void {
  const { agent: agents, work, workSince, handledSince, handledFor } = service.contacts.columns;
  const { firstInHand } = service.agents.columns;
  const { pace, atOnce } = groupOf(service, contact);
  const agent = agents[contact] as number;
  if (atOnce === 1) {
    const { now } = service.core;
    work[contact] = Math.max(0, (work[contact] as number) - (now - (workSince[contact] as number)) * (pace[1] as number));
    workSince[contact] = now;
    handledFor[contact] = (handledFor[contact] as number) + now - (handledSince[contact] as number);
    firstInHand[agent] = NONE;
    return;
  }
  const before = inHand(service, agent);
  settle(service, agent, pace[before] as number);
  handledFor[contact] = (handledFor[contact] as number) + (workSince[contact] as number) - (handledSince[contact] as number);
  firstInHand[agent] = unlink(service.contacts.columns, firstInHand[agent] as number, contact);
  if (before > 1) replan(service, agent, pace[before - 1] as number);
}

/** The work on a contact is done. */
export function finishWork(service: Service, contact: number): void {
  service.contacts.columns.workEvent[contact] = NONE;
  putDown(service, contact);
  tellContact(service, contact, service.codes.HANDLED);
}

/** Stops the work on a contact; what is left stays in its `work`. */
export function stopWork(service: Service, contact: number): void {
  const { workEvent } = service.contacts.columns;
  service.core.events.cancel(workEvent[contact] as number);
  workEvent[contact] = NONE;
  putDown(service, contact);
}
