/** What the customer of a need under way wants: the category, and how many units. */

import { purpose } from "../../purposes.ts";
import { drawOfNeed, type Market, placeOf } from "../market.ts";
import type { CategoryPlan } from "./goods.ts";

/** Category of the wanted article; the only one where stock is not modelled. */
export function categoryOf(market: Market, id: number): CategoryPlan {
  const { categories, categoryOf: rows } = market.plan.goods;
  const article = market.customers.columns.article[placeOf(market, id)] as number;
  return categories[rows[article] ?? 0] as CategoryPlan;
}

/** Gain in the utility of an online conversion by goods that come sooner than customers are used to; 0 in a shop. */
export function deliveryShift(market: Market, channel: number): number {
  const { goods, channels } = market.plan;
  if (channels[channel]?.inPerson !== false) return 0;
  return goods.deliveryUtility[market.core.strategy.capabilities.unifiedStock ? 1 : 0];
}

/** Units of the article that the customer wants. */
export function unitsOf(market: Market, id: number): number {
  const { units } = market.plan.goods;
  return units === undefined ? 1 : units(drawOfNeed(market, id, purpose.unitsOfOrder));
}
