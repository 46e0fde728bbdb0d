/**
 * Skill-based routing with priority tiers (primary and secondary skills: Wallace & Whitt 2005) and overflow delays, after which further
 * groups may help (Stolletz & Helber 2004; delays in both directions: Chan, Koole & L'Ecuyer 2014).
 */

import { chooseAgent } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { longestWaiting, rankByArrival } from "./order.ts";
import { NONE, type RoutingPolicy, type RoutingView } from "./policy.ts";

/** When a group may take a contact; the same sum wherever it is asked, so that rounding cannot part the answers. */
function opensAt(view: RoutingView, group: number, contact: number): number {
  return view.waitingSince(contact) + view.overflowAfter(group, view.typeOf(contact));
}

function isOpen(view: RoutingView, group: number, contact: number): boolean {
  return view.now >= opensAt(view, group, contact);
}

/** Equal tiers: no change, so the first group stays. */
function lowerTier(view: RoutingView, agent: number, than: number, contact: number): boolean {
  const type = view.typeOf(contact);
  return view.tier(view.groupOf(agent), type) < view.tier(view.groupOf(than), type);
}

/** Within a class whoever came later waits less, so only the contacts of the last `overflowAfter` seconds are passed over. */
function firstOpen(view: RoutingView, agent: number, type: number): number {
  const group = view.groupOf(agent);
  let contact = view.first(type);
  while (contact !== NONE && !isOpen(view, group, contact)) contact = view.behind(contact);
  return contact;
}

function firstChoice(view: RoutingView, contact: number, than: number, agent: number): boolean {
  const classes = view.priorityOf(contact) - view.priorityOf(than);
  if (classes !== 0) return classes < 0;
  const group = view.groupOf(agent);
  const tiers = view.tier(group, view.typeOf(contact)) - view.tier(group, view.typeOf(than));
  return tiers < 0 || (tiers === 0 && longestWaiting(view, contact, than));
}

/**
 * A contact goes to the group of the lowest tier whose delay has passed, equal tiers in the order of groups, there to the longest idle
 * agent. A freed agent takes the highest priority class, then what is first choice (lowest tier), then live before deferred, then
 * whoever waits longest.
 */
export const skillTiers: RoutingPolicy = {
  name: "skill-tiers",
  rank: rankByArrival,
  selectAgent: (view, contact) => chooseAgent(view, contact, lowerTier, isOpen),
  selectContact: (view, agent) => chooseContact(view, agent, firstChoice, firstOpen),

  askAgainAfter(view: RoutingView, contact: number): number {
    const groups = view.groupsFor(view.typeOf(contact));
    let next = Number.POSITIVE_INFINITY;
    for (let i = 0; i < groups.length; i++) {
      const opens = opensAt(view, groups[i] as number, contact);
      if (opens > view.now && opens < next) next = opens;
    }
    return next - view.now;
  },
};
