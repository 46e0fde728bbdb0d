/**
 * Value-based routing: the most valuable customers first, as priority by customer worth is practised (Gans, Koole & Mandelbaum 2003); the
 * cμ rule (Cox & Smith 1961) with the customer's worth for c where all handling takes the same time.
 */

import { chooseAgent, longestIdle } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { byUrgency } from "./order.ts";
import type { RoutingPolicy, RoutingView } from "./policy.ts";

function rankByValue(view: RoutingView, contact: number): number {
  return -view.valueOf(contact);
}

function moreValuable(view: RoutingView, contact: number, than: number): boolean {
  const urgency = byUrgency(view, contact, than);
  if (urgency !== 0) return urgency < 0;
  const more = view.valueOf(contact) - view.valueOf(than);
  return more > 0 || (more === 0 && view.waitingSince(contact) < view.waitingSince(than));
}

/**
 * A freed agent takes the highest priority class, live before deferred, then the customer who has been worth most so far, of equals the
 * longest waiting. A contact goes to the longest idle agent.
 */
export const valueBased: RoutingPolicy = {
  name: "value-based",
  rank: rankByValue,
  selectAgent: (view, contact) => chooseAgent(view, contact, longestIdle),
  selectContact: (view, agent) => chooseContact(view, agent, moreValuable),
};
