/** Small readings of XState's state nodes: names, order, ancestors, and the timers that XState makes of `after`. */

import type { AnyStateMachine, AnyStateNode } from "xstate";

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

/** All nodes, parents before children, in XState's document order. */
export function nodesOf(machine: AnyStateMachine): AnyStateNode[] {
  const nodes: AnyStateNode[] = [];
  const visit = (node: AnyStateNode): void => {
    nodes.push(node);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(machine.root);
  return nodes;
}

/** Child nodes in document order. */
export function childrenOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values<AnyStateNode>(node.states);
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
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The actions that the author wrote; XState appends one `raise` per `after` to `entry` and one `cancel` to `exit`. */
export function writtenEntry(node: AnyStateNode): readonly unknown[] {
  return node.entry.slice(0, listOf(node.config.entry).length);
}

/** As `writtenEntry`, for leaving. */
export function writtenExit(node: AnyStateNode): readonly unknown[] {
  return node.exit.slice(0, listOf(node.config.exit).length);
}

/** The timers of a node in the order in which XState starts them: after all written entry actions. */
export function timersOf(node: AnyStateNode): NodeTimer[] {
  return node.entry.slice(listOf(node.config.entry).length).map((action) => {
    const raised = action as unknown as { readonly id: string; readonly delay: number | string };
    return { eventType: raised.id, delay: raised.delay };
  });
}

/** Timers that can be pending together at or below a node; siblings share slots because leaving a state frees its own. */
export function timerSlotsOf(node: AnyStateNode): number {
  const below = childrenOf(node).map(timerSlotsOf);
  const together = node.type === "parallel" ? below.reduce((sum, slots) => sum + slots, 0) : Math.max(0, ...below);
  return timersOf(node).length + together;
}

/** The first slot of a node's own timers: those before belong to its ancestors. */
export function firstSlotOf(node: AnyStateNode): number {
  return pathUp(node)
    .slice(1)
    .reduce((slots, ancestor) => slots + timersOf(ancestor).length, 0);
}

/** Event types in order of first appearance, with their codes; both executors number events here. */
export function eventCodesOf(machine: AnyStateMachine): Record<string, number> {
  const types = new Set(nodesOf(machine).flatMap((node) => Object.keys(node.config.on ?? {})));
  return Object.fromEntries([...types].filter(isPlainEvent).map((type, code) => [type, code]));
}

/** Whether an event descriptor is a type that can be sent: no wildcard, none of XState's own events. */
export function isPlainEvent(descriptor: string): boolean {
  return !descriptor.includes("*") && !descriptor.startsWith("xstate.");
}
