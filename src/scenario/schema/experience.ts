/** How experience becomes satisfaction, and satisfaction loyalty; surveys. */

import { z } from "zod";
import { group, parameter } from "./parameter.ts";
import { nonNegative, number, share } from "./units.ts";

const ASSUMED = "assumption of this project";

const effortScore = z.number({ error: "a score from 1 to 7" }).min(1, { error: "a score from 1 to 7" }).max(7, { error: "a score from 1 to 7" });

export const experience = z.strictObject({
  reference: parameter(share, 0.8, {
    about:
      "Satisfaction of an undisturbed purchase: where customers start, and where satisfaction neither helps nor hurts conversion and loyalty.",
    source: ASSUMED,
    tag: "A",
    range: ["0.6", "0.9"],
  }),
  learning: parameter(share, 0.3, {
    about: "Weight of the newest experience (exponential smoothing of expectancy disconfirmation).",
    source: ASSUMED,
    tag: "A",
    range: ["0.1", "0.6"],
  }),
  latePenalty: parameter(share, 0.2, { about: "Loss of experience when goods come late.", source: ASSUMED, tag: "A", range: ["0", "0.5"] }),
  stockOutPenalty: parameter(share, 0.05, { about: "Loss of satisfaction on meeting a stock-out.", source: ASSUMED, tag: "A", range: ["0", "0.3"] }),
  lostBasketPenalty: parameter(share, 0.02, { about: "Loss of satisfaction on losing a basket between devices.", source: ASSUMED, tag: "A", range: ["0", "0.2"] }),
  priceIrritation: parameter(nonNegative, 0, {
    about: "Loss of satisfaction per log point between the prices of this company that a customer sees for one need.",
    source: "no effect unless stated",
    tag: "A",
    range: ["0", "2"],
  }),
  notCarriedPenalty: parameter(share, 0, {
    about: "Loss of satisfaction on not finding an article in a channel because it does not carry it.",
    source: "no effect unless stated",
    tag: "A",
    range: ["0", "0.2"],
  }),
  oneContact: parameter(share, 0.89, {
    about: "Top-box satisfaction with a case settled in one contact; all other case effects are relative to it.",
    source: "evidence 1.1 SQM-1: 89 % of one-contact resolutions",
    tag: "S",
    range: ["0.8", "0.92"],
  }),
  extraContact: parameter(number, -1.38, {
    about: "Effect of every further contact on the logit of case satisfaction.",
    source: "SQM-1: 89 % to 67 % (seamless), difference of logits; observational",
    tag: "C",
    range: ["-1.38", "-0.4"],
  }),
  startedOver: parameter(number, -0.82, {
    about: "Effect of every time the customer has to explain again.",
    source: "SQM-1: 67 % to 28 %, difference of logits −1.65, halved because observational (evidence 3.2: upper bound)",
    tag: "C",
    range: ["-1.65", "-0.4"],
  }),
  unresolved: parameter(number, -2.5, { about: "Effect of a case that is given up unresolved.", source: ASSUMED, tag: "A", range: ["-4", "-1"] }),
  waitPerMinute: parameter(number, -0.05, {
    about: "Effect of every minute spent waiting live.",
    source: ASSUMED,
    tag: "A",
    range: ["-0.2", "0"],
  }),
  dropoutSlope: parameter(nonNegative, 4, {
    about: "Shift of dropout on the logit scale per unit of satisfaction below the reference.",
    source:
      "assumption of this project; SQM's intent to defect (5, 9, 25 %; evidence 3.2) times 0.45 gives 3.1 to 3.9 where one case moves satisfaction wholly, and more where it moves it by `learning`",
    tag: "A",
    range: ["1", "8"],
  }),
  surveyResponse: parameter(share, 0.2, { about: "Share of surveys answered.", source: ASSUMED, tag: "A", range: ["0.05", "0.5"] }),
  responseSlope: parameter(number, 0, {
    about: "How much the satisfied answer surveys more readily (logit of the response per unit of satisfaction above the reference).",
    source: "off unless stated: who answers is like who does not",
    tag: "A",
    range: ["-3", "3"],
  }),
  effort: group({
    oneContact: parameter(effortScore, 6.2, {
      about: "Customer effort score (1 to 7, 7 = easy) of a case settled in one contact without waiting.",
      source: ASSUMED,
      tag: "A",
      range: ["5", "7"],
    }),
    extraContact: parameter(nonNegative, 0.9, { about: "Points lost with every further contact.", source: ASSUMED, tag: "A", range: ["0.3", "1.5"] }),
    startedOver: parameter(nonNegative, 0.8, { about: "Points lost every time the customer explains again.", source: ASSUMED, tag: "A", range: ["0.2", "1.5"] }),
    waitPerMinute: parameter(nonNegative, 0.05, { about: "Points lost with every minute of waiting live.", source: ASSUMED, tag: "A", range: ["0", "0.2"] }),
    unresolved: parameter(nonNegative, 2, { about: "Points lost when the case is given up.", source: ASSUMED, tag: "A", range: ["1", "4"] }),
    noise: parameter(nonNegative, 0.8, {
      about: "Standard deviation of an answer around these points, before it is rounded.",
      source: ASSUMED,
      tag: "A",
      range: ["0", "1.5"],
    }),
  }),
  surveyNoise: parameter(nonNegative, 0.15, {
    about: "Standard deviation of a survey answer around the customer's satisfaction.",
    source: ASSUMED,
    tag: "A",
    range: ["0", "0.3"],
  }),
});
