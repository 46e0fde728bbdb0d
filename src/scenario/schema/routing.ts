/** How a strategy routes contacts: a policy by name with its params, or a file of the author's. */

import { z } from "zod";
import { name } from "./market.ts";
import { nonNegative, duration } from "./units.ts";

/** Policies that need no params. */
const PLAIN = [
  "siloed",
  "skill-tiers",
  "least-flexible-first",
  "earliest-deadline",
  "contextual",
  "value-based",
  "random",
] as const;
/** Policies whose params may be left out. */
const WITH_PARAMS = ["one-queue", "fastest-first", "relationship", "idleness-ratio"] as const;

/** All routing policies by name. */
export const routingPolicyNames = [...PLAIN, ...WITH_PARAMS] as const;

/** How a file with a routing policy is told from the name of one. */
export const POLICY_FILE = /^.+\.[cm]?[jt]s$/;

const weights = z.record(name, nonNegative).optional();

const oneQueue = z
  .strictObject({
    "one-queue": z.strictObject({
      order: z
        .enum(["first-come", "last-come", "random"], { error: "first-come, last-come or random" })
        .optional()
        .describe("Who of the most urgent class is served first; left out: whoever came first."),
    }),
  })
  .transform((written) => ({ policy: "one-queue" as const, params: written["one-queue"] }));

const fastestFirst = z
  .strictObject({
    "fastest-first": z.strictObject({
      order: z
        .enum(["fastest", "slowest"], { error: "fastest or slowest" })
        .optional()
        .describe("Which of the free agents takes a contact; left out: the fastest."),
    }),
  })
  .transform((written) => ({ policy: "fastest-first" as const, params: written["fastest-first"] }));

const relationship = z
  .strictObject({
    relationship: z.strictObject({
      waitLimit: duration.optional().describe("How long a contact waits for the agent who knows the case; left out: 2m."),
    }),
  })
  .transform((written) => ({ policy: "relationship" as const, params: written.relationship }));

const idlenessRatio = z
  .strictObject({
    "idleness-ratio": z.strictObject({
      groups: weights.describe(
        "Weight of each agent by group; a group's target share of the idle is its weight times its agents at work. Who is not named weighs 1.",
      ),
      channels: weights.describe("Target shares of the contacts waiting by channel, as weights; what is not named weighs 1."),
      topics: weights.describe("The same by topic; a queue weighs as its channel times its topic."),
    }),
  })
  .transform((written) => ({ policy: "idleness-ratio" as const, params: written["idleness-ratio"] }));

function plain<N extends (typeof PLAIN)[number]>(policy: N) {
  return z.strictObject({ [policy]: z.strictObject({}) }).transform(() => ({ policy, params: {} }));
}

/** A routing policy as a strategy names it. */
export const routing = z.union(
  [
    z.enum(routingPolicyNames).transform((policy) => ({ policy, params: {} })),
    oneQueue,
    fastestFirst,
    relationship,
    idlenessRatio,
    ...PLAIN.map(plain),
    z
      .string()
      .regex(POLICY_FILE, { error: "a file that ends with .ts, .mts, .js or .mjs" })
      .transform((file) => ({ file })),
  ],
  {
    error: `a routing policy (${routingPolicyNames.join(", ")}), one with params such as { relationship: { waitLimit: 2m } }, or a file that ends with .ts, .mts, .js or .mjs`,
  },
);
