/** Which events a machine may meet, and which of a state's transitions an event finds. */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import type { Transition } from "./calls.ts";
import { actionsOf, readAction } from "./calls.ts";
import { nodesOf } from "./nodes.ts";

/**
 * Event types that can be sent to a machine, with their codes in the order of the keys: what its states name, what it
 * raises itself, and `more`. Both executors number events here.
 */
export function eventCodesOf(machine: AnyStateMachine, more: readonly string[] = []): Record<string, number> {
  const nodes = nodesOf(machine);
  const named = nodes.flatMap((node) => Object.keys(node.config.on ?? {}));
  const types = new Set([...named, ...nodes.flatMap((node) => raisedTypes(machine, node)), ...more]);
  const codes = Object.fromEntries([...types].filter(isPlainEvent).map((type) => [type, 0]));
  // Not in order of appearance: JavaScript puts keys such as "1" before the others, and tables are laid out by key.
  Object.keys(codes).forEach((type, code) => Object.defineProperty(codes, type, { value: code }));
  return codes;
}

/** Whether an event descriptor is a type that can be sent: no wildcard, none of XState's own events. */
export function isPlainEvent(descriptor: string): boolean {
  return !descriptor.includes("*") && !descriptor.startsWith("xstate.");
}

function raisedTypes(machine: AnyStateMachine, node: AnyStateNode): string[] {
  return actionsOf(node).flatMap((action) => {
    const effect = readAction(machine, action);
    if (effect.kind === "later") return [effect.event.type];
    return effect.kind === "raise" && "value" in effect.event ? [effect.event.value.type] : [];
  });
}

/** The event by which XState tells that a state is complete. */
export function doneEventOf(node: AnyStateNode): string {
  return `xstate.done.state.${node.id}`;
}

/** A node's own candidates for an event in the order in which XState asks them: the exact type, then longer wildcards first. */
export function candidatesOf(node: AnyStateNode, type: string): readonly Transition[] {
  const exact = (node.transitions.get(type) ?? []) as readonly Transition[];
  const wild = [...node.transitions.keys()]
    .filter((descriptor) => descriptor !== type && matches(type, descriptor))
    .sort((a, b) => b.length - a.length);
  return [...exact, ...wild.flatMap((descriptor) => (node.transitions.get(descriptor) ?? []) as readonly Transition[])];
}

/** XState's wildcards: "*" for all, "a.b.*" for "a.b" and everything below. */
function matches(type: string, descriptor: string): boolean {
  if (descriptor === "*") return true;
  if (!descriptor.endsWith(".*")) return false;
  const head = descriptor.slice(0, -2);
  return type === head || type.startsWith(`${head}.`);
}
