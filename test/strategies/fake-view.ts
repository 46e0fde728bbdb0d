/** A routing view made by hand. */

import { NONE, type RoutingView } from "../../src/strategies/index.ts";

export interface FakeAgent {
  /** Since when idle; left out: busy. */
  readonly idleSince?: number;
  /** Speed by channel; 0 or left out = no skill. */
  readonly speed: readonly number[];
  readonly home?: readonly number[];
}

export interface FakeContact {
  readonly channel: number;
  readonly dueAt: number;
  readonly live?: boolean;
  readonly lastAgent?: number;
}

/** Contacts wait in the order given; those of one channel queue behind each other. */
export function fakeView(agents: readonly FakeAgent[], contacts: readonly FakeContact[], byDeadline = false): RoutingView {
  return {
    channelCount: 3,
    byDeadline,
    nextIdle: (from) => agents.findIndex(({ idleSince }, agent) => agent >= from && idleSince !== undefined),
    isIdle: (agent) => agents[agent]?.idleSince !== undefined,
    idleSince: (agent) => agents[agent]?.idleSince ?? Number.NaN,
    isHome: (agent, channel) => agents[agent]?.home?.includes(channel) === true,
    speed: (agent, channel) => agents[agent]?.speed[channel] ?? 0,
    first: (channel) => contacts.findIndex((contact) => contact.channel === channel),
    channelOf: (contact) => contacts[contact]?.channel ?? NONE,
    dueAt: (contact) => contacts[contact]?.dueAt ?? Number.NaN,
    waitsLive: (contact) => contacts[contact]?.live === true,
    lastAgent: (contact) => contacts[contact]?.lastAgent ?? NONE,
  };
}
