/** The choice of a visit's channel: multinomial logit, with the exponentials of what does not change computed once. */

import { secondOfWeek } from "../kernel/index.ts";
import { chooseLogit } from "./choice.ts";
import { type Market, placeOf } from "./market.ts";
import type { MarketPlan } from "./plan.ts";

/** Totals of weights beyond which rounding might be felt: then utilities are compared first. */
const LEAST = 1e-100;
const MOST = 1e100;
/** Orders in a channel beyond which a habit grows no more. */
export const MOST_ORDERS = 255;

/** Weights of a scenario: exp(utility), part by part. */
export interface VisitWeights {
  /** exp(affinity − the segment's greatest), by segment × channel; 0 for channels that neither inform nor sell. */
  readonly affinity: Float64Array;
  /** exp(inertia). */
  readonly inertia: number;
  /** exp(habit × log(1 + orders placed in the channel)), by orders; empty if nobody has habits. */
  readonly ofOrders: Float64Array;
  readonly satisfactionWeight: number;
  /** Satisfaction with a channel that nothing has changed yet, as its column holds it. */
  readonly unchanged: number;
  /** The factor of that satisfaction. */
  readonly ofUnchanged: number;
  readonly reference: number;
  /** Utility of a price seen, −weight × log price, by channel; empty if no price moves anybody. */
  readonly priceUtility: Float64Array;
  /** exp of it. */
  readonly ofPrice: Float64Array;
  /** 1 for channels that never close. */
  readonly alwaysOpen: Uint8Array;
}

/** What of the choice is the same for everybody, always. */
export function visitWeights(plan: Pick<MarketPlan, "scenario" | "channels" | "segments">): VisitWeights {
  const { channels, scenario } = plan;
  const { inertia = 0, habit = 0, satisfactionWeight = 0 } = scenario.needs ?? {};
  const reference = scenario.experience?.reference ?? 0;
  const unchanged = Math.fround(reference);
  const affinity = plan.segments.flatMap((segment) => {
    const greatest = Math.max(...segment.affinity);
    return channels.map(({ informs, sells }, row) => (informs || sells ? Math.exp((segment.affinity[row] as number) - greatest) : 0));
  });
  const priceWeight = scenario.needs?.priceWeight ?? 0;
  const priceUtility = channels.some(({ price }) => price !== 1)
    ? Float64Array.from(channels, ({ sells, price }) => (sells && price !== 1 ? -priceWeight * Math.log(price) : 0))
    : new Float64Array(0);
  return {
    affinity: Float64Array.from(affinity),
    priceUtility,
    ofPrice: priceUtility.map((utility) => Math.exp(utility)),
    inertia: Math.exp(inertia),
    ofOrders: Float64Array.from({ length: habit === 0 ? 0 : MOST_ORDERS + 1 }, (_, orders) => Math.exp(habit * Math.log1p(orders))),
    satisfactionWeight,
    unchanged,
    ofUnchanged: Math.exp(satisfactionWeight * (unchanged - reference)),
    reference,
    alwaysOpen: Uint8Array.from(channels, ({ hours }) => (hours.isAlwaysOpen ? 1 : 0)),
  };
}

/**
 * Chooses among the offered channels that inform or sell and are open at `time` (NaN: at any time); −1 if there is none.
 * Utility = affinity + inertia (channel used last) + weight × (satisfaction with the channel − reference) − weight × log(price seen
 * there for this need) + habit × log(1 + orders placed there).
 *
 * @param u - uniform in (0, 1)
 */
export function chooseVisitChannel(market: Market, id: number, u: number, time: number): number {
  const place = placeOf(market, id);
  const { plan, weights, offered } = market;
  const { affinity, inertia, alwaysOpen, ofOrders, ofPrice, unchanged, ofUnchanged, reference, satisfactionWeight } = plan.visitWeights;
  const { segment, lastChannel, channelSatisfaction, boughtIn } = market.customers.columns;
  const count = plan.channels.length;
  const second = Number.isNaN(time) ? time : secondOfWeek(time);
  const first = (segment[place] as number) * count;
  const last = lastChannel[place] as number;
  const seen = channelsSeen(market, place);
  let total = 0;
  for (let channel = 0; channel < count; channel++) {
    let weight = offered[channel] === 1 ? (affinity[first + channel] as number) : 0;
    if (weight > 0 && alwaysOpen[channel] === 0 && !isOpen(plan, channel, second)) weight = 0;
    if (weight > 0) {
      const satisfaction = channelSatisfaction[place + channel] as number;
      weight *= satisfaction === unchanged ? ofUnchanged : Math.exp(satisfactionWeight * (satisfaction - reference));
      if (channel === last) weight *= inertia;
      if (ofOrders.length > 0) weight *= ofOrders[boughtIn[place + channel] as number] as number;
      if (seen !== 0 && ((seen >>> channel) & 1) === 1) weight *= ofPrice[channel] as number;
    }
    weights[channel] = weight;
    total += weight;
  }
  if (total > LEAST && total < MOST) return pick(weights, count, u * total);
  return chooseByUtility(market, id, u, second);
}

/** Channels whose own price the customer has seen for this need, as a bit set; none where prices move nobody or are one. */
function channelsSeen(market: Market, place: number): number {
  if (market.plan.visitWeights.ofPrice.length === 0 || market.core.strategy.capabilities.unifiedOffer) return 0;
  return market.customers.columns.channelsUsed[place] as number;
}

/**
 * Of the customers who are elsewhere, the share that a gain in utility would bring to a channel: with its weight w of the total T,
 * (p' − p) / (1 − p) = w (e^gain − 1) / (T + w (e^gain − 1)). Opening hours do not matter: a visit waits for the opening.
 */
export function chanceOfChange(market: Market, id: number, channel: number, gain: number): number {
  // Leaves the weights in their scratch.
  if (chooseVisitChannel(market, id, 0.5, Number.NaN) < 0) return 0;
  const { weights } = market;
  let total = 0;
  for (let row = 0; row < market.plan.channels.length; row++) total += weights[row] as number;
  const more = (weights[channel] as number) * Math.expm1(gain);
  return more / (total + more);
}

function isOpen(plan: MarketPlan, channel: number, second: number): boolean {
  return Number.isNaN(second) || plan.channels[channel]?.hours.isOpenAtSecond(second) === true;
}

/** The first channel at which the cumulated weights exceed `left`. */
function pick(weights: Float64Array, count: number, target: number): number {
  let left = target;
  let last = -1;
  for (let channel = 0; channel < count; channel++) {
    const weight = weights[channel] as number;
    if (weight === 0) continue;
    left -= weight;
    if (left < 0) return channel;
    last = channel;
  }
  return last;
}

/** The same choice among the channels that are open and not down at `time`. */
export function chooseWorkingChannel(market: Market, id: number, u: number, time: number): number {
  return chooseByUtility(market, id, u, secondOfWeek(time), time);
}

/** The same choice where exponentials are too large or too small, or nothing is available. */
function chooseByUtility(market: Market, id: number, u: number, second: number, workingAt = Number.NaN): number {
  const place = placeOf(market, id);
  const { plan, weights, offered } = market;
  const { inertia = 0, habit = 0, satisfactionWeight = 0 } = plan.scenario.needs ?? {};
  const { segment, lastChannel, channelSatisfaction, boughtIn } = market.customers.columns;
  const affinity = plan.segments[segment[place] as number]?.affinity ?? new Float64Array(plan.channels.length);
  const count = plan.channels.length;
  const seen = channelsSeen(market, place);
  for (const [channel, { informs, sells }] of plan.channels.entries()) {
    const works = Number.isNaN(workingAt) || market.outages?.isDown(channel, workingAt) !== true;
    const available = (informs || sells) && offered[channel] === 1 && isOpen(plan, channel, second) && works;
    const satisfaction = (channelSatisfaction[place + channel] as number) - plan.visitWeights.reference;
    const price = seen !== 0 && ((seen >>> channel) & 1) === 1 ? (plan.visitWeights.priceUtility[channel] as number) : 0;
    const used = habit === 0 ? 0 : habit * Math.log1p(boughtIn[place + channel] as number);
    weights[channel] = available
      ? (affinity[channel] as number) + (channel === lastChannel[place] ? inertia : 0) + satisfactionWeight * satisfaction + price + used
      : Number.NEGATIVE_INFINITY;
  }
  return chooseLogit(weights, count, u);
}
