/** Visits: when, through which channel, how long, and whether another one follows. */

import { at } from "../../kpi/index.ts";
import { milliseconds } from "../core/index.ts";
import { purpose, VISITS_PER_NEED } from "../purposes.ts";
import { scanArticle, scansArticle } from "./in-store-app.ts";
import { learn } from "./information.ts";
import { channelPlan, countFor, drawOfVisit, inActiveTime, type Market, placeOf } from "./market.ts";
import { countMove } from "./needs.ts";
import { compareElsewhere, seePrice } from "./prices.ts";
import { rememberVisit } from "./relevance.ts";
import { isDownNow, meetOutage } from "./outages.ts";
import { bookValue } from "./value.ts";
import { chooseVisitChannel } from "./visit-choice.ts";

/**
 * Chooses time and channel of the next visit: multinomial logit over the offered channels open at that time, with utility =
 * affinity + inertia (channel used last) + weight × (satisfaction with the channel − reference). If none is open, the choice is
 * among all and the visit waits for the opening.
 */
export function planVisit(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  c.visit[place] = (c.visit[place] as number) + 1;
  const gap = market.plan.timeBetweenVisits(drawOfVisit(market, id, purpose.timeToVisit));
  const time = market.core.now + inActiveTime(market, gap);
  c.visitAt[place] = time;
  if (market.plan.channels.length === 0) return;
  const u = drawOfVisit(market, id, purpose.visitChannel);
  let channel = chooseVisitChannel(market, id, u, time);
  if (channel < 0) channel = chooseVisitChannel(market, id, u, Number.NaN);
  if (channel < 0) throw new Error("a customer has a need, but the strategy offers no channel that informs or sells");
  const before = c.channel[place] as number;
  c.channel[place] = channel;
  if (market.plan.visitWeights.alwaysOpen[channel] === 0) c.visitAt[place] = channelPlan(market, channel).hours.nextOpen(time);
  meetOutage(market, id);
  countMove(market, before, c.channel[place]);
}

export function timeToVisit(market: Market, id: number): number {
  const place = placeOf(market, id);
  return Math.max(0, (market.customers.columns.visitAt[place] as number) - market.core.now);
}

export function visitDuration(market: Market, id: number): number {
  const place = placeOf(market, id);
  const channel = market.customers.columns.channel[place] as number;
  if (channel < 0 || isDownNow(market, channel)) return 0;
  return drawnDuration(market, id, channel);
}

/** The length of the visit under way if nothing comes between. */
function drawnDuration(market: Market, id: number, channel: number): number {
  const place = placeOf(market, id);
  const { need, visit } = market.customers.columns;
  const { lastDuration: last } = market;
  const index = (need[place] as number) * VISITS_PER_NEED + (visit[place] as number);
  // Asked twice in a row, for the ledger and for the timer.
  if (last[0] === id && last[1] === index && last[2] === channel) return last[3] as number;
  const seconds = channelPlan(market, channel).visitDuration(market.core.draws.uniform(purpose.visitDuration, id, index));
  last[0] = id;
  last[1] = index;
  last[2] = channel;
  last[3] = seconds;
  return seconds;
}

export function beginVisit(market: Market, id: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const channel = c.channel[place] as number;
  if (channel < 0) return;
  if (isDownNow(market, channel)) return countFor(market, id, at.visitsFailed, channel);
  const { inPerson, visitCost, sells, informs } = channelPlan(market, channel);
  c.channelsUsed[place] = (c.channelsUsed[place] as number) | (1 << channel);
  c.lastChannel[place] = channel;
  if (inPerson) c.shopVisitAt[place] = market.core.now;
  else c.onlineVisitAt[place] = market.core.now;
  if (informs) learn(market, id);
  if (sells) seePrice(market, id, channel);
  if (inPerson) {
    if (scansArticle(market, id)) scanArticle(market, id);
  } else if (sells) compareElsewhere(market, id);
  rememberVisit(market, id, channel);
  countFor(market, id, at.visits, channel);
  if (!inPerson) {
    countFor(market, id, at.onlineVisits, channel);
    if (isLong(market, id, channel)) countFor(market, id, at.onlineVisitsEngaged, channel);
  }
  countFor(market, id, at.visitMs, channel, milliseconds(visitDuration(market, id)));
  countFor(market, id, at.visitCost, channel, visitCost);
  bookValue(market, id, -visitCost);
}

/** Google Analytics 4: a session of more than ten seconds is an engaged one. */
const ENGAGED = 10;

function isLong(market: Market, id: number, channel: number): boolean {
  return drawnDuration(market, id, channel) > ENGAGED;
}

/** The first basket of a short visit online makes it an engaged one too (a key event). */
export function engageByBasket(market: Market, id: number, channel: number): void {
  const place = placeOf(market, id);
  const { basketAt, visitAt } = market.customers.columns;
  const isFirst = (basketAt[place] as number) < (visitAt[place] as number);
  if (isFirst && !isLong(market, id, channel)) countFor(market, id, at.onlineVisitsEngaged, channel);
}

/** Whether there is another visit for this need at all; draws are addressed by visit, so their number is bounded. */
export function mayVisitAgain(market: Market, id: number): boolean {
  const place = placeOf(market, id);
  return (market.customers.columns.visit[place] as number) < VISITS_PER_NEED - 1;
}

export function keepsLooking(market: Market, id: number): boolean {
  const goesOn = market.plan.scenario.needs?.goesOn ?? 0;
  return mayVisitAgain(market, id) && drawOfVisit(market, id, purpose.goesOn) < goesOn;
}
