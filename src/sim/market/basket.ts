/** The basket: its value, the way to checkout, and how it is left behind. Only online: a shop has no basket to abandon. */

import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { engageByBasket } from "./visits.ts";
import { channelPlan, countFor, drawOfVisit, type Market, placeOf } from "./market.ts";
import { valueOfNeed } from "./need-value.ts";
import { priceIn } from "./prices.ts";
import { relevanceFactor } from "./relevance.ts";

function isOnline(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const channel = market.customers.columns.channel[place] as number;
  return channel >= 0 && !channelPlan(market, channel).inPerson;
}

export function fillBasket(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  if (market.plan.spend !== undefined) {
    const channel = c.channel[place] as number;
    const price = channel < 0 ? 1 : priceIn(market, channel);
    c.basketValue[place] = Math.round(valueOfNeed(market, id) * price * relevanceFactor(market, id) * 100);
  }
  if (!isOnline(market, id)) return;
  countFor(market, id, at.baskets, c.channel[place] as number);
  engageByBasket(market, id, c.channel[place] as number);
  c.basketAt[place] = market.core.now;
  if ((c.firstBasketAt[place] as number) < (c.needBegan[place] as number)) c.firstBasketAt[place] = market.core.now;
}

export function checkoutTime(market: Market, id: number): number {
  return isOnline(market, id) ? market.plan.checkoutTime(drawOfVisit(market, id, purpose.checkoutTime)) : 0;
}

/** A basket goes on to another device; unless it follows, it is empty there, and some give up. */
export function losesBasketOnDeviceSwitch(market: Market, id: number): boolean {
  const { offer } = market.plan.scenario;
  if (offer === undefined || !isOnline(market, id) || market.core.strategy.capabilities.sharedBasket) return false;
  return (
    drawOfVisit(market, id, purpose.deviceSwitch) < offer.deviceSwitch.share &&
    drawOfVisit(market, id, purpose.givesUpBasket) < offer.deviceSwitch.givesUp
  );
}

export function loseBasket(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  countFor(market, id, at.basketsLostOnDevice, c.channel[place] as number);
  c.satisfaction[place] = Math.max(0, (c.satisfaction[place] as number) - (market.plan.scenario.experience?.lostBasketPenalty ?? 0));
}

export function abandonsBasket(market: Market, id: number): boolean {
  const { offer } = market.plan.scenario;
  if (offer === undefined || !isOnline(market, id)) return false;
  return drawOfVisit(market, id, purpose.abandonsBasket) < offer.abandonment;
}

export function abandonBasket(market: Market, id: number): void {
  const place = placeOf(market, id);
  const channel = market.customers.columns.channel[place] as number;
  countFor(market, id, at.basketsAbandoned, channel);
  if (hasBegunCheckout(market, id)) countFor(market, id, at.basketsAbandonedAtCheckout, channel);
}

/** Of a basket that is left: the same luck that makes the customer leave it says how far the customer had come. */
function hasBegunCheckout(market: Market, id: number): boolean {
  const { offer } = market.plan.scenario;
  if (offer === undefined || losesBasketOnDeviceSwitch(market, id)) return false;
  return drawOfVisit(market, id, purpose.abandonsBasket) < offer.abandonment * offer.abandonedAtCheckout;
}
