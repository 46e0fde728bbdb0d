/** Contacts that are passed on after they were handled. */

import { z } from "zod";
import { durationDistribution } from "../distributions.ts";
import { name } from "../market.ts";
import { parameter } from "../parameter.ts";
import { share } from "../units.ts";

const transfer = z.strictObject({
  from: z
    .strictObject({
      channel: name.optional().describe("Channel that contacts are passed on from; left out: every one."),
      topic: name.optional().describe("Topic of the contacts that are passed on; left out: every one."),
    })
    .describe("Contacts that are passed on, by channel, topic or both; {}: all."),
  to: z
    .strictObject({
      channel: name.optional().describe("Channel that they are passed on to; left out: the same."),
      topic: name.optional().describe("Topic that they have from then on; left out: the same."),
    })
    .describe("Where they go, by channel, topic or both."),
  share: share.describe("Share of the contacts that are passed on in this way."),
  warm: durationDistribution
    .optional()
    .describe("Warm: the agent stays until the next one answers, and for this time to introduce the case. Left out: cold."),
});

export const transfers = parameter(z.array(transfer).max(1000, { error: "at most 1,000 transfers" }), [], {
  about: "Contacts passed on after handling, before it is asked whether they settled the case.",
  source: "none unless stated (evidence 3.1: 8 to 25 % of contacts)",
  tag: "A",
});
