/** How a policy finds a contact: one candidate from each queue that the agent's group serves, and the best of these; or any contact. */

import { byUrgency, type ContactOrder } from "./order.ts";
import { NONE, type RoutingView } from "./policy.ts";
import { mayTake } from "./reserve.ts";

/** The contact of a type's queue that an agent would take, or NONE. */
type QueueCandidate = (view: RoutingView, agent: number, type: number) => number;

/** The first contact in the queue. */
function headOfQueue(view: RoutingView, _agent: number, type: number): number {
  return view.first(type);
}

/** The contact that comes before all others the agent may take; equals: the first type; or NONE. */
export function chooseContact(view: RoutingView, agent: number, before: ContactOrder, candidateOf: QueueCandidate = headOfQueue): number {
  const types = view.typesOf(view.groupOf(agent));
  let chosen = NONE;
  for (let i = 0; i < types.length; i++) {
    const contact = candidateOf(view, agent, types[i] as number);
    if (contact === NONE || !mayTake(view, agent, contact)) continue;
    if (chosen === NONE || before(view, contact, chosen, agent)) chosen = contact;
  }
  return chosen;
}

/** The contact at a place, from 0, among those in the queues that the agent may take and that are as urgent as a given one. */
function contactAt(view: RoutingView, agent: number, urgent: number, place: number): number {
  const types = view.typesOf(view.groupOf(agent));
  let left = place;
  for (let i = 0; i < types.length; i++) {
    for (let contact = view.first(types[i] as number); contact !== NONE; contact = view.behind(contact)) {
      if (byUrgency(view, contact, urgent) !== 0 || !mayTake(view, agent, contact)) continue;
      if (left === 0) return contact;
      left--;
    }
  }
  return NONE;
}

/**
 * Any of the most urgent contacts in the queues that the agent may take, each with the same probability; or NONE. Drawn anew at every
 * decision: with a random number that a contact kept, those left over would be the ones with bad numbers.
 */
export function anyContact(view: RoutingView, agent: number): number {
  const types = view.typesOf(view.groupOf(agent));
  let urgent = NONE;
  let count = 0;
  for (let i = 0; i < types.length; i++) {
    for (let contact = view.first(types[i] as number); contact !== NONE; contact = view.behind(contact)) {
      if (!mayTake(view, agent, contact)) continue;
      const urgency = urgent === NONE ? -1 : byUrgency(view, contact, urgent);
      if (urgency > 0) continue;
      count = urgency < 0 ? 1 : count + 1;
      if (urgency < 0) urgent = contact;
    }
  }
  return count < 2 ? urgent : contactAt(view, agent, urgent, Math.floor(view.randomFor(agent) * count));
}
