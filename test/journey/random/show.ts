/** Prints a random machine and its script, for failures and for differences that have to be written down. */

import { configOf } from "./build.ts";
import type { MachineSpec, Step } from "./spec.ts";
import { EVENTS, pick } from "./spec.ts";
import { Tape } from "./tape.ts";

/** The configuration, functions and XState's creators as short texts. */
export function showMachine(spec: MachineSpec): string {
  const { options: _, context, ...config } = configOf(spec, new Tape()) as Record<string, unknown>;
  return JSON.stringify(plain({ ...config, ...(spec.context === "of input" ? { context } : {}) }), null, 1);
}

/** The script in one line. */
export function showScript(script: readonly Step[]): string {
  const one = (step: Step): string => {
    if ("wait" in step) return `wait ${step.wait}`;
    if ("forget" in step) return `forget ${step.forget}`;
    return "start" in step ? `start ${step.start}` : `${step.row}:${pick(EVENTS, step.event)}(${step.n})`;
  };
  return script.map(one).join(", ");
}

function plain(value: unknown): unknown {
  if (typeof value === "function") return "shown" in value ? wordOf(value.shown) : "?";
  if (value === Infinity) return "Infinity";
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inner === undefined ? "undefined" : plain(inner)]));
}

function wordOf(label: unknown): string {
  if (!Array.isArray(label)) return `=> ${String(label)}`;
  const [creator, ...given] = label as readonly unknown[];
  return `${String(creator)}(${given.map((one) => JSON.stringify(plain(one))).join(", ")})`.replaceAll('\\"', "'").replaceAll('"', "");
}
