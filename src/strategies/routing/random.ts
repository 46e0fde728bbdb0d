/** Random routing: any free agent with the same probability (Cabral 2005), and whoever waits longest. */

import { interruptedAgent } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { longestWaiting, rankByArrival } from "./order.ts";
import { NONE, type RoutingPolicy, type RoutingView } from "./policy.ts";
import { available, availableAt } from "./reserve.ts";

function agentAt(view: RoutingView, contact: number, place: number): number {
  const groups = view.groupsFor(view.typeOf(contact));
  let left = place;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as number;
    const count = available(view, group, contact);
    if (left < count) return availableAt(view, group, contact, left);
    left -= count;
  }
  return NONE;
}

/**
 * A contact goes to any of the free agents, over all groups with the skill. A freed agent takes the highest priority class, live before
 * deferred, then whoever waits longest.
 */
export const random: RoutingPolicy = {
  name: "random",
  rank: rankByArrival,

  selectAgent(view: RoutingView, contact: number): number {
    const groups = view.groupsFor(view.typeOf(contact));
    let count = 0;
    for (let i = 0; i < groups.length; i++) count += available(view, groups[i] as number, contact);
    if (count === 0) return interruptedAgent(view, contact);
    return agentAt(view, contact, count === 1 ? 0 : Math.floor(view.random(contact) * count));
  },

  selectContact: (view, agent) => chooseContact(view, agent, longestWaiting),
};
