/** A customer's lasting traits, and the past of those who are customers at the start. */

import { purpose } from "../purposes.ts";
import { type Market, placeOf, segmentPlan } from "./market.ts";

/** So many people are drawn at most until one is found who is still a customer. */
const MOST_TRIES = 10_000;

/** Draws the traits of somebody who is no customer yet. */
export function drawTraits(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const { plan, core } = market;
  const reference = plan.scenario.experience?.reference ?? 0;
  drawLoyalty(market, id, 0);
  c.spendLevel[place] = plan.spend?.level?.(core.draws.uniform(purpose.spendTrait, id, 0)) ?? 1;
  c.satisfaction[place] = reference;
  c.experience[place] = reference;
  const channels = plan.channels.length;
  for (let channel = 0; channel < channels; channel++) c.channelSatisfaction[place + channel] = reference;
}

/** Need rate and dropout, which decide together how long somebody stays. */
function drawLoyalty(market: Market, id: number, tries: number): void {
  const place = placeOf(market, id);
  const { needRate, dropoutTrait } = market.customers.columns;
  const { plan, core } = market;
  needRate[place] = plan.needRate(core.draws.uniform(purpose.needRate, id, tries)) * segmentPlan(market, id).needFactor;
  dropoutTrait[place] = plan.dropout(core.draws.uniform(purpose.dropoutTrait, id, tries));
}

/**
 * Draws the traits of somebody who is a customer at the start. Customers were won evenly over the past and lived by BG/NBD, so one
 * with purchase rate λ, dropout p and tenure u is still a customer with probability Σ Poisson(n; λu) (1 − p)ⁿ = exp(−λpu), the first
 * purchase being survived by all. Who is not is drawn anew, which gives exactly the population that steady renewal leaves: on
 * average rarer buyers, and more faithful ones, than those who are new. With a contract, whose renewals were all survived, it is (1 − p)ⁿ for the
 * n renewals of the tenure.
 */
export function drawSurvivor(market: Market, id: number): void {
  const { plan, core } = market;
  drawTraits(market, id);
  const { past, renewal } = plan.scenario.needs ?? {};
  if (past === undefined || past.length === 0) return;
  const place = placeOf(market, id);
  const { needRate, dropoutTrait } = market.customers.columns;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    drawLoyalty(market, id, tries);
    const tenure = core.draws.uniform(purpose.pastTenure, id, tries) * past.length;
    const leaving = dropoutTrait[place] as number;
    const stays =
      renewal === undefined
        ? -(needRate[place] as number) * past.needsMet * leaving * tenure
        : Math.floor(tenure / renewal.every) * Math.log1p(-leaving);
    if (core.draws.uniform(purpose.pastSurvives, id, tries) < Math.exp(stays)) return;
  }
  throw new Error(`of ${MOST_TRIES} people drawn, nobody stays a customer through the past that needs.past describes`);
}
