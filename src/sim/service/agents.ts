/** Agents: shifts, taking a contact, wrap-up, becoming free again. */

import { contextual, NONE, siloed } from "../../strategies/index.ts";
import { at } from "../../kpi/index.ts";
import { eventKind, milliseconds } from "../core/index.ts";
import { countContact, type Service, tellContact } from "./service.ts";
import { agentStatus } from "./tables.ts";

/** Whether a group works under the strategy in force: at least one channel of its desk is offered. */
function isEmployed(service: Service, group: number): boolean {
  const home = service.plan.groups[group]?.home ?? [];
  return home.some((own, channel) => own === 1 && service.offered[channel] === 1);
}

/** Hires all agents, off shift, and plans the first changes of shift. */
export function hire(service: Service): void {
  for (const [row, group] of service.plan.groups.entries()) {
    for (let k = 0; k < group.agents; k++) service.agents.columns.group[service.agents.allocate()] = row;
    planShift(service, row);
  }
}

function planShift(service: Service, group: number): void {
  const change = service.plan.groups[group]?.hours.nextChange(service.core.now) ?? Number.POSITIVE_INFINITY;
  if (change < Number.POSITIVE_INFINITY) service.core.events.schedule(change, eventKind.staffing, group, 0);
}

/** Brings every agent of a group on or off shift as its hours say now; whoever is busy finishes first. */
function setShift(service: Service, group: number): void {
  const { columns, used } = service.agents;
  const works = isEmployed(service, group) && service.plan.groups[group]?.hours.isOpen(service.core.now) === true;
  for (let agent = 0; agent < used; agent++) {
    if (columns.group[agent] !== group) continue;
    columns.onShift[agent] = works ? 1 : 0;
    if (works && columns.status[agent] === agentStatus.off) becomeFree(service, agent);
    if (!works && columns.status[agent] === agentStatus.idle) columns.status[agent] = agentStatus.off;
  }
}

/** A change of shift happens, and the next one is planned. */
export function changeShift(service: Service, group: number): void {
  setShift(service, group);
  planShift(service, group);
}

/**
 * The strategy in force has changed (or begins): its routing policy, the order of queues, who works. Free agents look at the
 * queues again.
 */
export function applyStrategy(service: Service): void {
  service.policy = service.core.strategy.capabilities.contextualRouting ? contextual : siloed;
  service.queues.reorder(service.view.dueAt);
  for (let group = 0; group < service.plan.groups.length; group++) setShift(service, group);
  for (let agent = 0; agent < service.agents.used; agent++) {
    if (service.view.isIdle(agent)) lookForWork(service, agent);
  }
}

/** An agent is free: off shift, or looking for work. */
export function becomeFree(service: Service, agent: number): void {
  const { columns } = service.agents;
  if (columns.onShift[agent] === 0) {
    columns.status[agent] = agentStatus.off;
    return;
  }
  columns.status[agent] = agentStatus.idle;
  columns.idleSince[agent] = service.core.now;
  lookForWork(service, agent);
}

function lookForWork(service: Service, agent: number): void {
  const contact = service.policy.selectContact(service.view, agent);
  if (contact !== NONE) assign(service, contact, agent);
}

/**
 * Gives a waiting contact to an idle agent.
 *
 * @throws Error if the routing policy chose a busy agent, one without the skill, or a contact that does not wait
 */
export function assign(service: Service, contact: number, agent: number): void {
  const { columns } = service.contacts;
  const channel = columns.channel[contact] as number;
  const legal = service.view.isIdle(agent) && columns.queued[contact] === 1 && service.view.speed(agent, channel) > 0;
  if (!legal) {
    throw new Error(
      `routing policy "${service.policy.name}" gave contact ${contact} to agent ${agent}, which is not possible: busy agent, no skill, or contact not waiting`,
    );
  }
  service.queues.remove(contact, channel);
  columns.agent[contact] = agent;
  service.agents.columns.status[agent] = agentStatus.busy;
  tellContact(service, contact, "ANSWERED");
}

/** After a contact the agent wraps up, then is free. */
export function wrapUp(service: Service, contact: number, seconds: number): void {
  const agent = service.contacts.columns.agent[contact] as number;
  countContact(service, contact, at.wrapUpMs, milliseconds(seconds));
  if (seconds === 0) return becomeFree(service, agent);
  service.agents.columns.status[agent] = agentStatus.wrapUp;
  service.core.events.schedule(service.core.now + seconds, eventKind.agentFree, agent, 0);
}

/** At the end of a month: the agents' paid time and its cost. */
export function payStaff(service: Service, from: number, to: number): void {
  const { core, plan } = service;
  for (const [row, group] of plan.groups.entries()) {
    if (!isEmployed(service, row)) continue;
    const seconds = group.agents * group.hours.openSecondsBetween(from, to);
    core.count(at.staffedMs, plan.segments, plan.channels.length, milliseconds(seconds));
    core.count(at.staffCost, plan.segments, plan.channels.length, Math.round((seconds / 3600) * group.costPerHour * 100));
  }
}
