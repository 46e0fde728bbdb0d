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
    { about: "Until the next contact after one that did not help.", source: ASSUMED, tag: "A" },
  ),
  afterMissedCall: parameter(
    durationDistribution,
    { exponential: { mean: "20m" } },
    { about: "Until the next contact after hanging up, or being sent to another channel.", source: ASSUMED, tag: "A" },
  ),
  afterBlocked: parameter(
    durationDistribution,
    { exponential: { mean: "5m" } },
    { about: "Until the next contact after being turned away.", source: ASSUMED, tag: "A" },
  ),
  givesUp: parameter(share, 0.2, { about: "Share that gives the case up instead.", source: ASSUMED, tag: "A" }),
  givesUpWaiting: share.optional().describe("Share that gives the case up after hanging up; left out: as `givesUp`."),
  givesUpBlocked: share.optional().describe("Share that gives the case up after being turned away; left out: as `givesUp`."),
  patience: parameter(z.enum(["new", "kept"], { error: "new or kept" }), "new", {
    about: "Whether a customer who contacts again has new patience, or as much as at the first contact of the case.",
    source: ASSUMED,
    tag: "A",
  }),
  affinityToOtherChannel: parameter(number, 0, {
    about: "Preference of modelled customers for another channel than the last at a repeat contact (logit scale); callers from outside try the same one again.",
    source: ASSUMED,
    tag: "A",
  }),
});
