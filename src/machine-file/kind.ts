/** What a value is that somebody exports where a machine is expected. */

import type { AnyStateMachine } from "xstate";

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Whether a value is a machine of XState v5; one made by another copy of XState 5 counts too. */
export function isMachine(value: unknown): value is AnyStateMachine {
  return isObject(value) && "__xstatenode" in value && "root" in value && "implementations" in value && "provide" in value;
}

/** The kinds of things that are mistaken for machines: how to know them, what to call them, and what to do instead. */
const MISTAKEN: readonly (readonly [test: (value: object) => boolean, name: string, hint: string])[] = [
  [(value) => "__xstatenode" in value, "a machine of XState v4", "Move it to XState v5: https://stately.ai/docs/migration."],
  [(value) => "getSnapshot" in value && "send" in value, "an actor", "Export the machine that the actor was created from."],
  [(value) => "createMachine" in value && !("default" in value), "the answer of setup()", "Export setup(…).createMachine(…)."],
  [
    (value) => "transition" in value && "getInitialSnapshot" in value,
    "actor logic without states",
    "Export a machine of createMachine(…).",
  ],
  [(value) => "states" in value || "initial" in value, "a plain object", "Wrap it: createMachine({ … }), or save it as a .json file."],
];

/** What a value that is no machine is, in words, and what to do about it when that is known. */
export function kindOf(value: unknown): { readonly name: string; readonly hint?: string } {
  if (typeof value === "function") return { name: "a function", hint: "Export the machine itself, not a function that makes it." };
  if (value instanceof Promise) return { name: "a promise", hint: "Await it before it is exported." };
  if (!isObject(value)) return { name: value === null || value === undefined ? "nothing" : `a ${typeof value}` };
  const mistaken = MISTAKEN.find(([test]) => test(value));
  if (mistaken !== undefined) return { name: mistaken[1], hint: mistaken[2] };
  return { name: Array.isArray(value) ? "a list" : "an object" };
}
