/** How experience becomes satisfaction, and satisfaction loyalty; surveys. */

import { z } from "zod";
import { parameter } from "./parameter.ts";
import { nonNegative, number, share } from "./units.ts";

const ASSUMED = "assumption of this project";

export const experience = z.strictObject({
  reference: parameter(share, 0.8, {
    about:
      "Satisfaction of an undisturbed purchase: where customers start, and where satisfaction neither helps nor hurts conversion and loyalty.",
    source: ASSUMED,
    tag: "A",
  }),
  learning: parameter(share, 0.3, {
    about: "Weight of the newest experience (exponential smoothing of expectancy disconfirmation).",
    source: ASSUMED,
    tag: "A",
  }),
  latePenalty: parameter(share, 0.2, { about: "Loss of experience when goods come late.", source: ASSUMED, tag: "A" }),
  stockOutPenalty: parameter(share, 0.05, { about: "Loss of satisfaction on meeting a stock-out.", source: ASSUMED, tag: "A" }),
  lostBasketPenalty: parameter(share, 0.02, { about: "Loss of satisfaction on losing a basket between devices.", source: ASSUMED, tag: "A" }),
  oneContact: parameter(share, 0.89, {
    about: "Top-box satisfaction with a case settled in one contact; all other case effects are relative to it.",
    source: "evidence 1.1 SQM-1: 89 % of one-contact resolutions",
    tag: "S",
  }),
  extraContact: parameter(number, -1.38, {
    about: "Effect of every further contact on the logit of case satisfaction.",
    source: "SQM-1: 89 % to 67 % (seamless), difference of logits; observational",
    tag: "C",
  }),
  startedOver: parameter(number, -0.82, {
    about: "Effect of every time the customer has to explain again.",
    source: "SQM-1: 67 % to 28 %, difference of logits −1.65, halved because observational (evidence 3.2: upper bound)",
    tag: "C",
  }),
  unresolved: parameter(number, -2.5, { about: "Effect of a case that is given up unresolved.", source: ASSUMED, tag: "A" }),
  waitPerMinute: parameter(number, -0.05, {
    about: "Effect of every minute spent waiting live.",
    source: ASSUMED,
    tag: "A",
  }),
  dropoutSlope: parameter(nonNegative, 4, {
    about: "Shift of dropout on the logit scale per unit of satisfaction below the reference.",
    source: "evidence 3.2: intent to defect 5 %, 9 %, 25 % (SQM 2022) with intent-to-behaviour 0.45 (assumption)",
    tag: "C",
  }),
  surveyResponse: parameter(share, 0.2, { about: "Share of surveys answered.", source: ASSUMED, tag: "A" }),
  surveyNoise: parameter(nonNegative, 0.15, {
    about: "Standard deviation of a survey answer around the customer's satisfaction.",
    source: ASSUMED,
    tag: "A",
  }),
});
