/** Loyalty: satisfaction, recommendation, dropout. */

import { at } from "../../kpi/index.ts";
import { logistic, logit } from "../core/index.ts";
import { normalQuantile } from "../kernel/index.ts";
import { purpose } from "../purposes.ts";
import { countFor, drawOfNeed, drawOfReflection, type Market, placeOf } from "./market.ts";
import { moveChannelSatisfaction } from "./problems.ts";
import { countAsked, responseProbability } from "./surveys.ts";

/** Thresholds on 0 to 10 rounded: promoters answer 9 or 10, detractors 0 to 6 (NPS). */
const PROMOTER = 0.85;
const DETRACTOR = 0.65;

function attitudeOf(score: number): number {
  if (score >= PROMOTER) return 1;
  return score < DETRACTOR ? -1 : 0;
}

/**
 * Moves satisfaction towards the experience of the purchase that just ended (exponential smoothing of expectancy
 * disconfirmation: s + w (e − s)), and asks.
 */
export function reflect(market: Market, id: number): void {
  const place = placeOf(market, id);
  const { experience } = market.plan.scenario;
  if (experience === undefined) return;
  const c = market.customers.columns;
  const experienced = c.experience[place] as number;
  const before = c.satisfaction[place] as number;
  const satisfaction = before + experience.learning * (experienced - before);
  c.satisfaction[place] = satisfaction;
  moveChannelSatisfaction(market, id, c.channel[place] as number, experienced);
  const answers = drawOfReflection(market, id, purpose.npsAnswers) < responseProbability(experience, satisfaction);
  countAsked(market, id, c.channel[place] as number, satisfaction, answers);
  if (answers) {
    const noise = experience.surveyNoise * normalQuantile(drawOfReflection(market, id, purpose.npsNoise));
    countAnswer(market, id, attitudeOf(satisfaction + noise));
  }
}

/** Whether satisfaction makes another of promoter, passive and detractor of the customer. */
export function changesAttitude(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  return market.plan.scenario.experience !== undefined && attitudeOf(c.satisfaction[place] as number) !== c.attitude[place];
}

/** A promoter raises the hazard of others becoming aware, a detractor lowers it. */
export function recommend(market: Market, id: number): void {
  const place = placeOf(market, id);
  setAttitude(market, id, attitudeOf(market.customers.columns.satisfaction[place] as number));
}

function setAttitude(market: Market, id: number, attitude: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const change = attitude - (c.attitude[place] as number);
  c.attitude[place] = attitude;
  if (change !== 0) market.awareness.changeNetPromoters(change);
}

function countAnswer(market: Market, id: number, attitude: number): void {
  const place = placeOf(market, id);
  const channel = market.customers.columns.channel[place] as number;
  countFor(market, id, at.npsAnswers, channel);
  if (attitude > 0) countFor(market, id, at.npsPromoters, channel);
  if (attitude < 0) countFor(market, id, at.npsDetractors, channel);
}

/**
 * Dropout after a purchase: the customer's own probability, shifted on the logit scale by satisfaction below the reference. At
 * the reference this is BG/NBD (Fader, Hardie & Lee 2005), in which nobody drops out after the first purchase: there only what
 * the shift adds counts.
 */
export function dropsOut(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const own = c.dropoutTrait[place] as number;
  const shifted = shiftedDropout(market, id);
  const first = (c.orders[place] as number) + (c.ordersBefore[place] as number) === 1;
  return drawOfNeed(market, id, purpose.dropout) < (first ? shifted - own : shifted);
}

/** The customer's own dropout probability, shifted on the logit scale by satisfaction below the reference. */
export function shiftedDropout(market: Market, id: number): number {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const { experience } = market.plan.scenario;
  const own = c.dropoutTrait[place] as number;
  const below = experience === undefined ? 0 : experience.reference - (c.satisfaction[place] as number);
  return below === 0 ? own : logistic(logit(own) + (experience?.dropoutSlope ?? 0) * below);
}

export function leave(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  c.churned[place] = 1;
  setAttitude(market, id, Math.min(0, c.attitude[place] as number));
  countFor(market, id, at.dropouts, -1);
}
