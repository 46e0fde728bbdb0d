/** Collection in a shop: who wants it, what is seen of the shop's shelf, and what else is bought there. */

import { at } from "../../kpi/index.ts";
import { logistic, logit } from "../core/index.ts";
import { purpose } from "../purposes.ts";
import { carries } from "./assortment.ts";
import { channelPlan, countFor, drawOfNeed, type Market, placeOf } from "./market.ts";
import { unitsOf } from "./stock/index.ts";
import { bookValue } from "./value.ts";

/** A shop that could hold the goods ready: the first offered channel in person that sells; −1 if there is none. */
export function shopChannel(market: Market): number {
  const { channels } = market.plan;
  for (let row = 0; row < channels.length; row++) {
    const { inPerson, sells } = channelPlan(market, row);
    if (inPerson && sells && market.offered[row] === 1) return row;
  }
  return -1;
}

/** Whether the article is on the shop's shelf, which customers online see only where stock is one. */
export function isSeenInShop(market: Market, id: number): boolean {
  const { stock, core } = market;
  const shop = shopChannel(market);
  if (stock === undefined || shop < 0 || !core.strategy.capabilities.unifiedStock) return false;
  const location = stock.locationOf(shop);
  const article = market.customers.columns.article[placeOf(market, id)] as number;
  return location >= 0 && carries(market, id, shop, article) && stock.has(location, article, unitsOf(market, id));
}

/** A buyer online would rather collect; more of them would if the article is seen to be there. */
export function wantsCollection(market: Market, id: number): boolean {
  const { share = 0, certainty = 0 } = market.plan.scenario.offer?.collection ?? {};
  if (shopChannel(market) < 0) return false;
  const u = drawOfNeed(market, id, purpose.wantsCollection);
  return u < share || (certainty > 0 && u < logistic(logit(share) + certainty) && isSeenInShop(market, id));
}

/** At a collection something else may be bought in the shop: revenue there, no order of its own. */
export function buyAtCollection(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const { attachValue } = market.plan.goods;
  const offer = market.plan.scenario.offer;
  countFor(market, id, at.collections, c.channel[place] as number);
  if (attachValue === undefined || offer === undefined) return;
  if (drawOfNeed(market, id, purpose.attaches) >= offer.collection.attach) return;
  const shop = shopChannel(market);
  const value = Math.round(attachValue(drawOfNeed(market, id, purpose.attachValue)) * 100);
  const margin = Math.round(value * offer.grossMargin);
  c.spent[place] = (c.spent[place] as number) + value;
  countFor(market, id, at.collectionsWithExtra, c.channel[place] as number);
  countFor(market, id, at.revenue, shop, value);
  countFor(market, id, at.goodsMargin, shop, margin);
  bookValue(market, id, margin);
}
