/** The document of a sensitivity study (`sensitivity.json`): which parameters and which capabilities move a KPI. */

import { z } from "zod";
import { kpiUnit, span } from "./result.ts";

/** What varies. */
const parameter = z.strictObject({
  /** Path in the scenario. */
  path: z.string(),
  /** What it is, in the schema's words. */
  about: z.string(),
  /** Value in the scenario itself. */
  now: z.string(),
  /** Both ends, or all values of a list, as they are written. */
  values: z.array(z.string()),
  /** Who set the ends: the command, the schema's stated range, or nobody (a fifth less and more). */
  from: z.enum(["command", "range", "a fifth"]),
});

/** What is looked at: the KPI of a strategy, or how much more it is than that of another. */
const response = {
  strategy: z.string(),
  /** The strategy that is subtracted; null: the KPI itself. */
  less: z.string().nullable(),
};

/** Morris: elementary effects, in the KPI's unit per whole range of the parameter. */
const screening = z.strictObject({
  trajectories: z.int(),
  levels: z.int(),
  responses: z.array(
    z.strictObject({
      ...response,
      /** By parameter. */
      effects: z.array(
        z.strictObject({
          /** Mean effect, with its sign. */
          mu: z.number(),
          /** Mean size of the effect. */
          muStar: span,
          /** Spread of the effects: interactions and curvature; null with one trajectory. */
          sigma: z.number().nullable(),
        }),
      ),
    }),
  ),
});

/** One parameter at a time, from its low to its high end, all others as in the scenario. */
const tornado = z.strictObject({
  responses: z.array(
    z.strictObject({
      ...response,
      /** With all values as in the scenario. */
      now: span,
      /** By parameter. */
      bars: z.array(
        z.strictObject({
          low: span,
          high: span,
          /** High less low. */
          swing: span,
        }),
      ),
    }),
  ),
});

/** Sobol: shares of the variance of a response when all parameters vary at once. */
const indices = z.strictObject({
  rows: z.int(),
  responses: z.array(
    z.strictObject({
      ...response,
      /** Mean and standard deviation of the response over the design. */
      mean: z.number(),
      sd: z.number(),
      /** By parameter: alone, and with all interactions. */
      parameters: z.array(z.strictObject({ first: span, total: span })),
    }),
  ),
});

/** Shapley: the difference between a strategy and the baseline, shared out over what the two differ in. */
const capabilities = z.strictObject({
  games: z.array(
    z.strictObject({
      strategy: z.string(),
      /** Orders that were tried; null: the shares are exact, over all orders. */
      orders: z.int().nullable(),
      /** Different combinations that were simulated, both strategies among them. */
      coalitions: z.int(),
      /** Strategy less baseline: the sum of what the players add. */
      uplift: span,
      players: z.array(
        z.strictObject({
          /** A capability, or a lever: `channels`, `routing`. */
          name: z.string(),
          kind: z.enum(["capability", "lever"]),
          /** Shapley value. */
          adds: span,
          /** Of the uplift; null where the uplift is not clearly different from zero. */
          share: z.number().nullable(),
          /** What it brings to the baseline, alone. */
          alone: span,
          /** What the strategy would lose without it. */
          last: span,
        }),
      ),
    }),
  ),
});

export const sensitivityDocument = z.strictObject({
  format: z.literal("journeybench/sensitivity"),
  version: z.literal(1),
  scenario: z.strictObject({ name: z.string(), sha256: z.string(), description: z.string().optional(), currency: z.string() }),
  seed: z.string(),
  package: z.string(),
  replications: z.int(),
  confidence: z.number(),
  baseline: z.string(),
  strategies: z.array(z.string()),
  kpi: z.strictObject({ id: z.string(), unit: kpiUnit }),
  method: z.enum(["morris", "tornado", "sobol", "capabilities"]),
  /** Scenarios that were simulated. */
  points: z.int(),
  parameters: z.array(parameter),
  /** Numbers of the scenario that were not varied though no parameter was named, and why. */
  leftOut: z.array(z.strictObject({ path: z.string(), reason: z.string() })),
  screening: screening.optional(),
  tornado: tornado.optional(),
  indices: indices.optional(),
  capabilities: capabilities.optional(),
  timing: z.strictObject({ seconds: z.number(), workers: z.int(), kept: z.int().optional() }),
});
export type SensitivityDocument = z.output<typeof sensitivityDocument>;

/** JSON Schema (2020-12) of the document. */
export function sensitivityJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(sensitivityDocument, { target: "draft-2020-12" });
  return { $schema, title: "journeybench sensitivity", ...schema };
}
