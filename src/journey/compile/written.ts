/** What authors write where XState looks for a word, an event or a state; XState itself fails over much of it only while it runs. */

import type { AnyStateMachine, EventObject } from "xstate";
import { shown } from "../../scenario/index.ts";
import type { Told, Unsupported } from "./calls.ts";

/** The name of a word with its params. */
export interface Written {
  readonly name: string;
  readonly params: Told<unknown>;
}

const NOTHING: Told<unknown> = { value: undefined };

export function unsupported(feature: string, hint: string): Unsupported {
  return { kind: "unsupported", feature, hint };
}

/** Reads `"name"` or `{ type: "name", params }`. */
export function readWritten(what: "action" | "guard", value: unknown): Written | Unsupported {
  if (typeof value === "string") return { name: value, params: NOTHING };
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string") {
    return unsupported(`${shown(value)} as ${what === "action" ? "an action" : "a guard"}`, "write a name, { type, params } or a function");
  }
  const params = "params" in value ? value.params : undefined;
  return { name: value.type, params: told(params) };
}

export function told<T>(value: unknown): Told<T> {
  return typeof value === "function" ? { tell: value as Extract<Told<T>, { tell: unknown }>["tell"] } : { value: value as T };
}

/** A function that answers later, if it is one: nothing in virtual time waits for it. */
export function laterAnswer(what: "action" | "guard", own: object, name: string): Unsupported | undefined {
  const kind = Object.prototype.toString.call(own);
  if (kind === "[object Function]") return undefined;
  return unsupported(`asynchronous ${what} "${name}"`, "write a plain function: nothing waits for a promise in virtual time");
}

/** Whether a value is an event that a machine may raise itself. */
function isEvent(value: unknown): value is EventObject {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** What keeps an event, its id or its delay from being raised. */
export function raiseProblem(event: unknown, id: unknown, delay: unknown): Unsupported | undefined {
  if (typeof event === "string") return unsupported(`raise of the text "${event}"`, `raise an event: { type: "${event}" }`);
  if (typeof event !== "function" && !isEvent(event)) return unsupported(`raise of ${shown(event)}`, "raise an event: { type }");
  // What XState itself raises for an `after` has its event as its id.
  if (isEvent(event) && event.type === id && id.startsWith("xstate.after.")) return undefined;
  if (isEvent(event) && isReserved(event.type)) {
    return unsupported(`raise of XState's own event "${event.type}"`, "raise an event of your own, without *");
  }
  if (typeof id === "string" && id.startsWith("xstate.")) return unsupported(`raise under XState's own id "${id}"`, "use another id");
  if (!["undefined", "number", "string", "function"].includes(typeof delay)) {
    return unsupported(`delay ${shown(delay)}`, "write milliseconds, a name or a function");
  }
  return undefined;
}

function isReserved(type: string): boolean {
  return type.includes("*") || (type.startsWith("xstate.") && !type.startsWith("xstate.done.state."));
}

/** What keeps a state from being found by `stateIn`. */
export function stateInProblem(machine: AnyStateMachine, state: unknown): Unsupported | undefined {
  if (typeof state !== "string" || !state.startsWith("#")) return undefined;
  try {
    machine.getStateNodeById(state);
    return undefined;
  } catch {
    return unsupported(`stateIn of "${state}", which no state has as its id`, "name the id of a state");
  }
}
