/** What a need is worth. */

import { purpose } from "../purposes.ts";
import { drawOfNeed, type Market, placeOf, segmentPlan } from "./market.ts";
import { categoryOf, unitsOf } from "./stock/index.ts";

/** What the need under way is worth at list price, money; 0 without an offer. */
export function valueOfNeed(market: Market, id: number): number {
  const { spend } = market.plan;
  if (spend === undefined) return 0;
  const order = spend.order(drawOfNeed(market, id, purpose.basketValue));
  const goods = categoryOf(market, id).price * unitsOf(market, id);
  return order * (market.customers.columns.spendLevel[placeOf(market, id)] as number) * segmentPlan(market, id).spendFactor * goods;
}
