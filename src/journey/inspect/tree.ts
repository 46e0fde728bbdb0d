/** A journey as an indented tree for terminals. */

import { printable } from "../../errors.ts";
import type { Inspection, StateView, TransitionView } from "./inspection.ts";
import { callsText, guardText, targetText, triggerText } from "./lines.ts";

const STEP = 2;

/** Lays words out on lines of a width; lines after the first stand further in. */
function wrapped(text: string, indent: number, hanging: number, width: number): string {
  const lines: string[] = [];
  let line = " ".repeat(indent);
  let isEmpty = true;
  for (const word of printable(text).split(" ")) {
    if (!isEmpty && line.length + 1 + word.length > width) {
      lines.push(line);
      line = " ".repeat(indent + hanging);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join("\n");
}

/** What is special about a state, as words in brackets. */
function marks(state: StateView, inspection: Inspection): string {
  const parent = inspection.states.find(({ path }) => path === state.parent);
  const found = [
    parent?.initial === state.path ? "initial" : "",
    state.type === "final" || state.type === "parallel" ? state.type : "",
    state.type === "history" ? `${state.history === "deep" ? "deep " : ""}history` : "",
    ...state.tags.map((tag) => `#${tag}`),
    inspection.unreachable.includes(state.path) ? "unreachable" : "",
    inspection.deadEnds.includes(state.path) ? "dead end" : "",
  ].filter((mark) => mark !== "");
  return found.length === 0 ? "" : `  (${found.join(", ")})`;
}

function transitionLine(state: StateView, transition: TransitionView): string {
  const { targets, actions, reenter } = transition;
  const to = targets.map((target) => targetText(state, target)).join(" and ");
  const does = actions.length === 0 ? "" : `/ ${callsText(actions)}`;
  const leads = to === "" ? "(stays)" : `→ ${to}${reenter ? " (anew)" : ""}`;
  return [triggerText(transition), guardText(transition), leads, does].filter((part) => part !== "").join(" ");
}

function stateLines(state: StateView, depth: number, inspection: Inspection, width: number): string[] {
  const indent = depth * STEP;
  const name = depth === 0 ? inspection.id : state.key;
  const inside = indent + 2 * STEP;
  const line = (text: string): string => wrapped(text, inside, 2 * STEP, width);
  return [
    `${" ".repeat(indent)}${printable(name)}${printable(marks(state, inspection))}`,
    ...(state.description === undefined ? [] : [line(`"${state.description.replaceAll(/\s+/gu, " ").trim()}"`)]),
    ...(state.entry.length === 0 ? [] : [line(`entry / ${callsText(state.entry)}`)]),
    ...(state.exit.length === 0 ? [] : [line(`exit / ${callsText(state.exit)}`)]),
    ...(state.initialActions.length === 0 ? [] : [line(`first / ${callsText(state.initialActions)}`)]),
    ...state.invokes.map((actor) => line(`invoke ${actor}`)),
    ...state.transitions.map((transition) => line(transitionLine(state, transition))),
  ];
}

/**
 * The states of a journey as an indented tree, with their actions and transitions.
 *
 * @param width - columns of the terminal
 */
export function journeyTree(inspection: Inspection, width = 100): string {
  const depths = new Map<string, number>();
  const lines = inspection.states.flatMap((state) => {
    const depth = state.parent === undefined ? 0 : (depths.get(state.parent) ?? 0) + 1;
    depths.set(state.path, depth);
    return stateLines(state, depth, inspection, width);
  });
  return lines.join("\n");
}
