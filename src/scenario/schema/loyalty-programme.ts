/** A loyalty programme: who joins, what members get, how they respond. */

import { z } from "zod";
import { group, parameter } from "./parameter.ts";
import { money, nonNegative, number, positiveDuration, rate, share } from "./units.ts";

const ASSUMED = "assumption of this project";
const STUDIES = "evidence 1.6 and 3.6: Liu 2007; Meyer-Waarden";

/** In force under the strategies that say `loyaltyProgramme: true`. Who would join is the same under all. */
export const loyaltyProgramme = z.strictObject({
  reward: parameter(share, 0.02, {
    about: "Share of a member's orders that the company gives back.",
    source: ASSUMED,
    tag: "A",
    range: ["0", "0.1"],
  }),
  joins: group({
    share: parameter(share, 0.5, {
      about: "Probability that a customer with the mean need rate joins, with the first order since the programme is there.",
      source: ASSUMED,
      tag: "A",
      range: ["0.2", "0.8"],
    }),
    selfSelection: parameter(number, 1, {
      about: "Gain of that probability's logit per log point of the customer's own need rate above the mean.",
      source: `${STUDIES}: heavy buyers select themselves in; without magnitudes`,
      tag: "A",
      range: ["0", "2"],
    }),
  }),
  response: group({
    weight: parameter(nonNegative, 5, {
      about: "Gain in utility, on the logit scale, of bringing a need to this company and not elsewhere, per unit of reward, on joining.",
      source: "evidence 3.6: with the other defaults, light buyers bring 5 to 10 % more needs on joining, moderate ones 2 to 5 %",
      tag: "A",
      range: ["0", "10"],
    }),
    elsewhere: parameter(rate, "4/y", {
      about: "Needs of the same kind that a customer takes elsewhere. Who brings nearly all here already has little to add.",
      source: ASSUMED,
      tag: "A",
      range: ["0/y", "20/y"],
    }),
    fades: parameter(positiveDuration, "17w", {
      about: "Time in which the response falls to 1/e: after 7.5 months 15 % of it is left.",
      source: `${STUDIES}: a small change that erodes in 6 to 9 months`,
      tag: "C",
      range: ["9w", "52w"],
    }),
  }),
  cost: group({
    setUp: parameter(money, 3000, { about: "Cost of setting it up, paid at adoption.", source: ASSUMED, tag: "A", range: ["0", "15000"] }),
    perYear: parameter(money, 2000, { about: "Running cost per year, rewards apart.", source: ASSUMED, tag: "A", range: ["0", "10000"] }),
  }),
});
