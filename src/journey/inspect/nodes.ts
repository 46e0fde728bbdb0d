/** Readings of XState's state nodes that hold for every machine, also for those that cannot be compiled. */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import type { TriggerKind } from "./inspection.ts";

/** A transition as XState keeps it. */
export interface NodeTransition {
  readonly kind: TriggerKind;
  readonly trigger: string;
  readonly guard: unknown;
  readonly actions: readonly unknown[];
  readonly target: readonly AnyStateNode[];
  readonly reenter: boolean;
  readonly description: string | undefined;
}

interface Stored {
  readonly target: readonly AnyStateNode[] | undefined;
  readonly guard?: unknown;
  readonly actions: readonly unknown[];
  readonly reenter: boolean;
  readonly description?: string | undefined;
  readonly delay?: number | string;
}

/** One, many or none as a list. */
export function listed(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** The node's children of every type, in the order of the machine. */
export function childNodes(node: AnyStateNode): AnyStateNode[] {
  return Object.values<AnyStateNode>(node.states);
}

/** Parents before children, in the order of the machine. */
export function allNodes(machine: AnyStateMachine): AnyStateNode[] {
  const below = (node: AnyStateNode): AnyStateNode[] => [node, ...childNodes(node).flatMap(below)];
  return below(machine.root);
}

/** How people name a state. A dot in a name gets a backslash, as in XState's own targets, so that no two states share a path. */
export function pathOf(node: AnyStateNode): string {
  return node.parent === undefined ? "(root)" : node.path.map((key) => key.replaceAll(/[\\.]/gu, "\\$&")).join(".");
}

/** The ancestors of a node, innermost first. */
export function ancestorsOf(node: AnyStateNode): AnyStateNode[] {
  return node.parent === undefined ? [] : [node.parent, ...ancestorsOf(node.parent)];
}

/** The initial child of a compound state; undefined when it names none that exists. */
export function initialOf(node: AnyStateNode): AnyStateNode | undefined {
  const initial: unknown = node.config.initial;
  const key: unknown = typeof initial === "object" && initial !== null && "target" in initial ? initial.target : initial;
  return typeof key === "string" && Object.hasOwn(node.states, key) ? (node.states[key] as AnyStateNode) : undefined;
}

/** Which states a history state leads to when nothing is remembered. */
export function historyDefaults(node: AnyStateNode): AnyStateNode[] {
  const parent = node.parent ?? node;
  const targets = listed(node.config.target).flatMap((target) => {
    if (typeof target !== "string") return [];
    try {
      return [target.startsWith("#") ? node.machine.getStateNodeById(target) : childAt(parent, target.split("."))];
    } catch {
      return [];
    }
  });
  const found = targets.filter((target) => target !== undefined);
  return found.length > 0 ? found : [parent];
}

function childAt(node: AnyStateNode, path: readonly string[]): AnyStateNode | undefined {
  return path.reduce<AnyStateNode | undefined>((at, key) => at?.states[key] as AnyStateNode | undefined, node);
}

function transition(kind: TriggerKind, trigger: string, stored: Stored): NodeTransition {
  const { guard, actions, target, reenter, description } = stored;
  return { kind, trigger, guard, actions, target: target ?? [], reenter, description };
}

function triggerOf(node: AnyStateNode, type: string, stored: Stored): readonly [TriggerKind, string] {
  if (stored.delay !== undefined) return ["after", String(stored.delay)];
  if (type === `xstate.done.state.${node.id}`) return ["done", ""];
  return /^xstate\.(?:done\.actor|error\.actor|snapshot)\./u.test(type) ? ["actor", type.replace(/^xstate\./u, "")] : ["event", type];
}

/** All transitions that a node owns: by event, then `after`, as XState orders them, and `always` last. */
export function transitionsOfNode(node: AnyStateNode): NodeTransition[] {
  const byEvent = [...node.transitions].flatMap(([type, stored]) =>
    (stored as readonly Stored[]).map((one) => transition(...triggerOf(node, type, one), one)),
  );
  const always = ((node.always ?? []) as readonly Stored[]).map((one) => transition("always", "", one));
  return [...byEvent, ...always];
}
