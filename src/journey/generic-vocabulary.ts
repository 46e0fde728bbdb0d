/** Words for journeys of any business. Their params are checked when a journey is loaded; what they do is in `src/sim/market/journey/`. */

import { z } from "zod";
import {
  capabilityNames,
  type Distribution,
  type DistributionInput,
  money,
  moneyDistribution,
  name,
  number,
  share as anyShare,
} from "../scenario/index.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A share, `0.25` or `"25%"`. */
const share = anyShare as z.ZodType<number, number | `${number}%`>;
const amount = z
  .union([money, moneyDistribution as z.ZodType<Distribution, DistributionInput<number>>], {
    error: "an amount of money such as 29, or a distribution such as { lognormal: { mean: 30, cv: 0.5 } }",
  })
  .describe("Money in the scenario's currency; a distribution is drawn once per step.");
const channel = name.optional().describe("Channel of the scenario that it is counted under; left out: none.");
const counter = name.describe("Name of the counter; each customer has one of that name, beginning at 0.");
const whole = z.int({ error: "a whole number" }).nonnegative({ error: "a whole number of 0 or more" });

const chance = z.strictObject({
  name: name.describe("Name of the chance: within a step, all chances of one name share their luck."),
  probability: share.describe("Probability, at reference satisfaction if there is a satisfactionWeight."),
  satisfactionWeight: number
    .prefault(0)
    .describe("Added to the logit of the probability per unit of satisfaction above the reference; needs the scenario part experience."),
  per: name
    .optional()
    .describe(
      "Name of a counter: the luck belongs to the counter's value instead of the step, so the third renewal has the same luck under every strategy.",
    ),
});

const experience = z
  .strictObject({
    value: share.optional().describe("The experience itself, 0 (worst) to 1 (best)."),
    change: number.min(-1).max(1).optional().describe("Change of the last experience instead, cut off at 0 and 1."),
  })
  .refine(({ value, change }) => (value === undefined) !== (change === undefined), { error: "either value or change" });

export const genericVocabulary = {
  actions: {
    earn: {
      about:
        "Books a payment: an order with its revenue (amount × the segment's spendFactor), its margin and its part in lifetime value. Meets the need under way, if there is one. A later refund is a share of it.",
      shared: false,
      params: z.strictObject({
        amount,
        margin: share.prefault(1).describe("Share of the amount that is left after what the goods themselves cost."),
        channel,
      }),
      names: { channel: "channels" },
    },
    spend: {
      about: "Books a cost of the company for this customer: lowers profit and the customer's lifetime value.",
      shared: false,
      params: z.strictObject({ amount, channel }),
      names: { channel: "channels" },
    },
    experience: {
      about: "Sets or changes the customer's last experience; `reflect` moves satisfaction towards it.",
      shared: false,
      needs: ["experience"],
      params: experience,
    },
    count: {
      about: "Adds to a counter of the customer; the result tells how much was counted after adoption, per replication.",
      shared: false,
      params: z.strictObject({
        counter,
        by: whole.min(1, { error: "a whole number of 1 or more" }).prefault(1).describe("How much is added."),
      }),
    },
    resetCount: {
      about: "Sets a counter of the customer back to 0; what was counted stays counted in the result.",
      shared: false,
      params: z.strictObject({ counter }),
    },
    comeBack: { about: "A customer who was lost (`leave`) is one again.", shared: true },
  },
  guards: {
    chance: {
      about: "Passes with a probability, by the customer's own luck of this step.",
      shared: false,
      params: chance,
    },
    hasCapability: {
      about: "The strategy in force has the capability.",
      shared: false,
      params: z.strictObject({
        capability: z.enum(capabilityNames, { error: `a capability: ${capabilityNames.join(", ")}` }).describe("Key of the capability."),
      }),
    },
    offersChannel: {
      about: "The strategy in force offers the channel.",
      shared: false,
      params: z.strictObject({ channel: name.describe("Channel of the scenario.") }),
      names: { channel: "channels" },
    },
    inSegment: {
      about: "The customer belongs to the segment.",
      shared: false,
      params: z.strictObject({ segment: name.describe("Segment of the scenario.") }),
      names: { segment: "segments" },
    },
    satisfactionAtLeast: {
      about: "The customer's satisfaction is at least so high.",
      shared: false,
      needs: ["experience"],
      params: z.strictObject({ value: share.describe("Satisfaction, 0 to 1.") }),
    },
    countAtLeast: {
      about: "The customer's counter has reached a value.",
      shared: false,
      params: z.strictObject({ counter, value: whole.describe("The value.") }),
    },
    countBelow: {
      about: "The customer's counter is still below a value.",
      shared: false,
      params: z.strictObject({ counter, value: whole.describe("The value.") }),
    },
  },
  delays: {},
} as const satisfies Vocabulary;
