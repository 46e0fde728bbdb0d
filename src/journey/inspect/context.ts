/** The fields of a machine's context, as far as the machine itself tells them. */

import type { AnyStateMachine } from "xstate";
import { plain } from "./calls.ts";
import type { ContextField } from "./inspection.ts";

const TYPES: Readonly<Record<string, string>> = { number: "number", string: "text", boolean: "true or false", object: "map" };

function typeOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "list";
  return TYPES[typeof value] ?? (value === undefined ? "input" : typeof value);
}

/** The context at the start. A function is asked with an empty input: fields of the input then have no value. */
function startOf(machine: AnyStateMachine): unknown {
  const context: unknown = machine.config.context;
  if (typeof context !== "function") return context;
  try {
    const none = (): never => {
      throw new Error("nothing is spawned here");
    };
    return (context as (args: unknown) => unknown)({ input: {}, spawn: none, self: undefined });
  } catch {
    return undefined;
  }
}

/** All fields that are known without running the machine, in its order. */
export function contextFields(machine: AnyStateMachine): ContextField[] {
  const start = startOf(machine);
  if (typeof start !== "object" || start === null) return [];
  return Object.entries(start).map(([name, value]) => {
    const shown = plain(value);
    return { name, type: typeOf(value), ...(shown === undefined ? {} : { value: shown }) };
  });
}
