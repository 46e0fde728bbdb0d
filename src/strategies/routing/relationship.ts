/**
 * Relationship routing (in products: last-agent or sticky routing): whoever knows the case, within a limit to the wait. A preferred server
 * with a delay before others help is a case of routing by delays (Chan, Koole & L'Ecuyer 2014).
 */

import { chooseAgent, longestIdle } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { longestWaiting, rankByArrival } from "./order.ts";
import { NONE, type RoutingPolicy, type RoutingView } from "./policy.ts";
import { mayTake } from "./reserve.ts";

/** The same sum wherever it is asked, so that rounding cannot part the answers. */
function withinLimit(view: RoutingView, contact: number, waitLimit: number): boolean {
  return view.now < view.waitingSince(contact) + waitLimit;
}

/** Whether the agent who knows the case is busy with somebody else: worth waiting for. Who has gone home, or lacks the skill, is not. */
function comesBack(view: RoutingView, known: number, contact: number): boolean {
  return (
    known !== NONE && view.load(known) > 0 && view.canServe(view.groupOf(known), view.typeOf(contact)) && !view.canTake(known, contact)
  );
}

class Relationship implements RoutingPolicy {
  readonly name = "relationship";
  readonly #waitLimit: number;
  readonly rank = rankByArrival;

  constructor(waitLimit: number) {
    this.#waitLimit = waitLimit;
  }

  selectAgent(view: RoutingView, contact: number): number {
    const known = view.lastAgentOf(contact);
    if (known !== NONE && mayTake(view, known, contact)) return known;
    if (this.#waitsForKnown(view, contact)) return NONE;
    return chooseAgent(view, contact, longestIdle);
  }

  readonly selectContact = (view: RoutingView, agent: number): number => chooseContact(view, agent, this.#before, this.#candidate);

  askAgainAfter(view: RoutingView, contact: number): number {
    if (!this.#waitsForKnown(view, contact)) return Number.POSITIVE_INFINITY;
    return view.waitingSince(contact) + this.#waitLimit - view.now;
  }

  #waitsForKnown(view: RoutingView, contact: number): boolean {
    return withinLimit(view, contact, this.#waitLimit) && comesBack(view, view.lastAgentOf(contact), contact);
  }

  #isOwn(view: RoutingView, contact: number, agent: number): boolean {
    return view.lastAgentOf(contact) === agent && withinLimit(view, contact, this.#waitLimit);
  }

  /** The first own contact of the first priority class in which the agent may take any; without one, the first that waits for nobody. */
  readonly #candidate = (view: RoutingView, agent: number, type: number): number => {
    let first = NONE;
    for (let contact = view.first(type); contact !== NONE; contact = view.behind(contact)) {
      if (first !== NONE && view.priorityOf(contact) > view.priorityOf(first)) break;
      if (this.#isOwn(view, contact, agent)) return contact;
      if (first === NONE && !this.#waitsForKnown(view, contact)) first = contact;
    }
    return first;
  };

  readonly #before = (view: RoutingView, contact: number, than: number, agent: number): boolean => {
    const classes = view.priorityOf(contact) - view.priorityOf(than);
    if (classes !== 0) return classes < 0;
    const own = Number(this.#isOwn(view, contact, agent)) - Number(this.#isOwn(view, than, agent));
    return own > 0 || (own === 0 && longestWaiting(view, contact, than));
  };
}

/**
 * A contact goes to the agent who served the case last; while that agent is busy it waits for up to `waitLimit` seconds before anybody
 * else may take it, then, like a contact nobody knows, it goes to the longest idle. A freed agent takes, of the highest priority class,
 * first those who wait for this agent, then live before deferred, then whoever waits longest. To find the own contacts takes a walk through
 * the queues: time grows with the number waiting.
 */
export function relationship(waitLimit: number): RoutingPolicy {
  return new Relationship(waitLimit);
}
