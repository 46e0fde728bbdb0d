/** A small contact centre at one moment, made by hand, as a routing policy sees it. A type is a channel with one topic. */

import { NONE, type RoutingPolicy, type RoutingView } from "../../../src/strategies/index.ts";

export interface FakeSkill {
  readonly speed?: number;
  readonly tier?: number;
  /** Overflow delay. */
  readonly after?: number;
  /** Left out: as of the type. */
  readonly reserve?: number;
}

export interface FakeGroup {
  /** By type; left out: no skill. */
  readonly skills: Readonly<Record<number, FakeSkill>>;
  /** Types of the own desk. */
  readonly home?: readonly number[];
  /** Contacts in hand at a time, of any type. */
  readonly atOnce?: number;
}

export interface FakeAgent {
  readonly group: number;
  /** Contacts in hand. */
  readonly load?: number;
  /** Since when the load is what it is. */
  readonly since?: number;
  readonly off?: boolean;
  /** Priority class of the contact in hand, which may be interrupted. */
  readonly servesClass?: number;
}

export interface FakeContact {
  readonly type: number;
  readonly since?: number;
  readonly deadline?: number;
  readonly priority?: number;
  readonly value?: number;
  /** Left out: true. */
  readonly live?: boolean;
  readonly lastAgent?: number;
  readonly preempts?: boolean;
}

export interface FakeCentre {
  /** Left out: 1000. */
  readonly now?: number;
  readonly groups: readonly FakeGroup[];
  readonly agents: readonly FakeAgent[];
  /** All of them wait; the rows of the view. */
  readonly contacts?: readonly FakeContact[];
  /** By type. */
  readonly reserve?: readonly number[];
  readonly byDeadline?: boolean;
  readonly random?: number;
}

function workforce({ groups, agents }: FakeCentre) {
  const rows = [...agents.keys()];
  const has = (group: number, type: number) => (groups[group]?.skills[type]?.speed ?? (groups[group]?.skills[type] ? 1 : 0)) > 0;
  const load = (agent: number) => agents[agent]?.load ?? 0;
  const since = (agent: number) => agents[agent]?.since ?? 0;
  const works = (agent: number) => agents[agent]?.off !== true;
  const groupOf = (agent: number) => agents[agent]?.group ?? NONE;
  const hasRoom = (agent: number, type: number) =>
    works(agent) && has(groupOf(agent), type) && load(agent) < (groups[groupOf(agent)]?.atOnce ?? 1);
  const free = (group: number, type: number) =>
    rows
      .filter((agent) => groupOf(agent) === group && hasRoom(agent, type))
      .toSorted((a, b) => load(a) - load(b) || since(a) - since(b) || a - b);
  const of = (group: number) => rows.filter((agent) => groupOf(agent) === group && works(agent));
  return { rows, has, load, since, works, groupOf, hasRoom, free, of };
}

/** The view of a contact centre; queues stand as the policy ranks them, within priority classes. */
export function fakeView(centre: FakeCentre, policy?: RoutingPolicy): RoutingView {
  const { groups, agents, contacts = [], byDeadline = false } = centre;
  const { rows, has, load, since, groupOf, hasRoom, free, of } = workforce(centre);
  const known = (contact: number) => {
    const found = contacts[contact];
    if (found === undefined) throw new RangeError(`no contact ${contact}`);
    return found;
  };
  const types = [...new Set([...contacts.map(({ type }) => type), ...groups.flatMap(({ skills }) => Object.keys(skills).map(Number))])];
  const typeCount = Math.max(-1, ...types) + 1;
  const all = Array.from({ length: typeCount }, (_, type) => type);
  const typesOf = groups.map((_, group) => Int32Array.from(all.filter((type) => has(group, type))));
  const groupsFor = all.map((type) => Int32Array.from([...groups.keys()].filter((group) => has(group, type))));
  const skill = (group: number, type: number) => groups[group]?.skills[type];
  const queues: number[][] = all.map(() => []);
  const view: RoutingView = {
    now: centre.now ?? 1000,
    groupCount: groups.length,
    typeCount,
    typeOf: (contact) => known(contact).type,
    channelOf: (contact) => known(contact).type,
    topicOf: () => 0,
    waitingSince: (contact) => known(contact).since ?? 0,
    deadlineOf: (contact) => known(contact).deadline ?? 0,
    priorityOf: (contact) => known(contact).priority ?? 1,
    valueOf: (contact) => known(contact).value ?? 0,
    waitsLive: (contact) => known(contact).live ?? true,
    lastAgentOf: (contact) => known(contact).lastAgent ?? NONE,
    byDeadline,
    waiting: (type) => queues[type]?.length ?? 0,
    first: (type) => queues[type]?.[0] ?? NONE,
    behind: (contact) => {
      const queue = queues[known(contact).type] ?? [];
      return queue[queue.indexOf(contact) + 1] ?? NONE;
    },
    typesOf: (group) => typesOf[group] ?? new Int32Array(),
    groupsFor: (type) => groupsFor[type] ?? new Int32Array(),
    canServe: has,
    isHome: (group, type) => groups[group]?.home?.includes(type) === true,
    speed: (group, type) => (has(group, type) ? (skill(group, type)?.speed ?? 1) : 0),
    tier: (group, type) => skill(group, type)?.tier ?? 1,
    overflowAfter: (group, type) => skill(group, type)?.after ?? 0,
    reserve: (contact, group) => {
      const { type } = known(contact);
      return (group === undefined ? undefined : skill(group, type)?.reserve) ?? centre.reserve?.[type] ?? 0;
    },
    groupOf,
    free: (group, type) => free(group, type).length,
    freest: (group, type) => free(group, type)[0] ?? NONE,
    freeAt: (group, type, place) => free(group, type)[place] ?? NONE,
    idle: (group) => of(group).filter((agent) => load(agent) === 0).length,
    atWork: (group) => of(group).length,
    canTake: (agent, contact) => hasRoom(agent, known(contact).type),
    idleSince: since,
    load,
    interruptible: (group, contact) => {
      const { preempts, priority = 1 } = known(contact);
      if (preempts !== true || !has(group, known(contact).type)) return NONE;
      const lower = rows.filter((agent) => groupOf(agent) === group && load(agent) > 0 && (agents[agent]?.servesClass ?? 0) > priority);
      return lower.toSorted((a, b) => (agents[b]?.servesClass ?? 0) - (agents[a]?.servesClass ?? 0))[0] ?? NONE;
    },
    random: () => centre.random ?? 0.5,
    randomFor: () => centre.random ?? 0.5,
  };
  const due = (contact: number) => (byDeadline ? view.deadlineOf(contact) : view.waitingSince(contact));
  const rank = (contact: number) => (policy?.rank === undefined ? due(contact) : policy.rank(view, contact));
  const order = (a: number, b: number) =>
    view.priorityOf(a) - view.priorityOf(b) || rank(a) - rank(b) || view.waitingSince(a) - view.waitingSince(b) || a - b;
  for (const contact of [...contacts.keys()].toSorted(order)) queues[known(contact).type]?.push(contact);
  return view;
}

/** The agent whom a policy gives a contact of the centre; left out: the first contact. */
export function agentFor(policy: RoutingPolicy, centre: FakeCentre, contact = 0): number {
  return policy.selectAgent(fakeView(centre, policy), contact);
}

/** The contact that an agent of the centre takes; left out: the first agent. */
export function contactFor(policy: RoutingPolicy, centre: FakeCentre, agent = 0): number {
  return policy.selectContact(fakeView(centre, policy), agent);
}
