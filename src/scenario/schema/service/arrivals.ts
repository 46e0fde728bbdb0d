/** Contacts from outside the modelled customers: how they come, busy days, surges. */

import { z } from "zod";
import { durationDistribution } from "../distributions.ts";
import { name } from "../market.ts";
import { parameter } from "../parameter.ts";
import { count, duration, nonNegative, positiveDuration, rate } from "../units.ts";
import { weeklySteps } from "../week.ts";
import { batchSize } from "./batch.ts";

/** Ways in which contacts come; each stream has exactly one. */
export const arrivalKinds = ["rate", "rates", "wave", "between", "counts", "callers", "backlog"] as const;

const MOST_COUNTS = 100_000;

const wave = z
  .strictObject({
    mean: rate.describe("Mean rate."),
    amplitude: rate.describe("Height of the wave, at most the mean."),
    period: positiveDuration.describe("Time from crest to crest."),
    shift: parameter(duration, "0s", {
      about: "How much earlier the wave begins: the rate is mean + amplitude · sin(2π (t + shift) / period).",
      source: "none unless stated",
      tag: "A",
      range: ["0d", "365d"],
    }),
  })
  .superRefine(({ mean, amplitude }, context) => {
    if (amplitude <= mean) return;
    context.addIssue({ code: "custom", message: "an amplitude of at most the mean (a rate is never below zero)", path: ["amplitude"] });
  });

const counts = z
  .strictObject({
    interval: positiveDuration.describe("Length of the intervals that were counted."),
    values: z
      .array(nonNegative.max(1_000_000, { error: "at most 1,000,000 contacts in an interval" }))
      .min(1, { error: "at least one count" })
      .max(MOST_COUNTS, { error: "at most 100,000 counts" })
      .optional()
      .describe("Contacts counted in each interval, from the beginning of the run; an average such as 3.4 becomes 3 or 4. Or `file` and `column`."),
    file: z
      .string({ error: "the path of a CSV file" })
      .min(1, { error: "the path of a CSV file" })
      .optional()
      .describe("CSV file with the counts, relative to the scenario file; read once, when the scenario is loaded."),
    column: z.string({ error: "the name of a column" }).min(1, { error: "the name of a column" }).optional().describe("Column of the file that holds the counts."),
    recurs: parameter(z.boolean({ error: "true or false" }), true, {
      about: "Whether the counts begin anew after the last; otherwise nobody comes then.",
      source: "a recorded period stands for those after it unless stated",
      tag: "A",
    }),
  })
  .transform(({ interval, values = [], recurs }) => ({ interval, values, recurs }));

const callers = z.strictObject({
  number: count.max(1_000_000, { error: "at most 1,000,000 callers" }).describe("Number of callers."),
  until: durationDistribution.describe("Time without an open case until a caller's next contact."),
});

const surge = z.strictObject({
  at: duration.describe("When it begins, from the start of the run."),
  contacts: count.max(65_536, { error: "at most 65,536 contacts in a surge" }).describe("How many contacts come."),
  over: duration.prefault("0s").describe("Time over which they are spread; 0s: all at once."),
});

const stream = z.strictObject({
  channel: name.describe("Channel in which the contacts arrive."),
  rate: rate.optional().describe("How many arrive per time, on average: a Poisson stream."),
  topic: name.optional().describe("Topic of the contacts; left out: drawn by the topics' weights."),
  rates: weeklySteps(rate, "100/h").optional().describe('Rates by days and clock times ("22:00-06:00" runs into the next day), none elsewhere: a Poisson stream by the calendar.'),
  wave: wave.optional().describe("A Poisson stream whose rate rises and falls."),
  between: durationDistribution.optional().describe("Times between arrivals: a renewal process."),
  counts: counts.optional().describe("Recorded counts: so many contacts in each interval, at random times in it."),
  callers: callers.optional().describe("A finite number of callers, each with at most one case at a time."),
  backlog: z.literal(true, { error: "true or nothing" }).optional().describe("There is always one more contact to do, whenever an agent is free for it."),
  batch: batchSize.optional().describe("How many contacts come together at each arrival of a stream with a rate or times between; left out: one."),
  busyness: name.optional().describe("Entry of service.busyness: the factor of the day on the stream's rate."),
  limit: count.optional().describe("Contacts after which the stream ends; left out: never."),
  surges: parameter(z.array(surge).max(1000, { error: "at most 1,000 surges" }), [], {
    about: "Contacts that come on top, in batches.",
    source: "none unless stated",
    tag: "A",
  }),
});

export const arrivals = parameter(
  z.record(name, stream).refine((entries) => Object.keys(entries).length <= 1000, { error: "at most 1,000 streams" }),
  {},
  {
    about: "Contacts from outside the modelled customers, while their channel is open. Who is not helped contacts again as customers do.",
    source: "none unless stated",
    tag: "A",
  },
);

const busy = z.strictObject({
  cv: nonNegative.max(10, { error: "a number of at most 10" }).describe("Coefficient of variation of the day's factor, which is gamma distributed with mean 1."),
});

export const busyness = parameter(z.record(name, busy), {}, {
  about: "Busy and quiet days: a factor for each day on the rates of the streams that name it.",
  source: "all days alike unless stated",
  tag: "A",
});

export const load = parameter(nonNegative.max(1000, { error: "a number of at most 1,000" }), 1, {
  about: "Multiplies the rates of all contacts from outside.",
  source: "the rates as they are written unless stated",
  tag: "A",
  range: ["0.5", "3"],
});
