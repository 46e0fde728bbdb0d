/** Advertising: campaigns by which people become aware, what they cost, and what competitors spend. */

import { z } from "zod";
import { parameter } from "./parameter.ts";
import { duration, money, positiveDuration, rate, share } from "./units.ts";

const campaign = z
  .strictObject({
    at: duration.describe("When it begins, from the start of the run."),
    length: positiveDuration.describe("How long it lasts."),
    hazard: rate.optional().describe("Extra hazard of becoming aware; left out: impressions times response."),
    channel: z.string().optional().describe("Channel of the scenario where its impressions, clicks and spend count; left out: none of them."),
    impressions: rate.optional().describe("Impressions per person of the market (Poisson)."),
    response: share.optional().describe("Share of impressions that are clicked; somebody unaware becomes aware by it."),
    spend: money.optional().describe("What the whole campaign costs, spread evenly over its length."),
  })
  .refine((written) => written.hazard !== undefined || (written.impressions !== undefined && written.response !== undefined), {
    error: "a hazard, or impressions with a response",
  });

export const campaigns = parameter(z.array(campaign).max(100, { error: "at most 100 campaigns" }), [], {
  about: "Advertising: extra hazard of becoming aware for a while.",
  source: "no campaign unless stated",
  tag: "A",
});

export const competitorSpend = parameter(money, 0, {
  about: "What competitors spend on advertising in this market, per year (for the share of voice).",
  source: "not known unless stated",
  tag: "A",
  range: ["0", "1000000"],
});
