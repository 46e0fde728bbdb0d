/** Runs a task where it stands; the plan of a scenario is kept from one task to the next. */

import { type Outcome, type Plan, planScenario, replicate } from "../sim/index.ts";
import type { Task } from "./task.ts";

let ready: { readonly key: string; readonly plan: Plan } | undefined;

/** Runs one task. Throws ReplicationError when the model fails. */
export function runTask(task: Task): Outcome[] {
  const key = `${task.sha256} ${task.scenario.seed}`;
  if (ready?.key !== key) ready = { key, plan: planScenario(task.scenario) };
  return replicate({ plan: ready.plan, strategies: task.strategies, replication: task.replication, executor: task.executor });
}
