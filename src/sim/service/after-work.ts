/** What agents still do when a contact is over: after-contact work, or staying for an introduction. */

import { at } from "../../kpi/index.ts";
import { eventKind, milliseconds } from "../core/index.ts";
import { becomeFree } from "./agents.ts";
import { countContact, groupRowOf, type Service } from "./service.ts";
import { agentStatus, NONE } from "./tables.ts";
import { inHand, replan, settle, unlink } from "./work.ts";

/** After a contact its agent wraps up, then has room for another. */
export function wrapUp(service: Service, contact: number, seconds: number): void {
  const { agent: agents, type } = service.contacts.columns;
  const agent = agents[contact] as number;
  if (seconds === 0) return becomeFree(service, agent);
  const { status, firstInHand } = service.agents.columns;
  if (firstInHand[agent] === NONE) status[agent] = agentStatus.wrapUp;
  if (hasSeveral(service, agent)) return begin(service, agent, contact, seconds);
  countContact(service, contact, at.wrapUpMs, milliseconds(seconds));
  service.record.wrapUp(type[contact] as number, groupRowOf(service, contact), seconds);
  freeAlone(service, agent, seconds);
}

/** An agent has one contact less in hand after so many seconds of work. */
export function freeAfter(service: Service, agent: number, seconds: number): void {
  if (hasSeveral(service, agent)) begin(service, agent, NONE, seconds);
  else freeAlone(service, agent, seconds);
}

/** Whether an agent may have several contacts in hand. */
function hasSeveral({ plan, agents }: Service, agent: number): boolean {
  return (plan.groups[agents.columns.group[agent] as number]?.atOnce ?? 1) > 1;
}

function freeAlone(service: Service, agent: number, seconds: number): void {
  const { frees } = service.agents.columns;
  service.core.events.schedule(service.core.now + seconds, eventKind.agentFree, agent, frees[agent] as number);
  frees[agent] = ((frees[agent] as number) + 1) & 0x3fff_ffff;
}

function paceOf({ plan, agents }: Service, agent: number, pieces: number): number {
  return plan.groups[agents.columns.group[agent] as number]?.pace[pieces] as number;
}

/** Begins a piece of work beside what the agent has in hand. */
function begin(service: Service, agent: number, contact: number, seconds: number): void {
  const before = inHand(service, agent);
  if (before > 0) settle(service, agent, paceOf(service, agent, before));
  const row = service.afterWork.allocate();
  const c = service.afterWork.columns;
  const { firstAfter } = service.agents.columns;
  const { now } = service.core;
  c.agent[row] = agent;
  c.type[row] = contact === NONE ? NONE : (service.contacts.columns.type[contact] as number);
  c.segment[row] = contact === NONE ? 0 : (service.contacts.columns.segment[contact] as number);
  c.begun[row] = now;
  c.work[row] = seconds;
  c.workSince[row] = now;
  c.workEvent[row] = NONE;
  c.inHandNext[row] = firstAfter[agent] as number;
  firstAfter[agent] = row;
  replan(service, agent, paceOf(service, agent, before + 1));
}

/** A piece of such work is done; what it took is known only now. */
export function endAfterWork(service: Service, row: number): void {
  const { agent: agents, type: types, segment, begun, workEvent } = service.afterWork.columns;
  const { firstAfter, group } = service.agents.columns;
  const agent = agents[row] as number;
  const type = types[row] as number;
  const before = inHand(service, agent);
  workEvent[row] = NONE;
  settle(service, agent, paceOf(service, agent, before));
  firstAfter[agent] = unlink(service.afterWork.columns, firstAfter[agent] as number, row);
  if (before > 1) replan(service, agent, paceOf(service, agent, before - 1));
  if (type !== NONE) {
    const seconds = service.core.now - (begun[row] as number);
    service.core.count(at.wrapUpMs, segment[row] as number, service.plan.types[type]?.channel as number, milliseconds(seconds));
    service.record.wrapUp(type, group[agent] as number, seconds);
  }
  service.afterWork.release(row);
  becomeFree(service, agent);
}
