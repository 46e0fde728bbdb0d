/** Siloed routing: staff and queue of each channel apart, the reference of pooling studies (Smith & Whitt 1981). */

import { chooseAgent, longestIdle } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { dueFirst } from "./order.ts";
import { NONE, type RoutingPolicy, type RoutingView } from "./policy.ts";

function ownDesk(view: RoutingView, group: number, contact: number): boolean {
  return view.isHome(group, view.typeOf(contact));
}

function headAtOwnDesk(view: RoutingView, agent: number, type: number): number {
  return view.isHome(view.groupOf(agent), type) ? view.first(type) : NONE;
}

/**
 * An agent serves only the channels of the own desk: first come first served, or by deadline where promises are made; the longest idle
 * agent first. Priority classes are kept apart; within a class, deferred contacts of the desk take their turn with live ones.
 */
export const siloed: RoutingPolicy = {
  name: "siloed",
  selectAgent: (view, contact) => chooseAgent(view, contact, longestIdle, ownDesk),
  selectContact: (view, agent) => chooseContact(view, agent, dueFirst, headAtOwnDesk),
  asks: (view, group, type) => view.isHome(group, type),
};
