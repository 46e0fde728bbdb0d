/** Labels of the Graphviz drawing, in its HTML-like notation. */

import type { CallView, Inspection, StateView, TransitionView } from "./inspection.ts";
import { guardText, triggerText } from "./lines.ts";

/** Ink of the drawing: readable on white for people who see colours differently, and in print. */
export const INK = {
  text: "#1b1f24",
  quiet: "#57606a",
  line: "#8c959f",
  wrong: "#b42318",
  event: "#0b5394",
  after: "#8a4b00",
  always: "#57606a",
  done: "#1a6b3c",
  actor: "#6639a6",
} as const;

const WIDEST = 26;
/** Control characters have no place in XML, on which Graphviz's labels and the SVG are built. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Somebody's text inside a label. */
export function markup(text: string): string {
  const oneLine = text.replaceAll(/\s+/gu, " ").trim();
  return oneLine.replaceAll(UNPRINTABLE, "\ufffd").replaceAll(/[&<>"']/gu, (sign) => ENTITIES[sign] ?? "");
}

/** A text in several lines, broken between words. */
function lines(text: string, widest = WIDEST): string[] {
  const found: string[] = [];
  let line = "";
  for (const word of text.replaceAll(/\s+/gu, " ").trim().split(" ")) {
    if (line !== "" && line.length + 1 + word.length > widest) {
      found.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...found, line];
}

function font(text: string, size: number, color: string, inside = "i"): string {
  const body = lines(text)
    .map((line) => markup(line))
    .join("<br/>");
  const styled = inside === "" ? body : `<${inside}>${body}</${inside}>`;
  return body === "" ? "" : `<font point-size="${size}" color="${color}">${styled}</font>`;
}

function isMissing({ words }: CallView, inspection: Inspection): boolean {
  return words.some((word) => inspection.missing.some(({ name, kind }) => name === word.name && kind !== "delay"));
}

function callLines(prefix: string, calls: readonly CallView[], inspection: Inspection): string[] {
  return calls.map((call, i) => font(`${i === 0 ? prefix : ""}${call.text}`, 9, isMissing(call, inspection) ? INK.wrong : INK.quiet, ""));
}

/** How rows stand: in the middle of a state, at the left of a heading, a little away from an arrow. */
const CELLS = {
  state: "<td>",
  heading: '<td align="left" balign="left">',
  arrow: '<td width="6"></td><td align="left" balign="left">',
} as const;

/** Rows of a label. */
function cells(rows: readonly string[], where: keyof typeof CELLS = "state"): string {
  const found = rows.filter((row) => row !== "").map((row) => `<tr>${CELLS[where]}${row}</td></tr>`);
  if (found.length === 0) return "";
  return `<<table border="0" cellborder="0" cellspacing="0" cellpadding="1">${found.join("")}</table>>`;
}

/** Transitions that lead nowhere stand inside their state. */
function reactions(state: StateView, inspection: Inspection): string[] {
  return state.transitions
    .filter(({ targets }) => targets.length === 0)
    .flatMap((transition) =>
      callLines(`${[triggerText(transition), guardText(transition)].join(" ").trim()} / `, transition.actions, inspection),
    );
}

/** A state without states inside: its name, its description and what it does on entry and exit. */
export function leafLabel(state: StateView, inspection: Inspection): string {
  return cells([
    font(state.key, 12, INK.text, "b"),
    ...(state.tags.length === 0 ? [] : [font(state.tags.map((tag) => `#${tag}`).join(" "), 9, INK.quiet, "")]),
    ...callLines("entry / ", state.entry, inspection),
    ...callLines("exit / ", state.exit, inspection),
    ...state.invokes.map((name) => font(`invoke ${name}`, 9, INK.quiet, "")),
    ...reactions(state, inspection),
  ]);
}

/** The heading of a state around others. */
export function clusterLabel(state: StateView, inspection: Inspection): string {
  const kind = state.type === "parallel" ? " (parallel)" : "";
  return cells(
    [
      font(`${state.parent === undefined ? inspection.id : state.key}${kind}`, 13, INK.text, "b"),
      ...callLines("entry / ", state.entry, inspection),
      ...callLines("exit / ", state.exit, inspection),
      ...reactions(state, inspection),
    ],
    "heading",
  );
}

/** What stands beside an arrow: trigger, guard and actions, one below the other. */
export function edgeLabel(transition: TransitionView, inspection: Inspection): string {
  const { guard, kind, trigger } = transition;
  const noDelay = kind === "after" && inspection.missing.some((word) => word.kind === "delay" && word.name === trigger);
  const first = kind === "always" ? "" : font(triggerText(transition), 10, noDelay ? INK.wrong : INK[kind], kind === "event" ? "b" : "");
  return cells(
    [
      first,
      ...(guard === undefined ? [] : [font(guardText(transition), 10, isMissing(guard, inspection) ? INK.wrong : INK.text)]),
      ...callLines("/ ", transition.actions, inspection),
    ],
    "arrow",
  );
}

const KINDS = [
  ["event", "event"],
  ["after", "after a delay"],
  ["always", "at once, dashed"],
  ["done", "when done"],
  ["actor", "of an invoked actor"],
] as const;

/** What the colours of the arrows mean; only kinds that the journey has. */
export function legend({ states }: Inspection): string {
  const found = KINDS.filter(([kind]) =>
    states.some(({ transitions }) => transitions.some((one) => one.kind === kind && one.targets.length > 0)),
  );
  const parts = found.map(([kind, words]) => `<font point-size="9" color="${INK[kind]}">${words}</font>`);
  return parts.length === 0
    ? ""
    : `<<table border="0" cellborder="0" cellspacing="8" cellpadding="0"><tr>${parts.map((part) => `<td>${part}</td>`).join("")}</tr></table>>`;
}
