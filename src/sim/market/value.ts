/** Realised lifetime value: a customer's discounted contribution, for the base of each year and the base at adoption. */

import { at } from "../../kpi/index.ts";
import { bookLifetime, stage } from "./lifetimes.ts";
import { countFor, type Market, placeOf } from "./market.ts";

/**
 * Books a contribution of a customer, in cents (negative: a cost), discounted by (1 + i) to the power −years with the scenario's
 * yearly rate i: to the start of the year for the year's base, to adoption for the base at adoption. Rounded to cents, so sums are exact.
 */
export function bookValue(market: Market, id: number, cents: number): void {
  if (market.onBooked !== undefined) market.onBooked(id, cents);
  if (cents === 0) return;
  const place = placeOf(market, id);
  const { inYearBase, inAdoptionBase } = market.customers.columns;
  const { clock, core, plan, lifetimes } = market;
  if (lifetimes.stage !== stage.history) bookLifetime(market, place, cents);
  if (inYearBase[place] === 0 && inAdoptionBase[place] === 0) return;
  const value = cents * Math.exp((clock.yearStart - core.now) * plan.discountPerSecond);
  if (inYearBase[place] === 1) countFor(market, id, at.baseValue, -1, Math.round(value));
  if (inAdoptionBase[place] === 0) return;
  const counter = lifetimes.stage === stage.tail ? at.adoptionResidual : at.adoptionValue;
  countFor(market, id, counter, -1, Math.round(value * clock.yearToAdoption));
}

/** The clock of values moves on: a year or the time after adoption begins now. */
export function startValues(market: Market, period: "yearStart" | "adoption"): void {
  const { clock, core, plan } = market;
  clock[period] = core.now;
  clock.yearToAdoption = Math.exp((clock.adoption - clock.yearStart) * plan.discountPerSecond);
}

/** What the company has sold to a customer so far, cents: the value that routing knows of. */
export function spentBy(market: Market, id: number): number {
  return market.customers.columns.spent[placeOf(market, id)] as number;
}
