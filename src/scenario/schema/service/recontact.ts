/** What customers do after a contact that did not help. */

import { z } from "zod";
import { durationDistribution } from "../distributions.ts";
import { group, parameter } from "../parameter.ts";
import { number, share } from "../units.ts";
import { ASSUMED } from "./assumed.ts";

export const recontact = group({
  after: parameter(
    durationDistribution,
    { exponential: { mean: "1d" } },
    { about: "Until the next contact after one that did not help.", source: ASSUMED, tag: "A", range: ["0.1d", "7d"], rangeOf: "mean" },
  ),
  afterMissedCall: parameter(
    durationDistribution,
    { exponential: { mean: "20m" } },
    { about: "Until the next contact after hanging up, or being sent to another channel.", source: ASSUMED, tag: "A", range: ["5m", "240m"], rangeOf: "mean" },
  ),
  afterBlocked: parameter(
    durationDistribution,
    { exponential: { mean: "5m" } },
    { about: "Until the next contact after being turned away.", source: ASSUMED, tag: "A", range: ["1m", "60m"], rangeOf: "mean" },
  ),
  givesUp: parameter(share, 0.2, { about: "Share that gives the case up instead.", source: ASSUMED, tag: "A", range: ["0.05", "0.5"] }),
  givesUpWaiting: share.optional().describe("Share that gives the case up after hanging up; left out: as `givesUp`."),
  givesUpBlocked: share.optional().describe("Share that gives the case up after being turned away; left out: as `givesUp`."),
  patience: parameter(z.enum(["new", "kept"], { error: "new or kept" }), "new", {
    about: "Whether a customer who contacts again has new patience, or as much as at the first contact of the case.",
    source: ASSUMED,
    tag: "A",
  }),
  afterOpening: parameter(
    durationDistribution,
    { exponential: { mean: "30m" } },
    {
      about: "Whoever means to contact while a channel is closed does so so much opening time after it has opened; 0s: at the second at which it opens.",
      source: "assumption of this project: the night's contacts come within the first hours of the day, not in one instant",
      tag: "A",
      range: ["0m", "240m"],
      rangeOf: "mean",
    },
  ),
  returns: parameter(share, 0, {
    about: "Share of contacts after which the problem only seemed settled: the customer comes back with it.",
    source: "nobody unless stated: `firstContactResolution` as SQM counts it is net of those who come back",
    tag: "A",
    range: ["0", "0.3"],
  }),
  returnsAfter: parameter(
    durationDistribution,
    { uniform: { low: "0s", high: "7d" } },
    {
      about: "Until the customer comes back.",
      source: "assumption of this project: within the seven days in which repeat contacts are usually counted",
      tag: "A",
      range: ["1d", "14d"],
      rangeOf: "mean",
    },
  ),
  tellsFollowUp: parameter(share, 0.5, {
    about: "Of customers whose problem is not settled, the share who say so when a planned follow-up asks them.",
    source: ASSUMED,
    tag: "A",
    range: ["0.2", "0.9"],
  }),
  affinityToOtherChannel: parameter(number, 0, {
    about: "Preference of modelled customers for another channel than the last at a repeat contact (logit scale); callers from outside try the same one again.",
    source: ASSUMED,
    tag: "A",
    range: ["-1", "1"],
  }),
});
