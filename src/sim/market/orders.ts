/** Orders: what they take from stock, how the goods arrive, what they are worth. */

import { at } from "../../kpi/index.ts";
import { purpose } from "../purposes.ts";
import { reachesAllStock } from "./assortment.ts";
import { endNeed } from "./need-ends.ts";
import { buyAtCollection, shopChannel, wantsCollection } from "./collection.ts";
import { channelPlan, countFor, drawOfNeed, type Market, placeOf } from "./market.ts";
import { countMove } from "./needs.ts";
import { noteSale } from "./sold-in.ts";
import { countLifetimeOrder, win } from "./lifetimes.ts";
import { marginAtPrice } from "./prices.ts";
import { bookMembership } from "./programme.ts";
import { remember } from "./relevance.ts";
import { categoryOf, unitsOf } from "./stock/index.ts";
import { countWaited, takeBackOrder } from "./stock-out.ts";
import { bookValue } from "./value.ts";

/** How the goods of an order reach the customer. */
interface Fulfilment {
  /** Location they come from, −1 if stock is not modelled there. */
  readonly from: number;
  readonly collected: boolean;
  readonly fromElsewhere: boolean;
}

const HAND_OVER: Fulfilment = { from: -1, collected: false, fromElsewhere: false };

function isInPerson(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  const channel = market.customers.columns.channel[place] as number;
  return channel >= 0 && channelPlan(market, channel).inPerson;
}

function fulfilment(market: Market, id: number): Fulfilment {
  const place = placeOf(market, id);
  const { stock } = market;
  const c = market.customers.columns;
  const channel = c.channel[place] as number;
  if (channel < 0) return HAND_OVER;
  const collected = !isInPerson(market, id) && wantsCollection(market, id);
  if (stock === undefined || stock.locationOf(channel) < 0) return { from: -1, collected, fromElsewhere: false };
  const article = c.article[place] as number;
  const everywhere = reachesAllStock(market, id, article);
  const units = unitsOf(market, id);
  const shop = collected && everywhere ? stock.locationOf(shopChannel(market)) : -1;
  const held = stock.locationOfHeld(id);
  const shelf = shop >= 0 && stock.has(shop, article, units) ? shop : stock.source(channel, article, everywhere, units);
  const from = held >= 0 ? held : shelf;
  return { from, collected, fromElsewhere: from >= 0 && from !== stock.locationOf(channel) && from !== shop };
}

/**
 * How long the goods take. A shop hands its own stock over at once; anything else is delivered, or held for collection: at
 * once from the shop's shelf if stock is one and the article is there, else after a delivery to the shop. In a scenario without
 * channels nothing is delivered.
 */
function timeToGoods(market: Market, id: number, way: Fulfilment): number {
  const place = placeOf(market, id);
  const { plan, stock, core } = market;
  const u = drawOfNeed(market, id, purpose.fulfilmentTime);
  if (plan.scenario.offer === undefined || (market.customers.columns.channel[place] as number) < 0) return 0;
  if (isInPerson(market, id)) return way.fromElsewhere ? plan.deliveryTime(u) : 0;
  if (!way.collected) return plan.deliveryTime(u);
  const shelf = stock === undefined || way.from === stock.locationOf(shopChannel(market));
  return core.strategy.capabilities.unifiedStock && shelf ? plan.collectionFromStore(u) : plan.collectionShipped(u);
}

/** Cents that it costs to bring the goods to the customer. */
function fulfilmentCost(market: Market, id: number, way: Fulfilment): number {
  const place = placeOf(market, id);
  const { offer, stock } = market.plan.scenario;
  if (offer === undefined || (market.customers.columns.channel[place] as number) < 0) return 0;
  const delivered = isInPerson(market, id) ? way.fromElsewhere : !way.collected;
  const cost = (delivered ? offer.delivery.cost : 0) + (way.collected ? offer.collection.cost : 0);
  return Math.round((cost + (way.fromElsewhere ? (stock?.fromElsewhereCost ?? 0) : 0)) * 100);
}

/** Counts how many channels the order took, and which kind of research went before it. */
function countWay(market: Market, id: number, way: Fulfilment): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const channel = c.channel[place] as number;
  const since = market.core.now - (market.plan.scenario.needs?.researchWindow ?? 0);
  const used = c.channelsUsed[place] as number;
  if ((used & (used - 1)) !== 0) countFor(market, id, at.ordersOverChannels, channel);
  if (way.fromElsewhere) countFor(market, id, at.ordersFromElsewhere, channel);
  if (isInPerson(market, id)) {
    countFor(market, id, at.shopOrders, channel);
    if ((c.onlineVisitAt[place] as number) < since) return;
    countFor(market, id, at.shopOrdersResearchedOnline, channel);
    return countFor(market, id, at.researchedRevenue, channel, c.orderValue[place]);
  }
  if (channel < 0) return;
  countFor(market, id, at.basketsBought, channel);
  countFor(market, id, at.onlineOrders, channel);
  countFor(market, id, at.onlineRevenue, channel, c.orderValue[place]);
  if (way.collected) countFor(market, id, at.collectedOrders, channel);
  if ((c.shopVisitAt[place] as number) >= since) countFor(market, id, at.onlineOrdersAfterShopVisit, channel);
}

/** Counts the customer's orders: first, second, this year's. */
export function countOrder(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const orders = (c.orders[place] as number) + 1;
  c.orders[place] = orders;
  c.ordersThisYear[place] = (c.ordersThisYear[place] as number) + 1;
  noteSale(market, id);
  const known = c.ordersBefore[place] === 1;
  if (orders === 1 && !known) {
    c.firstOrderAt[place] = market.core.now;
    countFor(market, id, at.newCustomers, c.channel[place] as number);
    win(market, id, c.channel[place] as number);
  }
  countLifetimeOrder(market, place);
  remember(market, id, c.channel[place] as number);
  if (orders === 2 && !known) c.secondOrderAt[place] = market.core.now;
}

/** Takes the goods off the shelf, or what was put aside for the customer. */
function takeGoods(market: Market, id: number, from: number): void {
  const { stock } = market;
  if (stock === undefined) return;
  if (stock.locationOfHeld(id) < 0)
    return stock.take(from, market.customers.columns.article[placeOf(market, id)] as number, unitsOf(market, id));
  countWaited(market, id);
  stock.handOver(id);
}

export function placeOrder(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const channel = c.channel[place] as number;
  takeBackOrder(market, id);
  const way = fulfilment(market, id);
  c.collected[place] = way.collected ? 1 : 0;
  if (way.from >= 0) takeGoods(market, id, way.from);
  const time = timeToGoods(market, id, way);
  c.goodsAt[place] = market.core.now + time;
  c.late[place] = time > (market.plan.scenario.offer?.delivery.promised ?? Number.POSITIVE_INFINITY) ? 1 : 0;
  const value = c.basketValue[place] as number;
  c.orderValue[place] = value;
  c.spent[place] = (c.spent[place] as number) + value;
  const margin = Math.round(value * marginAtPrice(market, channel, categoryOf(market, id).grossMargin));
  const cost = fulfilmentCost(market, id, way);
  countFor(market, id, at.orders, channel);
  if (market.plan.goods.units !== undefined) countFor(market, id, at.unitsOrdered, channel, unitsOf(market, id));
  countFor(market, id, at.needsMet, -1);
  endNeed(market, id, true);
  countFor(market, id, at.revenue, channel, value);
  countFor(market, id, at.goodsMargin, channel, margin);
  countFor(market, id, at.fulfilmentCost, channel, cost);
  countWay(market, id, way);
  countOrder(market, id);
  countMove(market, channel, market.plan.channels.length);
  bookValue(market, id, margin - cost - bookMembership(market, id, value, channel));
}

export function fulfilmentTime(market: Market, id: number): number {
  const place = placeOf(market, id);
  return Math.max(0, (market.customers.columns.goodsAt[place] as number) - market.core.now);
}

export function receiveGoods(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const channel = c.channel[place] as number;
  countFor(market, id, at.shippedValue, channel, c.orderValue[place]);
  if (channel < 0) return;
  countFor(market, id, at.ordersDue, channel);
  if (c.late[place] === 0) countFor(market, id, at.ordersOnTime, channel);
  if (c.collected[place] === 1) buyAtCollection(market, id);
}

export function finishPurchase(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const { experience } = market.plan.scenario;
  if (experience === undefined) return;
  c.experience[place] = Math.max(0, experience.reference - (c.late[place] === 1 ? experience.latePenalty : 0));
}
