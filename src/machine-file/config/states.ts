/** Walks the states of a config. */

import { nearest, oneOf, type Path, shown } from "../../scenario/index.ts";
import { type ConfigState, type Draft, note } from "./draft.ts";
import { keyFindings } from "./keys.ts";
import { checkActions, checkTarget, checkTransitionMap, checkTransitions, forEach, isMap } from "./words.ts";

type Config = Readonly<Record<string, unknown>>;

const TYPES = ["atomic", "compound", "parallel", "final", "history"];

function checkText(draft: Draft, value: unknown, path: Path): void {
  if (value !== undefined && (typeof value !== "string" || value === "")) note(draft, path, "a text", shown(value));
}

function checkType(draft: Draft, { type, history }: Config, path: Path): void {
  if (type !== undefined && !(typeof type === "string" && TYPES.includes(type))) {
    note(draft, [...path, "type"], oneOf(TYPES), shown(type), typeof type === "string" ? nearest(type, TYPES) : undefined);
  }
  const kinds: readonly unknown[] = [undefined, true, false, "shallow", "deep"];
  if (!kinds.includes(history)) note(draft, [...path, "history"], "shallow or deep", shown(history));
}

function checkInitial(draft: Draft, config: Config, state: ConfigState): void {
  const { initial, type } = config;
  const children = [...state.children.keys()];
  const path = [...state.path, "initial"];
  const inside = isMap(initial);
  if (inside) {
    draft.findings.push(...keyFindings(initial, "initial", path));
    checkActions(draft, initial["actions"], [...path, "actions"]);
  }
  const name = inside ? initial["target"] : initial;
  if (name === undefined && (type === "parallel" || children.length === 0)) return;
  if (typeof name === "string" && state.children.has(name)) return;
  // A misspelt `initial` is told as an unknown key.
  if (name === undefined && Object.keys(config).some((key) => nearest(key, ["initial"]) !== undefined)) return;
  const where = name === undefined ? state.path : inside ? [...path, "target"] : path;
  const expected = children.length === 0 ? "no initial state, where there are no states" : `an initial state: ${oneOf(children)}`;
  note(draft, where, expected, name === undefined ? "none" : shown(name), typeof name === "string" ? nearest(name, children) : undefined);
}

function checkInvokes(draft: Draft, config: Config, state: ConfigState): void {
  forEach(config["invoke"], [...state.path, "invoke"], (invoke, path) => {
    if (!isMap(invoke)) return note(draft, path, "an actor such as { src }", shown(invoke));
    draft.findings.push(...keyFindings(invoke, "invoke", path));
    for (const key of ["onDone", "onError", "onSnapshot"]) checkTransitions(draft, state, invoke[key], [...path, key]);
  });
}

function checkMoves(draft: Draft, config: Config, state: ConfigState): void {
  const at = (key: string): Path => [...state.path, key];
  for (const key of ["entry", "exit"]) checkActions(draft, config[key], at(key));
  checkTransitionMap(draft, state, config["on"], at("on"), "events");
  checkTransitionMap(draft, state, config["after"], at("after"), "delays");
  for (const key of ["always", "onDone"]) checkTransitions(draft, state, config[key], at(key));
  if (config["target"] !== undefined) checkTarget(draft, state, config["target"], at("target"), true);
}

function checkTags(draft: Draft, tags: unknown, path: Path): void {
  forEach(tags, path, (tag, at) => (typeof tag === "string" ? undefined : note(draft, at, "a text", shown(tag))));
}

function register(draft: Draft, state: ConfigState): void {
  const first = draft.states.get(state.id);
  // XState would keep the last one and send every transition there.
  if (first !== undefined) note(draft, [...state.path, "id"], "an id that no other state has", `${shown(state.id)} again`);
  else draft.states.set(state.id, state);
}

function checkChildren(draft: Draft, config: Config, state: ConfigState): void {
  const { states } = config;
  if (states === undefined) return;
  const path = [...state.path, "states"];
  if (!isMap(states)) return note(draft, path, "a map of names and states", shown(states));
  for (const [key, child] of Object.entries(states)) checkState(draft, child, key, [...path, key], state);
}

/** Looks at a state and everything inside it. */
export function checkState(draft: Draft, config: unknown, key: string, path: Path, parent: ConfigState | undefined): void {
  if (!isMap(config)) return note(draft, path, parent === undefined ? "a machine" : "a state (write {} for an empty one)", shown(config));
  const byPath = [parent === undefined ? key : rootOf(parent).id, ...path.filter((_, i) => i % 2 === 1)].join(".");
  const id = typeof config["id"] === "string" && config["id"] !== "" ? config["id"] : byPath;
  const state: ConfigState = { key, id, path, parent, children: new Map() };
  parent?.children.set(key, state);
  register(draft, state);
  draft.findings.push(...keyFindings(config, parent === undefined ? "root" : "node", path));
  for (const name of ["id", "description"]) checkText(draft, config[name], [...path, name]);
  checkType(draft, config, path);
  checkTags(draft, config["tags"], [...path, "tags"]);
  checkChildren(draft, config, state);
  checkInitial(draft, config, state);
  checkMoves(draft, config, state);
  checkInvokes(draft, config, state);
}

function rootOf(state: ConfigState): ConfigState {
  return state.parent === undefined ? state : rootOf(state.parent);
}
