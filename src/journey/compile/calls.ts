/** Reads actions and guards as XState stores them: calls of a vocabulary's words, or something the compiler has to refuse. */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import type { WordParameters } from "../vocabulary.ts";
import type { WordsUsed } from "../words.ts";
import { listOf, nodesOf, timersOf, writtenEntry, writtenExit } from "./nodes.ts";

/** One call of a word. */
export interface Call {
  readonly name: string;
  readonly params: WordParameters;
}

/** Something that is not a call of a word. */
export interface NotACall {
  readonly feature: string;
  readonly hint: string;
}

/** A transition as XState keeps it, as far as the compiler looks at it. */
export interface Transition {
  readonly source: AnyStateNode;
  readonly target: readonly AnyStateNode[] | undefined;
  readonly reenter: boolean;
  readonly guard?: unknown;
  readonly actions: readonly unknown[];
}

const BUILT_IN_HINTS: Readonly<Record<string, string>> = {
  assign: "keep data in the actor's columns and change it in a named action",
  raise: "use an `always` transition",
  sendTo: "send from a named action through the engine",
  spawnChild: "start other actors from a named action through the engine",
};

/** Reads one action. */
export function readAction(action: unknown): Call | NotACall {
  if (typeof action !== "function") return readNamed(action, "action");
  const type = "type" in action && "resolve" in action ? String(action.type) : undefined;
  if (type === undefined) {
    return { feature: `inline action ${action.name || "(anonymous)"}`, hint: "declare the action in setup() and name it" };
  }
  const name = type.replace(/^xstate\./u, "");
  return { feature: `built-in action ${name}`, hint: BUILT_IN_HINTS[name] ?? "use a named action" };
}

/** Reads one guard. */
export function readGuard(guard: unknown): Call | NotACall {
  if (typeof guard !== "function") return readNamed(guard, "guard");
  if ("check" in guard) {
    return { feature: `guard combinator ${guard.name || "(anonymous)"}`, hint: "write one named guard, or several candidates in order" };
  }
  return { feature: `inline guard ${guard.name || "(anonymous)"}`, hint: "declare the guard in setup() and name it" };
}

/** Narrows a reading. */
export function isCall(reading: Call | NotACall): reading is Call {
  return "name" in reading;
}

function readNamed(value: unknown, kind: string): Call | NotACall {
  if (typeof value === "string") return { name: value, params: undefined };
  const { type, params } = value as { readonly type: string; readonly params?: unknown };
  if (typeof params === "function") {
    return { feature: `dynamic params of ${kind} "${type}"`, hint: "give params as a plain object" };
  }
  return { name: type, params: params as WordParameters };
}

/** All transitions that a node owns: by event (with `after` and XState's own events), then `always`. */
export function transitionsOf(node: AnyStateNode): Transition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

/** Names of the words that a machine calls; what is not a named call is left out. */
export function wordsOf(machine: AnyStateMachine): WordsUsed {
  const actions = new Set<string>();
  const guards = new Set<string>();
  const delays = new Set<string>();
  const note = (names: Set<string>, reading: Call | NotACall): unknown => isCall(reading) && names.add(reading.name);
  for (const node of nodesOf(machine)) {
    for (const action of [...writtenEntry(node), ...writtenExit(node), ...initialActions(node)]) note(actions, readAction(action));
    for (const timer of timersOf(node)) if (typeof timer.delay === "string") delays.add(timer.delay);
    for (const transition of transitionsOf(node)) {
      for (const action of transition.actions) note(actions, readAction(action));
      if (transition.guard !== undefined) note(guards, readGuard(transition.guard));
    }
  }
  return { actions, guards, delays };
}

/** The actions of `initial: { target, actions }`. */
export function initialActions(node: AnyStateNode): readonly unknown[] {
  const initial: unknown = node.config.initial;
  return typeof initial === "object" && initial !== null && "actions" in initial ? listOf(initial.actions) : [];
}
