/** Actions, guards and transitions of a config. */

import { type Path, shown } from "../../scenario/index.ts";
import { type ConfigState, type Draft, note } from "./draft.ts";
import { keyFindings } from "./keys.ts";

/** Whether a value is a map of keys to values. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Does something for each of one or many, with the path of each; nothing when the value is left out. */
export function forEach(value: unknown, path: Path, look: (one: unknown, path: Path) => void): void {
  if (Array.isArray(value)) value.forEach((one, i) => look(one, [...path, i]));
  else if (value !== undefined) look(value, path);
}

function checkWord(draft: Draft, value: unknown, path: Path, kind: string): void {
  if (typeof value === "string" && value !== "") return;
  if (!isMap(value)) return note(draft, path, `the name of ${kind}, or { type, params }`, shown(value));
  draft.findings.push(...keyFindings(value, "word", path));
  if (typeof value["type"] !== "string" || value["type"] === "") {
    note(draft, [...path, "type"], `the name of ${kind}`, shown(value["type"]));
  }
  if (value["params"] !== undefined && !isMap(value["params"]))
    note(draft, [...path, "params"], "a map of names and values", shown(value["params"]));
}

/** One action or many. */
export function checkActions(draft: Draft, value: unknown, path: Path): void {
  forEach(value, path, (one, at) => checkWord(draft, one, at, "an action"));
}

function checkTransition(draft: Draft, from: ConfigState, value: unknown, path: Path): void {
  if (typeof value === "string") return checkTarget(draft, from, value, path);
  if (!isMap(value)) return note(draft, path, "a target, or a transition such as { target, guard, actions }", shown(value));
  draft.findings.push(...keyFindings(value, "transition", path));
  checkTarget(draft, from, value["target"], [...path, "target"]);
  if (value["guard"] !== undefined) checkWord(draft, value["guard"], [...path, "guard"], "a guard");
  checkActions(draft, value["actions"], [...path, "actions"]);
  if (value["reenter"] !== undefined && typeof value["reenter"] !== "boolean") {
    note(draft, [...path, "reenter"], "true or false", shown(value["reenter"]));
  }
}

/** One transition or several candidates. */
export function checkTransitions(draft: Draft, from: ConfigState, value: unknown, path: Path): void {
  forEach(value, path, (one, at) => checkTransition(draft, from, one, at));
}

/** Transitions by event or delay. */
export function checkTransitionMap(draft: Draft, from: ConfigState, value: unknown, path: Path, keys: string): void {
  if (value === undefined) return;
  if (!isMap(value)) return note(draft, path, `a map of ${keys} and transitions`, shown(value));
  for (const [key, transitions] of Object.entries(value)) {
    if (key === "")
      draft.findings.push({
        path: [...path, key],
        at: "key",
        expected: "a name (eventless transitions stand under `always`)",
        found: '""',
      });
    checkTransitions(draft, from, transitions, [...path, key]);
  }
}

/** Notes one target or many, to be looked up when all states are known. */
export function checkTarget(draft: Draft, from: ConfigState, value: unknown, path: Path, ofHistory = false): void {
  forEach(value, path, (target, at) => {
    // XState reads the empty text as "no target".
    if (target === "") return;
    if (typeof target === "string") draft.targets.push({ from, target, path: at, ofHistory });
    else note(draft, at, "the name of a state", shown(target));
  });
}
