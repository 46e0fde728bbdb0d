/**
 * How needs end, followed for a fixed time each (evidence 2.2): a need, or its first basket, counts only if the run can follow it for the
 * whole window. So what is still open when the run ends is no failure, and short runs are not biased towards what ends quickly.
 */

import { at } from "../../kpi/index.ts";
import { countFor, type Market, placeOf } from "./market.ts";

/** A need comes to an end, met or not. One that nobody began arises with the order that meets it. */
export function endNeed(market: Market, id: number, isMet: boolean): void {
  const place = placeOf(market, id);
  const { needOpen, needBegan, firstBasketAt } = market.customers.columns;
  const { now } = market.core;
  const { history, horizon, needs } = market.plan.scenario;
  const window = needs?.researchWindow ?? 0;
  const followedUntil = history + horizon - window;
  const began = needOpen[place] === 1 ? (needBegan[place] as number) : now;
  const basket = firstBasketAt[place] as number;
  needOpen[place] = 0;
  if (began <= followedUntil) {
    countFor(market, id, at.needsFollowed, -1);
    if (isMet && now - began <= window) countFor(market, id, at.needsMetInTime, -1);
  }
  // A basket of an earlier need is none of this one.
  if (basket < began || basket > followedUntil) return;
  countFor(market, id, at.basketNeedsEnded, -1);
  if (isMet && now - basket <= window) countFor(market, id, at.basketNeedsMet, -1);
}

/** At the end of the run: needs that are still open, but whose window is over, are not met in time. */
export function endOpenNeeds(market: Market): void {
  const { history, horizon } = market.plan.scenario;
  if (market.core.now < history + horizon) return;
  const { needOpen } = market.customers.columns;
  for (let id = 0; id < market.customers.used; id++) if (needOpen[placeOf(market, id)] === 1) endNeed(market, id, false);
}
