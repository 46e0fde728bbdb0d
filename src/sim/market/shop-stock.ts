/** Live stock seen online: whoever sees that the shop has the article may go there instead (Gallino & Moreno 2014). */

import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { isSeenInShop, shopChannel } from "./collection.ts";
import { channelPlan, countFor, drawOfVisit, inActiveTime, type Market, placeOf } from "./market.ts";
import { countMove } from "./needs.ts";
import { chanceOfChange } from "./visit-choice.ts";
import { mayVisitAgain } from "./visits.ts";

/**
 * Whether certainty would change the customer's choice of channel. In the multinomial logit by which visits are chosen the shop
 * has the share p without certainty and p' > p with it; of those who are elsewhere, (p' − p) / (1 − p) change to the shop. Without
 * certainty, or without one view of stock, nobody does.
 */
export function headsForShop(market: Market, id: number): boolean {
  const certainty = market.plan.scenario.offer?.collection.certainty ?? 0;
  if (certainty === 0 || market.stock === undefined || !market.core.strategy.capabilities.unifiedStock) return false;
  const channel = market.customers.columns.channel[placeOf(market, id)] as number;
  const shop = shopChannel(market);
  if (channel < 0 || channelPlan(market, channel).inPerson || shop < 0 || !mayVisitAgain(market, id)) return false;
  return drawOfVisit(market, id, purpose.headsForShop) < chanceOfChange(market, id, shop, certainty);
}

/** Whether the article is there. */
export function shopHasArticle(market: Market, id: number): boolean {
  return isSeenInShop(market, id);
}

/** Plans the next visit in the shop: after the usual time between visits, when it is open. */
export function planShopVisit(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const shop = shopChannel(market);
  if (shop < 0) throw new Error("a customer heads for the shop, but the strategy offers none");
  c.visit[place] = (c.visit[place] as number) + 1;
  const gap = market.plan.timeBetweenVisits(drawOfVisit(market, id, purpose.timeToVisit));
  c.visitAt[place] = channelPlan(market, shop).hours.nextOpen(market.core.now + inActiveTime(market, gap));
  countMove(market, c.channel[place] as number, shop);
  c.channel[place] = shop;
  countFor(market, id, at.shopVisitsForStock, shop);
}

/** Counts a basket that is left to go to the shop. */
export function leaveBasketForShop(market: Market, id: number): void {
  countFor(market, id, at.basketsLeftForShop, market.customers.columns.channel[placeOf(market, id)] as number);
}
