/** Least flexible first: who can do little takes what comes, and the versatile stay free (least flexible job first: Pinedo & Reed 2013). */

import { chooseAgent, longestIdle } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { longestWaiting, rankByArrival } from "./order.ts";
import type { RoutingPolicy, RoutingView } from "./policy.ts";

function lessFlexible(view: RoutingView, agent: number, than: number): boolean {
  const fewer = view.typesOf(view.groupOf(agent)).length - view.typesOf(view.groupOf(than)).length;
  return fewer < 0 || (fewer === 0 && longestIdle(view, agent, than));
}

/**
 * A contact goes to the free agent whose group serves the fewest types, of equals the longest idle; a freed agent takes the highest
 * priority class, live before deferred, then whoever waits longest.
 */
export const leastFlexibleFirst: RoutingPolicy = {
  name: "least-flexible-first",
  rank: rankByArrival,
  selectAgent: (view, contact) => chooseAgent(view, contact, lessFlexible),
  selectContact: (view, agent) => chooseContact(view, agent, longestWaiting),
};
