/** Earliest deadline first (EDF: Jackson 1955; Liu & Layland 1973; in queues: Doytchinov, Lehoczky & Shreve 2001). */

import { freeAgent, longestIdle } from "./choose-agent.ts";
import { chooseContact } from "./choose-contact.ts";
import { longestWaiting } from "./order.ts";
import type { RoutingPolicy, RoutingView } from "./policy.ts";

function promisedSooner(view: RoutingView, contact: number, than: number): boolean {
  const sooner = view.deadlineOf(contact) - view.deadlineOf(than);
  return sooner < 0 || (sooner === 0 && longestWaiting(view, contact, than));
}

/**
 * Whatever was promised soonest comes first, also where the strategy in force makes no promises (each channel has its own within which an
 * answer is due); the longest idle agent takes it. The deadline stands for the priority: between types, classes only part
 * equal deadlines (within a type, the queue keeps them), and nobody is interrupted.
 */
export const earliestDeadline: RoutingPolicy = {
  name: "earliest-deadline",
  rank: (view, contact) => view.deadlineOf(contact),
  selectAgent: (view, contact) => freeAgent(view, contact, longestIdle),
  selectContact: (view, agent) => chooseContact(view, agent, promisedSooner),
};
