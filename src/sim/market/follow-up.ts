/** Planned follow-ups, as the customer meets them. */

import { purpose } from "../purposes.ts";
import { drawOfNeed, type Market, placeOf, tellCustomer } from "./market.ts";

/** Share of customers whom an offer in a follow-up brings to their next need; 0: nobody heeds it, and nobody need be told. */
function response(market: Market): number {
  return market.plan.scenario.needs?.followUpResponse ?? 0;
}

/** A follow-up is planned: from now on a message may come. */
export function expectFollowUp(market: Market, id: number): void {
  if (response(market) === 0) return;
  const { awaits } = market.customers.columns;
  const place = placeOf(market, id);
  awaits[place] = (awaits[place] as number) + 1;
}

/** The follow-up is over. Whoever has left for good hears no offer. */
export function getFollowUp(market: Market, id: number, reached: boolean): void {
  if (response(market) === 0) return;
  const { awaits, churned } = market.customers.columns;
  const place = placeOf(market, id);
  awaits[place] = (awaits[place] as number) - 1;
  if (reached && churned[place] === 0) tellCustomer(market, id, "FOLLOWED_UP");
}

/** Whether the offer in a follow-up brings the next need forward. */
export function heedsOffer(market: Market, id: number): boolean {
  const share = response(market);
  return share > 0 && drawOfNeed(market, id, purpose.followUpResponse) < share;
}

/** Whether the company will get in touch about an order that gave no problem. */
export function isFollowedUp(market: Market, id: number): boolean {
  const share = market.plan.scenario.service?.followUp.orders ?? 0;
  if (share === 0 || market.desk === undefined || !market.core.strategy.capabilities.plannedFollowUp) return false;
  return drawOfNeed(market, id, purpose.orderFollowedUp) < share;
}

/** Plans that message. */
export function followUpOrder(market: Market, id: number): void {
  const place = placeOf(market, id);
  const { segment, need } = market.customers.columns;
  market.desk?.followUpOrder(id, segment[place] as number, need[place] as number);
}
