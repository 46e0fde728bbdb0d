/** Strategies as sets of capabilities, and what capabilities cost. */

import { z } from "zod";
import { name } from "./market.ts";
import { group, parameter } from "./parameter.ts";
import { routing } from "./routing.ts";
import { money } from "./units.ts";

/** All capabilities of the model, in catalogue order. */
export const capabilityNames = [
  "sharedHistory",
  "unifiedOffer",
  "unifiedStock",
  "sharedBasket",
  "channelHandoff",
  "contextualRouting",
  "responsePromises",
  "plannedFollowUp",
  "personalisation",
  "inStoreApp",
  "agentTraining",
] as const;
export type CapabilityName = (typeof capabilityNames)[number];

/** Presets that a strategy may extend. */
export const presetNames = ["single-channel", "multichannel", "omnichannel"] as const;
export type PresetName = (typeof presetNames)[number];

const switches = Object.fromEntries(
  capabilityNames.map((capability) => [
    capability,
    z.boolean({ error: "true or false" }).optional().describe(`Switches the capability ${capability} on or off.`),
  ]),
) as Record<CapabilityName, z.ZodOptional<z.ZodBoolean>>;

/** A strategy of a scenario: what it extends, which capabilities it switches, which channels it offers. */
export const strategy = z.strictObject({
  extends: name
    .optional()
    .describe("A preset or another strategy of this file; left out: the preset of the same name, or multichannel."),
  channels: z.array(name).min(1, { error: "at least one channel" }).optional().describe("The channels offered; left out: all. A lever of its own."),
  routing: routing
    .optional()
    .describe(
      "How contacts find agents: a policy by name, with params, or the path of a file with one, relative to this file. Left out: as in what it extends, else contextual with contextualRouting and siloed without.",
    ),
  loyaltyProgramme: z.boolean({ error: "true or false" }).optional().describe("Whether the programme of the part `loyaltyProgramme` is in force. A lever of its own; left out: as in what it extends, else not."),
  ...switches,
});

const COMPANY = "assumption of this project: a company of about 20,000 customers";

const cost = (setUp: number, perYear: number) =>
  group({
    setUp: parameter(money, setUp, {
      about: "Cost of setting it up, paid at adoption.",
      source: COMPANY,
      tag: "A",
      range: [String((3 * setUp) / 10), String(3 * setUp)],
    }),
    perYear: parameter(money, perYear, { about: "Running cost per year.", source: COMPANY, tag: "A", range: [String((3 * perYear) / 10), String(3 * perYear)] }),
  });

/** Costs of the capabilities; side effects such as documentation time are parameters of the service part. */
export const costs = z.strictObject({
  sharedHistory: cost(12_000, 6_000),
  unifiedOffer: cost(3_000, 1_500),
  unifiedStock: cost(15_000, 6_000),
  sharedBasket: cost(5_000, 2_000),
  channelHandoff: cost(3_000, 2_000),
  contextualRouting: cost(8_000, 6_000),
  responsePromises: cost(2_000, 2_000),
  plannedFollowUp: cost(1_500, 1_000),
  personalisation: cost(5_000, 3_000),
  inStoreApp: cost(6_000, 2_500),
  agentTraining: cost(2_500, 1_500),
} satisfies Record<CapabilityName, z.ZodType>);
