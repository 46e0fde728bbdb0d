/** The wanted article is not there: another one, waiting for it, looking again, or leaving. */

import { at } from "../../kpi/index.ts";
import { milliseconds } from "../core/index.ts";
import { purpose } from "../purposes.ts";
import { carries } from "./assortment.ts";
import { canSell } from "./decision.ts";
import { countFor, drawOfVisit, type Market, placeOf } from "./market.ts";
import { categoryOf, unitsOf } from "./stock/index.ts";
import { mayVisitAgain } from "./visits.ts";

export function meetStockOut(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  countFor(market, id, at.stockOuts, c.channel[place] as number);
  c.satisfaction[place] = Math.max(0, (c.satisfaction[place] as number) - (market.plan.scenario.experience?.stockOutPenalty ?? 0));
}

/** The next article of the category after the wanted one that can be sold here, −1 if there is none. */
function substitute(market: Market, id: number): number {
  const place = placeOf(market, id);
  const { channel, article } = market.customers.columns;
  const here = channel[place] as number;
  if (market.stock === undefined) return -1;
  const { first, articles } = categoryOf(market, id);
  for (let step = 1; step < articles; step++) {
    const other = first + (((article[place] as number) - first + step) % articles);
    if (carries(market, id, here, other) && canSell(market, id, here, other)) return other;
  }
  return -1;
}

export function acceptsSubstitute(market: Market, id: number): boolean {
  const share = market.plan.scenario.stock?.onStockOut.substitute ?? 0;
  return drawOfVisit(market, id, purpose.substitute) < share && substitute(market, id) >= 0;
}

export function takeSubstitute(market: Market, id: number): void {
  const place = placeOf(market, id);
  market.customers.columns.article[place] = substitute(market, id);
}

/** Orders all the same and waits. */
export function waitsForArticle(market: Market, id: number): boolean {
  const share = market.plan.scenario.stock?.onStockOut.wait ?? 0;
  return share > 0 && drawOfVisit(market, id, purpose.waitsForArticle) < share;
}

/** Joins those who wait for the article at the location of this channel; does nothing where nobody could wait. */
export function waitForArticle(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const { stock } = market;
  const channel = c.channel[place] as number;
  const location = stock === undefined || channel < 0 ? -1 : stock.locationOf(channel);
  if (stock === undefined || location < 0 || stock.backorders.cellOf(id) >= 0) return;
  c.awaits[place] = (c.awaits[place] as number) + 1;
  countFor(market, id, at.backorders, channel);
  stock.wait(id, location, c.article[place] as number, unitsOf(market, id));
}

export function patienceForArticle(market: Market, id: number): number {
  return market.plan.goods.patience(drawOfVisit(market, id, purpose.patienceForArticle));
}

/** Loses patience: the order is taken back. */
export function takeBackOrder(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  if (market.stock?.backorders.isWaiting(id) !== true) return;
  c.awaits[place] = (c.awaits[place] as number) - 1;
  countFor(market, id, at.backordersTakenBack, c.channel[place] as number);
  market.stock.stopWaiting(id);
}

/** Counts an order that was waited for: the article is there, and put aside. */
export function countWaited(market: Market, id: number): void {
  const { stock, core } = market;
  if (stock === undefined) return;
  const channel = market.customers.columns.channel[placeOf(market, id)] as number;
  countFor(market, id, at.backordersMet, channel);
  countFor(market, id, at.backorderWaitMs, channel, milliseconds(core.now - stock.backorders.since(id)));
}

export function looksElsewhereHere(market: Market, id: number): boolean {
  const share = market.plan.scenario.stock?.onStockOut.looksAgain ?? 0;
  return mayVisitAgain(market, id) && drawOfVisit(market, id, purpose.looksAgain) < share;
}

export function loseSale(market: Market, id: number): void {
  const place = placeOf(market, id);
  countFor(market, id, at.salesLost, market.customers.columns.channel[place] as number);
}
