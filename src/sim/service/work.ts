/**
 * The work on contacts. An agent with k contacts in hand goes on with each of them at pace[k]; whenever k changes, what is left of each is
 * reckoned anew (egalitarian processor sharing with a pace that depends on the state).
 */

import { eventKind } from "../core/index.ts";
import { type Service, groupOf, tellContact } from "./service.ts";
import { NONE } from "./tables.ts";

/** Contacts that an agent works on now. */
function inHand(service: Service, agent: number): number {
  const { inHandNext } = service.contacts.columns;
  let count = 0;
  for (let contact = service.agents.columns.firstInHand[agent] as number; contact !== NONE; contact = inHandNext[contact] as number)
    count++;
  return count;
}

/** Takes off what was done since the last change. */
function settle(service: Service, agent: number, pace: number): void {
  const { inHandNext, work, workSince } = service.contacts.columns;
  const { now } = service.core;
  for (let contact = service.agents.columns.firstInHand[agent] as number; contact !== NONE; contact = inHandNext[contact] as number) {
    work[contact] = Math.max(0, (work[contact] as number) - (now - (workSince[contact] as number)) * pace);
    workSince[contact] = now;
  }
}

/** Plans the ends of all work of an agent at the pace that holds from now on. */
function replan(service: Service, agent: number, pace: number): void {
  const { inHandNext, work, workEvent } = service.contacts.columns;
  const { events, now } = service.core;
  for (let contact = service.agents.columns.firstInHand[agent] as number; contact !== NONE; contact = inHandNext[contact] as number) {
    if (workEvent[contact] !== NONE) events.cancel(workEvent[contact] as number);
    workEvent[contact] = events.schedule(now + (work[contact] as number) / pace, eventKind.work, contact, 0);
  }
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
  const { agent: agents, inHandNext, work, workSince, handledSince, handledFor } = service.contacts.columns;
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
  if (firstInHand[agent] === contact) firstInHand[agent] = inHandNext[contact] as number;
  else {
    let ahead = firstInHand[agent] as number;
    while (inHandNext[ahead] !== contact) ahead = inHandNext[ahead] as number;
    inHandNext[ahead] = inHandNext[contact] as number;
  }
  inHandNext[contact] = NONE;
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
