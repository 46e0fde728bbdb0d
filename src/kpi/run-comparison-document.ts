/** The document of two finished runs side by side (`compare RUN_A RUN_B --json`): what went in, then what came out. */

import { z } from "zod";
import { kpiEstimate, span } from "./result.ts";

const run = z.strictObject({
  /** The run's folder as it was named. */
  folder: z.string(),
  scenario: z.strictObject({ name: z.string(), sha256: z.string(), currency: z.string() }),
  seed: z.string(),
  replications: z.int(),
  confidence: z.number(),
  package: z.string(),
});

const changedInput = z.strictObject({
  /** `run`: seed, replications and the like; `scenario`: facts; `strategy`: what it switches; `parameter`: a value of the scenario. */
  of: z.enum(["run", "scenario", "strategy", "parameter"]),
  path: z.string(),
  /** As written; null where the run has no such thing. */
  a: z.string().nullable(),
  b: z.string().nullable(),
  /** Who set a parameter, in each run. */
  setBy: z.strictObject({ a: z.enum(["scenario", "default"]).nullable(), b: z.enum(["scenario", "default"]).nullable() }).optional(),
});
/** An input that is not the same in both runs. */
export type ChangedInput = z.output<typeof changedInput>;

const comparedKpi = z.strictObject({
  kpi: z.string(),
  a: kpiEstimate,
  b: kpiEstimate,
  /** B − A. */
  difference: span,
  /** B / A − 1; of unpaired runs without interval. */
  relative: span,
  p: z.number().nullable(),
  /** Holm-adjusted over all KPIs of the strategy. */
  pAdjusted: z.number().nullable(),
});
export type ComparedKpi = z.output<typeof comparedKpi>;

export const runComparison = z.strictObject({
  format: z.literal("journeybench/run-comparison"),
  version: z.literal(1),
  a: run,
  b: run,
  /** Of the intervals of differences: that of run A. */
  confidence: z.number(),
  inputs: z.array(changedInput),
  /** Whether differences are paired by replication (jackknife), or why they are not (Welch). */
  pairing: z.strictObject({ isPaired: z.boolean(), reason: z.string().optional() }),
  /** Strategies that both runs have, by name. */
  strategies: z.array(z.strictObject({ name: z.string(), kpis: z.array(comparedKpi) })),
  /** What only one of the runs has. */
  onlyIn: z.array(z.strictObject({ run: z.enum(["a", "b"]), strategies: z.array(z.string()), kpis: z.array(z.string()) })),
});
export type RunComparison = z.output<typeof runComparison>;

/** JSON Schema (2020-12) of the document. */
export function runComparisonJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(runComparison, { target: "draft-2020-12" });
  return { $schema, title: "journeybench comparison of two runs", ...schema };
}
