/** How customers move: between channels inside a need, and through the five phases. */

import { at, type CounterName, type LedgerShape, type StrategyResult, sumLedger } from "../kpi/index.ts";
import { type Outcome, type Plan, simulatedParts } from "../sim/index.ts";

/** Mean number of moves between channels per replication, after adoption; moves that never happened are left out. */
export function flowsOf(plan: Plan, outcomes: readonly Outcome[]): StrategyResult["flows"] {
  const channels = plan.market.channels.map((channel) => channel.name);
  if (channels.length === 0) return [];
  const to = [...channels, "purchase", "no purchase"];
  return [...channels, null]
    .flatMap((from, row) =>
      to.map((target, column) => {
        const total = outcomes.reduce((sum, { flows }) => sum + (flows[row * to.length + column] as number), 0);
        return { from, to: target, count: total / outcomes.length };
      }),
    )
    .filter(({ count }) => count > 0);
}

/** `market` also where an author's journey takes the place of needs. */
type Step = readonly [phase: string, step: string, counter: CounterName, part: "needs" | "offer" | "service" | "market"];

const STEPS: readonly Step[] = [
  ["awareness", "become aware", "becameAware", "market"],
  ["consideration", "needs", "needs", "needs"],
  ["consideration", "visits", "visits", "offer"],
  ["decision", "want an article", "demandEvents", "offer"],
  ["decision", "orders", "orders", "market"],
  ["service", "goods received", "ordersDue", "offer"],
  ["service", "cases opened", "casesOpened", "service"],
  ["service", "cases resolved", "casesResolved", "service"],
  ["loyalty", "customers lost", "dropouts", "market"],
];

/** Steps through the phases after adoption, mean count per replication. Parts that the scenario leaves out have no steps. */
export function funnelOf(shape: LedgerShape, plan: Plan, outcomes: readonly Outcome[]): StrategyResult["funnel"] {
  const { adoptionMonth, ends } = plan.calendar;
  const sums = outcomes.map(({ ledger }) => sumLedger(shape, ledger, { fromMonth: adoptionMonth, toMonth: ends.length }));
  const has = (part: Step[3]) => (part === "market" ? simulatedParts(plan).market : plan.scenario[part] !== undefined);
  return STEPS.filter(([, , , part]) => has(part)).map(([phase, step, counter]) => ({
    phase,
    step,
    count: sums.reduce((total, one) => total + (one[at[counter]] as number), 0) / outcomes.length,
  }));
}
