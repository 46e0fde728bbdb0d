/** Prices: what a channel asks, what customers see of it, and how they take differences. */

import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { channelPlan, countFor, drawOfVisit, type Market, placeOf } from "./market.ts";

/** The price level of a channel under the strategy in force. */
export function priceIn(market: Market, channel: number): number {
  return market.core.strategy.capabilities.unifiedOffer ? market.plan.offer.unifiedPrice : channelPlan(market, channel).price;
}

/**
 * What is left of a payment in a channel after the cost of goods, as a share of it: goods cost the same at every price, so what is left at
 * list price shrinks with a lower one.
 *
 * @param channel - below 0: at list price
 */
export function marginAtPrice(market: Market, channel: number, atListPrice: number): number {
  const price = channel < 0 ? 1 : priceIn(market, channel);
  return price === 1 ? atListPrice : 1 - (1 - atListPrice) / price;
}

/** The customer sees what a channel asks for the article needed. */
export function seePrice(market: Market, id: number, channel: number): void {
  const { lowestPrice } = market.customers.columns;
  const place = placeOf(market, id);
  lowestPrice[place] = Math.min(lowestPrice[place] as number, priceIn(market, channel));
  if (market.plan.offer.pricesDiffer && !market.core.strategy.capabilities.unifiedOffer) compare(market, id, channel);
}

/**
 * Two prices of one company for one need irritate: satisfaction falls by `priceIrritation` times what the new price adds to the
 * logarithm of highest / lowest. A price between those already seen is no news.
 */
function compare(market: Market, id: number, channel: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const { logPrice, priceIrritation } = market.plan.offer;
  const cheapest = (c.cheapestSeen[place] as number) - 1;
  const dearest = (c.dearestSeen[place] as number) - 1;
  if (cheapest < 0) {
    c.cheapestSeen[place] = channel + 1;
    c.dearestSeen[place] = channel + 1;
    return;
  }
  const price = logPrice[channel] as number;
  const below = (logPrice[cheapest] as number) - price;
  const above = price - (logPrice[dearest] as number);
  if (below <= 0 && above <= 0) return;
  if (below > 0) c.cheapestSeen[place] = channel + 1;
  else c.dearestSeen[place] = channel + 1;
  countFor(market, id, at.priceIrritations, channel);
  c.satisfaction[place] = Math.max(0, (c.satisfaction[place] as number) - priceIrritation * Math.max(below, above));
}

/** Who is online may look up what another company asks. */
export function compareElsewhere(market: Market, id: number): void {
  const { elsewhere } = market.plan.offer;
  if (elsewhere === undefined || elsewhere.compared === 0) return;
  if (drawOfVisit(market, id, purpose.comparesElsewhere) >= elsewhere.compared) return;
  const { lowestPrice } = market.customers.columns;
  const place = placeOf(market, id);
  lowestPrice[place] = Math.min(lowestPrice[place] as number, elsewhere.price);
}
