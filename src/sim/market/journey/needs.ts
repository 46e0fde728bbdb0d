/**
 * Needs and loyalty in a journey that an author brought: whatever order it calls the words in, a customer has one need at a time, every
 * need that began ends at most once, and nobody is lost twice.
 */

import { at } from "../../../kpi/index.ts";
import { endNeed as countEnd } from "../need-ends.ts";
import * as loyalty from "../loyalty.ts";
import { countFor, type Market, placeOf } from "../market.ts";
import * as needs from "../needs.ts";
import * as orders from "../orders.ts";

function endNeed(market: Market, id: number): boolean {
  const own = market.own;
  if (own === undefined || own.needOpen[id] === 0) return false;
  own.needOpen[id] = 0;
  return true;
}

/** Begins a need; one that is still under way is given up. */
export function beginNeed(market: Market, id: number): void {
  giveUpNeed(market, id);
  needs.beginNeed(market, id);
  if (market.own !== undefined) market.own.needOpen[id] = 1;
}

/** Gives the need under way up, if there is one. */
export function giveUpNeed(market: Market, id: number): void {
  if (endNeed(market, id)) needs.giveUpNeed(market, id);
}

/** A payment meets the need under way, if there is one. */
export function meetOpenNeed(market: Market, id: number): void {
  const place = placeOf(market, id);
  if (!endNeed(market, id)) return;
  countFor(market, id, at.needsMet, -1);
  countEnd(market, id, true);
  needs.countMove(market, market.customers.columns.channel[place] as number, market.plan.channels.length);
}

/** Places an order, which meets a need: the one under way, or one that arises with it. */
export function placeOrder(market: Market, id: number): void {
  if (!endNeed(market, id)) countFor(market, id, at.needs, -1);
  if (market.own !== undefined) market.own.marginShare[id] = Number.NaN;
  orders.placeOrder(market, id);
}

/** Counts the customer as lost, once. */
export function leave(market: Market, id: number): void {
  const place = placeOf(market, id);
  if (market.customers.columns.churned[place] === 0) loyalty.leave(market, id);
}
