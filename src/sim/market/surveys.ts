/** Surveys: who answers, and what. */

import { at } from "../../kpi/index.ts";
import { logistic, logit } from "../core/index.ts";
import { normalQuantile } from "../kernel/index.ts";
import type { Experience } from "../../scenario/index.ts";
import { purpose } from "../purposes.ts";
import { countFor, type Market } from "./market.ts";

/** Satisfaction is counted in whole thousandths. */
const THOUSANDTHS = 1000;

/**
 * Probability that a survey is answered: the share of the scenario, shifted on the logit scale by satisfaction above the reference. With
 * slope 0 who answers is like who does not.
 */
export function responseProbability({ surveyResponse, responseSlope, reference }: Experience, satisfaction: number): number {
  const above = satisfaction - reference;
  if (responseSlope === 0 || above === 0) return surveyResponse;
  return logistic(logit(surveyResponse) + responseSlope * above);
}

/** Counts how satisfied those asked, and those who answer, really are. */
export function countAsked(market: Market, id: number, channel: number, satisfaction: number, answers: boolean): void {
  const thousandths = Math.round(satisfaction * THOUSANDTHS);
  countFor(market, id, at.npsAsked, channel);
  countFor(market, id, at.npsAskedSatisfaction, channel, thousandths);
  if (answers) countFor(market, id, at.npsAnsweredSatisfaction, channel, thousandths);
}

/** What a case asked of a customer. */
export interface Trouble {
  readonly contacts: number;
  /** Times the customer had to explain again. */
  readonly restarts: number;
  /** Seconds of waiting live. */
  readonly liveWait: number;
  readonly resolved: boolean;
}

/** Answers how easy the company made it, 1 to 7 (Customer Effort Score 2.0): the points of the case and the answer's own noise, rounded. */
export function answerEffort(market: Market, id: number, number: number, channel: number, trouble: Trouble): void {
  const effort = market.plan.scenario.experience?.effort;
  if (effort === undefined) return;
  const noise = effort.noise === 0 ? 0 : effort.noise * normalQuantile(market.core.draws.uniform(purpose.effortNoise, id, number));
  const points = Math.round(effortPoints(effort, trouble) + noise);
  countFor(market, id, at.effortAnswers, channel);
  countFor(market, id, at.effortPoints, channel, Math.min(7, Math.max(1, points)));
}

function effortPoints(effort: Experience["effort"], { contacts, restarts, liveWait, resolved }: Trouble): number {
  const lost =
    effort.extraContact * Math.max(0, contacts - 1) +
    effort.startedOver * restarts +
    (effort.waitPerMinute * liveWait) / 60 +
    (resolved ? 0 : effort.unresolved);
  return effort.oneContact - lost;
}
