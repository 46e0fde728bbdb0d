/** Running scenarios in tests: from the written form to sums of counters. */

import { at, type CounterName, sumLedger } from "../../src/kpi/index.ts";
import { scenarioSchema, type ScenarioInput } from "../../src/scenario/schema/index.ts";
import { type ExecutorName, type Outcome, type Plan, planScenario, replicate } from "../../src/sim/index.ts";

/** A scenario without its name, which tests do not care about. */
export type Written = Omit<ScenarioInput, "name">;

/** Makes a written scenario ready to run. */
export function planOf(written: Written): Plan {
  return planScenario(scenarioSchema.parse({ name: "test", ...written }));
}

export function shapeOf(plan: Plan) {
  return { months: plan.calendar.ends.length, segments: plan.market.segments.length, channels: plan.market.channels.length };
}

/** Reads sums of counters by name. */
export type Sums = (counter: CounterName) => number;

export interface Scope {
  readonly fromMonth?: number;
  readonly toMonth?: number;
  readonly segment?: number;
  readonly channel?: number;
}

/** Sums of an outcome's counters, after adoption unless other months are given. */
export function sumsOf(plan: Plan, outcome: Outcome, scope: Scope = {}): Sums {
  const sums = sumLedger(shapeOf(plan), outcome.ledger, {
    fromMonth: plan.calendar.adoptionMonth,
    toMonth: plan.calendar.ends.length,
    ...scope,
  });
  return (counter) => sums[at[counter]] as number;
}

export interface Runs {
  readonly strategy?: string;
  readonly replications?: number;
  readonly executor?: ExecutorName;
}

/** One strategy over several replications. */
export function outcomesOf(plan: Plan, { strategy = "multichannel", replications = 1, executor = "compiled" }: Runs = {}): Outcome[] {
  return Array.from({ length: replications }, (_, replication) =>
    onlyOne(replicate({ plan, strategies: [strategy], replication, executor })),
  );
}

/** The outcomes of one replication under several strategies. */
export function compared(plan: Plan, strategies: readonly string[], replication = 0, executor: ExecutorName = "compiled"): Outcome[] {
  return replicate({ plan, strategies, replication, executor });
}

/** The one element of a list. */
export function onlyOne<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`one element expected, not ${list.length}`);
  return first;
}
