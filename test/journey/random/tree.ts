/**
 * Makes a legal tree of states of a flat list: parents exist and may have children, compound states have an initial child,
 * and the histories on which XState itself overflows its stack are left out (see `needsFallback`).
 */

import type { Kind, MachineSpec, NodeSpec } from "./spec.ts";
import { pick } from "./spec.ts";

/** A state on its way to a configuration. */
export interface Draft {
  readonly spec: NodeSpec;
  readonly key: string;
  readonly parent: Draft | undefined;
  readonly children: Draft[];
  readonly depth: number;
  kind: Kind;
  /** Of a compound state. */
  initial: Draft | undefined;
  /** Of a history state: where it leads when nothing is remembered, to several regions perhaps. */
  fallback: readonly Draft[];
}

const DEEPEST = 4;
/** Numbers as keys count backwards, so that siblings change places. */
const LAST_NUMBER = 40;
/** More only make more of the same combinations. */
const MOST_REGIONS = 3;

/** All states, the root first, parents before children. */
export function treeOf(spec: MachineSpec): Draft[] {
  const drafts: Draft[] = [];
  spec.nodes.forEach((node, index) => {
    const isRoot = index === 0;
    const parent = isRoot ? undefined : parentFor(node, index, drafts);
    const kind = isRoot && node.kind !== "parallel" ? "state" : index === 1 && node.kind !== "parallel" ? "state" : node.kind;
    const key = isRoot ? "m" : node.numbered ? String(LAST_NUMBER - index) : `s${index}`;
    const depth = parent === undefined ? 0 : parent.depth + 1;
    const draft: Draft = { spec: node, key, parent, children: [], depth, kind, initial: undefined, fallback: [] };
    parent?.children.push(draft);
    drafts.push(draft);
  });
  for (const draft of drafts) prune(draft);
  const kept = drafts.filter((draft) => draft.parent === undefined || draft.parent.children.includes(draft));
  for (const draft of kept) settle(draft);
  return kept;
}

/** The id that XState gives a state, or that it says itself. */
export function idOf(draft: Draft): string {
  if (draft.spec.named && draft.parent !== undefined) return `n${draft.key}`;
  return ["m", ...pathOf(draft)].join(".");
}

/** Keys from the root's child down to the state. */
export function pathOf(draft: Draft): string[] {
  return draft.parent === undefined ? [] : [...pathOf(draft.parent), draft.key];
}

/** Whether a state lies properly inside another. */
export function isInside(draft: Draft, outer: Draft): boolean {
  return draft.parent !== undefined && (draft.parent === outer || isInside(draft.parent, outer));
}

/** Whether two states can be targets of one transition: they lie in different regions of one parallel state. */
export function inDifferentRegions(one: Draft, other: Draft): boolean {
  const first = placeOf(one);
  const second = placeOf(other);
  if (first === second || isInside(first, second) || isInside(second, first)) return false;
  for (let at = first.parent; at !== undefined; at = at.parent) if (isInside(second, at)) return at.kind === "parallel";
  return false;
}

/** A history state stands for its parent. */
function placeOf(draft: Draft): Draft {
  return draft.kind === "history" && draft.parent !== undefined ? draft.parent : draft;
}

function parentFor(node: NodeSpec, index: number, drafts: readonly Draft[]): Draft {
  const [root] = drafts;
  if (root === undefined) throw new Error("the root comes first");
  if (index === 1) return root;
  const open = drafts.filter(
    ({ kind, depth, children }) => depth < DEEPEST && (kind === "state" || (kind === "parallel" && children.length < MOST_REGIONS)),
  );
  if (open.length === 0) return root;
  // More children for parallel states: several regions are what makes them interesting, and histories of several regions.
  const parallels = drafts.filter(({ kind, depth }) => kind === "parallel" && depth < DEEPEST);
  const more = node.kind === "history" ? [...parallels, ...parallels, ...parallels] : parallels.filter((draft) => open.includes(draft));
  return pick([...open, ...more], node.parent);
}

/** Histories need something to remember, and parallel states a region. */
function prune(draft: Draft): void {
  if (draft.children.every(({ kind }) => kind === "history")) draft.children.length = 0;
  if (draft.kind === "parallel" && draft.children.length === 0) draft.kind = "state";
}

function settle(draft: Draft): void {
  const { children, spec } = draft;
  if (isEndOfRegion(draft)) draft.kind = "final";
  if (draft.kind === "state" && children.length > 0) draft.initial = initialOf(draft);
  if (draft.kind === "history" && draft.parent !== undefined && (spec.fallback !== undefined || needsFallback(draft))) {
    const inside = insideOf(draft.parent);
    const first = pick(inside, spec.fallback ?? 0);
    const beside = spec.named ? inside.filter((other) => inDifferentRegions(first, other)) : [];
    draft.fallback = beside.length === 0 ? [first] : [first, pick(beside, spec.initial)];
  }
}

/** Some states inside regions become final: all regions have to end for a parallel state to be done. */
function isEndOfRegion({ spec, kind, children, parent }: Draft): boolean {
  const isAtomic = kind === "state" && children.length === 0;
  return isAtomic && parent?.parent?.kind === "parallel" && spec.initial >= 7 && parent.children[0]?.spec !== spec;
}

/** The last two numbers of twelve mean a history state, where there is one, and a final state is the last resort otherwise. */
function initialOf({ children, spec }: Draft): Draft {
  const histories = children.filter(({ kind }) => kind === "history");
  if (spec.initial >= 11 && histories.length > 0) return pick(histories, spec.initial);
  const states = children.filter(({ kind }) => kind !== "history");
  const lasting = states.filter(({ kind }) => kind !== "final");
  return pick(lasting.length > 0 && spec.initial < 10 ? lasting : states, spec.initial);
}

/**
 * XState follows a history without default to its parent's initial state: without end when that is the history itself, and
 * when it is another history, XState makes that history an active state.
 */
function needsFallback({ parent }: Draft): boolean {
  return parent?.initial?.kind === "history";
}

/** States inside another, without histories. */
function insideOf(outer: Draft): Draft[] {
  return outer.children.flatMap((child) => (child.kind === "history" ? [] : [child, ...insideOf(child)]));
}
