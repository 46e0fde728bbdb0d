/**
 * Contextual routing: one queue over all channels, to the agent who knows the case, else by skill in the channel (the routing of omnichannel
 * contact centres, as practice describes it; by speed: Armony 2005).
 */

import { chooseAgent } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { faster } from "./fastest-first.ts";
import { dueFirst, longestWaiting } from "./order.ts";
import { NONE, type RoutingPolicy, type RoutingView } from "./policy.ts";
import { mayTake } from "./reserve.ts";

/** By priority class; then with promises by deadline; without, whoever waits live before what is answered later, then by arrival. */
function sooner(view: RoutingView, contact: number, than: number): boolean {
  return view.byDeadline ? dueFirst(view, contact, than) : longestWaiting(view, contact, than);
}

/** A contact goes to the agent who served the case last, if free; else to the fastest in the channel and, of equals, the longest idle. */
export const contextual: RoutingPolicy = {
  name: "contextual",

  selectAgent(view: RoutingView, contact: number): number {
    const known = view.lastAgentOf(contact);
    if (known !== NONE && mayTake(view, known, contact)) return known;
    return chooseAgent(view, contact, faster);
  },

  selectContact: (view, agent) => chooseContact(view, agent, sooner),
};
