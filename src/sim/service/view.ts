/** The routing policies' read-only view of agents and queues. */

import { NONE, type RoutingView } from "../../strategies/index.ts";
import type { Core } from "../core/index.ts";
import type { ServicePlan } from "./plan.ts";
import type { Queues } from "./queues.ts";
import { type Agents, agentStatus, type Cases, type Contacts } from "./tables.ts";

interface ViewParts {
  readonly core: Core;
  readonly plan: ServicePlan;
  readonly agents: Agents;
  readonly cases: Cases;
  readonly contacts: Contacts;
  readonly queues: Queues;
}

/** Makes the view; it holds no state of its own. */
export function createView({ core, plan, agents, cases, contacts, queues }: ViewParts): RoutingView {
  const groupOf = (agent: number) => plan.groups[agents.columns.group[agent] as number];
  return {
    channelCount: plan.channels.length,
    nextIdle: (from) => nextIdle(agents, from),
    isIdle: (agent) => agents.columns.status[agent] === agentStatus.idle,
    idleSince: (agent) => agents.columns.idleSince[agent] as number,
    isHome: (agent, channel) => groupOf(agent)?.home[channel] === 1,
    speed: (agent, channel) => groupOf(agent)?.speed[channel] ?? 0,
    first: (channel) => queues.first(channel),
    channelOf: (contact) => contacts.columns.channel[contact] as number,
    dueAt: (contact) => {
      const { deadline, offeredAt } = contacts.columns;
      return (core.strategy.capabilities.responsePromises ? deadline[contact] : offeredAt[contact]) as number;
    },
    waitsLive: (contact) => plan.channels[contacts.columns.channel[contact] as number]?.live === true,
    get byDeadline() {
      return core.strategy.capabilities.responsePromises;
    },
    lastAgent: (contact) => cases.columns.lastAgent[contacts.columns.caseRow[contact] as number] ?? NONE,
  };
}

/** A loop here, because a policy asks for every contact, and large desks have hundreds of agents. */
function nextIdle(agents: Agents, from: number): number {
  const { status } = agents.columns;
  for (let agent = from; agent < agents.used; agent++) if (status[agent] === agentStatus.idle) return agent;
  return NONE;
}
