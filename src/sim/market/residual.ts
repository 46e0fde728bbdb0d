/** What a customer is still worth at the end of the horizon, by the model's own closed form where there is one. */

import { at, lifetimeAt } from "../../kpi/index.ts";
import { meanOf } from "../kernel/index.ts";
import { countLifetime } from "./lifetimes.ts";
import { countFor, type Market, placeOf, segmentPlan } from "./market.ts";

/**
 * Expected number of purchases to come, each discounted by e^(−δt), of a living customer: purchases come at rate λ, and each is
 * survived with probability 1 − p. With w = λ / (λ + δ), the value now of a purchase after an exponential time,
 * Σ wᵏ (1 − p)ᵏ⁻¹ = λ / (δ + λp). Who has never bought survives the first purchase for sure: w (1 + λ / (δ + λp)).
 *
 * @param rate - λ, purchases per second
 * @param dropout - p
 * @param discount - δ, per second
 */
export function discountedPurchases(rate: number, dropout: number, discount: number, neverBought = false): number {
  const following = rate / (discount + rate * dropout);
  return neverBought ? (rate / (rate + discount)) * (1 + following) : following;
}

/**
 * Expected number of periods to come of a contract, each discounted by e^(−δt): renewed with probability 1 − p after `first` seconds, and then every
 * π seconds. Σ (1 − p)ᵏ e^(−δ (first + (k − 1) π)) over k ≥ 1; over p ~ Beta it is the discounted expected residual lifetime of Fader & Hardie (2010).
 *
 * @param dropout - p, at each renewal
 * @param discount - δ, per second
 */
export function discountedPeriods(first: number, every: number, dropout: number, discount: number): number {
  return ((1 - dropout) * Math.exp(-discount * first)) / (1 - (1 - dropout) * Math.exp(-discount * every));
}

/** Discounted purchases to come of a living customer, who has a contract or buys whenever a need arises. */
function purchasesToCome({ plan, core, customers }: Market, place: number): number {
  const { needRate, dropoutTrait, orders, ordersBefore, nextNeedAt } = customers.columns;
  const { renewal } = plan.scenario.needs ?? {};
  const dropout = dropoutTrait[place] as number;
  if (renewal !== undefined) {
    return discountedPeriods((nextNeedAt[place] as number) - core.now, renewal.every, dropout, plan.discountPerSecond);
  }
  const neverBought = (orders[place] as number) + (ordersBefore[place] as number) === 0;
  return discountedPurchases(needRate[place] as number, dropout, plan.discountPerSecond, neverBought);
}

/** Mean margin of an order of a customer, cents. */
function meanMargin(market: Market, id: number): number {
  const { offer } = market.plan.scenario;
  if (offer === undefined) return 0;
  const { spend, grossMargin } = offer;
  const level = market.customers.columns.spendLevel[placeOf(market, id)] as number;
  const mean = "gammaGamma" in spend ? spend.gammaGamma.p * level : meanOf(spend);
  return mean * segmentPlan(market, id).spendFactor * grossMargin * 100;
}

/** Books what every customer who is followed is still worth now, at the end of the horizon, by the closed form. */
export function bookResiduals(market: Market): void {
  const { plan, core, clock } = market;
  const { churned, inAdoptionBase, firstOrderAt } = market.customers.columns;
  const discount = plan.discountPerSecond;
  for (let id = 0; id < plan.customers; id++) {
    const place = placeOf(market, id);
    if (churned[place] === 1) continue;
    const cents = purchasesToCome(market, place) * meanMargin(market, id);
    const toAdoption = Math.exp((clock.adoption - core.now) * discount);
    if (inAdoptionBase[place] === 1) countFor(market, id, at.adoptionResidual, -1, Math.round(cents * toAdoption));
    const origin = Math.max(clock.adoption, firstOrderAt[place] as number);
    countLifetime(market, place, lifetimeAt.residual, Math.round(cents * Math.exp((origin - core.now) * discount)));
  }
}

/** Notes for the customers at adoption that what they are still worth is known. */
export function noteResidualsKnown(market: Market): void {
  const { inAdoptionBase } = market.customers.columns;
  for (let id = 0; id < market.plan.customers; id++) {
    if (inAdoptionBase[placeOf(market, id)] === 1) countFor(market, id, at.adoptionExpected, -1);
  }
}
