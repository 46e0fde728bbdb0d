/** Curves over time: who is still a customer, what has come in since adoption. */

import { at, type CounterName, type LedgerShape, profitCents, revenueCents, type Series, sumLedger } from "../kpi/index.ts";
import { type Outcome, type Plan, simulatedParts } from "../sim/index.ts";
import { jackknife, ratioOfSums } from "../stats/index.ts";

type Point = Series["points"][number];

/** Sums of every month after adoption, by replication. */
function monthlySums(shape: LedgerShape, plan: Plan, outcomes: readonly Outcome[]): Float64Array[][] {
  const { adoptionMonth, ends } = plan.calendar;
  return outcomes.map(({ ledger }) =>
    ends
      .slice(adoptionMonth)
      .map((_, index) => sumLedger(shape, ledger, { fromMonth: adoptionMonth + index, toMonth: adoptionMonth + index + 1 })),
  );
}

function point(time: number, numerators: number[], denominators: number[], confidence: number): Point {
  const estimate = jackknife(numerators.length, (leaveOut) => ratioOfSums(numerators, denominators, leaveOut), confidence);
  if ("undefined" in estimate) return { time, mean: null, low: null, high: null };
  return { time, mean: estimate.estimate, low: estimate.low, high: estimate.high };
}

function of(sums: Float64Array, counter: CounterName): number {
  return sums[at[counter]] as number;
}

/** The curves of one strategy, a point per month, beginning at adoption. Without market there are none. */
export function seriesOf(shape: LedgerShape, plan: Plan, outcomes: readonly Outcome[]): Series[] {
  const { scenario, calendar } = plan;
  const simulated = simulatedParts(plan);
  if (!simulated.market) return [];
  const months = monthlySums(shape, plan, outcomes);
  const times = calendar.ends.slice(calendar.adoptionMonth);
  const base = months.map((ofRun) => of(ofRun[0] ?? new Float64Array(0), "adoptionBase"));
  const ones = months.map(() => 1);
  const still = (month: number) => months.map((ofRun) => of(ofRun[month] as Float64Array, "baseStill"));
  const upTo = (flow: (sums: Float64Array) => number, month: number) =>
    months.map((ofRun) => ofRun.slice(0, month + 1).reduce((sum, sums) => sum + flow(sums), 0) / 100);
  const retention: Series = {
    id: "still_customers",
    label: "Customers at adoption who have not left for good",
    unit: "share",
    points: [
      point(scenario.history, base, base, scenario.confidence),
      ...times.map((time, month) => point(time, still(month), base, scenario.confidence)),
    ],
  };
  const money = (id: string, label: string, flow: (sums: Float64Array) => number): Series => ({
    id,
    label,
    unit: "money",
    points: [
      { time: scenario.history, mean: 0, low: 0, high: 0 },
      ...times.map((time, month) => point(time, upTo(flow, month), ones, scenario.confidence)),
    ],
  });
  if (!simulated.offer) return [retention];
  return [
    retention,
    money("cumulative_revenue", "Revenue since adoption", revenueCents),
    money("cumulative_profit", "Profit since adoption", profitCents),
  ];
}
