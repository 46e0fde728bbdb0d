/** The reference scenarios of customers (scenarios/reference/): loaded as users load them. */

import { fileURLToPath } from "node:url";
import { loadMachine } from "../../src/machine-file/index.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import { type Outcome, type Plan, planScenario, replicate } from "../../src/sim/index.ts";
import { onlyOne, type Scope, type Sums, sumsOf } from "./runs.ts";

const folder = fileURLToPath(new URL("../../scenarios/reference/", import.meta.url));

/** A reference scenario ready to run. */
export async function referencePlan(name: string): Promise<Plan> {
  const { scenario } = await loadScenario(`${folder}${name}.yaml`);
  if (scenario.journey === undefined) return planScenario(scenario);
  const { machine } = await loadMachine(folder + scenario.journey);
  return planScenario(scenario, { journey: { machine, fileName: scenario.journey } });
}

/** Whether all replications are lived, for the pages of validation. */
const isFull = process.env["JB_VALIDATION"] === "full";

/** A reference scenario lived: all its replications, or the first few. */
export interface Reference {
  readonly plan: Plan;
  readonly replications: readonly number[];
  /** By how much fewer replications make standard errors larger. */
  readonly widened: number;
  /** Sums of counters by replication. */
  readonly sums: (scope?: Scope) => Sums[];
}

/**
 * Lives a reference scenario under its strategy.
 *
 * @param daily - so many replications are enough for the tests of every day; `JB_VALIDATION=full` lives all
 */
export async function livedReference(name: string, daily = Infinity): Promise<Reference> {
  const plan = await referencePlan(name);
  const length = isFull ? plan.scenario.replications : Math.min(daily, plan.scenario.replications);
  const replications = Array.from({ length }, (_, replication) => replication);
  const outcomes: Outcome[] = replications.map((replication) =>
    onlyOne(replicate({ plan, strategies: ["reference"], replication, executor: "compiled" })),
  );
  return {
    plan,
    replications,
    widened: Math.sqrt(plan.scenario.replications / length),
    sums: (scope) => outcomes.map((outcome) => sumsOf(plan, outcome, scope)),
  };
}
