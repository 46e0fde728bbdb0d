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
  const { churned, needRate, dropoutTrait, orders, ordersBefore, inAdoptionBase, firstOrderAt } = market.customers.columns;
  const discount = plan.discountPerSecond;
  for (let id = 0; id < plan.customers; id++) {
    const place = placeOf(market, id);
    if (churned[place] === 1) continue;
    const neverBought = (orders[place] as number) + (ordersBefore[place] as number) === 0;
    const purchases = discountedPurchases(needRate[place] as number, dropoutTrait[place] as number, discount, neverBought);
    const cents = purchases * meanMargin(market, id);
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
