/** The decision: does the customer want the article here, and is it there? */

import { at } from "../../kpi/index.ts";
import { logistic } from "../core/index.ts";
import { purpose } from "../purposes.ts";
import { channelPlan, countFor, drawOfVisit, type Market, placeOf } from "./market.ts";
import { mayVisitAgain } from "./visits.ts";

/**
 * Whether the article goes into the basket, a logit choice: base conversion of channel and visitor, plus weight × (satisfaction
 * − reference), minus weight × log(price here / lowest price seen for this need). At reference satisfaction and one price it
 * is the channel's own conversion. A scenario without channels sells to every need; a channel that is not offered any more
 * (the visit was planned before adoption) sells nothing.
 */
export function wantsArticle(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const channel = c.channel[place] as number;
  if (channel < 0) return true;
  const plan = channelPlan(market, channel);
  if (!plan.sells || market.offered[channel] !== 1) return false;
  const returning = (c.orders[place] as number) + (c.ordersBefore[place] as number) > 0;
  const { offer, experience } = market.plan.scenario;
  const u = drawOfVisit(market, id, purpose.wantsArticle);
  const satisfaction = experience === undefined ? 0 : (c.satisfaction[place] as number) - experience.reference;
  if (satisfaction === 0 && plan.price === c.lowestPrice[place]) return u < (returning ? plan.basketReturning : plan.basketNew);
  const utility =
    (returning ? plan.basketLogitReturning : plan.basketLogitNew) +
    (offer?.satisfactionWeight ?? 0) * satisfaction -
    (offer?.priceWeight ?? 0) * Math.log(plan.price / (c.lowestPrice[place] as number));
  return u < logistic(utility);
}

/** Whether a strategy's view of stock covers all locations. */
function seesAllStock(market: Market): boolean {
  return market.core.strategy.capabilities.unifiedStock;
}

export function articleAvailable(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const { channel, article } = market.customers.columns;
  const here = channel[place] as number;
  return market.stock === undefined || here < 0 || market.stock.canSell(here, article[place] as number, seesAllStock(market));
}

export function countDemand(market: Market, id: number): void {
  const place = placeOf(market, id);
  countFor(market, id, at.demandEvents, market.customers.columns.channel[place] as number);
}

export function meetStockOut(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  countFor(market, id, at.stockOuts, c.channel[place] as number);
  c.satisfaction[place] = Math.max(0, (c.satisfaction[place] as number) - (market.plan.scenario.experience?.stockOutPenalty ?? 0));
}

/** The next article after the wanted one that can be sold here, −1 if there is none. */
function substitute(market: Market, id: number): number {
  const place = placeOf(market, id);
  const { stock } = market;
  const { channel, article } = market.customers.columns;
  if (stock === undefined) return -1;
  for (let step = 1; step < stock.articles; step++) {
    const other = ((article[place] as number) + step) % stock.articles;
    if (stock.canSell(channel[place] as number, other, seesAllStock(market))) return other;
  }
  return -1;
}

export function acceptsSubstitute(market: Market, id: number): boolean {
  const share = market.plan.scenario.stock?.onStockOut.substitute ?? 0;
  return drawOfVisit(market, id, purpose.substitute) < share && substitute(market, id) >= 0;
}

export function takeSubstitute(market: Market, id: number): void {
  const place = placeOf(market, id);
  market.customers.columns.article[place] = substitute(market, id);
}

export function looksElsewhereHere(market: Market, id: number): boolean {
  const share = market.plan.scenario.stock?.onStockOut.looksAgain ?? 0;
  return mayVisitAgain(market, id) && drawOfVisit(market, id, purpose.looksAgain) < share;
}

export function loseSale(market: Market, id: number): void {
  const place = placeOf(market, id);
  countFor(market, id, at.salesLost, market.customers.columns.channel[place] as number);
}
