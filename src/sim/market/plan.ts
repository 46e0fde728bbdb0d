/** The market's parameters as the engine reads them: arrays by segment, channel and article, distributions as quantile functions. */

import type { Distribution, Scenario } from "../../scenario/index.ts";
import { logistic, logit } from "../core/index.ts";
import { type QuantileFunction, quantileFunction, WeeklyHours } from "../kernel/index.ts";
import { type Cohorts, planCohorts } from "./cohorts.ts";
import { type Newcomer, planNewcomers } from "./newcomers.ts";
import { type GoodsPlan, planGoods } from "./stock/index.ts";
import { baselineOf, resolveStrategy } from "../../strategies/index.ts";
import { type OfferPlan, planOffer, pricesOf } from "./offer-plan.ts";
import { planProgramme, type ProgrammePlan } from "./programme.ts";
import { type VisitWeights, visitWeights } from "./visit-choice.ts";

type ScenarioChannel = NonNullable<Scenario["channels"]>[string];

/** What the market needs to know of a channel. */
export interface ChannelPlan {
  readonly name: string;
  readonly informs: boolean;
  readonly sells: boolean;
  readonly serves: boolean;
  /** A shop: goods are taken home, baskets are not left behind. */
  readonly inPerson: boolean;
  readonly hours: WeeklyHours;
  /** Logit of filling a basket at reference satisfaction and price, for new and returning visitors. */
  readonly basketLogitNew: number;
  readonly basketLogitReturning: number;
  /** The probabilities of these logits. */
  readonly basketNew: number;
  readonly basketReturning: number;
  readonly price: number;
  /** Cents. */
  readonly visitCost: number;
  readonly visitDuration: QuantileFunction;
  readonly outages: ScenarioChannel["outages"];
}

/** What the market needs to know of a segment. */
export interface SegmentPlan {
  readonly name: string;
  readonly size: number;
  /** Utilities by channel. */
  readonly affinity: Float64Array;
  readonly serviceAffinity: Float64Array;
  readonly needFactor: number;
  readonly spendFactor: number;
  readonly alreadyCustomers: number;
}

export interface MarketPlan {
  readonly scenario: Scenario;
  readonly channels: readonly ChannelPlan[];
  readonly segments: readonly SegmentPlan[];
  /** Rows: people and newcomers. */
  readonly customers: number;
  /** People who are there from the start; newcomers have the rows after them. */
  readonly people: number;
  readonly newcomers: readonly Newcomer[];
  readonly cohorts: Cohorts;
  readonly needRate: QuantileFunction;
  readonly dropout: QuantileFunction;
  readonly spend: SpendPlan | undefined;
  readonly offer: OfferPlan;
  readonly activeHours: WeeklyHours;
  /** Active seconds per second of the week; gaps between visits run in active time and keep their mean. */
  readonly activeShare: number;
  readonly timeBetweenVisits: QuantileFunction;
  readonly checkoutTime: QuantileFunction;
  readonly deliveryTime: QuantileFunction;
  readonly collectionFromStore: QuantileFunction;
  readonly collectionShipped: QuantileFunction;
  readonly timeToProblem: QuantileFunction;
  readonly recontactAfter: QuantileFunction;
  readonly recontactAfterMissedCall: QuantileFunction;
  readonly recontactAfterBlocked: QuantileFunction;
  readonly recontactAfterOpening: QuantileFunction;
  readonly returnsAfter: QuantileFunction;
  readonly visitWeights: VisitWeights;
  readonly goods: GoodsPlan;
  readonly programme: ProgrammePlan | undefined;
  /** Continuous discount rate, per second. */
  readonly discountPerSecond: number;
}

/** Order values: a customer's own level times the order's draw (gamma–gamma), or the draw alone. Money. */
export interface SpendPlan {
  readonly level: QuantileFunction | undefined;
  readonly order: QuantileFunction;
}

const YEAR = 31_536_000;
const ZERO: Distribution = { kind: "deterministic", value: 0 };

/** Hours from the intervals of a scenario. */
export function hoursOf(intervals: readonly (readonly [number, number])[]): WeeklyHours {
  return WeeklyHours.fromIntervals(intervals);
}

function conversionLogit(channel: ScenarioChannel, conversion: number, abandonment: number): number {
  const ofBasket = channel.kind === "in-person" ? conversion : conversion / (1 - abandonment);
  return ofBasket >= 1 ? Number.POSITIVE_INFINITY : logit(ofBasket);
}

function planChannel(name: string, channel: ScenarioChannel, scenario: Scenario): ChannelPlan {
  const abandonment = scenario.offer?.abandonment ?? 0;
  const logitNew = conversionLogit(channel, channel.conversion.new, abandonment);
  const logitReturning = conversionLogit(channel, channel.conversion.returning, abandonment);
  return {
    name,
    informs: channel.can.includes("inform"),
    sells: channel.can.includes("sell"),
    serves: channel.can.includes("serve"),
    inPerson: channel.kind === "in-person",
    hours: hoursOf(channel.hours),
    basketLogitNew: logitNew,
    basketLogitReturning: logitReturning,
    basketNew: logistic(logitNew),
    basketReturning: logistic(logitReturning),
    price: pricesOf(scenario, [name])[0] ?? 1,
    visitCost: Math.round(channel.visitCost * 100),
    visitDuration: quantileFunction(channel.visitDuration),
    outages: channel.outages,
  };
}

function byChannel(values: Readonly<Record<string, number>>, names: readonly string[]): Float64Array {
  return Float64Array.from(names, (name) => (Object.hasOwn(values, name) ? (values[name] ?? 0) : 0));
}

/**
 * Gamma–gamma spend (Fader & Hardie, note 025): order value ~ Gamma(p, nu), nu ~ Gamma(q, gamma) per customer. Drawn as
 * Gamma(p, 1) times the customer's level 1 / nu.
 */
function planSpend(scenario: Scenario): SpendPlan | undefined {
  const spend = scenario.offer?.spend;
  if (spend === undefined) return undefined;
  if (!("gammaGamma" in spend)) return { level: undefined, order: quantileFunction(spend) };
  const { p, q, gamma } = spend.gammaGamma;
  const nu = quantileFunction({ kind: "gammaShapeRate", shape: q, rate: gamma });
  // 1 − u keeps "a better quantile means more": a small nu is a large spender.
  return { level: (u) => 1 / nu(1 - u), order: quantileFunction({ kind: "gammaShapeRate", shape: p, rate: 1 }) };
}

function planSegments(scenario: Scenario, channels: readonly string[]): SegmentPlan[] {
  return Object.entries(scenario.segments ?? {}).map(([name, segment]) => ({
    name,
    size: segment.size,
    affinity: byChannel(segment.affinity, channels),
    serviceAffinity: byChannel(segment.serviceAffinity, channels),
    needFactor: segment.needFactor,
    spendFactor: segment.spendFactor,
    alreadyCustomers: segment.alreadyCustomers,
  }));
}

/** Makes the market's plan from a valid scenario. */
export function planMarket(scenario: Scenario): MarketPlan {
  const { needs, offer, service } = scenario;
  const names = Object.keys(scenario.channels ?? {});
  const segments = planSegments(scenario, names);
  const activeHours = hoursOf(needs?.activeHours ?? [[0, 604_800]]);
  const { a, b } = needs?.renewal ?? needs ?? { a: 0, b: 1 };
  const channels = Object.entries(scenario.channels ?? {}).map(([name, channel]) => planChannel(name, channel, scenario));
  const people = segments.reduce((sum, segment) => sum + segment.size, 0);
  const newcomers = planNewcomers(scenario);
  return {
    scenario,
    channels,
    segments,
    customers: people + newcomers.length,
    people,
    newcomers,
    cohorts: planCohorts(scenario),
    needRate: quantileFunction({ kind: "gammaShapeRate", shape: needs?.r ?? 1, rate: needs?.alpha ?? 1 }),
    dropout: quantileFunction(a === 0 ? ZERO : { kind: "beta", a, b }),
    spend: planSpend(scenario),
    offer: planOffer(scenario),
    activeHours,
    activeShare: activeHours.openSecondsPerWeek / 604_800,
    timeBetweenVisits: quantileFunction(needs?.timeBetweenVisits ?? ZERO),
    checkoutTime: quantileFunction(offer?.checkoutTime ?? ZERO),
    deliveryTime: quantileFunction(offer?.delivery.time ?? ZERO),
    collectionFromStore: quantileFunction(offer?.collection.fromStore ?? ZERO),
    collectionShipped: quantileFunction(offer?.collection.shippedToStore ?? ZERO),
    timeToProblem: quantileFunction(service?.timeToProblem ?? ZERO),
    recontactAfter: quantileFunction(service?.recontact.after ?? ZERO),
    recontactAfterMissedCall: quantileFunction(service?.recontact.afterMissedCall ?? ZERO),
    recontactAfterBlocked: quantileFunction(service?.recontact.afterBlocked ?? ZERO),
    recontactAfterOpening: quantileFunction(service?.recontact.afterOpening ?? ZERO),
    returnsAfter: quantileFunction(service?.recontact.returnsAfter ?? ZERO),
    visitWeights: visitWeights({ scenario, channels, segments }),
    goods: planGoods(scenario),
    programme: planProgramme(scenario, resolveStrategy(scenario, baselineOf(scenario)).loyaltyProgramme),
    discountPerSecond: Math.log1p(scenario.discountRate) / YEAR,
  };
}
