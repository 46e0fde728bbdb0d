/** Contracts that are renewed. */

import { z } from "zod";
import { parameter } from "./parameter.ts";
import { nonNegative, positive, positiveDuration } from "./units.ts";

const SBG = "Fader & Hardie 2007, shifted beta-geometric model, their Regular customers (validation case clv-001)";

/**
 * Customers with a contract: they pay at the beginning of each period and leave at its end with an own probability ~ Beta(a, b), shifted by
 * satisfaction as dropout is. It replaces needs and visits.
 */
export const renewal = z
  .strictObject({
    every: parameter(positiveDuration, "1y", { about: "Length of a period: customers pay at its start and decide at its end.", source: SBG, tag: "C", range: ["1w", "104w"] }),
    a: parameter(nonNegative, 0.704, { about: "Leaving at a renewal ~ Beta(a, b); a = 0: nobody leaves.", source: SBG, tag: "C", range: ["0", "3"] }),
    b: parameter(positive, 1.182, { about: "Leaving at a renewal ~ Beta(a, b).", source: SBG, tag: "C", range: ["0.5", "15"] }),
  })
  .optional()
  .describe("All customers have a contract that is renewed or not at the end of each period, and pay by the period: no needs, no visits.");
