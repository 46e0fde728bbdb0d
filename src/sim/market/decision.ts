/** The decision: does the customer want the article here, and is it there? */

import { at } from "../../kpi/index.ts";
import { logistic } from "../core/index.ts";
import { purpose } from "../purposes.ts";
import { reachesAllStock } from "./assortment.ts";
import { informationShift } from "./information.ts";
import { channelPlan, countFor, drawOfVisit, type Market, placeOf } from "./market.ts";
import { priceIn } from "./prices.ts";
import { questionShift } from "./questions.ts";
import { relevanceShift } from "./relevance.ts";
import { isDownNow } from "./outages.ts";
import { deliveryShift, unitsOf } from "./stock/index.ts";

/**
 * Whether the article goes into the basket, a logit choice: base conversion of channel and visitor, plus weight × (satisfaction
 * − reference), minus weight × log(price here / lowest price seen for this need), plus the shifts by information gained, by the
 * relevance of a personal offer, by how soon the goods come and by a question that nobody answered. Without all these it is the channel's own conversion. A scenario
 * without channels sells to every need; a channel that is not offered any more (the visit was planned before adoption) sells nothing.
 */
export function wantsArticle(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const channel = c.channel[place] as number;
  if (channel < 0) return true;
  const plan = channelPlan(market, channel);
  if (!plan.sells || market.offered[channel] !== 1 || isDownNow(market, channel)) return false;
  const returning = (c.orders[place] as number) + (c.ordersBefore[place] as number) > 0;
  const { experience } = market.plan.scenario;
  const { satisfactionWeight, priceWeight } = market.plan.offer;
  const price = priceIn(market, channel);
  const shift = informationShift(market, id) + relevanceShift(market, id) + deliveryShift(market, channel) + questionShift(market, id);
  const u = drawOfVisit(market, id, purpose.wantsArticle);
  const satisfaction = experience === undefined ? 0 : (c.satisfaction[place] as number) - experience.reference;
  if (satisfaction === 0 && shift === 0 && price === c.lowestPrice[place]) return u < (returning ? plan.basketReturning : plan.basketNew);
  const utility =
    (returning ? plan.basketLogitReturning : plan.basketLogitNew) +
    satisfactionWeight * satisfaction -
    priceWeight * Math.log(price / (c.lowestPrice[place] as number)) +
    shift;
  return u < logistic(utility);
}

/** Whether the units that the customer wants of an article can be sold in a channel now. */
export function canSell(market: Market, id: number, channel: number, article: number): boolean {
  const { stock } = market;
  return stock === undefined || stock.canSell(channel, article, reachesAllStock(market, id, article), unitsOf(market, id));
}

export function articleAvailable(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const { channel, article } = market.customers.columns;
  const here = channel[place] as number;
  return here < 0 || canSell(market, id, here, article[place] as number);
}

export function countDemand(market: Market, id: number): void {
  const place = placeOf(market, id);
  countFor(market, id, at.demandEvents, market.customers.columns.channel[place] as number);
}
