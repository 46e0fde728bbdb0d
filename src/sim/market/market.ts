/** The market: customers, stock and awareness of one replication, and what they share. */

import type { journeyEvents } from "../../journey/index.ts";
import { actorKind, type Core } from "../core/index.ts";
import { purpose, VISITS_PER_NEED } from "../purposes.ts";
import type { Awareness } from "./awareness.ts";
import type { Customers } from "./customers.ts";
import type { Desk } from "./desk.ts";
import type { Outages } from "./outages.ts";
import type { OwnJourney } from "./journey/state.ts";
import type { Lifetimes } from "./lifetimes.ts";
import type { ChannelPlan, MarketPlan, SegmentPlan } from "./plan.ts";
import type { Stock } from "./stock/index.ts";

/** What values are discounted to; the ends of years and adoption move it on. */
export interface ValueClock {
  /** Start of the running year, seconds. */
  yearStart: number;
  /** Adoption, seconds. */
  adoption: number;
  /** Value at adoption of what is worth 1 at the start of the year. */
  yearToAdoption: number;
}

/** Everything a customer's guards, actions and delays read and write. */
export interface Market {
  readonly core: Core;
  readonly plan: MarketPlan;
  readonly customers: Customers;
  readonly stock: Stock | undefined;
  readonly awareness: Awareness;
  readonly desk: Desk | undefined;
  /** When channels are down; undefined if they never are. */
  readonly outages: Outages | undefined;
  /** Channels offered by the strategy in force, 1 or 0 by row. */
  readonly offered: Uint8Array;
  /** Moves between channels inside a need: (from or none) × (to, purchase or no purchase). Reset at adoption. */
  readonly flows: Float64Array;
  /** Scratch for choice probabilities; carries nothing from one choice to the next. */
  readonly weights: Float64Array;
  /** The visit's duration that was asked for last: customer, index of the draw, channel, seconds. A function of draws, so nobody's state. */
  readonly lastDuration: Float64Array;
  readonly clock: ValueClock;
  /** Value by where and when customers were won. */
  readonly lifetimes: Lifetimes;
  /** Event codes of the customer's journey. */
  readonly codes: Readonly<Record<string, number>>;
  /** What a journey that an author brought keeps of its own; undefined for the bundled one. */
  readonly own: OwnJourney | undefined;
  /** Hears of every cent booked to a customer's value, not discounted; undefined unless somebody observes (`observe/`). */
  onBooked: ((id: number, cents: number) => void) | undefined;
}

/** Where a customer's values are in the columns. */
export function placeOf(market: Market, id: number): number {
  return id * market.customers.stride;
}

export function segmentPlan(market: Market, id: number): SegmentPlan {
  const place = placeOf(market, id);
  return market.plan.segments[market.customers.columns.segment[place] as number] as SegmentPlan;
}

export function channelPlan(market: Market, channel: number): ChannelPlan {
  return market.plan.channels[channel] as ChannelPlan;
}

/** Counts something for a customer; `channel` below 0 means none. */
export function countFor(market: Market, id: number, counter: number, channel: number, amount = 1): void {
  const place = placeOf(market, id);
  const segment = market.customers.columns.segment[place] as number;
  market.core.count(counter, segment, channel < 0 ? market.plan.channels.length : channel, amount);
}

type Purpose = (typeof purpose)[keyof typeof purpose];

/** The customer's draw of this purpose for the need under way. */
export function drawOfNeed(market: Market, id: number, what: Purpose): number {
  const place = placeOf(market, id);
  const { own } = market;
  const index = own === undefined || own.shape.hasNeeds ? market.customers.columns.need[place] : own.steps[id];
  return market.core.draws.uniform(what, id, index as number);
}

/** The draw of this purpose for the reflection under way: of the need, in an author's journey of the step. */
export function drawOfReflection(market: Market, id: number, what: Purpose): number {
  const place = placeOf(market, id);
  const { own, customers } = market;
  return market.core.draws.uniform(what, id, (own === undefined ? customers.columns.need[place] : own.steps[id]) as number);
}

/** The customer's draw of this purpose for the visit under way, or the one being planned. */
export function drawOfVisit(market: Market, id: number, what: Purpose): number {
  const place = placeOf(market, id);
  const { need, visit } = market.customers.columns;
  return market.core.draws.uniform(what, id, (need[place] as number) * VISITS_PER_NEED + (visit[place] as number));
}

/** Sends a customer a message; a journey that never handles it does not hear of it. */
export function tellCustomer(market: Market, id: number, event: keyof typeof journeyEvents): void {
  const code = market.codes[event];
  if (code !== undefined) market.core.messages.send(actorKind.customer, id, code);
}

/** Tells a customer of the company, once: from now on only an open case brings messages. */
export function introduce(market: Market, id: number, event: "BECOME_AWARE" | "ALREADY_CUSTOMER"): void {
  const place = placeOf(market, id);
  const { awaits } = market.customers.columns;
  awaits[place] = (awaits[place] as number) - 1;
  tellCustomer(market, id, event);
}

/** Seconds of clock time in which `seconds` of the customer's active time pass, scaled so that the mean stays. */
export function inActiveTime(market: Market, seconds: number): number {
  const { activeHours, activeShare } = market.plan;
  if (activeShare === 1) return seconds;
  return activeHours.addOpenSeconds(market.core.now, seconds * activeShare) - market.core.now;
}
