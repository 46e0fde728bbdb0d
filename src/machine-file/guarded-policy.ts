/** A policy of an author's file as the run calls it: what it throws, and answers that are no rows, name the policy and the place. */

import type { RoutingPolicy, RoutingView } from "../strategies/index.ts";
import type { Script } from "./place-in-script.ts";
import { placeInStack } from "./script-errors.ts";

type Asked = Exclude<keyof RoutingPolicy, "name">;

function shown(answer: unknown): string {
  return typeof answer === "string" ? `the text "${answer}"` : String(answer);
}

/** A policy and the script that it stands in. */
interface Guarded {
  readonly policy: RoutingPolicy;
  readonly script: Script;
}

function refused(policy: RoutingPolicy, asked: Asked, answer: unknown, expected: string): Error {
  return new Error(`routing policy "${policy.name}" answered ${shown(answer)} in ${asked}; expected is ${expected}`);
}

function broken({ policy, script }: Guarded, asked: Asked, error: unknown): Error {
  const place = error instanceof Error ? placeInStack(error, script) : undefined;
  const where = place === undefined ? "" : ` (${place.file}:${place.line})`;
  const reason = error instanceof Error ? error.message : `it throws ${String(error)}`;
  return new Error(`routing policy "${policy.name}" failed in ${asked}${where}: ${reason}`, { cause: error });
}

/** The answer about a contact or agent, whatever it is. */
function answerOf(guarded: Guarded, asked: Exclude<Asked, "asks">, view: RoutingView, about: number): number | undefined {
  try {
    return guarded.policy[asked]?.(view, about);
  } catch (error) {
    throw broken(guarded, asked, error);
  }
}

function rowOf(guarded: Guarded, asked: "selectAgent" | "selectContact", view: RoutingView, about: number): number {
  const answer = answerOf(guarded, asked, view, about);
  if (answer !== undefined && Number.isInteger(answer)) return answer;
  throw refused(guarded.policy, asked, answer, "a row (a whole number), or −1");
}

function rankOf(guarded: Guarded, view: RoutingView, contact: number): number {
  const answer = answerOf(guarded, "rank", view, contact);
  if (typeof answer === "number" && !Number.isNaN(answer)) return answer;
  throw refused(guarded.policy, "rank", answer, "a number");
}

function secondsOf(guarded: Guarded, view: RoutingView, contact: number): number {
  const answer = answerOf(guarded, "askAgainAfter", view, contact);
  // With too few seconds for the clock to go on, it would be asked for ever.
  if (typeof answer === "number" && view.now + answer > view.now) return answer;
  throw refused(guarded.policy, "askAgainAfter", answer, "seconds from now, above zero, or Infinity");
}

function asksOf(guarded: Guarded, view: RoutingView, group: number, type: number): boolean {
  try {
    return guarded.policy.asks?.(view, group, type) === true;
  } catch (error) {
    throw broken(guarded, "asks", error);
  }
}

/**
 * Wraps a policy so that every exception and every answer of a wrong kind becomes an error that names it. Whether the agent or contact
 * can be had is for the run to say.
 */
export function guardedPolicy(policy: RoutingPolicy, script: Script): RoutingPolicy {
  const guarded = { policy, script };
  return {
    name: policy.name,
    selectAgent: (view, contact) => rowOf(guarded, "selectAgent", view, contact),
    selectContact: (view, agent) => rowOf(guarded, "selectContact", view, agent),
    ...(policy.rank === undefined ? {} : { rank: (view, contact) => rankOf(guarded, view, contact) }),
    ...(policy.askAgainAfter === undefined ? {} : { askAgainAfter: (view, contact) => secondsOf(guarded, view, contact) }),
    ...(policy.asks === undefined ? {} : { asks: (view, group, type) => asksOf(guarded, view, group, type) }),
  };
}
