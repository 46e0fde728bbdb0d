/** Lifetime value by where and when customers were won. */

import { lifetimeAge, lifetimeAt, lifetimeCell, type LifetimeShape, lifetimeSize } from "../../kpi/index.ts";
import type { Snapshotable } from "../kernel/index.ts";
import { cohortOf } from "./cohorts.ts";
import { type Market, placeOf } from "./market.ts";
import type { MarketPlan } from "./plan.ts";

const MONTH = 31_536_000 / 12;

/** Nobody is followed in the history; after the horizon only value counts, as what customers are still worth. */
export const stage = { history: 0, followed: 1, tail: 2 } as const;
type Stage = (typeof stage)[keyof typeof stage];

interface Saved {
  readonly stage: Stage;
  readonly cells: Float64Array;
}

/** How many channels, cohorts and months of age are counted. */
export function lifetimeShapeOf({ scenario, channels, cohorts }: MarketPlan): LifetimeShape {
  return { channels: channels.length, cohorts: cohorts.count, months: Math.ceil(scenario.horizon / MONTH - 1e-9) };
}

/** Exact counters by channel of the first order and cohort (`src/kpi/lifetime-cells.ts`). */
export class Lifetimes implements Snapshotable<Saved> {
  readonly shape: LifetimeShape;
  readonly cells: Float64Array;
  stage: Stage = stage.history;

  constructor(plan: MarketPlan) {
    this.shape = lifetimeShapeOf(plan);
    this.cells = new Float64Array(lifetimeSize(this.shape));
  }

  snapshot(): Saved {
    return { stage: this.stage, cells: this.cells.slice() };
  }

  restore(saved: Saved): void {
    this.stage = saved.stage;
    this.cells.set(saved.cells);
  }
}

function addAt({ lifetimes }: Market, cell: number, amount: number): void {
  lifetimes.cells[cell] = (lifetimes.cells[cell] as number) + amount;
}

function cohort(market: Market, place: number): number {
  return cohortOf(market.plan.cohorts, market.customers.columns.firstOrderAt[place] as number);
}

/** Counts something (of `lifetimeAt`) for a customer who is followed. */
export function countLifetime(market: Market, place: number, measure: number, amount: number): void {
  const wonIn = (market.customers.columns.wonIn[place] as number) - 1;
  if (wonIn < 0) return;
  addAt(market, lifetimeCell(market.lifetimes.shape, wonIn, cohort(market, place)) + measure, amount);
}

/** From now on customers are followed: those there are, and those who will be won. Who is lost already is not. */
export function beginLifetimes(market: Market): void {
  const { wonIn, churned } = market.customers.columns;
  market.lifetimes.stage = stage.followed;
  for (let id = 0; id < market.plan.customers; id++) {
    const place = placeOf(market, id);
    if (churned[place] === 1) wonIn[place] = 0;
    countLifetime(market, place, lifetimeAt.customers, 1);
  }
}

/** Somebody becomes a customer, in a channel or, below 0, in none. */
export function win(market: Market, id: number, channel: number): void {
  const { lifetimes, plan, customers } = market;
  if (lifetimes.stage === stage.tail) return;
  const place = placeOf(market, id);
  customers.columns.wonIn[place] = 1 + (channel < 0 ? plan.channels.length : channel);
  if (lifetimes.stage === stage.followed) countLifetime(market, place, lifetimeAt.customers, 1);
}

/** Counts an order of a customer who is followed, up to the end of the horizon. */
export function countLifetimeOrder(market: Market, place: number): void {
  if (market.lifetimes.stage === stage.followed) countLifetime(market, place, lifetimeAt.orders, 1);
}

/**
 * Books a customer's contribution, cents, discounted to adoption or, if that came later, to the customer's first order: so
 * cohorts can be compared. Rounded to cents, so sums are exact.
 */
export function bookLifetime(market: Market, place: number, cents: number): void {
  const { lifetimes, plan, clock, core, customers } = market;
  const { wonIn, firstOrderAt } = customers.columns;
  if (wonIn[place] === 0) return;
  const origin = Math.max(clock.adoption, firstOrderAt[place] as number);
  const value = Math.round(cents * Math.exp((origin - core.now) * plan.discountPerSecond));
  if (lifetimes.stage === stage.tail) return countLifetime(market, place, lifetimeAt.residual, value);
  countLifetime(market, place, lifetimeAt.value, value);
  const age = Math.min(lifetimes.shape.months - 1, Math.floor((core.now - origin) / MONTH));
  addAt(market, lifetimeAge(lifetimes.shape, cohort(market, place), age), value);
}

/** At the end of the horizon: who is still a customer. From now on only value counts. */
export function endLifetimes(market: Market): void {
  const { churned } = market.customers.columns;
  for (let id = 0; id < market.plan.customers; id++) {
    const place = placeOf(market, id);
    if (churned[place] === 0) countLifetime(market, place, lifetimeAt.still, 1);
  }
  market.lifetimes.stage = stage.tail;
}
