/** Agents: coming and going, taking a contact, interruption, becoming free again. */

import { NONE } from "../../strategies/index.ts";
import { milliseconds } from "../core/index.ts";
import { at } from "../../kpi/index.ts";
import { countContact, groupRowOf, type Service, tellContact } from "./service.ts";
import { agentStatus } from "./tables.ts";
import { stopWork } from "./work.ts";

/** An agent comes to work, or stays though the shift was to end. */
export function startShift(service: Service, agent: number): void {
  const { status, leaving, idleSince } = service.agents.columns;
  if (status[agent] === agentStatus.off) {
    status[agent] = agentStatus.idle;
    idleSince[agent] = service.core.now;
    service.levels.atWork(service.agents.columns.group[agent] as number, 1);
  } else if (leaving[agent] === 0) return;
  leaving[agent] = 0;
  service.free.remove(agent);
  service.free.add(agent);
  lookForWork(service, agent);
}

/** An agent's shift is over: at once, or after the contacts in hand. */
export function endShift(service: Service, agent: number): void {
  const { status, leaving, load } = service.agents.columns;
  if (status[agent] === agentStatus.off) return;
  service.free.remove(agent);
  if (load[agent] === 0) leave(service, agent);
  else leaving[agent] = 1;
}

function leave(service: Service, agent: number): void {
  const { status, leaving, group } = service.agents.columns;
  const row = group[agent] as number;
  if (leaving[agent] === 1) service.supply.goesHome(row, service.core.now);
  status[agent] = agentStatus.off;
  leaving[agent] = 0;
  service.levels.atWork(row, -1);
}

/** An agent with room takes what waits, as the routing policy says. */
export function lookForWork(service: Service, agent: number): void {
  while (service.queues.count > 0 && service.free.has(agent)) {
    const contact = service.policy.selectContact(service.view, agent);
    if (contact === NONE) return;
    assign(service, contact, agent);
  }
}

/** All agents with room look at the queues again: another policy is in force. */
export function lookAgain(service: Service): void {
  for (let agent = 0; agent < service.agents.used; agent++) if (service.free.has(agent)) lookForWork(service, agent);
}

/** Gives a waiting contact to an agent, and tells it. Throws as {@link give}. */
export function assign(service: Service, contact: number, agent: number): void {
  give(service, contact, agent);
  tellContact(service, contact, service.codes.ANSWERED);
}

/**
 * Takes a waiting contact out of its queue and gives it to an agent.
 *
 * @throws Error if the routing policy chose a contact that does not wait, or an agent who has no room, no skill, or a contact in hand
 * that may not be interrupted
 */
export function give(service: Service, contact: number, agent: number): void {
  const { view, contacts, agents } = service;
  if (contacts.columns.queued[contact] !== 1) throw illegal(service, contact, agent, "the contact does not wait");
  if (!view.canTake(agent, contact)) {
    const group = agents.columns.group[agent];
    if (group === undefined || !(view.speed(group, view.typeOf(contact)) > 0))
      throw illegal(service, contact, agent, "no such agent, or no skill");
    if (view.interruptible(group, contact) !== agent) throw illegal(service, contact, agent, "the agent is busy");
    interrupt(service, agents.columns.firstInHand[agent] as number);
  }
  service.queues.remove(contact);
  takeInHand(service, contact, agent);
}

function illegal(service: Service, contact: number, agent: number, why: string): Error {
  return new Error(`routing policy "${service.policy.name}" gave contact ${contact} to agent ${agent}, which is not possible: ${why}`);
}

function takeInHand(service: Service, contact: number, agent: number): void {
  const { load, alone, status, idleSince, busySince, group, taken } = service.agents.columns;
  const { agent: agents, type } = service.contacts.columns;
  const row = group[agent] as number;
  service.free.remove(agent);
  if (load[agent] === 0) {
    service.levels.working(row, 1);
    busySince[agent] = service.core.now;
  }
  load[agent] = (load[agent] as number) + 1;
  const isBesideOthers = service.plan.groups[row]?.besideOthers[type[contact] as number] === 1;
  alone[agent] = isBesideOthers ? 0 : 1;
  status[agent] = agentStatus.busy;
  idleSince[agent] = service.core.now;
  agents[contact] = agent;
  taken[agent] = (taken[agent] as number) + 1;
  if (isBesideOthers) service.free.add(agent);
}

/**
 * Books the time for which an agent has had something in hand. In whole milliseconds by agent, so that the sum is the same whichever group
 * had the contact.
 */
function bookBusy({ core, plan, agents }: Service, agent: number): void {
  const { busySince } = agents.columns;
  core.count(at.busyMs, plan.segments, plan.channels.length, milliseconds(core.now - (busySince[agent] as number)));
  busySince[agent] = core.now;
}

/** At the end of a month: books what agents have in hand up to now. */
export function bookWork(service: Service): void {
  const { load } = service.agents.columns;
  for (let agent = 0; agent < service.agents.used; agent++) if ((load[agent] as number) > 0) bookBusy(service, agent);
}

/** One contact less in an agent's hands (nothing is looked for yet). */
export function lighten(service: Service, agent: number): void {
  const { load, alone, status, idleSince, group } = service.agents.columns;
  service.free.remove(agent);
  load[agent] = (load[agent] as number) - 1;
  idleSince[agent] = service.core.now;
  alone[agent] = 0;
  if (load[agent] > 0) return;
  bookBusy(service, agent);
  service.levels.working(group[agent] as number, -1);
  status[agent] = agentStatus.idle;
}

/** A more urgent contact comes: the one in hand goes back to the queue with the work that is left. */
function interrupt(service: Service, contact: number): void {
  const agent = service.contacts.columns.agent[contact] as number;
  const { type, handledFor, interruptions } = service.contacts.columns;
  const before = handledFor[contact] as number;
  interruptions[contact] = (interruptions[contact] as number) + 1;
  stopWork(service, contact);
  service.record.handlingEnds(type[contact] as number, groupRowOf(service, contact), (handledFor[contact] as number) - before);
  lighten(service, agent);
  countContact(service, contact, at.interruptions);
  tellContact(service, contact, service.codes.INTERRUPTED);
}

/**
 * Of a head-count nobody in particular is scheduled: whoever is free first goes home, and one who was marked for it stays. Who works a
 * shift goes when that shift is over.
 */
function goInsteadOfAnother(service: Service, agent: number): void {
  const { supply, agents, plan, free } = service;
  const { group, leaving } = agents.columns;
  const row = group[agent] as number;
  if (supply.levels.columns.leaving[row] === 0 || plan.groups[row]?.staffing.heads === undefined) return;
  for (let other = supply.firstAgent[row] as number; other < (supply.firstAgent[row + 1] as number); other++) {
    if (leaving[other] === 0) continue;
    leaving[other] = 0;
    leaving[agent] = 1;
    free.add(other);
    return lookForWork(service, other);
  }
}

/** An agent has one contact less in hand: goes home if the shift is over, else looks for work. */
export function becomeFree(service: Service, agent: number): void {
  lighten(service, agent);
  goOn(service, agent);
}

/** What an agent does who has just got one contact less in hand. */
export function goOn(service: Service, agent: number): void {
  const { load, leaving } = service.agents.columns;
  if (load[agent] === 0 && leaving[agent] === 0) goInsteadOfAnother(service, agent);
  if (leaving[agent] === 1) {
    if (load[agent] === 0) leave(service, agent);
    return;
  }
  service.free.add(agent);
  lookForWork(service, agent);
}
