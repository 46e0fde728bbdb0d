/** Small readings of XState's state nodes: names, order, ancestors, and the timers that XState makes of `after`. */

import type { AnyStateMachine, AnyStateNode, StateValue } from "xstate";

/** One `after` of a state: the event that XState raises when it is over. */
export interface NodeTimer {
  readonly eventType: string;
  /** Milliseconds when the machine says a number, otherwise the word. */
  readonly delay: number | string;
}

/** How messages name a state. */
export function nameOf(node: AnyStateNode): string {
  return node.parent === undefined ? "(root)" : node.path.join(".");
}

/** How messages and twin views name a set of active states: its innermost ones in document order, "a.b & c.d". */
export function nameOfAll(nodes: readonly AnyStateNode[]): string {
  return nodes
    .filter(isAtomic)
    .sort((a, b) => a.order - b.order)
    .map(nameOf)
    .join(" & ");
}

/** All nodes, parents before children, in XState's document order. */
export function nodesOf(machine: AnyStateMachine): AnyStateNode[] {
  const nodes: AnyStateNode[] = [];
  const visit = (node: AnyStateNode): void => {
    nodes.push(node);
    for (const child of Object.values<AnyStateNode>(node.states)) visit(child);
  };
  visit(machine.root);
  return nodes;
}

/** Child nodes that can be active, in document order. */
export function childrenOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values<AnyStateNode>(node.states).filter((child) => !isHistory(child));
}

/** Whether the node stands for the states that were active when its parent was left. */
export function isHistory(node: AnyStateNode): boolean {
  return node.type === "history";
}

/** Whether no other state can be active inside this one. */
export function isAtomic(node: AnyStateNode): boolean {
  return node.type === "atomic" || node.type === "final";
}

/** The node and its ancestors, innermost first. */
export function pathUp(node: AnyStateNode): AnyStateNode[] {
  const path: AnyStateNode[] = [];
  for (let at: AnyStateNode | undefined = node; at !== undefined; at = at.parent) path.push(at);
  return path;
}

/** XState's reading of "one or many or none". */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** XState's state value of a set of active nodes, keys in document order. */
export function valueOf(root: AnyStateNode, active: ReadonlySet<AnyStateNode>): StateValue {
  const inside = childrenOf(root).filter((child) => active.has(child));
  const [only] = inside;
  if (root.type === "compound" && only !== undefined && isAtomic(only)) return only.key;
  return Object.fromEntries(inside.map((child) => [child.key, valueOf(child, active)]));
}

/** The timers of a node in the order in which XState starts them: after all written entry actions, to which it appends them. */
export function timersOf(node: AnyStateNode): NodeTimer[] {
  return node.entry.slice(listOf<unknown>(node.config.entry).length).map((action) => {
    const raised = action as unknown as { readonly id: string; readonly delay: number | string };
    return { eventType: raised.id, delay: raised.delay };
  });
}

/** The actions of `initial: { target, actions }`. */
export function initialActions(node: AnyStateNode): readonly unknown[] {
  const initial: unknown = node.config.initial;
  return typeof initial === "object" && initial !== null && "actions" in initial ? listOf<unknown>(initial.actions) : [];
}
