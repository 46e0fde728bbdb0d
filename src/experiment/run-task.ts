/** Runs a task where it stands; plans of scenarios are kept from one task to the next. */

import { createHash } from "node:crypto";
import { type Outcome, type Plan, planScenario, replicate, replicateWithTouches } from "../sim/index.ts";
import { journeyOfTask } from "./journey-file.ts";
import { policiesOfTask } from "./policy-files.ts";
import { courseCalendar } from "./stress/course-calendar.ts";
import type { Task } from "./task.ts";
import { tuneFor } from "./tune.ts";
import { withoutExit } from "./without-exit.ts";

/** Plans that are kept; a study goes through its points again and again. */
const MOST_PLANS = 128;

const plans = new Map<string, Plan>();

async function planOf({ scenario, journey, policies, course }: Task): Promise<Plan> {
  const plan = planScenario(scenario, { journey: await journeyOfTask(journey), policies: await policiesOfTask(policies) });
  return course === undefined ? plan : { ...plan, calendar: courseCalendar(scenario, course) };
}

async function keptPlan(task: Task): Promise<Plan> {
  const key = `${task.sha256} ${task.scenario.seed} ${task.course === undefined ? "" : "course"}`;
  const known = plans.get(key);
  if (known !== undefined) return known;
  const [oldest] = plans.keys();
  if (plans.size >= MOST_PLANS && oldest !== undefined) plans.delete(oldest);
  const plan = await planOf(task);
  plans.set(key, plan);
  return plan;
}

/** A replication far beyond those of any study, another one for every strategy: its luck has nothing to do with the others'. */
function ownReplication(strategy: string, replication: number): number {
  const words = createHash("sha256").update(strategy).digest();
  return (1 + (words.readUInt16BE(0) % 0x7fff)) * 0x2_0000 + replication;
}

function outcomesOf(task: Task, plan: Plan): Outcome[] {
  const { strategies, replication, executor } = task;
  if (task.touches === true) return replicateWithTouches({ plan, strategies, replication, executor });
  if (task.luck !== "independent") return replicate({ plan, strategies, replication, executor });
  return strategies.flatMap((strategy) =>
    replicate({ plan, strategies: [strategy], replication: ownReplication(strategy, replication), executor }).map((outcome) => ({
      ...outcome,
      replication,
    })),
  );
}

/**
 * Runs one task.
 *
 * @throws ReplicationError when the model fails
 * @throws JourneybenchError when the file of the journey or of a routing policy is not the one that the run began with
 */
export async function runTask(task: Task): Promise<Outcome[]> {
  const plan = await keptPlan(task);
  tuneFor(plan);
  return withoutExit(() => outcomesOf(task, plan));
}
