/** Waiting: into the queue, out of it, and asking the routing policy for an agent. */

import { NONE } from "../../strategies/index.ts";
import { eventKind } from "../core/index.ts";
import { freeAfter } from "./after-work.ts";
import { assign } from "./agents.ts";
import { type Service, typeOf } from "./service.ts";
import { trainedSpeed } from "./training.ts";

/** Place of a contact in its queue: as the policy says, else by what is due first. */
export function rankOf(service: Service, contact: number): number {
  const { policy, view } = service;
  if (policy.rank !== undefined) return policy.rank(view, contact);
  return view.byDeadline ? view.deadlineOf(contact) : view.waitingSince(contact);
}

/** Puts a contact in the queue of its type and asks the routing policy. */
export function enqueue(service: Service, contact: number): void {
  const { rank, offeredAt } = service.contacts.columns;
  offeredAt[contact] = service.core.now;
  rank[contact] = rankOf(service, contact);
  service.queues.insert(contact, service.classOf);
  ask(service, contact);
}

function ask(service: Service, contact: number): void {
  const agent = agentFor(service, contact);
  if (agent !== NONE) assign(service, contact, agent);
}

/**
 * Asks the policy for an agent; if there is none, plans when to ask again. Mostly nobody has room, and then only contacts that may interrupt
 * are worth asking for.
 */
export function agentFor(service: Service, contact: number): number {
  const { policy, view, free } = service;
  const { decisions } = service.contacts.columns;
  if (free.count > 0 || typeOf(service, contact).preempts) {
    const agent = policy.selectAgent(view, contact);
    decisions[contact] = (decisions[contact] as number) + 1;
    if (agent !== NONE) return agent;
  }
  if (policy.askAgainAfter === undefined) return NONE;
  const seconds = policy.askAgainAfter(view, contact);
  if (seconds === Number.POSITIVE_INFINITY) return NONE;
  const { offerEvent } = service.contacts.columns;
  offerEvent[contact] = service.core.events.schedule(service.core.now + seconds, eventKind.offer, contact, decisions[contact] as number);
  return NONE;
}

/** The time has come at which the policy wanted to be asked again about a contact. */
export function offerAgain(service: Service, contact: number): void {
  service.contacts.columns.offerEvent[contact] = NONE;
  const { decisions } = service.contacts.columns;
  decisions[contact] = (decisions[contact] as number) + 1;
  ask(service, contact);
}

/** Forgets that routing is to be asked again, and lets go the agent who introduces the contact. Called whenever a wait ends. */
export function endWait(service: Service, contact: number, introduction: number): void {
  const { offerEvent, holder } = service.contacts.columns;
  if (offerEvent[contact] !== NONE) service.core.events.cancel(offerEvent[contact] as number);
  offerEvent[contact] = NONE;
  if (holder[contact] === NONE) return;
  freeAfter(service, holder[contact] as number, introduction);
  holder[contact] = NONE;
}

/** The contact is no more in the queue without having been answered. */
export function dequeue(service: Service, contact: number): void {
  service.queues.remove(contact);
  endWait(service, contact, 0);
}

/** Whether an agent would take a contact that is about to queue. */
export function isServedAtOnce(service: Service, contact: number): boolean {
  if (service.free.count === 0 && !typeOf(service, contact).preempts) return false;
  return service.policy.selectAgent(service.view, contact) !== NONE;
}

/**
 * The wait that a customer is told, seconds: contacts waiting in the channel, and this one, by the contacts that the agents at work whom the
 * routing policy asks for the type finish in a second, if each takes the mean handling time and the mean time after it: as if whoever came first
 * were answered first, whatever the order of service. Infinity while none of them is at work.
 */
export function announcedWait(service: Service, contact: number): number {
  const { plan, contacts, queues, levels, view, policy } = service;
  const type = contacts.columns.type[contact] as number;
  const { channel, handling } = typeOf(service, contact);
  const after = plan.wrapUp.mean + (service.core.strategy.capabilities.sharedHistory ? plan.documentation.mean : 0);
  let finished = 0;
  const groups = view.groupsFor(type);
  for (let k = 0; k < groups.length; k++) {
    const group = groups[k] as number;
    if (policy.asks?.(view, group, type) === false) continue;
    const { atOnce, pace } = plan.groups[group] as (typeof plan.groups)[number];
    const speed = view.speed(group, type) * trainedSpeed(service);
    finished += (levels.atWorkOf(group) * atOnce * (pace[atOnce] as number)) / (handling.mean / speed + after);
  }
  return (queues.inPerson(channel) + 1) / finished;
}
