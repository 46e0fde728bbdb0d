/** Which of a module's exports is the routing policy. */

import { JourneybenchError } from "../errors.ts";
import { nearest } from "../scenario/index.ts";
import type { RoutingPolicy } from "../strategies/index.ts";

const CHOOSE = "Export the policy as default, or name it `policy`.";
const METHODS = ["selectAgent", "selectContact"] as const;
const FURTHER = ["rank", "askAgainAfter", "asks"] as const;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Whether a value is meant as a policy: it has one of its methods. */
function isMeant(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && METHODS.some((method) => method in value);
}

/** What a policy lacks, in words. */
function lacksOf(policy: Readonly<Record<string, unknown>>): string[] {
  const { name } = policy;
  return [
    ...(typeof name === "string" && name.trim() !== "" ? [] : ["a name (a text)"]),
    ...METHODS.filter((method) => typeof policy[method] !== "function").map((method) => `the function ${method}`),
    ...FURTHER.filter((method) => policy[method] !== undefined && typeof policy[method] !== "function").map(
      (method) => `${method} as a function, or not at all`,
    ),
  ];
}

/** Functions of a policy that are nearly called like one that may be left out, and would never be asked. */
function misnamed(policy: Readonly<Record<string, unknown>>): string[] {
  const missing = FURTHER.filter((method) => policy[method] === undefined);
  return Object.keys(policy).flatMap((name) => {
    const near = typeof policy[name] === "function" && !METHODS.some((method) => method === name) ? nearest(name, missing) : undefined;
    return near === undefined || near === name ? [] : [`"${name}", which is never asked. Did you mean "${near}"?`];
  });
}

function hintFor(value: unknown): string {
  return typeof value === "function" ? "Export the policy itself, not a function or class that makes it." : CHOOSE;
}

/**
 * The policy of a module: its default export, else the one called `policy`. A CommonJS module may be the policy itself.
 *
 * @throws JourneybenchError (`bad-input`) when there is none, or saying what it lacks
 */
export function exportedPolicy(file: string, module: unknown): RoutingPolicy {
  const exports = isObject(module) ? module : {};
  const named = isMeant(module) ? module : (exports["default"] ?? exports["policy"]);
  if (!isMeant(named)) {
    const names = Object.keys(exports).filter((name) => name !== "__esModule");
    const only = names.length === 0 ? "It exports nothing." : `It exports ${names.join(", ")}.`;
    throw new JourneybenchError("bad-input", `${file} exports no routing policy. ${only}`, { hint: hintFor(named) });
  }
  const lacks = lacksOf(named);
  if (lacks.length > 0) {
    throw new JourneybenchError("bad-input", `The routing policy of ${file} lacks ${lacks.join(" and ")}.`, {
      hint: "A policy is { name, selectAgent(view, contact), selectContact(view, agent) }.",
    });
  }
  const [other] = misnamed(named);
  if (other !== undefined) throw new JourneybenchError("bad-input", `The routing policy of ${file} has a function ${other}`);
  return named as unknown as RoutingPolicy;
}
