/** Loyalty: satisfaction, recommendation, dropout. */

import { at } from "../../kpi/index.ts";
import { logistic, logit } from "../core/index.ts";
import { normalQuantile } from "../kernel/index.ts";
import { purpose } from "../purposes.ts";
import { countFor, drawOfNeed, drawOfReflection, type Market } from "./market.ts";
import { moveChannelSatisfaction } from "./problems.ts";

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
  const { experience } = market.plan.scenario;
  if (experience === undefined) return;
  const c = market.customers.columns;
  const experienced = c.experience[id] as number;
  const before = c.satisfaction[id] as number;
  const satisfaction = before + experience.learning * (experienced - before);
  c.satisfaction[id] = satisfaction;
  moveChannelSatisfaction(market, id, c.channel[id] as number, experienced);
  if (drawOfReflection(market, id, purpose.npsAnswers) < experience.surveyResponse) {
    const noise = experience.surveyNoise * normalQuantile(drawOfReflection(market, id, purpose.npsNoise));
    countAnswer(market, id, attitudeOf(satisfaction + noise));
  }
}

/** Whether satisfaction makes another of promoter, passive and detractor of the customer. */
export function changesAttitude(market: Market, id: number): boolean {
  const c = market.customers.columns;
  return market.plan.scenario.experience !== undefined && attitudeOf(c.satisfaction[id] as number) !== c.attitude[id];
}

/** A promoter raises the hazard of others becoming aware, a detractor lowers it. */
export function recommend(market: Market, id: number): void {
  setAttitude(market, id, attitudeOf(market.customers.columns.satisfaction[id] as number));
}

function setAttitude(market: Market, id: number, attitude: number): void {
  const c = market.customers.columns;
  const change = attitude - (c.attitude[id] as number);
  c.attitude[id] = attitude;
  if (change !== 0) market.awareness.changeNetPromoters(change);
}

function countAnswer(market: Market, id: number, attitude: number): void {
  const channel = market.customers.columns.channel[id] as number;
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
  const c = market.customers.columns;
  const { experience } = market.plan.scenario;
  const own = c.dropoutTrait[id] as number;
  const below = experience === undefined ? 0 : experience.reference - (c.satisfaction[id] as number);
  const shifted = below === 0 ? own : logistic(logit(own) + (experience?.dropoutSlope ?? 0) * below);
  const first = (c.orders[id] as number) + (c.ordersBefore[id] as number) === 1;
  return drawOfNeed(market, id, purpose.dropout) < (first ? shifted - own : shifted);
}

export function leave(market: Market, id: number): void {
  const c = market.customers.columns;
  c.churned[id] = 1;
  setAttitude(market, id, Math.min(0, c.attitude[id] as number));
  countFor(market, id, at.dropouts, -1);
}
