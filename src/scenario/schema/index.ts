/** The schema of a scenario: one zod schema, unknown keys refused, every default with its source. */

import { z } from "zod";
import { experience } from "./experience.ts";
import { lifetimeValue } from "./lifetime.ts";
import { loyaltyProgramme } from "./loyalty-programme.ts";
import { awareness, channel, name, needs, segment } from "./market.ts";
import { offer } from "./offer.ts";
import { parameter } from "./parameter.ts";
import { service } from "./service/index.ts";
import { stock } from "./stock.ts";
import { costs, strategy } from "./strategies.ts";
import { stress } from "./stress.ts";
import { count, duration, number, positiveDuration, share } from "./units.ts";
import { warmUp } from "./warm-up.ts";

/** Names that reports use for the ends of a journey. */
const RESERVED = ["purchase", "no purchase", "first visit"];

const JOURNEY_FILE = /^.+\.(?:[cm]?[jt]s|json)$/;

const expectation = z.strictObject({
  kpi: name,
  strategy: name,
  over: name.optional().describe("With it, the expectation is about the difference to this strategy."),
  atLeast: number.optional(),
  atMost: number.optional(),
});

export const scenarioSchema = z.strictObject({
  $schema: z.string().optional().describe("JSON Schema for editors."),
  name,
  description: z.string().optional(),
  currency: z.string().regex(/^[A-Z]{3}$/, { error: "a currency code such as EUR" }).prefault("EUR"),
  seed: z.string({ error: 'a text, in quotes if it is a number: "42"' }).min(1, { error: "a text of at least one sign" }).prefault("journeybench"),
  history: duration.prefault("0s").describe("Common history under the baseline strategy, before adoption."),
  warmUp: warmUp.optional().describe("Finds the length of the history by pilot replications, instead of `history`."),
  horizon: positiveDuration.prefault("2y").describe("Time compared, after adoption."),
  replications: count.max(100_000, { error: "at most 100,000 replications" }).prefault(20),
  confidence: share.refine((level) => level > 0 && level < 1, { error: "a share between 0 and 1" }).prefault(0.95),
  discountRate: parameter(share, 0.1, {
    about: "Yearly discount rate of lifetime value.",
    source: "assumption of this project",
    tag: "A",
    range: ["0.03", "0.15"],
  }),
  lifetimeValue: lifetimeValue.prefault({}).describe("How lifetime value is followed."),
  channels: z
    .record(name, channel)
    .refine((channels) => Object.keys(channels).length <= 30, { error: "at most 30 channels" })
    .refine((channels) => !Object.keys(channels).some((key) => RESERVED.includes(key)), { error: `channel names other than ${RESERVED.join(", ")}` })
    .optional(),
  segments: z
    .record(name, segment)
    .refine((segments) => Object.keys(segments).length <= 255, { error: "at most 255 segments" })
    .optional(),
  journey: z
    .string({ error: "the path of a journey file" })
    .regex(JOURNEY_FILE, { error: "the path of a journey file, which ends with .ts, .mts, .js, .mjs or .json" })
    .optional()
    .describe("The customers' journey: path of a file with an XState machine, relative to this file; left out: the bundled retail journey."),
  awareness: awareness.optional(),
  needs: needs.optional(),
  offer: offer.optional(),
  stock: stock.optional(),
  experience: experience.optional(),
  loyaltyProgramme: loyaltyProgramme.optional().describe("A loyalty programme, in force under the strategies that say so."),
  service: service.optional(),
  strategies: z.record(name, strategy).prefault({ multichannel: {}, omnichannel: {} }),
  baseline: name.optional().describe("Strategy of the history, to which the others are compared; left out: the first one."),
  costs: costs.prefault({}),
  expect: z.array(expectation).prefault([]),
  stress: stress.optional().describe("What `journeybench stress` looks for; it changes no other result."),
});

/** A scenario as the engine reads it: defaults filled in, units resolved to seconds, shares and money. */
export type Scenario = Readonly<z.output<typeof scenarioSchema>>;
/** A scenario as it is written. */
export type ScenarioInput = z.input<typeof scenarioSchema>;

export type Channel = z.output<typeof channel>;
export type Segment = z.output<typeof segment>;
export type Needs = z.output<typeof needs>;
export type Offer = z.output<typeof offer>;
export type Service = z.output<typeof service>;
export type Experience = z.output<typeof experience>;
export type StrategyDefinition = z.output<typeof strategy>;
export type Expectation = z.output<typeof expectation>;

export { type Distribution, type DistributionInput, durationDistribution, type DurationText, moneyDistribution } from "./distributions.ts";
export { routingPolicyNames } from "./routing.ts";
export { stressDefaults, type StressPromise, stressPromise } from "./stress.ts";
export { money, number, share } from "./units.ts";
export { name } from "./market.ts";
export {
  type CapabilityName,
  capabilityNames,
  type PresetName,
  presetNames,
} from "./strategies.ts";
