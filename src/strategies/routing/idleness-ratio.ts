/**
 * Queue-and-idleness-ratio routing (Gurvich & Whitt 2009, Mathematics of Operations Research 34; with ratios for service levels by class:
 * Gurvich & Whitt 2010, Operations Research 58).
 */

import { interruptedAgent, longestIdle } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { byUrgency, rankByArrival } from "./order.ts";
import { NONE, type RoutingPolicy, type RoutingView } from "./policy.ts";
import { firstAvailable, mayTake } from "./reserve.ts";

/** Weights of any scale, at least 0, by row; rows beyond the end weigh 1. */
export interface IdlenessRatioWeights {
  /** Per agent of a group: target share of the idle = weight × agents at work, over the sum of that. */
  readonly groups: readonly number[];
  /** Target share of a type in those who wait = weight of its channel × weight of its topic, over the sum of that. */
  readonly channels: readonly number[];
  readonly topics: readonly number[];
}

function moreUrgent(view: RoutingView, contact: number, than: number): boolean {
  return byUrgency(view, contact, than) < 0;
}

class IdlenessRatio implements RoutingPolicy {
  readonly name = "idleness-ratio";
  readonly rank = rankByArrival;
  readonly #weights: IdlenessRatioWeights;

  constructor(weights: IdlenessRatioWeights) {
    this.#weights = weights;
  }

  selectAgent(view: RoutingView, contact: number): number {
    const perWeight = this.#idlePerWeight(view);
    const groups = view.groupsFor(view.typeOf(contact));
    let chosen = NONE;
    let most = 0;
    for (let i = 0; i < groups.length; i++) {
      const group = groups[i] as number;
      const agent = firstAvailable(view, group, contact);
      if (agent === NONE) continue;
      const excess = view.idle(group) - this.#groupWeight(view, group) * perWeight;
      if (chosen !== NONE && (excess < most || (excess === most && !longestIdle(view, agent, chosen)))) continue;
      chosen = agent;
      most = excess;
    }
    return chosen === NONE ? interruptedAgent(view, contact) : chosen;
  }

  selectContact(view: RoutingView, agent: number): number {
    const urgent = chooseContact(view, agent, moreUrgent);
    if (urgent === NONE) return NONE;
    const perWeight = this.#waitingPerWeight(view, urgent);
    const types = view.typesOf(view.groupOf(agent));
    let chosen = NONE;
    let most = 0;
    for (let i = 0; i < types.length; i++) {
      const type = types[i] as number;
      const contact = view.first(type);
      if (contact === NONE || byUrgency(view, contact, urgent) !== 0 || !mayTake(view, agent, contact)) continue;
      const excess = view.waiting(type) - this.#queueWeight(view, contact) * perWeight;
      if (chosen !== NONE && (excess < most || (excess === most && view.waitingSince(contact) >= view.waitingSince(chosen)))) continue;
      chosen = contact;
      most = excess;
    }
    return chosen;
  }

  #groupWeight(view: RoutingView, group: number): number {
    return (this.#weights.groups[group] ?? 1) * view.atWork(group);
  }

  #queueWeight(view: RoutingView, contact: number): number {
    const { channels, topics } = this.#weights;
    return (channels[view.channelOf(contact)] ?? 1) * (topics[view.topicOf(contact)] ?? 1);
  }

  /** All idle agents, divided among the groups' weights. */
  #idlePerWeight(view: RoutingView): number {
    let idle = 0;
    let weight = 0;
    for (let group = 0; group < view.groupCount; group++) {
      idle += view.idle(group);
      weight += this.#groupWeight(view, group);
    }
    return weight === 0 ? 0 : idle / weight;
  }

  /** All who wait in queues as urgent as a contact, divided among these queues' weights. */
  #waitingPerWeight(view: RoutingView, urgent: number): number {
    let waiting = 0;
    let weight = 0;
    for (let type = 0; type < view.typeCount; type++) {
      const contact = view.first(type);
      if (contact === NONE || byUrgency(view, contact, urgent) !== 0) continue;
      waiting += view.waiting(type);
      weight += this.#queueWeight(view, contact);
    }
    return weight === 0 ? 0 : waiting / weight;
  }
}

/**
 * A contact goes to the group whose idle agents exceed their target share of all who are idle most, there to the longest idle. A freed agent
 * takes the highest priority class, live before deferred, and there from the queue that exceeds its target share of all who wait most.
 * With weights left out every group is idle in proportion to its agents at work, and the longest queue is served first.
 */
export function idlenessRatio(weights: IdlenessRatioWeights): RoutingPolicy {
  return new IdlenessRatio(weights);
}
