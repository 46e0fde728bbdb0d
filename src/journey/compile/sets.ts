/**
 * Which nodes a transition leaves and enters: XState's set algorithms (themselves SCXML's), function by function, for
 * configurations without parallel and history states.
 */

import type { AnyStateNode } from "xstate";
import { childrenOf, pathUp } from "./nodes.ts";

/** The part of a transition that decides about nodes. */
export interface Move {
  readonly source: AnyStateNode;
  readonly target: readonly AnyStateNode[] | undefined;
  readonly reenter: boolean;
}

/** Nodes to enter, outermost first, and those among them whose `initial` actions run too. */
export interface Entered {
  readonly nodes: readonly AnyStateNode[];
  readonly byDefault: ReadonlySet<AnyStateNode>;
}

type Scope = AnyStateNode | undefined;

/** The move by which XState enters a machine. */
export function initialMove(root: AnyStateNode): Move {
  const target: AnyStateNode[] = [];
  for (let node: AnyStateNode | undefined = root; node !== undefined; node = initialChild(node)) target.push(node);
  return { source: root, target, reenter: true };
}

/** The nodes that a move leaves, innermost first. */
export function exitSet(move: Move, configuration: ReadonlySet<AnyStateNode>): AnyStateNode[] {
  if (move.target === undefined || move.target.length === 0) return [];
  const domain = domainOf(move);
  return [...configuration].filter((node) => isInside(node, domain)).sort((a, b) => b.order - a.order);
}

/** The nodes that a move enters; they may be active already (the root, targeted from below without `reenter`). */
export function entrySet(move: Move): Entered {
  const nodes = new Set<AnyStateNode>();
  const byDefault = new Set<AnyStateNode>();
  const domain = domainOf(move);
  for (const target of move.target ?? []) {
    if (target !== move.source || move.source !== domain || move.reenter) {
      nodes.add(target);
      byDefault.add(target);
    }
    for (let node = initialChild(target); node !== undefined; node = initialChild(node)) {
      nodes.add(node);
      byDefault.add(node);
    }
  }
  const reentered = move.source.parent === undefined && move.reenter ? undefined : domain;
  for (const target of move.target ?? []) {
    for (const ancestor of ancestorsBelow(target, domain)) {
      if (reentered === undefined || isInside(ancestor, reentered)) nodes.add(ancestor);
    }
  }
  return { nodes: [...nodes].sort((a, b) => a.order - b.order), byDefault };
}

/** The smallest scope that contains a move; everything active inside it is left. Undefined: even the root is left. */
function domainOf(move: Move): Scope {
  const targets = move.target ?? [];
  const { source } = move;
  if (!move.reenter && targets.every((target) => target === source || isInside(target, source))) return source;
  const common = commonAncestor([...targets, source]);
  if (common !== undefined || move.reenter) return common;
  return source.machine.root;
}

function commonAncestor(nodes: readonly AnyStateNode[]): Scope {
  const [head, ...tail] = nodes;
  if (head === undefined) return undefined;
  return ancestorsBelow(head, undefined).find((ancestor) => tail.every((node) => isInside(node, ancestor)));
}

function ancestorsBelow(node: AnyStateNode, scope: Scope): AnyStateNode[] {
  if (node === scope) return [];
  const ancestors = pathUp(node).slice(1);
  const end = scope === undefined ? -1 : ancestors.indexOf(scope);
  return end < 0 ? ancestors : ancestors.slice(0, end);
}

/** Whether the node is a proper descendant; of no scope at all, every node is (XState's `isDescendant`). */
function isInside(node: AnyStateNode, scope: Scope): boolean {
  return scope === undefined || pathUp(node).slice(1).includes(scope);
}

function initialChild(node: AnyStateNode): AnyStateNode | undefined {
  return childrenOf(node).length === 0 ? undefined : node.initial.target[0];
}
