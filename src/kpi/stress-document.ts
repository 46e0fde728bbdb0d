/** The document of a stress study (`stress.json`): the one door between `journeybench stress` and everything that shows it. */

import { z } from "zod";
import { assumption, kpiEstimate, kpiUnit } from "./result.ts";

/** A load (multiple of the scenario's own) with its interval; what cannot be told is null and says why. */
const load = z.strictObject({
  load: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reason: z.string().optional(),
});
export type StressLoad = z.output<typeof load>;

const breaking = load.extend({
  /** Where the break lies though no load is given: below everything measured, above it, or unknown. */
  beyond: z.enum(["below", "above", "unknown"]).optional(),
  /** The least load above the break at which the promise is kept again; null: none was seen. */
  keptAgain: z.number().nullable(),
});
export type StressBreaking = z.output<typeof breaking>;

const promise = z.strictObject({
  /** As it is written on the command line. */
  text: z.string(),
  kpi: z.string(),
  label: z.string(),
  unit: kpiUnit,
  /** Null: over all channels. */
  channel: z.string().nullable(),
  side: z.enum(["atLeast", "atMost"]),
  bound: z.number(),
});
export type StressDocumentPromise = z.output<typeof promise>;

const interval = z.strictObject({ mean: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() });

const recovery = z.strictObject({
  /** Seconds from the end of the outage until the moving KPI is back in its band. */
  seconds: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reason: z.string().optional(),
  /** The most by which the moving KPI was worse than undisturbed, in its unit. */
  worst: z.number().nullable(),
});
export type StressRecovery = z.output<typeof recovery>;

const moment = z.strictObject({
  /** Seconds from the start of the run: the end of the window. */
  time: z.number(),
  undisturbed: z.number().nullable(),
  disturbed: interval,
});
export type StressMoment = z.output<typeof moment>;

const policy = z.strictObject({
  name: z.string(),
  /** What breaks first; promise null: none does in the range, or it cannot be told. */
  first: breaking.extend({ promise: z.int().nullable() }),
  /** By promise. */
  breaking: z.array(breaking),
  /** KPIs at the scenario's own load. */
  atOwnLoad: z.record(z.string(), kpiEstimate),
  /** Every load that was measured, ascending; a value per promise. */
  curve: z.array(z.strictObject({ load: z.number(), values: z.array(interval) })),
  /** By promise; only with knock-outs. */
  recovery: z.array(recovery).optional(),
  /** Time course around the outage, by promise; only with knock-outs. */
  course: z.array(z.array(moment)).optional(),
});
export type StressPolicy = z.output<typeof policy>;

const difference = load.extend({ policy: z.string(), baseline: z.string() });

const outage = z.strictObject({
  /** As written on the command line. */
  knockOuts: z.array(z.string()),
  /** Seconds from the start of the run: the first begins, the last ends. */
  from: z.number(),
  to: z.number(),
  /** Length of the moving window and distance of its moments, seconds. */
  window: z.number(),
  step: z.number(),
  /** By promise: how much worse than undisturbed is within the band, in the KPI's unit. */
  bands: z.array(z.number()),
});
export type StressOutage = z.output<typeof outage>;

export const stressDocument = z.strictObject({
  format: z.literal("journeybench/stress"),
  version: z.literal(1),
  scenario: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    description: z.string().optional(),
    currency: z.string(),
    history: z.number(),
    horizon: z.number(),
  }),
  seed: z.string(),
  package: z.string(),
  replications: z.int(),
  confidence: z.number(),
  load: z.strictObject({
    from: z.number(),
    to: z.number(),
    /** `service.load` of the scenario: what load 1 stands for. */
    own: z.number(),
    /** Streams from outside whose rates are multiplied. */
    scaled: z.array(z.string()),
    /** Modelled customers, whose contacts are not multiplied. */
    customers: z.int(),
    /** Bisection ended with brackets of at most this share of the load. */
    tolerance: z.number(),
  }),
  promises: z.array(promise),
  policies: z.array(policy),
  /** Breaking points less that of the first policy, on the same luck. */
  differences: z.array(difference),
  outage: outage.optional(),
  /** Every parameter with its source. */
  assumptions: z.array(assumption).optional(),
  /** Simulated replications, and their events. */
  runs: z.int(),
  events: z.number(),
  timing: z.strictObject({ seconds: z.number(), workers: z.int(), kept: z.int().optional() }),
});
export type StressDocument = z.output<typeof stressDocument>;

/** JSON Schema (2020-12) of the document of a stress study. */
export function stressJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(stressDocument, { target: "draft-2020-12" });
  return { $schema, title: "journeybench stress study", ...schema };
}
