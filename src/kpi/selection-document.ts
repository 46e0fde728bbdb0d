/** The document of a selection (`select.json`): which of several strategies is best, with a promise. */

import { z } from "zod";
import { kpiUnit, span } from "./result.ts";

const system = z.strictObject({
  name: z.string(),
  /** Replication after which it was out of the race; null: never. */
  eliminatedAfter: z.int().nullable(),
  /** Replications that were used for it. */
  replications: z.int(),
  /** Mean over these replications of the KPI of each. */
  kpi: span,
  /** Less the one that leads, over the replications that both have; null: it leads itself. */
  behind: span.nullable(),
});

export const selectionDocument = z.strictObject({
  format: z.literal("journeybench/selection"),
  version: z.literal(1),
  scenario: z.strictObject({ name: z.string(), sha256: z.string(), description: z.string().optional(), currency: z.string() }),
  seed: z.string(),
  package: z.string(),
  confidence: z.number(),
  kpi: z.strictObject({ id: z.string(), unit: kpiUnit, better: z.enum(["higher", "lower"]) }),
  promise: z.strictObject({
    /** With at least this probability the best is chosen … */
    probability: z.number(),
    /** … if it is better than all others by at least this, in the KPI's unit. */
    indifference: z.number(),
    isDefault: z.boolean(),
  }),
  procedure: z.literal("Kim and Nelson 2001"),
  /** Replications before anything is decided, and the most that were allowed. */
  first: z.int(),
  most: z.int(),
  /** Replications after which one was left, or the cap was reached. */
  replications: z.int(),
  /** Most replications that the variances of the first stage call for. */
  needed: z.int(),
  /** The best; null: not decided. */
  winner: z.string().nullable(),
  /** The winner, or the one with the best mean among those still in the race. */
  leader: z.string(),
  /** In the order in which they were named. */
  systems: z.array(system),
  timing: z.strictObject({ seconds: z.number(), workers: z.int(), kept: z.int().optional() }),
});
export type SelectionDocument = z.output<typeof selectionDocument>;

/** JSON Schema (2020-12) of the document. */
export function selectionJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(selectionDocument, { target: "draft-2020-12" });
  return { $schema, title: "journeybench selection", ...schema };
}
