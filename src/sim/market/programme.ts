/**
 * The loyalty programme as customers meet it. Whoever is willing joins with the first order since the programme is there; a strategy
 * without it has the same would-be members, so the same people's spend can be compared. Members respond by bringing needs that they
 * would have taken elsewhere; the response fades.
 */

import { at } from "../../kpi/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { logistic, logit } from "../core/index.ts";
import { purpose } from "../purposes.ts";
import { countFor, type Market, placeOf } from "./market.ts";

/** The programme as the engine reads it. */
export interface ProgrammePlan {
  /** When somebody can join first, seconds: from the start if the baseline has a programme, else from adoption. */
  readonly opens: number;
  /** Logit of joining at the mean need rate. */
  readonly joinLogit: number;
  readonly selfSelection: number;
  /** Logarithm of the mean need rate. */
  readonly logMeanRate: number;
  /** Share of an order that members get back. */
  readonly reward: number;
  /** What the reward does to the odds of bringing a need here, on joining. */
  readonly oddsRatio: number;
  /** Needs that a customer takes elsewhere, per second. */
  readonly elsewhere: number;
  /** Seconds in which the response falls to 1/e. */
  readonly fades: number;
}

/** Not asked yet. */
const UNDECIDED = -1;
/** Asked, and does not want to. */
const DECLINED = Infinity;
/** Steps of Newton's method at most; it needs three or four. */
const MOST_STEPS = 30;
/** Seconds that are exact enough. */
const PRECISE = 1e-6;

/** Makes the programme's plan; undefined without one, or without needs. */
export function planProgramme({ loyaltyProgramme, needs, history }: Scenario, isInHistory: boolean): ProgrammePlan | undefined {
  if (loyaltyProgramme === undefined || needs === undefined) return undefined;
  const { reward, joins, response } = loyaltyProgramme;
  return {
    opens: isInHistory ? 0 : history,
    joinLogit: logit(joins.share),
    selfSelection: joins.selfSelection,
    logMeanRate: Math.log(needs.r / needs.alpha),
    reward,
    oddsRatio: Math.exp(response.weight * reward),
    elsewhere: response.elsewhere,
    fades: response.fades,
  };
}

/**
 * Counts an order's value by whether a member placed it, asks who was not asked yet, and books the reward if there is a programme. The order
 * with which somebody joins comes before membership and is not counted; it is rewarded.
 *
 * @param cents - value of the order
 * @returns cents that the customer gets back
 */
export function bookMembership(market: Market, id: number, cents: number, channel: number): number {
  const { programme } = market.plan;
  if (programme === undefined || market.core.now < programme.opens) return 0;
  const place = placeOf(market, id);
  if (market.customers.columns.joinedAt[place] === UNDECIDED) askToJoin(market, id, programme);
  else countFor(market, id, isWilling(market, place) ? at.memberSpend : at.nonMemberSpend, channel, cents);
  return isWilling(market, place) ? giveReward(market, id, cents, channel) : 0;
}

/** The answer is the customer's own, whatever the strategy. */
function askToJoin(market: Market, id: number, { joinLogit, selfSelection, logMeanRate }: ProgrammePlan): void {
  const place = placeOf(market, id);
  const { joinedAt, needRate } = market.customers.columns;
  const above = Math.log(needRate[place] as number) - logMeanRate;
  const joins = market.core.draws.uniform(purpose.joinsProgramme, id, 0) < logistic(joinLogit + selfSelection * above);
  joinedAt[place] = joins ? market.core.now : DECLINED;
}

/** Whether the customer joined, or would have if there were a programme. */
function isWilling(market: Market, place: number): boolean {
  const joined = market.customers.columns.joinedAt[place] as number;
  return joined !== UNDECIDED && joined !== DECLINED;
}

/** Takes the reward of money that is paid back away again; `cents` of the last order. */
export function takeRewardBack(market: Market, id: number, cents: number, channel: number): number {
  return market.plan.programme !== undefined && isWilling(market, placeOf(market, id)) ? giveReward(market, id, -cents, channel) : 0;
}

function giveReward(market: Market, id: number, cents: number, channel: number): number {
  if (!market.core.strategy.loyaltyProgramme) return 0;
  const reward = Math.round(cents * (market.plan.programme?.reward ?? 0));
  countFor(market, id, at.rewardCost, channel, reward);
  return reward;
}

/** At the end of a month: how many have joined, or would have, and how many of those asked have not. Who has left still counts. */
export function countMembers(market: Market): void {
  if (market.plan.programme === undefined) return;
  const { joinedAt } = market.customers.columns;
  for (let id = 0; id < market.customers.used; id++) {
    const joined = joinedAt[placeOf(market, id)];
    if (joined !== UNDECIDED) countFor(market, id, joined === DECLINED ? at.nonMemberMonths : at.memberMonths, -1);
  }
}

/**
 * How many more of their needs members bring here on joining. Who has λ needs a year here and κ elsewhere takes the share s = λ / (λ + κ)
 * here; the reward multiplies the odds s / (1 − s) by ρ, so that λ becomes λ ρ (λ + κ) / (λ ρ + κ): a gain of κ (ρ − 1) / (λ ρ + κ).
 */
export function gainOnJoining({ oddsRatio, elsewhere }: ProgrammePlan, rate: number): number {
  return elsewhere === 0 ? 0 : (elsewhere * (oddsRatio - 1)) / (rate * oddsRatio + elsewhere);
}

/**
 * When a member's next need arises, after the last one began: the first event of a Poisson process with the rate λ (1 + g exp(−(t − joined) /
 * fades)) from joining on, by inversion of the cumulative rate.
 *
 * @param usual - seconds to the next need at the customer's own rate: the draw's, so nobody's luck changes
 */
export function intervalOfMember(market: Market, id: number, usual: number): number {
  const { programme } = market.plan;
  const place = placeOf(market, id);
  if (programme === undefined || !market.core.strategy.loyaltyProgramme || !isWilling(market, place)) return usual;
  const { joinedAt, needBegan, needRate } = market.customers.columns;
  const since = (needBegan[place] as number) - (joinedAt[place] as number);
  // Until the customer joined, needs came at the usual rate.
  const before = Math.max(0, -since);
  if (usual <= before) return usual;
  const gain = gainOnJoining(programme, needRate[place] as number) * Math.exp(-Math.max(0, since) / programme.fades);
  return before + inverted(usual - before, gain, programme.fades);
}

/** Solves t + gain × fades × (1 − exp(−t / fades)) = work for t; the left side is concave, so Newton's method rises to the solution. */
function inverted(work: number, gain: number, fades: number): number {
  let time = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const left = work - time + gain * fades * Math.expm1(-time / fades);
    const change = left / (1 + gain * Math.exp(-time / fades));
    time += change;
    if (change < PRECISE) break;
  }
  return time;
}
