/** Runs a task where it stands; the plan of a scenario is kept from one task to the next. */

import { type Outcome, type Plan, planScenario, replicate } from "../sim/index.ts";
import { journeyOfTask } from "./journey-file.ts";
import type { Task } from "./task.ts";

let ready: { readonly key: string; readonly plan: Plan } | undefined;

/**
 * Runs one task.
 *
 * @throws ReplicationError when the model fails
 * @throws JourneybenchError when the journey's file is not the one that the run began with
 */
export async function runTask(task: Task): Promise<Outcome[]> {
  const key = `${task.sha256} ${task.scenario.seed}`;
  if (ready?.key !== key) ready = { key, plan: planScenario(task.scenario, { journey: await journeyOfTask(task.journey) }) };
  return replicate({ plan: ready.plan, strategies: task.strategies, replication: task.replication, executor: task.executor });
}
