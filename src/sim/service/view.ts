/** The routing policies' read-only view of agents, skills and queues. */

import { NONE, type RoutingView } from "../../strategies/index.ts";
import type { Core } from "../core/index.ts";
import { contactIndex, contactPurpose, purpose } from "../purposes.ts";
import type { FreeAgents } from "./free-agents.ts";
import type { Levels } from "./levels.ts";
import type { ContactType, GroupPlan, ServiceChannel, ServicePlan } from "./plan/index.ts";
import type { Queues } from "./queues.ts";
import { groupsByType } from "./skills.ts";
import type { Agents, Cases, Contacts } from "./tables.ts";

export interface ViewParts {
  readonly core: Core;
  readonly plan: ServicePlan;
  readonly agents: Agents;
  readonly cases: Cases;
  readonly contacts: Contacts;
  readonly queues: Queues;
  readonly free: FreeAgents;
  readonly levels: Levels;
  /** What a customer has been worth so far, cents. */
  readonly valueOf: (customer: number) => number;
}

/** Golden ratio: multiples of it, modulo 1, are spread evenly (Weyl). */
const GOLDEN = 0.618_033_988_749_894_9;

/** The view; it holds no state of its own. */
export class ServiceView implements RoutingView {
  readonly groupCount: number;
  readonly typeCount: number;
  readonly #parts: ViewParts;
  readonly #groups: readonly GroupPlan[];
  readonly #types: readonly ContactType[];
  readonly #groupsFor: readonly Int32Array[];

  constructor(parts: ViewParts) {
    const { groups, types } = parts.plan;
    this.#parts = parts;
    this.#groups = groups;
    this.#types = types;
    this.groupCount = groups.length;
    this.typeCount = types.length;
    this.#groupsFor = groupsByType(parts.plan);
  }

  get now(): number {
    return this.#parts.core.now;
  }

  get byDeadline(): boolean {
    return this.#parts.core.strategy.capabilities.responsePromises;
  }

  typeOf(contact: number): number {
    return this.#parts.contacts.columns.type[contact] as number;
  }

  channelOf(contact: number): number {
    return this.#parts.contacts.columns.channel[contact] as number;
  }

  topicOf(contact: number): number {
    return this.#type(this.typeOf(contact)).topic;
  }

  /** An interrupted contact keeps its place: it waits since it first joined. */
  waitingSince(contact: number): number {
    const joined = this.#parts.contacts.columns.joinedAt[contact] as number;
    return joined < 0 ? this.#parts.core.now : joined;
  }

  deadlineOf(contact: number): number {
    return this.#parts.contacts.columns.deadline[contact] as number;
  }

  priorityOf(contact: number): number {
    const { priority: own, queued, offeredAt } = this.#parts.contacts.columns;
    const { priority, ageing } = this.#type(this.typeOf(contact));
    const base = own[contact] === 0 ? priority : (own[contact] as number);
    if (ageing === Number.POSITIVE_INFINITY || queued[contact] === 0) return base;
    return base - Math.floor((this.now - (offeredAt[contact] as number)) / ageing);
  }

  valueOf(contact: number): number {
    const { cases, contacts, valueOf } = this.#parts;
    // Who has left without telling has no case any more.
    const customer = cases.columns.customer[contacts.columns.caseRow[contact] as number] ?? NONE;
    return customer === NONE ? 0 : valueOf(customer) / 100;
  }

  waitsLive(contact: number): boolean {
    const { plan, contacts } = this.#parts;
    return contacts.columns.madeByCompany[contact] === 0 && (plan.channels[this.channelOf(contact)] as ServiceChannel).live;
  }

  lastAgentOf(contact: number): number {
    const { cases, contacts } = this.#parts;
    return cases.columns.lastAgent[contacts.columns.caseRow[contact] as number] ?? NONE;
  }

  waiting(type: number): number {
    return this.#parts.queues.length(type);
  }

  first(type: number): number {
    return this.#parts.queues.first(type);
  }

  behind(contact: number): number {
    return this.#parts.contacts.columns.next[contact] as number;
  }

  typesOf(group: number): Int32Array {
    return this.#group(group).types;
  }

  groupsFor(type: number): Int32Array {
    return this.#groupsFor[type] as Int32Array;
  }

  canServe(group: number, type: number): boolean {
    return this.speed(group, type) > 0;
  }

  isHome(group: number, type: number): boolean {
    return this.#group(group).home[this.#type(type).channel] === 1;
  }

  speed(group: number, type: number): number {
    return this.#group(group).speed[type] ?? 0;
  }

  tier(group: number, type: number): number {
    return this.#group(group).tier[type] as number;
  }

  overflowAfter(group: number, type: number): number {
    return this.#group(group).overflowAfter[type] as number;
  }

  reserve(contact: number, group?: number): number {
    const { callback } = this.#parts.contacts.columns;
    if (callback[contact] === 1) return this.#parts.plan.channels[this.channelOf(contact)]?.callback?.reserve ?? 0;
    const type = this.typeOf(contact);
    return group === undefined ? this.#type(type).reserve : (this.#group(group).reserve[type] as number);
  }

  groupOf(agent: number): number {
    return this.#parts.agents.columns.group[agent] as number;
  }

  free(group: number, type: number): number {
    return this.speed(group, type) > 0 ? this.#parts.free.withRoom(group, this.#needsAlone(group, type)) : 0;
  }

  freest(group: number, type: number): number {
    return this.freeAt(group, type, 0);
  }

  freeAt(group: number, type: number, place: number): number {
    return this.speed(group, type) > 0 ? this.#parts.free.at(group, this.#needsAlone(group, type), place) : NONE;
  }

  idle(group: number): number {
    return this.#parts.free.idle(group);
  }

  atWork(group: number): number {
    return this.#parts.levels.atWorkOf(group);
  }

  canTake(agent: number, contact: number): boolean {
    const { free, agents } = this.#parts;
    if (!(agent >= 0 && agent < agents.used) || !free.has(agent)) return false;
    const group = this.groupOf(agent);
    const type = this.typeOf(contact);
    return this.speed(group, type) > 0 && (agents.columns.load[agent] === 0 || !this.#needsAlone(group, type));
  }

  idleSince(agent: number): number {
    return this.#parts.agents.columns.idleSince[agent] as number;
  }

  load(agent: number): number {
    return this.#parts.agents.columns.load[agent] as number;
  }

  interruptible(group: number, contact: number): number {
    const type = this.typeOf(contact);
    if (!this.#type(type).preempts || this.#group(group).atOnce > 1 || !(this.speed(group, type) > 0)) return NONE;
    const { agents, contacts } = this.#parts;
    const { firstInHand, leaving, group: groups } = agents.columns;
    let lowest = this.priorityOf(contact);
    let chosen = NONE;
    for (let agent = 0; agent < agents.used; agent++) {
      const inHand = firstInHand[agent] as number;
      if (groups[agent] !== group || inHand === NONE || leaving[agent] === 1 || contacts.columns.silent[inHand] === 1) continue;
      const priority = this.priorityOf(inHand);
      if (priority <= lowest) continue;
      lowest = priority;
      chosen = agent;
    }
    return chosen;
  }

  random(contact: number): number {
    const { core, cases, contacts } = this.#parts;
    const { caseRow, number, decisions } = contacts.columns;
    const row = caseRow[contact] as number;
    // Who has left without telling has no case any more.
    if (row === NONE) return 0.5;
    const nth = number[contact] as number;
    const index = contactIndex(cases.columns.number[row] as number, nth);
    const u = core.draws.uniform(contactPurpose(purpose.routing, nth), cases.columns.caller[row] as number, index);
    const turned = u + (decisions[contact] as number) * GOLDEN;
    return turned - Math.floor(turned);
  }

  randomFor(agent: number): number {
    const { core, agents } = this.#parts;
    return core.draws.uniform(purpose.agentChoice, agent, agents.columns.taken[agent] as number);
  }

  /** Whether a contact of the type needs an agent of the group alone. */
  #needsAlone(group: number, type: number): boolean {
    return this.#group(group).besideOthers[type] !== 1;
  }

  #type(row: number): ContactType {
    return this.#types[row] as ContactType;
  }

  #group(row: number): GroupPlan {
    return this.#groups[row] as GroupPlan;
  }
}
