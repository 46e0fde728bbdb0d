/** Random machines as most journeys are: they call words, and have no functions and events of their own. */

import type { ActionSpec, GuardSpec, MachineSpec, NodeSpec, TransitionSpec } from "./spec.ts";
import { AFTER_KEYS, pick } from "./spec.ts";

/** Makes words of everything that is not one, or leaves it out. */
export function wordsOnly(spec: MachineSpec): MachineSpec {
  return { nodes: spec.nodes.map(plainNode), context: spec.context === "plain" ? "none" : "plain" };
}

function plainNode(node: NodeSpec, index: number): NodeSpec {
  return {
    ...node,
    // A final state inside others would raise an event; the second state can be at the top.
    ...(node.kind === "final" ? (index === 2 ? { parent: 0 } : { kind: "state" as const, initial: 0 }) : { initial: node.initial % 7 }),
    first: node.first.flatMap(plainAction),
    entry: node.entry.flatMap(plainAction),
    exit: node.exit.flatMap(plainAction),
    on: node.on.map(({ event, transition }) => ({ event, transition: plainTransition(transition) })),
    after: node.after.map(({ delay, transition }) => ({
      delay: pick(AFTER_KEYS, delay).startsWith("e") ? 0 : delay,
      transition: plainTransition(transition),
    })),
    always: node.always
      .map(plainTransition)
      .map((one): TransitionSpec => ({ ...one, actions: [{ do: "word", word: 0, params: undefined }, ...one.actions] })),
    done: [],
    output: undefined,
  };
}

function plainTransition(one: TransitionSpec): TransitionSpec {
  return { ...one, guard: one.guard === undefined ? undefined : plainGuard(one.guard), actions: one.actions.flatMap(plainAction) };
}

function plainAction(action: ActionSpec): ActionSpec[] {
  return action.do === "word" && (action.params === undefined || "n" in action.params) ? [action] : [];
}

function plainGuard(guard: GuardSpec): GuardSpec {
  if ("guards" in guard) return { ...guard, guards: guard.guards.map(plainGuard) };
  if (guard.ask === "not") return { ...guard, guard: plainGuard(guard.guard) };
  if (guard.ask === "stateIn") return guard;
  return { ask: "word", word: guard.ask === "inline" ? guard.test.test.length : guard.word, params: undefined };
}
