/** Runs a task where it stands; the plan of a scenario is kept from one task to the next. */

import { type Outcome, type Plan, planScenario, replicate } from "../sim/index.ts";
import { journeyOfTask } from "./journey-file.ts";
import { policiesOfTask } from "./policy-files.ts";
import { courseCalendar } from "./stress/course-calendar.ts";
import type { Task } from "./task.ts";

let ready: { readonly key: string; readonly plan: Plan } | undefined;

async function planOf({ scenario, journey, policies, course }: Task): Promise<Plan> {
  const plan = planScenario(scenario, { journey: await journeyOfTask(journey), policies: await policiesOfTask(policies) });
  return course === undefined ? plan : { ...plan, calendar: courseCalendar(scenario, course) };
}

/**
 * Runs one task.
 *
 * @throws ReplicationError when the model fails
 * @throws JourneybenchError when the file of the journey or of a routing policy is not the one that the run began with
 */
export async function runTask(task: Task): Promise<Outcome[]> {
  const key = `${task.sha256} ${task.scenario.seed} ${task.course === undefined ? "" : "course"}`;
  if (ready?.key !== key) ready = { key, plan: await planOf(task) };
  return replicate({ plan: ready.plan, strategies: task.strategies, replication: task.replication, executor: task.executor });
}
