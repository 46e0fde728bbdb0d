/**
 * Fastest server first (FSF), asymptotically optimal for mean waits with different servers (Armony 2005), and its opposite, slowest
 * server first, which keeps the fast in reserve (compared in Armony & Ward 2010).
 */

import { type AgentOrder, chooseAgent, longestIdle } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { longestWaiting, rankByArrival } from "./order.ts";
import type { RoutingPolicy, RoutingView } from "./policy.ts";

/** How much faster an agent handles the contact's type than another; below 0: slower. */
function lead(view: RoutingView, agent: number, than: number, contact: number): number {
  const type = view.typeOf(contact);
  return view.speed(view.groupOf(agent), type) - view.speed(view.groupOf(than), type);
}

/** The faster in the contact's type; of equals, the longest idle. */
export function faster(view: RoutingView, agent: number, than: number, contact: number): boolean {
  const by = lead(view, agent, than, contact);
  return by > 0 || (by === 0 && longestIdle(view, agent, than));
}

function slower(view: RoutingView, agent: number, than: number, contact: number): boolean {
  const by = lead(view, agent, than, contact);
  return by < 0 || (by === 0 && longestIdle(view, agent, than));
}

function bySpeed(better: AgentOrder): RoutingPolicy {
  return {
    name: "fastest-first",
    rank: rankByArrival,
    selectAgent: (view, contact) => chooseAgent(view, contact, better),
    selectContact: (view, agent) => chooseContact(view, agent, longestWaiting),
  };
}

/**
 * A contact goes to the fastest (or slowest) free agent for its type; a freed agent takes the highest priority class, live before deferred,
 * then whoever waits longest.
 */
export function fastestFirst(order: "fastest" | "slowest"): RoutingPolicy {
  return bySpeed(order === "fastest" ? faster : slower);
}
