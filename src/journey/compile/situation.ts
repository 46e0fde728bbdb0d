/** A situation: all that decides how a machine reacts, apart from context and timers. The compiler numbers situations. */

import { matchesState } from "xstate";
import type { AnyStateNode, StateValue } from "xstate";
import { childrenOf, isAtomic, pathUp, valueOf } from "./nodes.ts";
import type { History } from "./sets.ts";
import { inDocumentOrder } from "./sets.ts";

/** Active nodes in XState's order (it asks guards and runs transitions in that order), and what history nodes remember. */
export interface Situation {
  readonly nodes: readonly AnyStateNode[];
  readonly history: History;
  /** A top-level final state was reached. */
  readonly done: boolean;
}

/**
 * Orders nodes canonically as far as XState's order can matter, so that paths which differ in nothing else lead to one situation.
 * It matters between regions of one parallel state, and between innermost states that follow `always` transitions.
 */
export function canonicalOrder(nodes: readonly AnyStateNode[]): AnyStateNode[] {
  const isRegion = (node: AnyStateNode): boolean => node.parent?.type === "parallel";
  const matters = (node: AnyStateNode): boolean => isRegion(node) || (isAtomic(node) && pathUp(node).some(hasAlways));
  const ordered = nodes.filter(matters);
  let next = 0;
  return inDocumentOrder(nodes).map((node) => (matters(node) ? (ordered[next++] ?? node) : node));
}

function hasAlways(node: AnyStateNode): boolean {
  return (node.always?.length ?? 0) > 0;
}

/** Equal keys, equal situations. */
export function keyOf({ nodes, history, done }: Situation): string {
  const orders = (list: readonly AnyStateNode[]): string => list.map((node) => node.order).join(" ");
  const memories = [...history].map(([node, memory]) => `${node.order}:${orders(memory)}`).sort();
  return `${done ? "done" : ""}|${orders(nodes)}|${memories.join("|")}`;
}

/** Whether every active compound state has one active child and every parallel state all its regions. */
export function isLegal(nodes: readonly AnyStateNode[]): boolean {
  const active = new Set(nodes);
  return nodes.every((node) => {
    const inside = childrenOf(node).filter((child) => active.has(child)).length;
    if (node.parent !== undefined && !active.has(node.parent)) return false;
    return node.type === "parallel" ? inside === childrenOf(node).length : inside === (node.type === "compound" ? 1 : 0);
  });
}

/** XState's `stateIn`. */
export function isIn(nodes: readonly AnyStateNode[], state: StateValue): boolean {
  const [root] = inDocumentOrder(nodes);
  if (root === undefined) return false;
  if (typeof state === "string" && state.startsWith("#")) return nodes.includes(root.machine.getStateNodeById(state));
  return matchesState(state, valueOf(root, new Set(nodes)));
}
