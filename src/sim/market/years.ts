/** What is counted when a month or a year ends, and at adoption: who stayed, who bought again. */

import { at, lifetimeAt } from "../../kpi/index.ts";
import { endOpenNeeds } from "./need-ends.ts";
import { countFor, type Market, placeOf } from "./market.ts";
import { beginLifetimes, countLifetime, stage } from "./lifetimes.ts";
import { countMembers } from "./programme.ts";
import { closeSales } from "./sold-in.ts";
import { startValues } from "./value.ts";

const YEAR = 31_536_000;

/** At the end of a month: how many of the base at adoption are still customers, and how many customers there are. */
export function closeMonth(market: Market): void {
  const { segment, inAdoptionBase, churned, orders, ordersBefore } = market.customers.columns;
  const { segments, channels } = market.plan;
  // All customers, month by month: added up by segment before the ledger is asked.
  const still = new Int32Array(segments.length);
  const there = new Int32Array(segments.length);
  for (let id = 0; id < market.plan.customers; id++) {
    const place = placeOf(market, id);
    if (churned[place] === 1) continue;
    const row = segment[place] as number;
    if (inAdoptionBase[place] === 1) still[row] = (still[row] as number) + 1;
    if ((orders[place] as number) > 0 || ordersBefore[place] === 1) there[row] = (there[row] as number) + 1;
  }
  for (let row = 0; row < segments.length; row++) {
    market.core.count(at.baseStill, row, channels.length, still[row]);
    market.core.count(at.customerMonths, row, channels.length, there[row]);
  }
  countMembers(market);
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
    if (active) countFor(market, id, at.activeCustomers, -1);
    if (full && c.inYearBase[place] === 1) countRetained(market, id, active);
    if (full) countCohort(market, id, now - 2 * YEAR, now - YEAR);
    c.inYearBase[place] = full && active ? 1 : 0;
    closeSales(market, id, full, c.ordersThisYear[place] as number);
    c.ordersThisYear[place] = 0;
  }
  endOpenNeeds(market);
  startValues(market, "yearStart");
}

/** Counts a customer of the year's base, and whether the customer ordered in the year. */
function countRetained(market: Market, id: number, active: boolean): void {
  const place = placeOf(market, id);
  const isFollowed = market.lifetimes.stage === stage.followed;
  countFor(market, id, at.baseCustomers, -1);
  if (isFollowed) countLifetime(market, place, lifetimeAt.yearBase, 1);
  if (!active) return;
  countFor(market, id, at.baseRetained, -1);
  if (isFollowed) countLifetime(market, place, lifetimeAt.yearRetained, 1);
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
  if (hasHistory) beginLifetimes(market);
  market.flows.fill(0);
  for (let id = 0; id < market.plan.customers; id++) {
    const place = placeOf(market, id);
    const inBase = hasHistory ? (c.orders[place] as number) > 0 && c.churned[place] === 0 : id < market.plan.people;
    c.inAdoptionBase[place] = inBase ? 1 : 0;
    if (inBase) countFor(market, id, at.adoptionBase, -1);
  }
}
