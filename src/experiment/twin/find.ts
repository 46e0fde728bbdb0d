/** Finds the customers with whom strategies differ most. */

import type { TwinEnd, TwinFound, TwinMeasure } from "../../kpi/index.ts";
import type { ObservedLane, Plan } from "../../sim/index.ts";
import type { Search } from "./question.ts";

/** What became of a customer under a strategy. */
export function endOf({ strategy, totals }: ObservedLane, id: number, plan: Plan): TwinEnd {
  return {
    strategy,
    contribution: totals.contribution[id] as number,
    contacts: totals.contacts[id] as number,
    orders: totals.orders[id] as number,
    satisfaction: plan.scenario.experience === undefined ? null : (totals.satisfaction[id] as number),
    lost: totals.lost[id] === 1,
  };
}

/** The segment of a customer. */
export function segmentOf({ market }: Plan, { totals }: ObservedLane, id: number): string {
  return market.segments[totals.segment[id] as number]?.name ?? "";
}

const valuesBy: Readonly<Record<TwinMeasure, (lane: ObservedLane) => ArrayLike<number>>> = {
  value: ({ totals }) => totals.contribution,
  satisfaction: ({ totals }) => totals.satisfaction,
  contacts: ({ totals }) => totals.contacts,
  orders: ({ totals }) => totals.orders,
};

/** Greatest less least over the strategies, by customer. */
function spreads(lanes: readonly ObservedLane[], customers: number, by: TwinMeasure): Float64Array {
  const values = lanes.map(valuesBy[by]);
  return Float64Array.from({ length: customers }, (_, id) => {
    const own = values.map((of) => of[id] as number);
    return Math.max(...own) - Math.min(...own);
  });
}

/** What a search gives: the customers who differ most, and among how many. */
interface Finding {
  readonly found: TwinFound[];
  readonly among: number;
  readonly differing: number;
}

/** The customers who differ most, of equal ones the lower row first. */
export function findTwins(plan: Plan, lanes: readonly ObservedLane[], { by, many, segment }: Search): Finding {
  const [first] = lanes;
  if (first === undefined) throw new Error("customers are looked for without a strategy");
  const spread = spreads(lanes, plan.market.customers, by);
  const wanted = [...spread.keys()].filter((id) => segment === null || segmentOf(plan, first, id) === segment);
  const ranked = wanted.filter((id) => (spread[id] as number) > 0);
  ranked.sort((a, b) => (spread[b] as number) - (spread[a] as number) || a - b);
  // Where nobody differs the first customer still shows that.
  const chosen = ranked.length === 0 ? wanted.slice(0, 1) : ranked.slice(0, many);
  const found = chosen.map((customer) => ({
    customer,
    segment: segmentOf(plan, first, customer),
    spread: spread[customer] as number,
    ends: lanes.map((lane) => endOf(lane, customer, plan)),
  }));
  return { found, among: wanted.length, differing: ranked.length };
}
