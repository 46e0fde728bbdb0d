/** The words of any business, implemented over the market: chance, money, experience, counters. */

import type { z } from "zod";
import { genericVocabulary, type Implementation, NAMES_PER_STEP } from "../../../journey/index.ts";
import { at } from "../../../kpi/index.ts";
import { logistic, logit } from "../../core/index.ts";
import { type QuantileFunction, quantileFunction } from "../../kernel/index.ts";
import { purpose } from "../../purposes.ts";
import type { Distribution } from "../../../scenario/index.ts";
import { countFor, type Market, segmentPlan, placeOf } from "../market.ts";
import { countOrder } from "../orders.ts";
import type { MarketPlan } from "../plan.ts";
import { bookValue } from "../value.ts";
import { meetOpenNeed } from "./needs.ts";
import { word } from "./params.ts";
import type { OwnJourney } from "./state.ts";

const { actions, guards } = genericVocabulary;

/** The state of the author's journey; its words run in no other. */
export function ownOf(market: Market): OwnJourney {
  if (market.own === undefined) throw new Error("this word belongs to journeys that authors bring");
  return market.own;
}

/** Rows of names that draws are addressed by; a name that is not there has no row. */
export interface Names {
  readonly chances: readonly string[];
  readonly counters: readonly string[];
  /** Distributions of money as JSON. */
  readonly amounts: readonly string[];
}

interface Luck {
  readonly row: number;
  /** Row of the counter that the luck belongs to, −1 = the step. */
  readonly per: number;
}

function drawOf(market: Market, id: number, { row, per }: Luck): number {
  const own = ownOf(market);
  const { draws } = market.core;
  if (per < 0) return draws.uniform(purpose.journeyChance, id, (own.steps[id] as number) * NAMES_PER_STEP + row);
  return draws.uniform(purpose.journeyChancePerCount, id, own.counter(id, per) * NAMES_PER_STEP + row);
}

interface Chance extends Luck {
  readonly probability: number;
  readonly weight: number;
}

function chance(market: Market, id: number, params: Chance): boolean {
  const place = placeOf(market, id);
  const { probability, weight } = params;
  if (weight === 0) return drawOf(market, id, params) < probability;
  const above = (market.customers.columns.satisfaction[place] as number) - (market.plan.scenario.experience?.reference ?? 0);
  return drawOf(market, id, params) < logistic(logit(probability) + weight * above);
}

interface Money {
  readonly amount: QuantileFunction | number;
  readonly channel: number;
  /** Row of the distribution, by which its draws are addressed. */
  readonly row: number;
}

/** Money in cents. */
function centsOf(market: Market, id: number, { amount, row }: Money): number {
  if (typeof amount === "number") return amount * 100;
  const index = (ownOf(market).steps[id] as number) * NAMES_PER_STEP + row;
  return amount(market.core.draws.uniform(purpose.journeyAmount, id, index)) * 100;
}

function earn(market: Market, id: number, money: Money & { readonly margin: number }): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const value = Math.round(centsOf(market, id, money) * segmentPlan(market, id).spendFactor);
  const margin = Math.round(value * money.margin);
  meetOpenNeed(market, id);
  c.channel[place] = money.channel;
  c.orderValue[place] = value;
  ownOf(market).marginShare[id] = money.margin;
  countFor(market, id, at.orders, money.channel);
  countFor(market, id, at.revenue, money.channel, value);
  countFor(market, id, at.goodsMargin, money.channel, margin);
  countOrder(market, id);
  bookValue(market, id, margin);
}

/** A cost of a journey is booked where costs of goods are: it lowers the margin. */
function spend(market: Market, id: number, money: Money): void {
  const cost = Math.round(centsOf(market, id, money));
  countFor(market, id, at.goodsMargin, money.channel, -cost);
  bookValue(market, id, -cost);
}

function experience(
  market: Market,
  id: number,
  { value, change }: { readonly value?: number | undefined; readonly change?: number | undefined },
): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  c.experience[place] = value ?? Math.min(1, Math.max(0, (c.experience[place] as number) + (change ?? 0)));
}

function comeBack(market: Market, id: number): void {
  const place = placeOf(market, id);
  market.customers.columns.churned[place] = 0;
}

type Generic = Implementation<Market, typeof genericVocabulary>;

function channelRow(plan: MarketPlan, name: string | undefined): number {
  return plan.channels.findIndex((channel) => channel.name === name);
}

function genericActions(plan: MarketPlan, names: Names): Generic["actions"] {
  const counterOf = (name: string): number => names.counters.indexOf(name);
  const moneyOf = ({ amount, channel }: { readonly amount: number | Distribution; readonly channel?: string | undefined }): Money => ({
    amount: typeof amount === "number" ? amount : quantileFunction(amount),
    row: names.amounts.indexOf(JSON.stringify(amount)),
    channel: channelRow(plan, channel),
  });
  return {
    earn: word(actions.earn.params, (p) => ({ ...moneyOf(p), margin: p.margin }), earn),
    spend: word(actions.spend.params, moneyOf, spend),
    experience: word(actions.experience.params, (p) => p, experience),
    count: word(
      actions.count.params,
      (p) => ({ row: counterOf(p.counter), by: p.by }),
      (market, id, { row, by }) => ownOf(market).count(id, row, by),
    ),
    resetCount: word(
      actions.resetCount.params,
      (p) => counterOf(p.counter),
      (market, id, row) => ownOf(market).resetCounter(id, row),
    ),
    comeBack,
  };
}

function chanceOf(names: Names, params: z.output<typeof guards.chance.params>): Chance {
  const { name, per, probability, satisfactionWeight } = params;
  const counter = per === undefined ? -1 : names.counters.indexOf(per);
  return { row: names.chances.indexOf(name), per: counter, probability, weight: satisfactionWeight };
}

function genericGuards(plan: MarketPlan, names: Names): Generic["guards"] {
  const reading = (p: { readonly counter: string; readonly value: number }) => ({ row: names.counters.indexOf(p.counter), value: p.value });
  return {
    chance: word(guards.chance.params, (p) => chanceOf(names, p), chance),
    hasCapability: word(
      guards.hasCapability.params,
      (p) => p.capability,
      (market, _, capability) => market.core.strategy.capabilities[capability],
    ),
    offersChannel: word(
      guards.offersChannel.params,
      (p) => channelRow(plan, p.channel),
      (market, _, channel) => market.offered[channel] === 1,
    ),
    inSegment: word(
      guards.inSegment.params,
      (p) => p.segment,
      (market, id, segment) => segmentPlan(market, id).name === segment,
    ),
    satisfactionAtLeast: word(
      guards.satisfactionAtLeast.params,
      (p) => p.value,
      (market, id, value) => (market.customers.columns.satisfaction[placeOf(market, id)] as number) >= value,
    ),
    countAtLeast: word(guards.countAtLeast.params, reading, (market, id, { row, value }) => ownOf(market).counter(id, row) >= value),
    countBelow: word(guards.countBelow.params, reading, (market, id, { row, value }) => ownOf(market).counter(id, row) < value),
  };
}

/** The words of any business for one journey. */
export function genericWords(plan: MarketPlan, names: Names): Generic {
  return { actions: genericActions(plan, names), guards: genericGuards(plan, names), delays: {} };
}
