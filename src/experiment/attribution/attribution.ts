/** The study of attribution: what ways to share revenue out say, and what the touches of each channel are truly worth. */

import { JourneybenchError } from "../../errors.ts";
import type { Scenario } from "../../scenario/index.ts";
import type { Outcome } from "../../sim/index.ts";
import type { Comparison } from "../compare.ts";
import type { QueueOptions } from "../executors/queue/queue-executor.ts";
import { executorOf, workersOf } from "../prepare.ts";
import type { Task } from "../task.ts";
import { attributionOf } from "./attribution-of.ts";

export interface AttributionOptions {
  /** Worker threads, 0 for none; left out: as many as the machine has cores. */
  readonly workers?: number | undefined;
  /** Tasks are run by those who wait at this queue, and not here; left out: here. */
  readonly queue?: QueueOptions | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?:
    | ((progress: { readonly done: number; readonly total: number; readonly secondsLeft: number | undefined }) => void)
    | undefined;
}

/**
 * Checks, before anything runs, that a scenario has touches to study.
 *
 * @throws JourneybenchError `bad-input`
 */
export function checkAttribution({ name, journey, channels, offer, needs }: Scenario): void {
  const refuse = (reason: string, hint: string): never => {
    throw new JourneybenchError("bad-input", `${name} has no attribution to study: ${reason}.`, { hint });
  };
  if (journey !== undefined) {
    refuse("it brings a journey of its own", "The study leaves out visits of the bundled journey; run it without --attribution.");
  }
  if (needs === undefined || offer === undefined) refuse("it sells nothing", "Give it the parts needs and offer.");
  if (Object.keys(channels ?? {}).length === 0) refuse("it has no channels", "Give it channels that inform or sell.");
}

function tasksOf({ result, plan, outcomes, journey, policies }: Comparison): Task[] {
  const replications = [...new Set(outcomes.map(({ replication }) => replication))].toSorted((a, b) => a - b);
  return replications.map((replication) => ({
    scenario: plan.scenario,
    sha256: result.scenario.sha256,
    strategies: result.strategies.map(({ name }) => name),
    replication,
    // Live actors give the same bytes, only later.
    executor: "compiled",
    journey: journey?.file,
    policies: policies.map(({ file }) => file),
    touches: true,
  }));
}

async function collect(tasks: readonly Task[], options: AttributionOptions): Promise<Outcome[]> {
  const { queue, signal, onProgress } = options;
  const executor = executorOf({ workers: Math.min(workersOf(options), tasks.length), queue, signal })();
  const outcomes: Outcome[] = [];
  const started = performance.now();
  let done = 0;
  const tell = () => {
    const perTask = (performance.now() - started) / 1000 / done;
    onProgress?.({ done, total: tasks.length, secondsLeft: done === 0 ? undefined : perTask * (tasks.length - done) });
  };
  tell();
  try {
    await executor.run(tasks, (fresh) => {
      outcomes.push(...fresh);
      done++;
      tell();
    });
  } finally {
    await executor.close();
  }
  return outcomes.toSorted((a, b) => a.replication - b.replication);
}

/**
 * Lives every replication of a comparison again with touches left out, and adds what that shows to its result, strategy by strategy.
 *
 * @throws JourneybenchError `bad-input` as {@link checkAttribution}, `failed`, `interrupted`
 */
export async function addAttribution(comparison: Comparison, options: AttributionOptions = {}): Promise<Comparison> {
  const { plan, result } = comparison;
  checkAttribution(plan.scenario);
  const outcomes = await collect(tasksOf(comparison), options);
  const strategies = result.strategies.map((strategy) => ({
    ...strategy,
    ...attributionOf(
      plan,
      outcomes.filter((outcome) => outcome.strategy === strategy.name),
    ),
  }));
  return { ...comparison, result: { ...result, strategies } };
}
