/** A journey as a Mermaid diagram (`stateDiagram-v2`), for Markdown pages that draw it. */

import type { Inspection, StateView, TransitionView } from "./inspection.ts";
import { callsText, guardText, triggerText } from "./lines.ts";

/** Everything but letters, digits and a few harmless signs is written as Mermaid's character code, so that no name is syntax. */
function escaped(text: string): string {
  const oneLine = text.replaceAll(/\s+/gu, " ").trim();
  return oneLine.replaceAll(/[^\p{L}\p{M}\p{N} _.,()/→-]/gu, (sign) => `#${sign.codePointAt(0) ?? 63};`);
}

interface Names {
  readonly inspection: Inspection;
  readonly of: (path: string) => string;
}

function label(transition: TransitionView): string {
  const { actions } = transition;
  const does = actions.length === 0 ? "" : `/ ${callsText(actions)}`;
  return escaped([triggerText(transition), guardText(transition), does].filter((part) => part !== "").join(" "));
}

function title(state: StateView, { inspection }: Names): string {
  const name = state.parent === undefined ? inspection.id : state.key;
  if (state.type === "history") return escaped(`${name} (${state.history === "deep" ? "H*" : "H"})`);
  return escaped(name);
}

function childrenOf(state: StateView, { inspection }: Names): StateView[] {
  return inspection.states.filter(({ parent }) => parent === state.path);
}

/** The inside of a state: its children one after another, or beside each other in regions. */
function inside(state: StateView, names: Names, indent: string): string[] {
  const children = childrenOf(state, names).map((child) => declaration(child, names, indent));
  if (state.type === "parallel") return children.flatMap((lines, i) => (i === 0 ? lines : [`${indent}--`, ...lines]));
  const start = state.initial === undefined ? [] : [`${indent}[*] --> ${names.of(state.initial)}`];
  return [...start, ...children.flat()];
}

function declaration(state: StateView, names: Names, indent: string): string[] {
  const own = `${indent}state "${title(state, names)}" as ${names.of(state.path)}`;
  const hasInside = childrenOf(state, names).length > 0;
  const end = state.type === "final" ? [`${indent}${names.of(state.path)} --> [*]`] : [];
  if (!hasInside) return [own, ...end];
  return [`${own} {`, ...inside(state, names, `${indent}  `), `${indent}}`, ...end];
}

/** Transitions stand after all states: Mermaid puts a state into the first block that mentions it. */
function transitionLines(state: StateView, names: Names): string[] {
  return state.transitions.flatMap((transition) =>
    transition.targets.map((target) => `  ${names.of(state.path)} --> ${names.of(target)} : ${label(transition)}`),
  );
}

function noteLines(state: StateView, names: Names): string[] {
  const does = [
    ...(state.entry.length === 0 ? [] : [`entry / ${callsText(state.entry)}`]),
    ...(state.exit.length === 0 ? [] : [`exit / ${callsText(state.exit)}`]),
  ];
  return does.length === 0 || state.parent === undefined ? [] : [`  ${names.of(state.path)} : ${escaped(does.join(" "))}`];
}

/** The diagram's text. A root that reacts to events itself, or is parallel, is drawn as a state around the others. */
export function journeyMermaid(inspection: Inspection): string {
  const numbers = new Map(inspection.states.map(({ path }, i) => [path, `s${i}`]));
  const names: Names = { inspection, of: (path) => numbers.get(path) ?? "s0" };
  const [root] = inspection.states;
  if (root === undefined) return "stateDiagram-v2\n";
  const mentioned = inspection.states.some(({ transitions }) => transitions.some(({ targets }) => targets.includes(root.path)));
  const isDrawn = root.type !== "compound" || root.transitions.length > 0 || mentioned;
  const body = isDrawn ? declaration(root, names, "  ") : inside(root, names, "  ");
  const further = inspection.states.flatMap((state) => [...noteLines(state, names), ...transitionLines(state, names)]);
  return `${["stateDiagram-v2", ...body, ...further].join("\n")}\n`;
}
