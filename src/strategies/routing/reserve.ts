/** Agents who stay free for others: what a contact's reserve leaves to it (threshold reservation, Bhulai & Koole 2003). */

import { NONE, type RoutingView } from "./policy.ts";

/**
 * Whether a contact may take an agent of a group who has nothing in hand: only if more of them than the reserve are idle. An agent who
 * has contacts in hand already is nobody's reserve.
 */
function mayTakeIdle(view: RoutingView, group: number, contact: number): boolean {
  const reserve = view.reserve(contact, group);
  return reserve === 0 || view.idle(group) > reserve;
}

/** Whether this agent can take this contact and the reserve stays. */
export function mayTake(view: RoutingView, agent: number, contact: number): boolean {
  if (!view.canTake(agent, contact)) return false;
  const group = view.groupOf(agent);
  const reserve = view.reserve(contact, group);
  return reserve === 0 || view.load(agent) > 0 || view.idle(group) > reserve;
}

/** Agents of a group whom a contact may take now. */
export function available(view: RoutingView, group: number, contact: number): number {
  const free = view.free(group, view.typeOf(contact));
  return mayTakeIdle(view, group, contact) ? free : Math.max(0, free - view.idle(group));
}

/** Of these, the one at a place from 0 to {@link available} − 1: fewest contacts in hand first, then idle longest; or NONE. */
export function availableAt(view: RoutingView, group: number, contact: number, place: number): number {
  const reserved = mayTakeIdle(view, group, contact) ? 0 : view.idle(group);
  return view.freeAt(group, view.typeOf(contact), reserved + place);
}

/** Of these, the one with the fewest contacts in hand and, among them, idle longest; or NONE. */
export function firstAvailable(view: RoutingView, group: number, contact: number): number {
  const type = view.typeOf(contact);
  if (mayTakeIdle(view, group, contact)) return view.freest(group, type);
  return view.free(group, type) > view.idle(group) ? view.freeAt(group, type, view.idle(group)) : NONE;
}
