/**
 * One queue: all types that an agent can serve stand in one queue, which meets whoever is idle longest. Pooled servers (Smith & Whitt 1981);
 * longest-idle-server-first (LISF), which shares idleness fairly (Atar 2008; Armony & Ward 2010). The classical orders of service: first
 * come first served (FCFS), last come first served (LCFS: Riordan 1961; Kleinrock 1975) and random order (ROS, SIRO: Kingman 1962). Where
 * nobody gives up and handling does not depend on the wait, the mean wait is the same in all of them; it varies least with FCFS and most
 * with LCFS.
 */

import { chooseAgent, longestIdle } from "./choose-agent.ts";
import { anyContact, chooseContact } from "./choose-contact.ts";
import { longestWaiting, rankByArrival, shortestWaiting } from "./order.ts";
import { NONE, type RoutingPolicy, type RoutingView } from "./policy.ts";
import { mayTake } from "./reserve.ts";

/** Who of the most urgent class is served first. */
export type OrderOfService = "first-come" | "last-come" | "random";

/**
 * The contact of a type's queue that came last. Queues stand by arrival in every order of service, because that keeps classes that age in
 * order; so this looks at the whole queue.
 */
function lastOfQueue(view: RoutingView, agent: number, type: number): number {
  let last = NONE;
  for (let contact = view.first(type); contact !== NONE; contact = view.behind(contact)) {
    // Of two that came at the same moment, the one behind came later.
    if (mayTake(view, agent, contact) && (last === NONE || !shortestWaiting(view, last, contact))) last = contact;
  }
  return last;
}

const contactBy: Readonly<Record<OrderOfService, RoutingPolicy["selectContact"]>> = {
  "first-come": (view, agent) => chooseContact(view, agent, longestWaiting),
  "last-come": (view, agent) => chooseContact(view, agent, shortestWaiting, lastOfQueue),
  random: anyContact,
};

/**
 * A freed agent takes the highest priority class, live before deferred, then whoever came first, whoever came last, or anyone with the same
 * probability; a contact goes to the longest idle agent. To find the last, or anyone, takes as long as there are contacts waiting; to find
 * the first takes as long as there are types.
 */
export function oneQueue(order: OrderOfService): RoutingPolicy {
  return {
    name: "one-queue",
    rank: rankByArrival,
    selectAgent: (view, contact) => chooseAgent(view, contact, longestIdle),
    selectContact: contactBy[order],
  };
}
