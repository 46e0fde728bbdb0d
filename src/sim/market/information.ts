/** What customers learn while they look for an article: visits that inform, scans in the shop. */

import { channelPlan, type Market, placeOf } from "./market.ts";

const MOST = 255;

/** One more piece of information on the article needed. */
export function learn(market: Market, id: number): void {
  const { informed } = market.customers.columns;
  const place = placeOf(market, id);
  informed[place] = Math.min(MOST, (informed[place] as number) + 1);
}

/**
 * Logit shift of conversion: who knows more of the article buys more readily, in whatever channel the knowledge was gained. The visit
 * under way does not count: what it tells is in the channel's own conversion.
 */
export function informationShift(market: Market, id: number): number {
  const { informationWeight } = market.plan.offer;
  if (informationWeight === 0) return 0;
  const { channel, informed } = market.customers.columns;
  const place = placeOf(market, id);
  const thisVisit = channelPlan(market, channel[place] as number).informs ? 1 : 0;
  return informationWeight * Math.max(0, (informed[place] as number) - thisVisit);
}
