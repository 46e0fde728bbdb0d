/** Sums of outcomes over all of the time compared: what overall KPIs are computed from. */

import { type LedgerScope, type LedgerShape, type MonthRange, type ScopeSums, sumScope } from "../kpi/index.ts";
import type { Outcome, Plan } from "../sim/index.ts";

/** Sizes of the ledgers of a plan. */
export function shapeOf({ calendar, market }: Plan): LedgerShape {
  return { months: calendar.ends.length, segments: market.segments.length, channels: market.channels.length };
}

/** The months after adoption and the whole years, as sums over them are asked for. */
export function comparedScope({
  calendar,
}: Pick<Plan, "calendar">): LedgerScope & { readonly isPeriod: false; readonly years: readonly MonthRange[] } {
  return {
    fromMonth: calendar.adoptionMonth,
    toMonth: calendar.ends.length,
    isPeriod: false,
    years: calendar.years.filter((year) => year.full),
  };
}

/** Sums of one strategy's outcomes. */
export function comparedSums(plan: Plan, outcomes: readonly Outcome[]): ScopeSums {
  return sumScope(
    shapeOf(plan),
    outcomes.map(({ ledger }) => ledger),
    comparedScope(plan),
  );
}
