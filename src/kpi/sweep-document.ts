/** The document of a what-if over several values (`sweep.json`): the one door between `journeybench sweep` and everything that shows it. */

import { z } from "zod";
import { assumption, kpiEstimate, span } from "./result.ts";

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
  kind: z.enum(["between", "list"]),
});

const point = z.strictObject({
  /** By parameter, as it is written. */
  values: z.array(z.string()),
  /** By parameter, for axes: the number without its unit, or the row of a list. */
  places: z.array(z.number()),
  /** By strategy and KPI. */
  strategies: z.array(z.strictObject({ name: z.string(), kpis: z.record(z.string(), kpiEstimate) })),
  /** By strategy other than the baseline, and KPI. */
  differences: z.array(
    z.strictObject({ strategy: z.string(), kpis: z.record(z.string(), z.strictObject({ difference: span, relative: span })) }),
  ),
});
export type SweepPoint = z.output<typeof point>;

/** Where a strategy's difference to the baseline changes its sign: between two neighbouring points of a grid, by interpolation. */
const breakEven = z.strictObject({
  strategy: z.string(),
  kpi: z.string(),
  /** By parameter, on the scale of `places`. */
  at: z.array(z.array(z.number())),
});

export const sweepDocument = z.strictObject({
  format: z.literal("journeybench/sweep"),
  version: z.literal(1),
  scenario: z.strictObject({ name: z.string(), sha256: z.string(), description: z.string().optional(), currency: z.string() }),
  seed: z.string(),
  package: z.string(),
  replications: z.int(),
  confidence: z.number(),
  baseline: z.string(),
  strategies: z.array(z.string()),
  /** KPIs told, the first of them in charts. */
  kpis: z.array(z.string()),
  design: z.enum(["grid", "lhs", "sobol"]),
  parameters: z.array(parameter),
  points: z.array(point),
  breakEven: z.array(breakEven),
  /** Every parameter of the scenario with its source. */
  assumptions: z.array(assumption).optional(),
  timing: z.strictObject({ seconds: z.number(), workers: z.int(), kept: z.int().optional() }),
});
export type SweepDocument = z.output<typeof sweepDocument>;

/** JSON Schema (2020-12) of the document. */
export function sweepJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(sweepDocument, { target: "draft-2020-12" });
  return { $schema, title: "journeybench sweep", ...schema };
}
