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

/** Whether a call is written with params; empty ones, as editors write them everywhere, are none. */
export function hasParams(params: unknown): boolean {
  return typeof params === "object" && params !== null ? Object.keys(params).length > 0 : params !== undefined;
}

/** The items of "one or many or none", each with its path. */
function items(value: unknown, path: Path): (readonly [unknown, Path])[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map((item: unknown, index) => [item, [...path, index]] as const) : [[value, path]];
}

/** What a machine brings under names of its own: it may hide further calls. */
interface Brought {
  readonly actions: Config;
  readonly guards: Config;
}

const NOTHING_BROUGHT: Brought = { actions: {}, guards: {} };

function broughtAs(bag: Config, name: string): unknown {
  return Object.hasOwn(bag, name) ? bag[name] : undefined;
}

function named(kind: "actions" | "guards", value: unknown, path: Path): WrittenCall[] {
  if (typeof value === "string") return [{ kind, name: value, params: undefined, path }];
  if (!isConfig(value) || typeof value["type"] !== "string") return [];
  return [{ kind, name: value["type"], params: value["params"], path }];
}

/** Guards of `and`, `or` and `not` are kept by XState beside the function that combines them; a guard may stand for another one. */
function guardCalls(brought: Brought, guard: unknown, path: Path, through: readonly string[] = []): WrittenCall[] {
  if (typeof guard === "function") {
    if (!("guards" in guard)) return [];
    return items(guard.guards, [...path, "guards"]).flatMap(([inner, at]) => guardCalls(brought, inner, at, through));
  }
  return named("guards", guard, path).flatMap((call) => {
    const hidden = through.includes(call.name) ? undefined : broughtAs(brought.guards, call.name);
    return [call, ...guardCalls(brought, hidden, path, [...through, call.name])];
  });
}

/** The delay that an action of XState's waits for, if it has a name. */
function waitCalls(action: unknown, path: Path): WrittenCall[] {
  if (typeof action !== "function" || !("resolve" in action) || !("delay" in action) || typeof action.delay !== "string") return [];
  return [{ kind: "delays", name: action.delay, params: undefined, path }];
}

function actionCalls(brought: Brought, value: unknown, path: Path): WrittenCall[] {
  return items(value, path).flatMap(([action, at]) => [
    ...waitCalls(action, at),
    ...named("actions", action, at).flatMap((call) => [call, ...waitCalls(broughtAs(brought.actions, call.name), at)]),
  ]);
}

function transitionCalls(brought: Brought, value: unknown, path: Path): WrittenCall[] {
  return items(value, path).flatMap(([transition, at]) => {
    if (!isConfig(transition)) return [];
    const { guard, actions } = transition;
    return [...guardCalls(brought, guard, [...at, "guard"]), ...actionCalls(brought, actions, [...at, "actions"])];
  });
}

function eventCalls(brought: Brought, value: unknown, path: Path): WrittenCall[] {
  const events = Object.entries(isConfig(value) ? value : {});
  return events.flatMap(([event, transition]) => transitionCalls(brought, transition, [...path, event]));
}

/** XState reads a key such as "1000" as milliseconds; any other is the name of a delay. */
function delayCalls(value: unknown, path: Path): WrittenCall[] {
  const names = Object.keys(isConfig(value) ? value : {}).filter((key) => Number.isNaN(Number(key)));
  return names.map((name) => ({ kind: "delays", name, params: undefined, path: [...path, name] }));
}

function nodeCalls(brought: Brought, node: Config, path: Path): WrittenCall[] {
  const { initial } = node;
  const actions = (value: unknown, ...at: readonly string[]): WrittenCall[] => actionCalls(brought, value, [...path, ...at]);
  const transitions = (key: string): WrittenCall[] => transitionCalls(brought, node[key], [...path, key]);
  const events = (key: string): WrittenCall[] => eventCalls(brought, node[key], [...path, key]);
  return [
    ...actions(node["entry"], "entry"),
    ...actions(node["exit"], "exit"),
    ...(isConfig(initial) ? actions(initial["actions"], "initial", "actions") : []),
    ...events("on"),
    ...delayCalls(node["after"], [...path, "after"]),
    ...events("after"),
    ...transitions("always"),
    ...transitions("onDone"),
    ...Object.entries(isConfig(node["states"]) ? node["states"] : {}).flatMap(([key, child]) =>
      isConfig(child) ? nodeCalls(brought, child, [...path, "states", key]) : [],
    ),
  ];
}

/** All calls of a machine's config in its order; inline functions are no calls. */
export function callsOfConfig(config: object): WrittenCall[] {
  return nodeCalls(NOTHING_BROUGHT, { ...config }, []);
}

/** All calls of a machine in the order of its config, those of the guards and actions that it brings with them. */
export function callsOf(machine: AnyStateMachine): WrittenCall[] {
  const { actions, guards } = machine.implementations;
  return nodeCalls({ actions, guards }, { ...machine.config }, []);
}
