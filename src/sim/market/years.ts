/** What is counted when a month or a year ends, and at adoption: who stayed, who bought again. */

import { at } from "../../kpi/index.ts";
import { countFor, type Market, placeOf } from "./market.ts";
import { startValues } from "./value.ts";

const YEAR = 31_536_000;

/** At the end of a month: how many of the base at adoption are still customers. */
export function closeMonth(market: Market): void {
  const { inAdoptionBase, churned } = market.customers.columns;
  for (let id = 0; id < market.plan.customers; id++) {
    const place = placeOf(market, id);
    if (inAdoptionBase[place] === 1 && churned[place] === 0) countFor(market, id, at.baseStill, -1);
  }
}

/**
 * At the end of a year: retention (ordered in this year and the one before / ordered in the one before) and the repeat
 * rate of the customers won in the year before, each over exactly the 365 days after the first order.
 *
 * @param full - whether the year was a whole one; a shorter one ends without figures and is no base for the next
 */
export function closeYear(market: Market, full: boolean): void {
  const c = market.customers.columns;
  const { now } = market.core;
  for (let id = 0; id < market.plan.customers; id++) {
    const place = placeOf(market, id);
    const active = (c.ordersThisYear[place] as number) > 0;
    if (full && c.inYearBase[place] === 1) {
      countFor(market, id, at.baseCustomers, -1);
      if (active) countFor(market, id, at.baseRetained, -1);
    }
    if (full) countCohort(market, id, now - 2 * YEAR, now - YEAR);
    c.inYearBase[place] = full && active ? 1 : 0;
    c.ordersThisYear[place] = 0;
  }
  startValues(market, "yearStart");
}

/** Counts a customer won in [from, to), and whether a second order followed within a year. */
function countCohort(market: Market, id: number, from: number, to: number): void {
  const place = placeOf(market, id);
  const c = market.customers.columns;
  const first = c.firstOrderAt[place] as number;
  if (first < 0 || first < from || first >= to) return;
  countFor(market, id, at.cohortCustomers, -1);
  const second = c.secondOrderAt[place] as number;
  if (second >= 0 && second - first <= YEAR) countFor(market, id, at.cohortRepeated, -1);
}

/** At adoption: fixes the base whose value is followed: who ordered in the history or, without history, everybody. */
export function beginComparison(market: Market, hasHistory: boolean): void {
  const c = market.customers.columns;
  startValues(market, "adoption");
  market.flows.fill(0);
  for (let id = 0; id < market.plan.customers; id++) {
    const place = placeOf(market, id);
    const inBase = !hasHistory || ((c.orders[place] as number) > 0 && c.churned[place] === 0);
    c.inAdoptionBase[place] = inBase ? 1 : 0;
    if (inBase) countFor(market, id, at.adoptionBase, -1);
  }
}
