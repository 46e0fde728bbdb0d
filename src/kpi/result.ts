/** The result document (`result.json`): the one door between the engine and everything that shows results. */

import { z } from "zod";
import { attributionResult } from "./attribution-result.ts";
import { lifetimeResult } from "./lifetime-result.ts";
import { serviceResult } from "./service/service-result.ts";

/** Units a KPI value may have. Money is in the scenario's currency, times are seconds; a change of 0.02 is +2 %. */
export const kpiUnit = z.enum(["share", "s", "money", "count", "ratio", "score", "events", "change"]);
export type KpiUnit = z.output<typeof kpiUnit>;

/**
 * One KPI with its interval over replications. An undefined KPI has `mean: null` and says why in `reason`; an interval
 * that cannot be formed (one replication) is null.
 */
export const kpiEstimate = z.strictObject({
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  sd: z.number().nullable(),
  n: z.int().nonnegative(),
  unit: kpiUnit,
  reason: z.string().optional(),
});
export type KpiEstimate = z.output<typeof kpiEstimate>;

const kpiValues = z.record(z.string(), kpiEstimate);
export type KpiValues = z.output<typeof kpiValues>;

export const span = z.strictObject({
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  reason: z.string().optional(),
});
/** A paired difference or a relative uplift (0.034 = 3.4 %) with its interval. */
export type Span = z.output<typeof span>;

const contrast = z.strictObject({ difference: span, relative: span });

export const comparison = z.strictObject({
  kpi: z.string(),
  strategy: z.string(),
  baseline: z.string(),
  difference: span,
  relative: span,
  /** Two-sided p-value of the paired difference; null when there is no interval. */
  p: z.number().nullable(),
  /** Holm-adjusted over all KPIs of this pair of strategies. */
  pAdjusted: z.number().nullable(),
  /** (Variance of one + variance of the other) / variance of the paired difference: what common random numbers gave; null: cannot be told. */
  varianceReduction: z.number().nullable(),
  /** (Last whole year − last whole year before adoption) less the same of the baseline; there where the run has both years. */
  did: span.optional(),
  /** Change of the strategy / change of the baseline − 1 between these years; null with a reason unless the latter is clearly above zero. */
  ratioOfChanges: span.optional(),
  /** Beside `spend_per_customer`: naive gap of multichannel customers under the baseline less the true relative effect. */
  selectionGap: span.optional(),
  /** Beside `orders`: what each order gained in one channel costs another, for channels whose gain is clear. */
  cannibalisation: z.array(z.strictObject({ gains: z.string(), loses: z.string(), share: span })).optional(),
  byChannel: z.record(z.string(), contrast),
  bySegment: z.record(z.string(), contrast),
});
export type Comparison = z.output<typeof comparison>;

const seriesPoint = z.strictObject({
  /** Seconds since the start of the history. */
  time: z.number(),
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

/** A curve over time, e.g. customers still with the company or cumulative profit since adoption. */
export const series = z.strictObject({ id: z.string(), label: z.string(), unit: kpiUnit, points: z.array(seriesPoint) });
export type Series = z.output<typeof series>;

/** A counter of the journey that an author brought: how much was counted after adoption, per replication. */
export const journeyCount = z.strictObject({
  count: kpiEstimate,
  /** Paired difference to the baseline strategy; not there for the baseline itself. */
  difference: span.optional(),
});
export type JourneyCount = z.output<typeof journeyCount>;

export const strategyResult = z.strictObject({
  name: z.string(),
  /** Capabilities that are on, in catalogue order. */
  capabilities: z.array(z.string()),
  /** Channels offered. */
  channels: z.array(z.string()),
  /** Routing policy, by the name that one's own gives itself, where the strategy names one. */
  routing: z.string().optional(),
  /** There where the strategy has the loyalty programme. */
  loyaltyProgramme: z.literal(true).optional(),
  kpis: kpiValues,
  byChannel: z.record(z.string(), kpiValues),
  bySegment: z.record(z.string(), kpiValues),
  byPeriod: z.array(z.strictObject({ from: z.number(), to: z.number(), kpis: kpiValues })),
  series: z.array(series),
  /**
   * Moves between channels inside one need after adoption, mean count per replication. `from: null` = the need's first
   * visit; `to: "purchase"` and `to: "no purchase"` end the need.
   */
  flows: z.array(z.strictObject({ from: z.string().nullable(), to: z.string(), count: z.number() })),
  /** Steps through the five phases after adoption, mean count per replication, in order. */
  funnel: z.array(z.strictObject({ phase: z.string(), step: z.string(), count: z.number() })),
  /** Counters of the author's own journey, by name; not there for the bundled journey. */
  journey: z.record(z.string(), journeyCount).optional(),
  /** What customers are worth by where and when they were won; not there without an offer. */
  lifetime: lifetimeResult.optional(),
  /** What the service recorded after adoption; not there without a service. */
  service: serviceResult.optional(),
  /** Revenue shared out to channels, against what their touches are truly worth; there where `--attribution` asked for it. */
  attribution: attributionResult.optional(),
});
export type StrategyResult = z.output<typeof strategyResult>;

/** One parameter of the scenario with where its value comes from. */
export const assumption = z.strictObject({
  path: z.string(),
  value: z.string(),
  /** `scenario` = written in the scenario file, `default` = the schema's default. */
  setBy: z.enum(["scenario", "default"]),
  about: z.string(),
  source: z.string(),
  /** S read in the source · S2 read in a secondary page · R remembered, not verified · C computed · A assumption. */
  tag: z.enum(["S", "S2", "R", "C", "A"]).nullable(),
  /** What is plausible for the parameter, as it would be written: `0.5 to 0.9`, `mean 5m to 20m`. */
  range: z.string().optional(),
});
export type Assumption = z.output<typeof assumption>;

export const expectationOutcome = z.strictObject({ text: z.string(), passed: z.boolean(), observed: z.number().nullable() });
export type ExpectationOutcome = z.output<typeof expectationOutcome>;

/** A sequential run: replications until the paired interval of a KPI is narrow enough. */
const precision = z.strictObject({
  kpi: z.string(),
  /** Half-width wanted, of the relative uplift's interval (0.02 = 2 percentage points); with one strategy, of the KPI, relative to it. */
  target: z.number(),
  reached: z.boolean(),
  /** Replications after which it was looked. */
  stages: z.array(z.int()),
  /** Most replications allowed. */
  cap: z.int(),
  /** Half-widths at the end; a strategy whose uplift has no interval has none. */
  halfWidths: z.array(z.strictObject({ strategy: z.string(), halfWidth: z.number() })),
});

/** A history whose length was found: the warm-up of a KPI. */
const foundWarmUp = z.strictObject({
  by: z.literal("mser-5"),
  kpi: z.string(),
  /** Pilot replications, and seconds of each. */
  pilot: z.int(),
  upTo: z.number(),
  /** Seconds of a step, and their number in a pilot. */
  step: z.number(),
  steps: z.int(),
  /** Steps left out at the beginning. */
  truncated: z.int(),
  /** Squared standard error of the mean of the batches of five steps that remain. */
  statistic: z.number(),
  /** Mean of the KPI after the warm-up, in its unit. */
  meanAfter: z.number(),
  /** Seconds of history that came of it. */
  history: z.number(),
});

export const resultDocument = z.strictObject({
  format: z.literal("journeybench/result"),
  version: z.literal(1),
  scenario: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    description: z.string().optional(),
    currency: z.string(),
    /** Seconds of common history before adoption, and of comparison after it. */
    history: z.number(),
    horizon: z.number(),
    segments: z.array(z.string()),
    channels: z.array(z.string()),
    customers: z.int(),
    /** The journey that the author brought: name of its machine, hash of its file. Not there for the bundled journey. */
    journey: z.strictObject({ id: z.string(), sha256: z.string() }).optional(),
  }),
  seed: z.string(),
  /** The engine whose results these are. The reference executor must reproduce them, so it does not appear here but in `timing`. */
  engine: z.literal("compiled"),
  package: z.string(),
  replications: z.int(),
  /** Every strategy met random numbers of its own (`--independent`); not there where all met the same. */
  luck: z.literal("independent").optional(),
  confidence: z.number(),
  baseline: z.string(),
  /** The strategy under which the common history was lived. */
  historyStrategy: z.string(),
  events: z.number(),
  strategies: z.array(strategyResult),
  comparisons: z.array(comparison),
  expectations: z.array(expectationOutcome),
  assumptions: z.array(assumption),
  /** How a run that goes on until an interval is narrow enough ended; not there for a fixed number of replications. */
  precision: precision.optional(),
  /** How long the history had to be; there where the scenario asked for it to be found. */
  warmUp: foundWarmUp.optional(),
  timing: z.strictObject({
    /** Spent on what was computed; results that were there already take none. */
    seconds: z.number(),
    eventsPerSecond: z.number(),
    /** Threads (0: none beside the one that asked), or those at a queue that gave results. */
    workers: z.int(),
    executor: z.enum(["compiled", "reference"]),
    /** Replications of a strategy that were in the result store already; not there when none was. */
    kept: z.int().optional(),
  }),
});
export type ResultDocument = z.output<typeof resultDocument>;

/** JSON Schema (2020-12) of the result document. */
export function resultJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(resultDocument, { target: "draft-2020-12" });
  return { $schema, title: "journeybench result", ...schema };
}
