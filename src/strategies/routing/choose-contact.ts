/** How a policy finds a contact: one candidate from each queue that the agent's group serves, and the best of these. */

import type { ContactOrder } from "./order.ts";
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
