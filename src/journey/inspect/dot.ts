/** A journey as a Graphviz drawing: states inside states are clusters, arrows end at the border of the state they mean. */

import { clusterLabel, edgeLabel, INK, leafLabel, legend } from "./dot-labels.ts";
import type { Inspection, StateView, TransitionView } from "./inspection.ts";

/** Graphviz knows the widths of this font; the SVG names others for computers without it. */
export const FONT = "Arial";
const FILLS = ["#ffffff", "#f6f8fa", "#eef2f6", "#e6ebf1"];

/** The drawing under way: the states by path and the names that Graphviz knows them by. */
interface Drawing {
  readonly inspection: Inspection;
  readonly byPath: ReadonlyMap<string, StateView>;
  readonly children: ReadonlyMap<string, readonly StateView[]>;
  readonly nameOf: (path: string) => string;
  /** The place of a state in the order of the machine. */
  readonly order: (path: string) => number;
}

function drawingOf(inspection: Inspection): Drawing {
  const numbers = new Map(inspection.states.map(({ path }, i) => [path, i]));
  return {
    inspection,
    byPath: new Map(inspection.states.map((state) => [state.path, state])),
    children: new Map(inspection.states.map(({ path }) => [path, inspection.states.filter(({ parent }) => parent === path)])),
    nameOf: (path) => `s${numbers.get(path) ?? 0}`,
    order: (path) => numbers.get(path) ?? 0,
  };
}

function childrenOf(drawing: Drawing, path: string): readonly StateView[] {
  return drawing.children.get(path) ?? [];
}

/** The innermost initial state of a state. */
function firstLeaf(drawing: Drawing, path: string): string {
  const inside = drawing.byPath.get(path)?.initial ?? childrenOf(drawing, path)[0]?.path;
  return inside === undefined ? path : firstLeaf(drawing, inside);
}

/** The last innermost state that can be active: most likely at the bottom of the drawing. */
function lastLeaf(drawing: Drawing, path: string): string {
  const { unreachable } = drawing.inspection;
  const children = childrenOf(drawing, path);
  const inside = (children.findLast((child) => child.type !== "history" && !unreachable.includes(child.path)) ?? children.at(-1))?.path;
  return inside === undefined ? path : lastLeaf(drawing, inside);
}

/** The outermost starting point in a state: the topmost thing in it, so that an arrow into the state is cut near its end. */
function startIn(drawing: Drawing, path: string): string | undefined {
  if (drawing.byPath.get(path)?.initial !== undefined) return `start_${drawing.nameOf(path)}`;
  const [first] = childrenOf(drawing, path);
  return first === undefined ? undefined : startIn(drawing, first.path);
}

function isInside(path: string, outer: string): boolean {
  return outer === "(root)" || path === outer || path.startsWith(`${outer}.`);
}

/** `key="value"` with what Graphviz's strings need; labels in HTML-like notation stand as they are. */
function attributes(values: Readonly<Record<string, string | undefined>>): string {
  const written = Object.entries(values).map(([key, value]) => {
    if (value === undefined) return "";
    return value.startsWith("<<") ? `${key}=${value}` : `${key}="${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
  });
  return `[${written.filter((one) => one !== "").join(", ")}]`;
}

function leafLine(drawing: Drawing, state: StateView, indent: string): string {
  const { inspection, nameOf } = drawing;
  const isWrong = inspection.deadEnds.includes(state.path) || inspection.refusals.some((refusal) => refusal.state === state.path);
  const isUnreachable = inspection.unreachable.includes(state.path);
  const isHistory = state.type === "history";
  return `${indent}${nameOf(state.path)} ${attributes({
    label: isHistory ? (state.history === "deep" ? "H*" : "H") : leafLabel(state, inspection),
    shape: isHistory ? "circle" : undefined,
    width: isHistory ? "0.3" : undefined,
    height: isHistory ? "0.3" : undefined,
    fixedsize: isHistory ? "true" : undefined,
    peripheries: state.type === "final" ? "2" : undefined,
    style: isUnreachable ? "rounded,filled,dashed" : undefined,
    color: isWrong ? INK.wrong : undefined,
    penwidth: isWrong ? "2" : undefined,
  })};`;
}

function startLines(drawing: Drawing, state: StateView, indent: string): string[] {
  if (state.initial === undefined) return [];
  const { nameOf } = drawing;
  const start = `start_${nameOf(state.path)}`;
  const isWhole = childrenOf(drawing, state.initial).length === 0;
  const anchor = isWhole ? nameOf(state.initial) : (startIn(drawing, state.initial) ?? nameOf(firstLeaf(drawing, state.initial)));
  const head = isWhole ? undefined : `cluster_${nameOf(state.initial)}`;
  return [
    `${indent}${start} ${attributes({ shape: "circle", style: "filled", fillcolor: INK.text, color: INK.text, label: "", width: "0.11", height: "0.11", fixedsize: "true" })};`,
    `${indent}${start} -> ${anchor} ${attributes({ color: INK.text, arrowsize: "0.6", lhead: head, weight: "3" })};`,
  ];
}

function clusterLines(drawing: Drawing, state: StateView, depth: number): string[] {
  const indent = "  ".repeat(depth);
  const inside = `${indent}  `;
  const isRegion = drawing.byPath.get(state.parent ?? "")?.type === "parallel";
  const isUnreachable = drawing.inspection.unreachable.includes(state.path);
  // The frame of the whole says nothing unless its parts stand beside each other or arrows begin at it.
  const isPage = state.parent === undefined && state.type !== "parallel" && state.transitions.length === 0;
  const values = {
    label: clusterLabel(state, drawing.inspection),
    style: isRegion || isUnreachable ? "rounded,filled,dashed" : "rounded,filled",
    fillcolor: isPage ? "transparent" : FILLS[Math.min(depth, FILLS.length - 1)],
    color: isPage ? "transparent" : INK.line,
    labelloc: "t",
    labeljust: "l",
    margin: "12",
  };
  return [
    `${indent}subgraph cluster_${drawing.nameOf(state.path)} {`,
    `${inside}graph ${attributes(values)};`,
    ...startLines(drawing, state, inside),
    ...childrenOf(drawing, state.path).flatMap((child) => stateLines(drawing, child, depth + 1)),
    `${indent}}`,
  ];
}

function stateLines(drawing: Drawing, state: StateView, depth: number): string[] {
  return childrenOf(drawing, state.path).length > 0 ? clusterLines(drawing, state, depth) : [leafLine(drawing, state, "  ".repeat(depth))];
}

/** An end of an arrow: the node that Graphviz knows, and the border at which the arrow is cut. */
interface End {
  readonly node: string;
  readonly border?: string;
}

/**
 * Where an arrow begins or ends. In a state around others it holds on to what is nearest to the other end, so that most of it, and its label,
 * lies outside. Graphviz cuts it at the border only if its other end lies outside.
 */
function endAt(drawing: Drawing, path: string, other: string): End {
  const { nameOf } = drawing;
  if (childrenOf(drawing, path).length === 0) return { node: nameOf(path) };
  if (isInside(other, path)) return { node: nameOf(firstLeaf(drawing, path)) };
  const start = drawing.order(other) < drawing.order(path) ? startIn(drawing, path) : undefined;
  return { node: start ?? nameOf(lastLeaf(drawing, path)), border: `cluster_${nameOf(path)}` };
}

/**
 * One arrow. Graphviz ranks states along its arrows; those that lead back to a state further up in the machine are written the other way
 * round and drawn backwards, so that the drawing reads in the author's order.
 */
function edgeLine(drawing: Drawing, from: StateView, transition: TransitionView, target: string): string {
  const tail = endAt(drawing, from.path, target);
  const head = endAt(drawing, target, from.path);
  const isBack = drawing.order(target) < drawing.order(from.path);
  const [first, second] = isBack ? [head, tail] : [tail, head];
  return `  ${first.node} -> ${second.node} ${attributes({
    label: edgeLabel(transition, drawing.inspection),
    color: INK[transition.kind],
    style: transition.kind === "always" ? "dashed" : undefined,
    dir: isBack ? "back" : undefined,
    ltail: first.border,
    lhead: second.border,
    weight: drawing.byPath.get(target)?.parent === from.parent ? "4" : undefined,
  })};`;
}

/** The drawing in Graphviz's language. */
export function journeyDot(inspection: Inspection): string {
  const drawing = drawingOf(inspection);
  const edges = inspection.states.flatMap((state) =>
    state.transitions.flatMap((transition) => transition.targets.map((target) => edgeLine(drawing, state, transition, target))),
  );
  const [root] = inspection.states;
  const face = { fontname: FONT, fontsize: "10", fontcolor: INK.text };
  return `${[
    "digraph journey {",
    `  graph ${attributes({ ...face, compound: "true", rankdir: "TB", nodesep: "0.35", ranksep: "0.45", pad: "0.2", labelloc: "b", label: legend(inspection) })};`,
    `  node ${attributes({ ...face, shape: "box", style: "rounded,filled", fillcolor: "#ffffff", color: INK.line, margin: "0.08,0.04", height: "0.3" })};`,
    `  edge ${attributes({ ...face, arrowsize: "0.7" })};`,
    ...(root === undefined ? [] : stateLines(drawing, root, 1)),
    ...edges,
    "}",
  ].join("\n")}\n`;
}
