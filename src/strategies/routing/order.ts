/** In which order contacts are served: priority classes, live before deferred, longest waiting. */

import type { RoutingView } from "./policy.ts";

/** Whether an agent takes one waiting contact before another. */
export type ContactOrder = (view: RoutingView, contact: number, than: number, agent: number) => boolean;

/**
 * Below 0 if one contact is more urgent than another, 0 if both are as urgent: by priority class, and in a class whoever waits live before
 * what is answered later. So deferred and outbound work fills the time that live queues leave (call blending: Bhulai & Koole 2003).
 */
export function byUrgency(view: RoutingView, contact: number, than: number): number {
  const classes = view.priorityOf(contact) - view.priorityOf(than);
  if (classes !== 0) return classes;
  return Number(view.waitsLive(than)) - Number(view.waitsLive(contact));
}

/** The more urgent first; of these, the one that waits longest. */
export function longestWaiting(view: RoutingView, contact: number, than: number): boolean {
  const urgency = byUrgency(view, contact, than);
  return urgency < 0 || (urgency === 0 && view.waitingSince(contact) < view.waitingSince(than));
}

/** The more urgent first; of these, the one that came last. */
export function shortestWaiting(view: RoutingView, contact: number, than: number): boolean {
  const urgency = byUrgency(view, contact, than);
  return urgency < 0 || (urgency === 0 && view.waitingSince(contact) > view.waitingSince(than));
}

/**
 * The higher priority class first; of these, whoever is due first: by deadline where the strategy in force makes promises, else by arrival.
 * Many deadlines are equal (all of a night's, say): then by arrival too.
 */
export function dueFirst(view: RoutingView, contact: number, than: number): boolean {
  const classes = view.priorityOf(contact) - view.priorityOf(than);
  if (classes !== 0) return classes < 0;
  const sooner = view.byDeadline ? view.deadlineOf(contact) - view.deadlineOf(than) : 0;
  return sooner < 0 || (sooner === 0 && view.waitingSince(contact) < view.waitingSince(than));
}

/** Place in the queue of a type, within a priority class: by arrival, whatever was promised. */
export function rankByArrival(view: RoutingView, contact: number): number {
  return view.waitingSince(contact);
}
