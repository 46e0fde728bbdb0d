/** States that hold somebody for ever, or may do so. */

import type { AnyStateNode } from "xstate";
import { ancestorsOf, childNodes, type NodeTransition } from "./nodes.ts";
import { canBeDone, leavesOf, type Reach } from "./reach.ts";

function isWithin(node: AnyStateNode, outer: AnyStateNode): boolean {
  return node === outer || ancestorsOf(node).includes(outer);
}

/** Whether a final state ends the whole journey: at the top, or as the end of a region of regions of the top. */
function endsJourney(leaf: AnyStateNode): boolean {
  let whole = leaf.parent;
  while (whole?.parent?.type === "parallel") whole = whole.parent;
  return whole?.parent === undefined;
}

/** Whether a transition leads to another state than the one it is taken in. */
function leaves(leaf: AnyStateNode, { target }: NodeTransition): boolean {
  return target.flatMap(leavesOf).some((node) => node !== leaf);
}

/** Ways out of a leaf that belong to itself or to a state around it. */
function ownExits(leaf: AnyStateNode, reach: Reach): NodeTransition[] {
  const outward = ancestorsOf(leaf).flatMap((node) =>
    // A state around an unfinished one is not done as long as that one is active.
    reach.transitions(node).filter(({ kind }) => kind !== "done" || (leaf.type === "final" && canBeDone(node, reach.nodes))),
  );
  return [...reach.transitions(leaf), ...outward].filter((transition) => leaves(leaf, transition));
}

/**
 * Ways out that other regions take: a transition that leaves its own region leaves and enters the whole parallel state, this region
 * included.
 */
function exitsElsewhere(leaf: AnyStateNode, reach: Reach): NodeTransition[] {
  return ancestorsOf(leaf)
    .filter(({ type }) => type === "parallel")
    .flatMap(childNodes)
    .filter((region) => !isWithin(leaf, region))
    .flatMap((region) => {
      const inside = [...reach.nodes].filter((node) => isWithin(node, region));
      return inside.flatMap((node) => reach.transitions(node).filter(({ target }) => target.some((one) => !isWithin(one, region))));
    });
}

function isLeaf(node: AnyStateNode): boolean {
  return node.type === "atomic" || (node.type === "final" && !endsJourney(node));
}

/** Reachable states without any way out although the journey has not ended, in the order of the machine. */
export function deadEnds(nodes: readonly AnyStateNode[], reach: Reach): AnyStateNode[] {
  return nodes.filter(
    (node) => reach.nodes.has(node) && isLeaf(node) && ownExits(node, reach).length === 0 && exitsElsewhere(node, reach).length === 0,
  );
}

/** Reachable states with ways out that are all guarded, so that somebody stays if no guard ever holds. */
export function guardedOnly(nodes: readonly AnyStateNode[], reach: Reach): AnyStateNode[] {
  return nodes.filter((node) => {
    if (!reach.nodes.has(node) || !isLeaf(node)) return false;
    const exits = [...ownExits(node, reach), ...exitsElsewhere(node, reach)];
    return exits.length > 0 && exits.every(({ guard }) => guard !== undefined);
  });
}
