/** Personal offers: what the company remembers of a customer, and how well an offer made from it fits. */

import { purpose } from "../purposes.ts";
import { scansArticle } from "./in-store-app.ts";
import { drawOfVisit, type Market, placeOf } from "./market.ts";

const MOST = 255;

/** A channel remembers an order, a case or a recognised visit, whether or not the strategy makes use of it. */
export function remember(market: Market, id: number, channel: number): void {
  if (market.plan.offer.relevance === undefined || channel < 0) return;
  const { known } = market.customers.columns;
  const cell = placeOf(market, id) + channel;
  known[cell] = Math.min(MOST, (known[cell] as number) + 1);
}

/** Whether the company knows whose visit this is. */
function isRecognised(market: Market, id: number): boolean {
  const share = market.plan.offer.relevance?.recognised ?? 0;
  return drawOfVisit(market, id, purpose.recognised) < share || scansArticle(market, id);
}

/** At the beginning of a visit. */
export function rememberVisit(market: Market, id: number, channel: number): void {
  if (market.plan.offer.relevance !== undefined && isRecognised(market, id)) remember(market, id, channel);
}

/** Interactions known in the channel of the visit or, with a shared history, in all; the recognised visit under way is not yet one. */
function knownInteractions(market: Market, id: number): number {
  const place = placeOf(market, id);
  const { channel, known } = market.customers.columns;
  if (!market.core.strategy.capabilities.sharedHistory) return Math.max(0, (known[place + (channel[place] as number)] as number) - 1);
  let sum = -1;
  for (let row = 0; row < market.plan.channels.length; row++) sum += known[place + row] as number;
  return Math.max(0, sum);
}

/**
 * How well the offer of this visit fits, from 0 to below 1: k / (k + half) of the k interactions known, 0 if the visitor is not
 * recognised or the strategy makes everybody the same offer.
 */
export function relevanceOf(market: Market, id: number): number {
  const { relevance } = market.plan.offer;
  if (relevance === undefined || !market.core.strategy.capabilities.personalisation) return 0;
  if ((market.customers.columns.channel[placeOf(market, id)] as number) < 0 || !isRecognised(market, id)) return 0;
  const known = knownInteractions(market, id);
  return known / (known + relevance.interactions);
}

/** Logit shift of conversion by relevance. */
export function relevanceShift(market: Market, id: number): number {
  return (market.plan.offer.relevance?.conversion ?? 0) * relevanceOf(market, id);
}

/** Factor on the value of the order. */
export function relevanceFactor(market: Market, id: number): number {
  return 1 + (market.plan.offer.relevance?.basket ?? 0) * relevanceOf(market, id);
}
