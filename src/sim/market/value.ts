/** Realised lifetime value: a customer's discounted contribution, for the base of each year and the base at adoption. */

import { at } from "../../kpi/index.ts";
import { countFor, type Market } from "./market.ts";

const YEAR = 31_536_000;

/**
 * Books a contribution of a customer, in cents (negative: a cost), discounted by (1 + i) to the power −years with the scenario's
 * yearly rate i: to the start of the year for the year's base, to adoption for the base at adoption. Rounded to cents, so sums are exact.
 */
export function bookValue(market: Market, id: number, cents: number): void {
  const c = market.customers.columns;
  const { now } = market.core;
  const perSecond = Math.log1p(market.plan.scenario.discountRate) / YEAR;
  if (c.inYearBase[id] === 1) {
    countFor(market, id, at.baseValue, -1, Math.round(cents * Math.exp((market.clock.yearStart - now) * perSecond)));
  }
  if (c.inAdoptionBase[id] === 1) {
    countFor(market, id, at.adoptionValue, -1, Math.round(cents * Math.exp((market.clock.adoption - now) * perSecond)));
  }
}
