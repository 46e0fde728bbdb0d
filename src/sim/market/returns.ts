/** Orders that are sent back: the value is paid back, the units are on the shelf again after a while. */

import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { channelPlan, countFor, drawOfNeed, type Market, placeOf } from "./market.ts";
import { marginAtPrice } from "./prices.ts";
import { takeRewardBack } from "./programme.ts";
import { categoryOf, unitsOf } from "./stock/index.ts";
import { bookValue } from "./value.ts";

export function returnsOrder(market: Market, id: number): boolean {
  const channel = market.customers.columns.channel[placeOf(market, id)] as number;
  if (channel < 0) return false;
  const { returnedOnline, returnedInPerson } = categoryOf(market, id);
  const share = channelPlan(market, channel).inPerson ? returnedInPerson : returnedOnline;
  return share > 0 && drawOfNeed(market, id, purpose.returnsOrder) < share;
}

export function timeToReturnOrder(market: Market, id: number): number {
  return market.plan.goods.timeToReturn(drawOfNeed(market, id, purpose.timeToReturnOrder));
}

/** Pays the last order back, once. */
export function returnOrder(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const channel = c.channel[place] as number;
  const value = c.orderValue[place] as number;
  if (value === 0) return;
  const margin = Math.round(value * marginAtPrice(market, channel, categoryOf(market, id).grossMargin));
  const cost = Math.round((market.plan.scenario.offer?.returns.cost ?? 0) * 100);
  c.orderValue[place] = 0;
  countFor(market, id, at.returnedOrders, channel);
  countFor(market, id, at.refunds, channel, value);
  countFor(market, id, at.goodsMargin, channel, -margin);
  countFor(market, id, at.returnCost, channel, cost);
  bookValue(market, id, -margin - cost - takeRewardBack(market, id, value, channel));
  bringBack(market, id, channel);
}

/** The units go to the location of the channel that sold them, wherever they came from. */
function bringBack(market: Market, id: number, channel: number): void {
  const { stock } = market;
  const location = stock === undefined || channel < 0 ? -1 : stock.locationOf(channel);
  if (stock === undefined || location < 0) return;
  const time = market.plan.goods.timeToStock(drawOfNeed(market, id, purpose.timeToShelf));
  stock.comeBack(location, market.customers.columns.article[placeOf(market, id)] as number, unitsOf(market, id), time);
}
