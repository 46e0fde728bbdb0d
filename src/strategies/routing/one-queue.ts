/**
 * One queue: whoever waits longest meets whoever is idle longest. First come first served over pooled servers (Smith & Whitt 1981), and
 * longest-idle-server-first (LISF), which shares idleness fairly (Atar 2008; Armony & Ward 2010).
 */

import { chooseAgent, longestIdle } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { longestWaiting, rankByArrival } from "./order.ts";
import type { RoutingPolicy } from "./policy.ts";

/** All types that an agent can serve stand in one queue: by priority class, live before deferred, then by arrival. */
export const oneQueue: RoutingPolicy = {
  name: "one-queue",
  rank: rankByArrival,
  selectAgent: (view, contact) => chooseAgent(view, contact, longestIdle),
  selectContact: (view, agent) => chooseContact(view, agent, longestWaiting),
};
