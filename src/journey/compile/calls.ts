/** Reads actions and guards as XState stores them: what they do, or why the compiler has to refuse them. */

import { and, not, or } from "xstate";
import type { AnyStateMachine, AnyStateNode, EventObject, StateValue } from "xstate";
import { isStub } from "../vocabulary.ts";
import type { WordsUsed } from "../words.ts";
import { initialActions, nodesOf } from "./nodes.ts";
import { laterAnswer, raiseProblem, readWritten, stateInProblem, told, unsupported } from "./written.ts";

/** A function that a machine brings along; XState calls it with context, event and the params of the call. */
export type OwnFunction = (args: unknown, params: unknown) => unknown;

/** A value written in the machine, or the function that tells it. */
export type Told<T> = { readonly value: T } | { readonly tell: OwnFunction };

/** One call of an action, a guard or a delay. */
export interface Call {
  readonly name: string;
  /** The machine's own implementation; the vocabulary's word is meant when there is none. */
  readonly own: OwnFunction | undefined;
  readonly params: Told<unknown>;
}

/** What one action does. */
export type Effect =
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "assign"; readonly assignment: OwnFunction | Readonly<Record<string, unknown>>; readonly params: Told<unknown> }
  | { readonly kind: "raise"; readonly event: Told<EventObject>; readonly params: Told<unknown> }
  | { readonly kind: "emit"; readonly event: Told<EventObject>; readonly params: Told<unknown> }
  | { readonly kind: "log"; readonly value: Told<unknown>; readonly label: string | undefined; readonly params: Told<unknown> }
  | { readonly kind: "cancel"; readonly id: Told<string>; readonly params: Told<unknown> }
  | DelayedRaise;

/** An event that the machine sends itself later: written by its author, or made by XState of an `after`. */
export interface DelayedRaise {
  readonly kind: "later";
  readonly event: EventObject;
  /** By which `cancel` takes it back. */
  readonly id: string | undefined;
  readonly delay: Delay;
  readonly params: Told<unknown>;
}

/** Milliseconds, a word that tells seconds, or the machine's own function that tells milliseconds. */
export type Delay = { readonly milliseconds: number } | { readonly name: string } | { readonly own: OwnFunction; readonly name: string };

/** A guard, taken apart. */
export type Test =
  | { readonly kind: "ask"; readonly call: Call }
  | { readonly kind: "all" | "any"; readonly tests: readonly Test[] }
  | { readonly kind: "not"; readonly test: Test }
  | { readonly kind: "in"; readonly state: StateValue };

/** Something that has no meaning in tables. */
export interface Unsupported {
  readonly kind: "unsupported";
  readonly feature: string;
  readonly hint: string;
}

/** A transition as XState keeps it, as far as the compiler looks at it. */
export interface Transition {
  readonly source: AnyStateNode;
  readonly target: readonly AnyStateNode[] | undefined;
  readonly reenter: boolean;
  readonly guard?: unknown;
  readonly actions: readonly unknown[];
}

const THROUGH_ENGINE = "let a named action ask the engine: nothing outside a journey answers in virtual time";
const BUILT_IN_HINTS: Readonly<Record<string, string>> = {
  sendTo: "use `raise` for the journey itself; other actors are reached by a named action of the vocabulary",
  spawnChild: THROUGH_ENGINE,
  stopChild: THROUGH_ENGINE,
  enqueueActions: "write the actions as a list, with guarded transitions where they depend on something",
};

const NOTHING: Told<unknown> = { value: undefined };

/** Actions that several places share are read once, so that they stay one. */
const known = new WeakMap<AnyStateMachine, Map<unknown, Effect | Unsupported>>();

/** Reads one action. */
export function readAction(machine: AnyStateMachine, action: unknown): Effect | Unsupported {
  let ofMachine = known.get(machine);
  if (ofMachine === undefined) known.set(machine, (ofMachine = new Map<unknown, Effect | Unsupported>()));
  let reading = ofMachine.get(action);
  if (reading === undefined) ofMachine.set(action, (reading = readNewAction(machine, action)));
  return reading;
}

function readNewAction(machine: AnyStateMachine, action: unknown): Effect | Unsupported {
  if (typeof action === "function") return readFunction(action as OwnFunction, action.name || "(anonymous)", NOTHING);
  const written = readWritten("action", action);
  if ("kind" in written) return written;
  const { name, params } = written;
  const own = ownOf(machine.implementations.actions, name);
  if (own === undefined) return { kind: "call", call: { name, own: undefined, params } };
  if (typeof own !== "function") return unsupported(`implementation of the action "${name}" that is no function`, "give it a function");
  return readFunction(own as OwnFunction, name, params);
}

/** A function is one of XState's built-in actions or the author's own. */
function readFunction(own: OwnFunction, name: string, params: Told<unknown>): Effect | Unsupported {
  if (!("resolve" in own)) return laterAnswer("action", own, name) ?? { kind: "call", call: { name, own, params } };
  const builtIn = own as unknown as Readonly<Record<string, unknown>>;
  const type = String(builtIn["type"]).replace(/^xstate\./u, "");
  switch (type) {
    case "assign":
      return { kind: "assign", assignment: builtIn["assignment"] as OwnFunction, params };
    case "raise":
      return readRaise(builtIn, params);
    case "emit":
      return { kind: "emit", event: told<EventObject>(builtIn["event"]), params };
    case "log":
      return { kind: "log", value: told(builtIn["value"]), label: builtIn["label"] as string | undefined, params };
    case "cancel":
      return { kind: "cancel", id: told<string>(builtIn["sendId"]), params };
    default:
      return unsupported(`built-in action ${type}`, BUILT_IN_HINTS[type] ?? "use a named action");
  }
}

function readRaise(builtIn: Readonly<Record<string, unknown>>, params: Told<unknown>): Effect | Unsupported {
  const { event, delay, id } = builtIn;
  const problem = raiseProblem(event, id, delay);
  if (problem !== undefined) return problem;
  if (delay === undefined) return { kind: "raise", event: told<EventObject>(event), params };
  if (typeof event === "function") {
    return unsupported("delayed raise of a computed event", "raise a fixed event, keep data in the context");
  }
  return { kind: "later", event: event as EventObject, id: id as string | undefined, delay: readDelay(delay), params };
}

function readDelay(delay: unknown): Delay {
  if (typeof delay === "function") return { own: delay as OwnFunction, name: delay.name || "(anonymous)" };
  return typeof delay === "number" ? { milliseconds: delay } : { name: String(delay) };
}

/** Finds the machine's own implementation of a named delay. */
export function resolveDelay(machine: AnyStateMachine, delay: Delay): Delay {
  if (!("name" in delay) || "own" in delay) return delay;
  const own = ownOf(machine.implementations.delays, delay.name);
  if (own === undefined) return delay;
  return typeof own === "function" ? { own: own as OwnFunction, name: delay.name } : { milliseconds: own as number };
}

/** Reads one guard, or what in it is unsupported. */
export function readGuard(machine: AnyStateMachine, guard: unknown, through: readonly string[] = []): Test | Unsupported {
  if (typeof guard === "function") return readTest(machine, guard as OwnFunction, guard.name || "(anonymous)", NOTHING);
  const written = readWritten("guard", guard);
  if ("kind" in written) return written;
  const { name, params } = written;
  const own = ownOf(machine.implementations.guards, name);
  if (own === undefined) return { kind: "ask", call: { name, own: undefined, params } };
  if (typeof own === "function") return readTest(machine, own as OwnFunction, name, params);
  if (through.includes(name)) return unsupported(`guard "${name}" that stands for itself`, "give it a function");
  // XState follows an implementation that names another guard.
  return readGuard(machine, own, [...through, name]);
}

function readTest(machine: AnyStateMachine, own: OwnFunction, name: string, params: Told<unknown>): Test | Unsupported {
  if (!("check" in own)) return laterAnswer("guard", own, name) ?? { kind: "ask", call: { name, own, params } };
  const { guards, stateValue } = own as unknown as { readonly guards?: readonly unknown[]; readonly stateValue?: StateValue };
  if (stateValue !== undefined) return stateInProblem(machine, stateValue) ?? { kind: "in", state: stateValue };
  const tests: Test[] = [];
  for (const guard of guards ?? []) {
    const test = readGuard(machine, guard);
    if (test.kind === "unsupported") return test;
    tests.push(test);
  }
  const [first] = tests;
  if (isBuiltBy(not(""), own) && first !== undefined) return { kind: "not", test: first };
  if (isBuiltBy(and([]), own)) return { kind: "all", tests };
  if (isBuiltBy(or([]), own)) return { kind: "any", tests };
  return unsupported(`guard combinator ${own.name}`, "use and, or, not, stateIn or a named guard");
}

/** Combinators of one kind share XState's function that evaluates them. */
function isBuiltBy(combinator: unknown, own: unknown): boolean {
  return (combinator as { readonly check: unknown }).check === (own as { readonly check: unknown }).check;
}

/** What setup() holds under a name, unless it merely stands for a word of the vocabulary. */
function ownOf(implementations: Readonly<Record<string, unknown>>, name: string): unknown {
  const own = Object.hasOwn(implementations, name) ? implementations[name] : undefined;
  return isStub(own) ? undefined : own;
}

/** All transitions that a node owns: by event (with `after` and XState's own events), then `always`. */
export function transitionsOf(node: AnyStateNode): Transition[] {
  return [...[...node.transitions.values()].flat(), ...(node.always ?? [])];
}

/** All actions that a machine mentions, with the node that mentions them. */
export function actionsOf(node: AnyStateNode): readonly unknown[] {
  return [...node.entry, ...node.exit, ...initialActions(node), ...transitionsOf(node).flatMap((transition) => transition.actions)];
}

/** Names of the words that a machine calls and does not implement itself. */
export function wordsOf(machine: AnyStateMachine): WordsUsed {
  const actions = new Set<string>();
  const guards = new Set<string>();
  const delays = new Set<string>();
  const noteTest = (test: Test | Unsupported): void => {
    if (test.kind === "ask" && test.call.own === undefined) guards.add(test.call.name);
    if (test.kind === "not") noteTest(test.test);
    if (test.kind === "all" || test.kind === "any") test.tests.forEach(noteTest);
  };
  for (const node of nodesOf(machine)) {
    for (const action of actionsOf(node)) {
      const effect = readAction(machine, action);
      if (effect.kind === "call" && effect.call.own === undefined) actions.add(effect.call.name);
      if (effect.kind !== "later") continue;
      const delay = resolveDelay(machine, effect.delay);
      if ("name" in delay && !("own" in delay)) delays.add(delay.name);
    }
    for (const { guard } of transitionsOf(node)) if (guard !== undefined) noteTest(readGuard(machine, guard));
  }
  return { actions, guards, delays };
}

/** Whether two calls do the same. */
export function isSameCall(a: Call, b: Call): boolean {
  return a.name === b.name && a.own === b.own && isSameTold(a.params, b.params);
}

function isSameTold(a: Told<unknown>, b: Told<unknown>): boolean {
  if ("tell" in a || "tell" in b) return "tell" in a && "tell" in b && a.tell === b.tell;
  return a.value === b.value;
}
