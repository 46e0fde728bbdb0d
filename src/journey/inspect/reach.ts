/**
 * Which states a journey can come into. Every guard may hold and every event may come, so nothing that can be reached is missed;
 * a state that is reported as unreachable really is.
 */

import type { AnyStateMachine, AnyStateNode } from "xstate";
import { ancestorsOf, childNodes, historyDefaults, initialOf, type NodeTransition, transitionsOfNode } from "./nodes.ts";

/** The states that may be active, and the transitions that may be taken from them. */
export interface Reach {
  readonly nodes: ReadonlySet<AnyStateNode>;
  /** Transitions of a node that some event can take: none behind one without guard, and `onDone` only where the end is reached. */
  readonly transitions: (node: AnyStateNode) => readonly NodeTransition[];
}

/** Candidates after one without guard are never asked. */
function open(transitions: readonly NodeTransition[]): NodeTransition[] {
  const closed = new Set<string>();
  return transitions.filter(({ kind, trigger, guard }) => {
    const key = `${kind} ${trigger}`;
    const isOpen = !closed.has(key);
    if (guard === undefined) closed.add(key);
    return isOpen;
  });
}

/** Whether a state can be over, so that its `onDone` can be taken. */
export function canBeDone(node: AnyStateNode, reached: ReadonlySet<AnyStateNode>): boolean {
  const children = childNodes(node).filter((child) => child.type !== "history");
  if (node.type === "parallel") return children.every((child) => canBeDone(child, reached));
  if (node.type === "compound") return children.some((child) => child.type === "final" && reached.has(child));
  return node.type === "final";
}

/** What XState enters with a state: its initial states, all regions of a parallel state, what a history state falls back to. */
function entered(node: AnyStateNode): AnyStateNode[] {
  if (node.type === "parallel") return childNodes(node).filter((child) => child.type !== "history");
  if (node.type === "compound") return [initialOf(node)].filter((child) => child !== undefined);
  return node.type === "history" ? historyDefaults(node) : [];
}

/** What is entered around a target: its ancestors, and the other regions of those that are parallel. */
function around(node: AnyStateNode): { readonly active: AnyStateNode[]; readonly entered: AnyStateNode[] } {
  const active = ancestorsOf(node);
  const inside = new Set([node, ...active]);
  const others = active.filter(({ type }) => type === "parallel").flatMap(childNodes);
  return { active, entered: others.filter((child) => child.type !== "history" && !inside.has(child)) };
}

/** The search under way: what may be active, what was entered by default, what was a target. */
interface Search {
  readonly nodes: Set<AnyStateNode>;
  readonly descended: Set<AnyStateNode>;
  readonly targets: Set<AnyStateNode>;
}

/** Adds a state and what is entered in it. */
function descend(node: AnyStateNode, search: Search): void {
  if (search.descended.has(node)) return;
  search.descended.add(node);
  search.nodes.add(node);
  for (const inside of entered(node)) {
    // What a history state falls back to may stand anywhere.
    if (node.type === "history") enter(inside, search);
    else descend(inside, search);
  }
}

/** Adds a target and everything entered with it. */
function enter(target: AnyStateNode, search: Search): void {
  if (search.targets.has(target)) return;
  search.targets.add(target);
  descend(target, search);
  const outside = around(target);
  for (const node of outside.active) search.nodes.add(node);
  for (const node of outside.entered) descend(node, search);
}

/** All states that a machine can come into. */
export function reachOf(machine: AnyStateMachine): Reach {
  const search: Search = { nodes: new Set(), descended: new Set(), targets: new Set() };
  const { nodes } = search;
  const transitions = (node: AnyStateNode): readonly NodeTransition[] =>
    open(transitionsOfNode(node)).filter(({ kind }) => kind !== "done" || canBeDone(node, nodes));
  const size = (): number => nodes.size + search.targets.size;
  enter(machine.root, search);
  for (let before = -1; before < size();) {
    before = size();
    // A set gives what is added while it is walked.
    for (const node of nodes) for (const { target } of transitions(node)) for (const one of target) enter(one, search);
  }
  return { nodes, transitions };
}

/** The innermost states that a target leads into. */
export function leavesOf(target: AnyStateNode): AnyStateNode[] {
  const seen = new Set<AnyStateNode>();
  const look = (node: AnyStateNode): AnyStateNode[] => {
    if (seen.has(node)) return [];
    seen.add(node);
    const inside = entered(node);
    return inside.length === 0 ? [node] : inside.flatMap(look);
  };
  return look(target);
}
