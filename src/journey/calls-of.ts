/** Every word that a machine's config calls, each with its place in the config. */

import type { AnyStateMachine } from "xstate";
import type { Path } from "../scenario/index.ts";

/** One call of a word, as the author wrote it. */
export interface WrittenCall {
  readonly kind: "actions" | "guards" | "delays";
  readonly name: string;
  /** The static params; undefined when there are none. */
  readonly params: unknown;
  /** Place in the config: `states.trial.entry[0]`. */
  readonly path: Path;
}

type Config = Readonly<Record<string, unknown>>;

function isConfig(value: unknown): value is Config {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The items of "one or many or none", each with its path. */
function items(value: unknown, path: Path): (readonly [unknown, Path])[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map((item: unknown, index) => [item, [...path, index]] as const) : [[value, path]];
}

function named(kind: "actions" | "guards", value: unknown, path: Path): WrittenCall[] {
  if (typeof value === "string") return [{ kind, name: value, params: undefined, path }];
  if (!isConfig(value) || typeof value["type"] !== "string") return [];
  return [{ kind, name: value["type"], params: value["params"], path }];
}

/** Guards of `and`, `or` and `not` are kept by XState beside the function that combines them. */
function guardCalls(guard: unknown, path: Path): WrittenCall[] {
  if (typeof guard === "function" && "guards" in guard) {
    return items(guard.guards, [...path, "guards"]).flatMap(([inner, at]) => guardCalls(inner, at));
  }
  return named("guards", guard, path);
}

function actionCalls(value: unknown, path: Path): WrittenCall[] {
  return items(value, path).flatMap(([action, at]) => named("actions", action, at));
}

function transitionCalls(value: unknown, path: Path): WrittenCall[] {
  return items(value, path).flatMap(([transition, at]) => {
    if (!isConfig(transition)) return [];
    return [...guardCalls(transition["guard"], [...at, "guard"]), ...actionCalls(transition["actions"], [...at, "actions"])];
  });
}

function eventCalls(value: unknown, path: Path): WrittenCall[] {
  return Object.entries(isConfig(value) ? value : {}).flatMap(([event, transition]) => transitionCalls(transition, [...path, event]));
}

/** XState reads a key such as "1000" as milliseconds; any other is the name of a delay. */
function delayCalls(value: unknown, path: Path): WrittenCall[] {
  const names = Object.keys(isConfig(value) ? value : {}).filter((key) => Number.isNaN(Number(key)));
  return names.map((name) => ({ kind: "delays", name, params: undefined, path: [...path, name] }));
}

function nodeCalls(node: Config, path: Path): WrittenCall[] {
  const { initial } = node;
  return [
    ...actionCalls(node["entry"], [...path, "entry"]),
    ...actionCalls(node["exit"], [...path, "exit"]),
    ...(isConfig(initial) ? actionCalls(initial["actions"], [...path, "initial", "actions"]) : []),
    ...eventCalls(node["on"], [...path, "on"]),
    ...delayCalls(node["after"], [...path, "after"]),
    ...eventCalls(node["after"], [...path, "after"]),
    ...transitionCalls(node["always"], [...path, "always"]),
    ...transitionCalls(node["onDone"], [...path, "onDone"]),
    ...Object.entries(isConfig(node["states"]) ? node["states"] : {}).flatMap(([key, child]) =>
      isConfig(child) ? nodeCalls(child, [...path, "states", key]) : [],
    ),
  ];
}

/** All calls of a machine's config in its order; inline functions are no calls. */
export function callsOfConfig(config: object): WrittenCall[] {
  return nodeCalls({ ...config }, []);
}

/** All calls of a machine in the order of its config. */
export function callsOf(machine: AnyStateMachine): WrittenCall[] {
  return callsOfConfig(machine.config);
}
