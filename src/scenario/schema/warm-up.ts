/** A history as long as the warm-up of a KPI: found by pilot replications instead of being stated. */

import { z } from "zod";
import { name } from "./market.ts";
import { parameter } from "./parameter.ts";
import { count, positiveDuration } from "./units.ts";

/** Least number of steps that can tell: MSER-5 takes them in fives and needs ten of those. */
export const LEAST_STEPS = 50;

export const warmUp = z.strictObject({
  of: name.describe("The KPI whose course is looked at, over all customers and channels."),
  upTo: positiveDuration.describe("Length of the pilot replications; several times the warm-up, as what lies in the second half is not believed."),
  by: z
    .enum(["mser-5"])
    .prefault("mser-5")
    .describe(
      "How it is found: as much of the beginning is left out as makes the standard error of the rest least, in batches of five steps (White 1997, Simulation 69(6)).",
    ),
  pilot: parameter(count.max(10_000, { error: "at most 10,000 replications" }), 10, {
    about: "Pilot replications over which the course is taken; they are lived under the baseline strategy, with luck of their own.",
    source: "assumption of this project",
    tag: "A",
    range: ["5", "100"],
  }),
  step: positiveDuration
    .optional()
    .describe(`Length of a step of the course, at least ${LEAST_STEPS} in \`upTo\`; left out: a 250th of \`upTo\`, in whole seconds.`),
});
