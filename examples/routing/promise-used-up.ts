/**
 * A routing policy of one's own: agents take whoever has used up the largest share of the time within which an answer was promised. A desk
 * serves its own channels; the others help out once half of that time is gone.
 */

import type { RoutingPolicy, RoutingView } from "journeybench";

const NOBODY = -1;
const OTHERS_HELP_FROM = 0.5;

/** Seconds within which the answer was promised; a promise to answer at once counts as one second. */
function promised(view: RoutingView, contact: number): number {
  return Math.max(1, view.deadlineOf(contact) - view.waitingSince(contact));
}

/** 0 when the contact joins its queue, 1 when the answer is due. */
function usedUp(view: RoutingView, contact: number): number {
  return (view.now - view.waitingSince(contact)) / promised(view, contact);
}

/** When other desks may help. Compared as a time, so that rounding cannot part this from `askAgainAfter`. */
function othersHelpFrom(view: RoutingView, contact: number): number {
  return view.waitingSince(contact) + OTHERS_HELP_FROM * promised(view, contact);
}

function mayTake(view: RoutingView, group: number, contact: number): boolean {
  return view.isHome(group, view.typeOf(contact)) || view.now >= othersHelpFrom(view, contact);
}

export const policy: RoutingPolicy = {
  name: "promise used up",

  selectAgent(view, contact) {
    const type = view.typeOf(contact);
    const groups = view.groupsFor(type);
    let chosen = NOBODY;
    for (let i = 0; i < groups.length; i++) {
      const group = groups[i] ?? NOBODY;
      if (view.free(group, type) === 0 || !mayTake(view, group, contact)) continue;
      if (view.isHome(group, type)) return view.freest(group, type);
      if (chosen === NOBODY) chosen = view.freest(group, type);
    }
    return chosen;
  },

  selectContact(view, agent) {
    const group = view.groupOf(agent);
    const types = view.typesOf(group);
    let chosen = NOBODY;
    for (let i = 0; i < types.length; i++) {
      const contact = view.first(types[i] ?? NOBODY);
      if (contact === NOBODY || !view.canTake(agent, contact) || !mayTake(view, group, contact)) continue;
      if (chosen === NOBODY || usedUp(view, contact) > usedUp(view, chosen)) chosen = contact;
    }
    return chosen;
  },

  askAgainAfter(view, contact) {
    const seconds = othersHelpFrom(view, contact) - view.now;
    return seconds > 0 ? seconds : Number.POSITIVE_INFINITY;
  },
};
