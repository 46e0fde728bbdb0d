/** Needs: when they arise, and what begins and ends with them. */

import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { buyElsewhere } from "./elsewhere.ts";
import { endNeed } from "./need-ends.ts";
import { countFor, drawOfNeed, type Market, placeOf } from "./market.ts";
import { intervalOfMember } from "./programme.ts";

/**
 * The next need arises an exponential time after the last one arose (rate: the customer's own), however long the last one
 * took to meet. One that arises while the last is still being met waits for its end; otherwise needs come at the same times under
 * every strategy.
 */
export function planNextNeed(market: Market, id: number): void {
  const place = placeOf(market, id);
  const { needRate, needBegan, nextNeedAt } = market.customers.columns;
  const interval = -Math.log(drawOfNeed(market, id, purpose.timeToNextNeed)) / (needRate[place] as number);
  nextNeedAt[place] = (needBegan[place] as number) + intervalOfMember(market, id, interval);
}

export function timeToNextNeed(market: Market, id: number): number {
  const place = placeOf(market, id);
  return Math.max(0, (market.customers.columns.nextNeedAt[place] as number) - market.core.now);
}

export function beginNeed(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  c.need[place] = (c.need[place] as number) + 1;
  c.needBegan[place] = market.core.now;
  c.needOpen[place] = 1;
  c.visit[place] = 0;
  c.channelsUsed[place] = 0;
  c.channel[place] = -1;
  c.lowestPrice[place] = Number.MAX_VALUE;
  c.cheapestSeen[place] = 0;
  c.dearestSeen[place] = 0;
  c.informed[place] = 0;
  c.onlineVisitAt[place] = -Number.MAX_VALUE;
  c.shopVisitAt[place] = -Number.MAX_VALUE;
  if (market.stock !== undefined) c.article[place] = market.stock.article(drawOfNeed(market, id, purpose.article));
  countFor(market, id, at.needs, -1);
}

export function giveUpNeed(market: Market, id: number): void {
  const place = placeOf(market, id);
  countFor(market, id, at.needsUnmet, -1);
  endNeed(market, id, false);
  buyElsewhere(market, id);
  countMove(market, market.customers.columns.channel[place] as number, market.plan.channels.length + 1);
}

/** Counts a move inside a need, from a channel (below 0: from nowhere) to a channel, to purchase or to no purchase. */
export function countMove(market: Market, from: number, to: number): void {
  const channels = market.plan.channels.length;
  const cell = (from < 0 ? channels : from) * (channels + 2) + to;
  market.flows[cell] = (market.flows[cell] as number) + 1;
}
