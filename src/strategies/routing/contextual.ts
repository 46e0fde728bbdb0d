/** Contextual routing: one queue over all channels, to the agent who knows the case, else by skill in the channel. */

import { NONE, type RoutingPolicy, type RoutingView } from "./policy.ts";

function canTake(view: RoutingView, agent: number, channel: number): boolean {
  return view.isIdle(agent) && view.speed(agent, channel) > 0;
}

/** Whether an agent is the better choice: faster in the channel, or as fast and idle for longer. */
function better(view: RoutingView, agent: number, than: number, channel: number): boolean {
  if (than === NONE) return true;
  const faster = view.speed(agent, channel) - view.speed(than, channel);
  return faster > 0 || (faster === 0 && view.idleSince(agent) < view.idleSince(than));
}

/** With promises by deadline; without, whoever waits live before what is answered later, then by arrival. */
function sooner(view: RoutingView, contact: number, than: number): boolean {
  if (than === NONE) return true;
  if (!view.byDeadline && view.waitsLive(contact) !== view.waitsLive(than)) return view.waitsLive(contact);
  return view.dueAt(contact) < view.dueAt(than);
}

export const contextual: RoutingPolicy = {
  name: "contextual",

  selectAgent(view: RoutingView, contact: number): number {
    const channel = view.channelOf(contact);
    const known = view.lastAgent(contact);
    if (known !== NONE && canTake(view, known, channel)) return known;
    let chosen = NONE;
    for (let agent = view.nextIdle(0); agent !== NONE; agent = view.nextIdle(agent + 1)) {
      if (view.speed(agent, channel) > 0 && better(view, agent, chosen, channel)) chosen = agent;
    }
    return chosen;
  },

  selectContact(view: RoutingView, agent: number): number {
    let chosen = NONE;
    for (let channel = 0; channel < view.channelCount; channel++) {
      if (view.speed(agent, channel) === 0) continue;
      const contact = view.first(channel);
      if (contact !== NONE && sooner(view, contact, chosen)) chosen = contact;
    }
    return chosen;
  },
};
