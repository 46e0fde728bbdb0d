/** Outages: a channel that cannot be used although it should be open. */

import { z } from "zod";
import { group, parameter } from "./parameter.ts";
import { duration, positiveDuration, share } from "./units.ts";

const ASSUMED = "assumption of this project";

const outage = z.strictObject({
  at: duration.describe("When it begins, from the start of the run."),
  for: positiveDuration.describe("How long it lasts."),
});

const failures = z.strictObject({
  up: positiveDuration.describe("Mean time from the end of a failure to the next one (exponential)."),
  down: positiveDuration.describe("Mean time that a failure lasts (exponential)."),
});

export const outages = group({
  planned: parameter(z.array(outage).max(1000, { error: "at most 1,000 outages" }), [], {
    about: "Times in which the channel is down.",
    source: "none unless stated",
    tag: "A",
  }),
  failures: failures.optional().describe("Failures at random; the same under every strategy. Left out: none."),
  waits: parameter(share, 0.3, {
    about: "Share of those who find the channel down for a visit that come back when it works again.",
    source: ASSUMED,
    tag: "A",
    range: ["0", "0.7"],
  }),
  goesElsewhere: parameter(share, 0.3, {
    about: "Of the others, the share that uses another channel of this company at once; the rest have made a visit in vain.",
    source: ASSUMED,
    tag: "A",
    range: ["0", "0.7"],
  }),
});
