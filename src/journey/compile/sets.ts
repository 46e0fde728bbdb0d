/**
 * Which nodes a step leaves and enters: XState's set algorithms, which are SCXML's (W3C, "Algorithm for SCXML
 * Interpretation") but for the domain of internal transitions.
 */

import type { AnyStateNode } from "xstate";
import { childrenOf, isAtomic, isHistory, pathUp } from "./nodes.ts";

/** The part of a transition that decides about nodes. */
export interface Move {
  readonly source: AnyStateNode;
  readonly target: readonly AnyStateNode[] | undefined;
  readonly reenter: boolean;
}

/** What was active inside the parents of history nodes when they were last left; by history node. */
export type History = ReadonlyMap<AnyStateNode, readonly AnyStateNode[]>;

/** Nodes to enter, outermost first, and those among them whose `initial` actions run too. */
export interface Entered {
  readonly nodes: readonly AnyStateNode[];
  readonly byDefault: ReadonlySet<AnyStateNode>;
}

type Scope = AnyStateNode | undefined;

/** Orders nodes as the document does; leaving goes the other way round. */
export function inDocumentOrder(nodes: Iterable<AnyStateNode>): AnyStateNode[] {
  return [...nodes].sort((a, b) => a.order - b.order);
}

/** Whether the node is a proper descendant; of no scope at all, every node is (XState's `isDescendant`). */
export function isInside(node: AnyStateNode, scope: Scope): boolean {
  return scope === undefined || pathUp(node).slice(1).includes(scope);
}

/** The nodes that moves leave, innermost first. */
export function exitSet(moves: readonly Move[], active: Iterable<AnyStateNode>, history: History): AnyStateNode[] {
  const left = new Set<AnyStateNode>();
  for (const move of moves) {
    if (move.target === undefined || move.target.length === 0) continue;
    const domain = domainOf(move, history);
    if (move.reenter && domain !== undefined && move.source === domain) left.add(domain);
    for (const node of active) if (isInside(node, domain)) left.add(node);
  }
  return inDocumentOrder(left).toReversed();
}

/** Of moves that would leave the same nodes, the inner one wins, otherwise the one selected first. */
export function withoutConflicts<M extends Move>(moves: readonly M[], active: readonly AnyStateNode[], history: History): M[] {
  const kept = new Set<M>();
  for (const move of moves) {
    const leaves = new Set(exitSet([move], active, history));
    const rivals = [...kept].filter((other) => exitSet([other], active, history).some((node) => leaves.has(node)));
    if (rivals.some((other) => !isInside(move.source, other.source))) continue;
    for (const other of rivals) kept.delete(other);
    kept.add(move);
  }
  return [...kept];
}

/** The nodes that moves enter; some may be active already. */
export function entrySet(moves: readonly Move[], history: History): Entered {
  const entry = new EntrySet(history);
  for (const move of moves) {
    const domain = domainOf(move, history);
    for (const target of move.target ?? []) {
      const isNewlyEntered = target !== move.source || move.source !== domain || move.reenter;
      if (!isHistory(target) && isNewlyEntered) entry.addDefault(target);
      entry.addDescendants(target);
    }
    for (const target of effectiveTargets(move.target ?? [], history)) {
      const ancestors = ancestorsBelow(target, domain);
      if (domain?.type === "parallel") ancestors.push(domain);
      entry.addAncestors(ancestors, move.source.parent === undefined && move.reenter ? undefined : domain);
    }
  }
  return { nodes: inDocumentOrder(entry.nodes), byDefault: entry.byDefault };
}

/** The move by which XState enters a machine. */
export function initialMove(root: AnyStateNode): Move {
  const target = new Set<AnyStateNode>();
  const visit = (node: AnyStateNode): void => {
    if (target.has(node)) return;
    target.add(node);
    const initial = initialChild(node);
    if (initial !== undefined) visit(initial);
    if (node.type === "parallel") childrenOf(node).forEach(visit);
  };
  visit(root);
  return { source: root, target: [...target], reenter: true };
}

/** What history nodes remember when a node is left, from the nodes active before the step leaves any. */
export function remembered(left: readonly AnyStateNode[], active: Iterable<AnyStateNode>): Map<AnyStateNode, AnyStateNode[]> {
  const all = inDocumentOrder(active);
  const memories = new Map<AnyStateNode, AnyStateNode[]>();
  for (const node of left) {
    for (const child of Object.values<AnyStateNode>(node.states)) {
      if (!isHistory(child)) continue;
      const isKept =
        child.history === "deep"
          ? (other: AnyStateNode) => isAtomic(other) && isInside(other, node)
          : (other: AnyStateNode) => other.parent === node;
      memories.set(child, all.filter(isKept));
    }
  }
  return memories;
}

/** Where a history node leads that remembers nothing: its own target, or what its parent begins with. */
export function defaultTargets(node: AnyStateNode): { readonly targets: readonly AnyStateNode[]; readonly isInitial: boolean } {
  const { parent, config } = node;
  if (parent === undefined) throw new Error("a history state cannot be the root");
  const written: unknown = "target" in config ? config.target : undefined;
  if (written === undefined || written === "") {
    if (parent.type === "parallel") return { targets: [parent], isInitial: false };
    return { targets: parent.initial.target, isInitial: true };
  }
  const paths = Array.isArray(written) ? (written as unknown[]) : [written];
  return { targets: paths.map((path) => nodeAt(parent, String(path))), isInitial: false };
}

class EntrySet {
  readonly nodes = new Set<AnyStateNode>();
  readonly byDefault = new Set<AnyStateNode>();
  private readonly history: History;

  constructor(history: History) {
    this.history = history;
  }

  addDefault(node: AnyStateNode): void {
    this.nodes.add(node);
    this.byDefault.add(node);
  }

  addDescendants(node: AnyStateNode): void {
    if (isHistory(node)) return this.addRemembered(node);
    if (node.type === "parallel") return this.addRegions(node, true);
    const initial = initialChild(node);
    if (initial === undefined) return;
    if (!isHistory(initial)) this.addDefault(initial);
    this.addDescendants(initial);
    this.addAncestors(ancestorsBelow(initial, node), undefined);
  }

  addAncestors(ancestors: readonly AnyStateNode[], within: Scope): void {
    for (const ancestor of ancestors) {
      if (isInside(ancestor, within)) this.nodes.add(ancestor);
      if (ancestor.type === "parallel") this.addRegions(ancestor, false);
    }
  }

  /** Enters the regions of a parallel state that nothing entered leads into. */
  private addRegions(parallel: AnyStateNode, byDefault: boolean): void {
    for (const region of childrenOf(parallel)) {
      if ([...this.nodes].some((node) => isInside(node, region))) continue;
      if (byDefault) this.byDefault.add(region);
      this.nodes.add(region);
      this.addDescendants(region);
    }
  }

  private addRemembered(node: AnyStateNode): void {
    const memory = this.history.get(node);
    const { targets, isInitial } = memory === undefined ? defaultTargets(node) : { targets: memory, isInitial: false };
    for (const target of targets) {
      this.nodes.add(target);
      if (isInitial && node.parent !== undefined) this.byDefault.add(node.parent);
      this.addDescendants(target);
    }
    for (const target of targets) this.addAncestors(ancestorsBelow(target, node.parent), undefined);
  }
}

/** The smallest scope that contains a move; everything active inside it is left. Undefined: even the root is left. */
function domainOf(move: Move, history: History): Scope {
  const targets = effectiveTargets(move.target ?? [], history);
  const { source } = move;
  if (!move.reenter && targets.every((target) => target === source || isInside(target, source))) return source;
  const common = commonAncestor([...targets, source]);
  if (common !== undefined || move.reenter) return common;
  return source.machine.root;
}

/** Targets with history nodes replaced by what they stand for. */
function effectiveTargets(targets: readonly AnyStateNode[], history: History): AnyStateNode[] {
  const effective = new Set<AnyStateNode>();
  for (const target of targets) {
    if (!isHistory(target)) effective.add(target);
    else {
      const meant = history.get(target) ?? effectiveTargets(defaultTargets(target).targets, history);
      for (const node of meant) effective.add(node);
    }
  }
  return [...effective];
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

function initialChild(node: AnyStateNode): AnyStateNode | undefined {
  return node.type === "compound" ? node.initial.target[0] : undefined;
}

/** A target written on a history node: an id, or a path from the node's parent. */
function nodeAt(parent: AnyStateNode, path: string): AnyStateNode {
  if (path.startsWith("#")) return parent.machine.getStateNodeById(path);
  let node = parent;
  for (const key of path.split(".")) {
    const child: AnyStateNode | undefined = node.states[key];
    if (child === undefined) throw new Error(`"${path}" is no state inside ${parent.id}`);
    node = child;
  }
  return node;
}
