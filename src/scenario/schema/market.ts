/** The customers' side of a scenario: channels, segments, awareness, needs. */

import { z } from "zod";
import { campaigns, competitorSpend } from "./campaigns.ts";
import { durationDistribution } from "./distributions.ts";
import { past } from "./lifetime.ts";
import { outages } from "./outages.ts";
import { group, parameter } from "./parameter.ts";
import { renewal } from "./renewal.ts";
import { count, money, nonNegative, number, positive, positiveDuration, rate, share } from "./units.ts";
import { weeklyHours } from "./week.ts";

const ASSUMED = "assumption of this project";

// At least one visible sign, no control characters and no line separators; written out so that it holds in JSON Schema too.
const SHOWABLE = new RegExp(String.raw`^(?=.*\S)[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$`, "u");

/** A name that users give: any sign that can be shown, so also spaces and `<`; never used as a path or in a formula. */
export const name = z
  .string({ error: "a name, in quotes if it is a number" })
  .min(1, { error: "a name" })
  .max(60, { error: "a name of at most 60 characters" })
  .regex(SHOWABLE, { error: "a name with something to see and without control characters" });

export const channel = z.strictObject({
  kind: z.enum(["self-service", "in-person", "live", "deferred"], {
    error: "self-service, in-person, live (someone waits) or deferred (answered later)",
  }).describe("How customers meet the company there: self-service, in-person, live (someone waits) or deferred (answered later)."),
  can: z.array(z.enum(["inform", "sell", "serve"])).min(1, { error: "at least one of inform, sell, serve" }).describe("What the channel is good for: inform, sell, serve."),
  hours: parameter(weeklyHours, "always", { about: 'When customers can use the channel; "22:00-06:00" runs into the next day.', source: ASSUMED, tag: "A" }),
  conversion: group({
    new: parameter(share, 0.249, {
      about: "Share of new visitors' visits that end in an order, in a world without friction.",
      source: "UCI 468 online shoppers (Sakar et al. 2019): 422 of 1,694 sessions",
      tag: "C",
      range: ["0.015", "0.5"],
    }),
    returning: parameter(share, 0.139, {
      about: "The same for customers who ordered before.",
      source: "UCI 468 online shoppers (Sakar et al. 2019): 1,470 of 10,551 sessions",
      tag: "C",
      range: ["0.015", "0.5"],
    }),
  }),
  visitDuration: parameter(
    durationDistribution,
    { lognormal: { mean: "1310s", cv: 1.56 } },
    { about: "Length of a visit.", source: "UCI 468 online shoppers: mean 1,310 s over 12,330 sessions, cv 1.56", tag: "C", range: ["1m", "40m"], rangeOf: "mean" },
  ),
  visitCost: parameter(money, 0.3, { about: "Cost to the company of one visit.", source: ASSUMED, tag: "A", range: ["0", "3"] }),
  outages,
  contactCost: parameter(money, 0.2, {
    about: "Cost of one contact apart from staff (line, licence).",
    source: ASSUMED,
    tag: "A",
    range: ["0", "2"],
  }),
});

const utilities = z.record(name, number);

export const segment = z.strictObject({
  size: count.describe("Number of people in the segment."),
  affinity: parameter(utilities, {}, { about: "Utility of each channel for visits (logit scale).", source: ASSUMED, tag: "A" }),
  serviceAffinity: parameter(
    utilities,
    {},
    { about: "Utility of each channel for service contacts (logit scale).", source: ASSUMED, tag: "A" },
  ),
  needFactor: parameter(positive, 1, { about: "Multiplies the need rate.", source: ASSUMED, tag: "A", range: ["0.2", "5"] }),
  spendFactor: parameter(positive, 1, { about: "Multiplies the value of orders.", source: ASSUMED, tag: "A", range: ["0.2", "5"] }),
  alreadyCustomers: parameter(share, 0, {
    about: "Share of the segment that is aware of the company at the start.",
    source: ASSUMED,
    tag: "A",
    range: ["0", "1"],
  }),
  newcomers: parameter(rate, "0/y", {
    about:
      "People beyond `size` who join the market as time goes on, per person of `size` (0.05/y: a twentieth more every year), evenly; they become aware as others do or, without awareness, know the company at once.",
    source: "nobody unless stated",
    tag: "A",
    range: ["0/y", "0.5/y"],
  }),
});

const BASS = "assumption of this project: a slow start, then word of mouth";

export const awareness = z.strictObject({
  innovation: parameter(rate, "0.03/y", { about: "Bass p: hazard of becoming aware by oneself.", source: BASS, tag: "A", range: ["0.001/y", "0.1/y"] }),
  imitation: parameter(rate, "0.38/y", { about: "Bass q: hazard per share of aware people.", source: BASS, tag: "A", range: ["0.1/y", "1/y"] }),
  wordOfMouth: parameter(nonNegative, 0.2, {
    about: "How much the net share of promoters among customers raises q (q times 1 + weight times net share).",
    source: ASSUMED,
    tag: "A",
    range: ["0", "1"],
  }),
  campaigns,
  competitorSpend,
  entry: durationDistribution
    .optional()
    .describe("When customers come, from the start; replaces Bass diffusion (for cohort studies)."),
});

const CDNOW = "Fader, Hardie & Lee 2005, BG/NBD on CDNOW; refitted to the public data within 0.2 % (validation case clv-010)";

export const needs = z.strictObject({
  r: parameter(positive, 0.243, { about: "Shape of the gamma distribution of need rates.", source: CDNOW, tag: "C", range: ["0.1", "5"] }),
  alpha: parameter(positiveDuration, "4.414w", { about: "Its scale as time: the mean need rate is r / alpha.", source: CDNOW, tag: "C", range: ["1w", "104w"] }),
  a: parameter(nonNegative, 0.793, { about: "Dropout after a purchase ~ Beta(a, b); a = 0: nobody drops out.", source: CDNOW, tag: "C", range: ["0", "2"] }),
  b: parameter(positive, 2.426, { about: "Dropout after a purchase ~ Beta(a, b).", source: CDNOW, tag: "C", range: ["0.5", "10"] }),
  past,
  renewal,
  goesOn: parameter(share, 0.6, {
    about: "After a visit without order, the share that makes another visit for the same need.",
    source: ASSUMED,
    tag: "A",
    range: ["0.2", "0.9"],
  }),
  timeBetweenVisits: parameter(
    durationDistribution,
    { exponential: { mean: "1d" } },
    { about: "From need to first visit, and from visit to visit.", source: ASSUMED, tag: "A", range: ["0.1d", "7d"], rangeOf: "mean" },
  ),
  followUpResponse: parameter(share, 0, {
    about: "Share of customers whom the offer in a planned follow-up brings to their next need at once.",
    source: "nobody unless stated",
    tag: "A",
    range: ["0", "0.1"],
  }),
  inertia: parameter(number, 0.8, { about: "Utility of the channel used last (logit scale).", source: ASSUMED, tag: "A", range: ["0", "2"] }),
  habit: parameter(nonNegative, 0, {
    about:
      "Utility of a channel per log of 1 + the orders placed there so far (logit scale); above 1 customers settle in one channel for good.",
    source: "off unless stated; evidence 1.6: with growing loyalty customers settle into one channel (MSI), without magnitudes",
    tag: "A",
    range: ["0", "4"],
  }),
  satisfactionWeight: parameter(nonNegative, 1, {
    about: "Utility of a channel per unit of satisfaction with it (logit scale).",
    source: ASSUMED,
    tag: "A",
    range: ["0", "3"],
  }),
  priceWeight: parameter(nonNegative, 0, {
    about: "Loss of utility of a channel per log point of the price seen there for this need (where none was seen: list price).",
    source: "no effect unless stated",
    tag: "A",
    range: ["0", "5"],
  }),
  activeHours: parameter(
    weeklyHours,
    { "mon-sun": "07:00-23:00" },
    { about: "When customers visit and contact the company.", source: ASSUMED, tag: "A" },
  ),
  researchWindow: parameter(positiveDuration, "30d", {
    about: "Visits this long before an order count as research for it (ROPO, showrooming).",
    source: "convention of this project: the window for journeys (evidence 2.2)",
    tag: "A",
    range: ["7d", "90d"],
  }),
});
