/** KPIs of a policy from its outcomes, over all replications or all but one. */

import { type Kpi, kpiCatalogue, type ScopeSums, sumScope } from "../../kpi/index.ts";
import type { Outcome, Plan } from "../../sim/index.ts";
import { shapeOf } from "../compared-sums.ts";
import { marginOf } from "./margin.ts";
import type { CheckedPromise } from "./promises.ts";
import type { Response } from "./response.ts";

/**
 * KPIs that are told for every policy at the scenario's own load, in the order in which a service team asks for them. What a resolution
 * costs, not a contact: a policy under which the company makes more calls has more contacts, each of them cheaper.
 */
const TOLD = ["service_level", "abandon", "asa", "frt", "occupancy", "fcr", "cost_per_resolution"] as const;

/** Sums over periods of the ledger, exclusive at the end, in one channel (row) or everywhere. */
export function sumsOf(
  plan: Plan,
  outcomes: readonly Outcome[],
  channel: number | undefined,
  fromMonth: number,
  toMonth: number,
): ScopeSums {
  const scope = { fromMonth, toMonth, isPeriod: false, years: [] };
  const ledgers = outcomes.map(({ ledger }) => ledger);
  return sumScope(shapeOf(plan), ledgers, channel === undefined ? scope : { ...scope, channel });
}

/** A KPI's value over all replications or without one; null: undefined. */
export function valueIn(kpi: Kpi, sums: ScopeSums, leaveOut: number | null): number | null {
  const value = kpi.value(sums.slice(leaveOut));
  return typeof value === "number" ? value : null;
}

function comparedSums(plan: Plan, outcomes: readonly Outcome[], channel: number | undefined): ScopeSums {
  return sumsOf(plan, outcomes, channel, plan.calendar.adoptionMonth, plan.calendar.ends.length);
}

/** KPI values by promise, first over all replications, then without each; null where undefined. */
export interface Measured extends Response {
  readonly values: readonly (readonly (number | null)[])[];
}

/** What the search reads of a policy at a load. The outcomes themselves are not kept. */
export function measured(plan: Plan, outcomes: readonly Outcome[], promises: readonly CheckedPromise[]): Measured {
  const values = promises.map(({ definition, row }) => {
    const sums = comparedSums(plan, outcomes, row);
    const without = outcomes.map((_, leaveOut) => (outcomes.length === 1 ? null : valueIn(definition, sums, leaveOut)));
    return [valueIn(definition, sums, null), ...without];
  });
  return {
    values,
    margin: (promise, leaveOut) => {
      const value = values[promise]?.[leaveOut === null ? 0 : leaveOut + 1] ?? null;
      return value === null ? null : marginOf(promises[promise] as CheckedPromise, value);
    },
  };
}

/** KPIs that every policy is told by, with the sums to estimate them from. */
export function toldKpis(plan: Plan, outcomes: readonly Outcome[]): { readonly kpi: Kpi; readonly sums: ScopeSums }[] {
  const sums = comparedSums(plan, outcomes, undefined);
  return TOLD.flatMap((id) => kpiCatalogue.find((kpi) => kpi.id === id) ?? []).map((kpi) => ({ kpi, sums }));
}
