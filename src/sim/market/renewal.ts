/** Contracts: paid by the period, renewed or not at the end of each (the shifted beta-geometric model of Fader & Hardie 2007). */

import type { ContractWords, Implementation } from "../../journey/index.ts";
import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { valueOfNeed } from "./need-value.ts";
import { shiftedDropout } from "./loyalty.ts";
import { countFor, drawOfNeed, type Market, placeOf } from "./market.ts";
import { countOrder } from "./orders.ts";
import { bookValue } from "./value.ts";

/** Length of a period, seconds. */
function period(market: Market): number {
  return market.plan.scenario.needs?.renewal?.every ?? Number.POSITIVE_INFINITY;
}

function signContract(market: Market, id: number): void {
  market.customers.columns.nextNeedAt[placeOf(market, id)] = market.core.now;
}

/** Nothing is known of when customers of old signed, so any moment of the period is as likely. */
function joinMidway(market: Market, id: number): void {
  const rest = market.core.draws.uniform(purpose.contractPhase, id, 0) * period(market);
  market.customers.columns.nextNeedAt[placeOf(market, id)] = market.core.now + rest;
}

/**
 * A period counts as an order, and not as a need: nothing was looked for. It has the draws of one, and begins when it is due, also if its renewal
 * was decided later.
 */
function beginPeriod(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  c.need[place] = (c.need[place] as number) + 1;
  c.needBegan[place] = market.core.now;
  c.nextNeedAt[place] = (c.nextNeedAt[place] as number) + period(market);
  const value = Math.round(valueOfNeed(market, id) * 100);
  const margin = Math.round(value * (market.plan.scenario.offer?.grossMargin ?? 0));
  c.orderValue[place] = value;
  c.spent[place] = (c.spent[place] as number) + value;
  countFor(market, id, at.orders, -1);
  countFor(market, id, at.revenue, -1, value);
  countFor(market, id, at.goodsMargin, -1, margin);
  countOrder(market, id);
  bookValue(market, id, margin);
}

/** The luck of the n-th renewal is the customer's own under every strategy. */
function renews(market: Market, id: number): boolean {
  return drawOfNeed(market, id, purpose.renewal) >= shiftedDropout(market, id);
}

function timeToRenewal(market: Market, id: number): number {
  return Math.max(0, (market.customers.columns.nextNeedAt[placeOf(market, id)] as number) - market.core.now);
}

/** What customers with a contract do, beside what all customers do. */
export const contractImplementation: Implementation<Market, ContractWords> = {
  actions: {
    signContract,
    joinMidway,
    beginPeriod,
    comeDue: (market, id) => countFor(market, id, at.renewalsDue, -1),
    renew: (market, id) => countFor(market, id, at.renewalsKept, -1),
  },
  guards: { renews },
  delays: { timeToRenewal },
};
