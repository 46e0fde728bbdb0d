/** Siloed routing: staff and queue of each channel apart, first come first served, longest idle agent first. */

import { NONE, type RoutingPolicy, type RoutingView } from "./policy.ts";

/** An agent serves only the channels of the own desk; among those, the contact that is due first. */
export const siloed: RoutingPolicy = {
  name: "siloed",

  selectAgent(view: RoutingView, contact: number): number {
    const channel = view.channelOf(contact);
    let chosen = NONE;
    for (let agent = view.nextIdle(0); agent !== NONE; agent = view.nextIdle(agent + 1)) {
      if (!view.isHome(agent, channel)) continue;
      if (chosen === NONE || view.idleSince(agent) < view.idleSince(chosen)) chosen = agent;
    }
    return chosen;
  },

  selectContact(view: RoutingView, agent: number): number {
    let chosen = NONE;
    for (let channel = 0; channel < view.channelCount; channel++) {
      if (!view.isHome(agent, channel)) continue;
      const contact = view.first(channel);
      if (contact !== NONE && (chosen === NONE || view.dueAt(contact) < view.dueAt(chosen))) chosen = contact;
    }
    return chosen;
  },
};
