/** A routing policy that reads everything there is to read, and answers by what it read: whatever is different in the view shows. */

import { NONE, type RoutingPolicy, type RoutingView } from "../../../../src/strategies/index.ts";

/** Contacts of a queue, each time. */
const LOOKED_AT = 3;
const FACTOR = 0x9e37_79b1;
const mixed = (values: readonly number[]): number =>
  values.reduce((hash, value) => Math.imul(hash ^ Math.round(Number.isFinite(value) ? value * 1000 : 7), FACTOR) >>> 0, 1);

const waitingOf = (view: RoutingView, type: number): number[] => {
  const waiting: number[] = [];
  for (let contact = view.first(type); contact !== NONE && waiting.length < LOOKED_AT; contact = view.behind(contact))
    waiting.push(contact);
  return waiting;
};

const ofContact = (view: RoutingView, contact: number): number[] => [
  contact,
  view.typeOf(contact),
  view.channelOf(contact),
  view.topicOf(contact),
  view.waitingSince(contact),
  view.deadlineOf(contact),
  view.priorityOf(contact),
  view.valueOf(contact),
  view.lastAgentOf(contact),
  view.reserve(contact),
  view.random(contact),
  view.waitsLive(contact) ? 1 : 0,
];

const ofSkill = (view: RoutingView, group: number, type: number): number[] => {
  const agent = view.freest(group, type);
  const ofAgent = agent === NONE ? [] : [view.idleSince(agent), view.load(agent), view.randomFor(agent)];
  const told = [view.free(group, type), agent, view.freeAt(group, type, 1), view.speed(group, type), view.tier(group, type)];
  return [...told, view.overflowAfter(group, type), ...ofAgent];
};

const rows = (count: number): number[] => Array.from({ length: count }, (_, row) => row);

/** All that the view tells, as a number. */
const seen = (view: RoutingView): number =>
  mixed([
    view.now,
    view.byDeadline ? 1 : 0,
    ...rows(view.groupCount).flatMap((group) => [view.idle(group), view.atWork(group)]),
    ...rows(view.typeCount).flatMap((type) => [
      view.waiting(type),
      ...waitingOf(view, type).flatMap((contact) => ofContact(view, contact)),
      ...[...view.groupsFor(type)].flatMap((group) => ofSkill(view, group, type)),
    ]),
  ]);

export const nosyPolicy: RoutingPolicy = {
  name: "nosy",
  rank: (view, contact) => mixed([seen(view), ...ofContact(view, contact)]) % 3,
  selectAgent(view, contact) {
    const hash = mixed([seen(view), ...ofContact(view, contact)]);
    const type = view.typeOf(contact);
    const groups = [...view.groupsFor(type)].filter((group) => view.free(group, type) > 0);
    const group = groups[hash % Math.max(1, groups.length)];
    if (group === undefined || hash % 7 === 0) return NONE;
    return view.freeAt(group, type, (hash >>> 5) % view.free(group, type));
  },
  selectContact(view, agent) {
    const hash = mixed([seen(view), agent]);
    const types = [...view.typesOf(view.groupOf(agent))];
    const all = types.flatMap((type) => waitingOf(view, type)).filter((contact) => view.canTake(agent, contact));
    return hash % 11 === 0 ? NONE : (all[hash % Math.max(1, all.length)] ?? NONE);
  },
  askAgainAfter: (view, contact) => [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 900][mixed([seen(view), contact]) % 3] ?? 900,
};
