/** How lifetime value is followed, and what those who are customers at the start have behind them. */

import { z } from "zod";
import { group, parameter } from "./parameter.ts";
import { duration, share } from "./units.ts";

const ASSUMED = "assumption of this project";

export const lifetimeValue = z.strictObject({
  tail: parameter(duration, "0s", {
    about:
      "Time lived on beyond the horizon, only to see what customers are still worth then (expected lifetime value by simulation); 0s: not simulated.",
    source: "no tail unless stated; at 10 % a year, 5y hold 38 % of a constant stream's value after the horizon, 20y 85 %",
    tag: "A",
    range: ["0y", "20y"],
  }),
  cohort: parameter(z.enum(["quarter", "year"]), "year", {
    about: "Length of the cohorts by first order in the lifetime table.",
    source: ASSUMED,
    tag: "A",
  }),
});

/** The past of those who are customers at the start. */
export const past = group({
  length: parameter(duration, "0s", {
    about:
      "Those who are customers at the start were won evenly over this time before it, and are still customers now: a population that has been renewed steadily. 0s: all are won just now.",
    source: "none unless stated; then the history begins with a population that never lost anybody",
    tag: "A",
    range: ["0y", "10y"],
  }),
  needsMet: parameter(share, 1, {
    about: "Share of needs in that past that ended in a purchase, after which customers may drop out.",
    source: ASSUMED,
    tag: "A",
    range: ["0.1", "1"],
  }),
});
