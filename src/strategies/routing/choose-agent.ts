/** How a policy finds an agent: the best of those whom the contact may take, one candidate a group; else one who may be interrupted. */

import { NONE, type RoutingView } from "./policy.ts";
import { firstAvailable } from "./reserve.ts";

/** Whether one agent is a better choice for a contact than another. */
export type AgentOrder = (view: RoutingView, agent: number, than: number, contact: number) => boolean;

/** Whether a group with the skill may take a contact now. */
type GroupRule = (view: RoutingView, group: number, contact: number) => boolean;

/** Every group that has the skill. */
function everyGroup(): boolean {
  return true;
}

/** The agent with the fewest contacts in hand, then the one idle for longest (LISF: Armony & Ward 2010). */
export function longestIdle(view: RoutingView, agent: number, than: number): boolean {
  const fewer = view.load(agent) - view.load(than);
  return fewer < 0 || (fewer === 0 && view.idleSince(agent) < view.idleSince(than));
}

/** The best free agent for a contact; equals: the first group; or NONE. */
export function freeAgent(view: RoutingView, contact: number, better: AgentOrder, allows: GroupRule = everyGroup): number {
  const groups = view.groupsFor(view.typeOf(contact));
  let chosen = NONE;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    if (!allows(view, group, contact)) continue;
    const agent = firstAvailable(view, group, contact);
    if (agent !== NONE && (chosen === NONE || better(view, agent, chosen, contact))) chosen = agent;
  }
  return chosen;
}

/** The agent of the first group, in the order of groups, whose contact in hand gives way to this one (which must preempt); or NONE. */
export function interruptedAgent(view: RoutingView, contact: number, allows: GroupRule = everyGroup): number {
  const groups = view.groupsFor(view.typeOf(contact));
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    if (!allows(view, group, contact)) continue;
    const agent = view.interruptible(group, contact);
    if (agent !== NONE) return agent;
  }
  return NONE;
}

/** The best free agent; if nobody is free, an agent who may be interrupted; or NONE. */
export function chooseAgent(view: RoutingView, contact: number, better: AgentOrder, allows: GroupRule = everyGroup): number {
  const free = freeAgent(view, contact, better, allows);
  return free === NONE ? interruptedAgent(view, contact, allows) : free;
}
