/** In how many channels a customer bought in a year, and for how much: the naive comparison of one-channel and many-channel customers. */

import { at } from "../../kpi/index.ts";
import { countFor, type Market, placeOf } from "./market.ts";
import { MOST_ORDERS } from "./visit-choice.ts";

/** Notes the channel and the value of the order that was just placed. */
export function noteSale(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const channel = c.channel[place] as number;
  c.spentThisYear[place] = (c.spentThisYear[place] as number) + (c.orderValue[place] as number);
  if (channel < 0) return;
  c.soldInThisYear[place] = (c.soldInThisYear[place] as number) | (1 << channel);
  if (market.plan.visitWeights.ofOrders.length > 0)
    c.boughtIn[place + channel] = Math.min(MOST_ORDERS, (c.boughtIn[place + channel] as number) + 1);
}

/**
 * At the end of a year: customers who bought in it, by whether it was in one channel or in several, with their orders and spend. Who buys
 * more often has more chances to use a second channel, so the gap is not what a second channel does.
 *
 * @param full - whether the year was a whole one
 * @param orders - of the year
 */
export function closeSales(market: Market, id: number, full: boolean, orders: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const channels = c.soldInThisYear[place] as number;
  const spend = c.spentThisYear[place] as number;
  c.soldInThisYear[place] = 0;
  c.spentThisYear[place] = 0;
  if (!full || channels === 0) return;
  const isMany = (channels & (channels - 1)) !== 0;
  countFor(market, id, isMany ? at.manyChannelCustomers : at.oneChannelCustomers, -1);
  countFor(market, id, isMany ? at.manyChannelOrders : at.oneChannelOrders, -1, orders);
  countFor(market, id, isMany ? at.manyChannelSpend : at.oneChannelSpend, -1, spend);
}
