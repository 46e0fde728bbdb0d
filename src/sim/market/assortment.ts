/** The assortment: which articles a channel carries, and what happens when it does not carry the one that is wanted. */

import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { scansArticle } from "./in-store-app.ts";
import { channelPlan, countFor, drawOfNeed, drawOfVisit, type Market, placeOf } from "./market.ts";
import { isListed } from "./offer-plan.ts";

/** Whether an article (row; below 0: the need's own, where there is no stock) is on the channel's own list. */
function isOnList(market: Market, id: number, channel: number, article: number): boolean {
  const { offer } = market.plan;
  const share = offer.carried[channel] as number;
  if (article >= 0 || share === 1) return isListed(offer, channel, article);
  return drawOfNeed(market, id, purpose.article) < share;
}

/** Whether a channel sells an article: its own list, or every article where the offer is one. */
export function carries(market: Market, id: number, channel: number, article: number): boolean {
  return market.core.strategy.capabilities.unifiedOffer || channel < 0 || isOnList(market, id, channel, article);
}

export function articleNotCarried(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const { channel, article } = market.customers.columns;
  return !carries(market, id, channel[place] as number, article[place] as number);
}

/** Counts an article that the channel does not carry; this is no stock-out. */
export function missArticle(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  countFor(market, id, at.notCarried, c.channel[place] as number);
  c.satisfaction[place] = Math.max(0, (c.satisfaction[place] as number) - market.plan.offer.notCarriedPenalty);
}

/** Whether the customer takes a delivery: online all do, in person only some. */
function takesDelivery(market: Market, id: number): boolean {
  const { insteadOfShelf } = market.plan.offer;
  const channel = market.customers.columns.channel[placeOf(market, id)] as number;
  if (insteadOfShelf === 1 || channel < 0 || !channelPlan(market, channel).inPerson) return true;
  return drawOfVisit(market, id, purpose.takesDelivery) < insteadOfShelf;
}

/**
 * Whether an order for the article may be met from any location: where stock is one; where the offer is one, for what the channel does
 * not keep itself and for what is scanned, which is then ordered online from where one stands. Who wants it from the shelf or not at all
 * cannot be served so; what is on the shelf is taken from there in any case.
 */
export function reachesAllStock(market: Market, id: number, article: number): boolean {
  const { unifiedStock, unifiedOffer } = market.core.strategy.capabilities;
  if (!(unifiedStock || unifiedOffer) || !takesDelivery(market, id)) return false;
  if (unifiedStock) return true;
  const channel = market.customers.columns.channel[placeOf(market, id)] as number;
  return (channel >= 0 && !isOnList(market, id, channel, article)) || scansArticle(market, id);
}
