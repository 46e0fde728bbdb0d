/** The context of a machine: plain fields that become columns. */

import type { AnyStateMachine } from "xstate";

/** A field and what its column holds: numbers as they are, booleans as 0 and 1, texts as indices of a list of texts. */
export interface ContextField {
  readonly name: string;
  readonly kind: "number" | "boolean" | "string";
}

/** Fields in written order, and what cannot become a column, each with a hint. */
export interface ContextPlan {
  readonly fields: readonly ContextField[];
  /** Of all fields, supported or not. */
  readonly names: readonly string[];
  readonly unsupported: readonly (readonly [feature: string, hint: string])[];
}

const HINT = "declare an initial number, boolean or text; lists and objects do not fit a column";

/** The context with which a row begins. @throws whatever the machine's own function throws */
export function initialContext(machine: AnyStateMachine, id: number): Readonly<Record<string, unknown>> {
  const context: unknown = machine.config.context;
  if (typeof context !== "function") return (context ?? {}) as Readonly<Record<string, unknown>>;
  const make = context as (args: { readonly input: { readonly id: number }; readonly spawn: () => never }) => unknown;
  return make({
    input: { id },
    spawn: () => {
      throw new Error("spawning an actor in the initial context is not supported");
    },
  }) as Readonly<Record<string, unknown>>;
}

/** Reads the fields from the initial context. */
export function readContext(machine: AnyStateMachine): ContextPlan {
  let context: Readonly<Record<string, unknown>>;
  try {
    context = initialContext(machine, 0);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      fields: [],
      names: [],
      unsupported: [[`initial context that cannot be told (${reason})`, "use plain values; `input` holds { id } only"]],
    };
  }
  const fields: ContextField[] = [];
  const unsupported: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(context)) {
    const kind = typeof value;
    // Copies of an object lose it.
    if (name === "__proto__") unsupported.push([`context field "${name}"`, "call it otherwise"]);
    else if (kind === "number" || kind === "boolean" || kind === "string") fields.push({ name, kind });
    else unsupported.push([`context field "${name}" that begins as ${describe(value)}`, HINT]);
  }
  return { fields, names: Object.keys(context), unsupported };
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
