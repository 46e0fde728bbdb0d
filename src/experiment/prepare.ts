/** A scenario made ready to be studied: what its author brought is loaded, what the command says overrides what the file says. */

import { availableParallelism } from "node:os";
import type { LoadedScenario, Scenario } from "../scenario/index.ts";
import { type ExecutorName, type Outcome, type Plan, planScenario } from "../sim/index.ts";
import { baselineOf } from "../strategies/index.ts";
import type { Executor } from "./executors/executor.ts";
import { InProcess } from "./executors/in-process.ts";
import { QueueExecutor, type QueueOptions } from "./executors/queue/queue-executor.ts";
import { Workers } from "./executors/threads.ts";
import { type LoadedJourney, loadJourney } from "./journey-file.ts";
import { loadPolicies, type LoadedPolicyFile, plannedPolicies } from "./policy-files.ts";
import { outcomesFolder } from "./run-folder.ts";
import { type Damage, OutcomeStore } from "./store/outcome-store.ts";
import type { Shard } from "./study/shard.ts";
import { type Progress, Study, type StudyPoint } from "./study/study.ts";
import type { Luck } from "./task.ts";
import { type FoundWarmUp, warmedUp } from "./warm-up/find.ts";

/** Most replications of a run that goes on until an interval is narrow, unless stated. */
export const PRECISION_CAP = 1000;

export interface CompareOptions {
  /** Strategies of the scenario, or presets; left out: all of the scenario. */
  readonly strategies?: readonly string[] | undefined;
  /** Overrides the scenario's number; with a precision: the most. */
  readonly replications?: number | undefined;
  /** Goes on until intervals are this narrow. */
  readonly precision?: { readonly target: number; readonly kpi: string } | undefined;
  /** Only this replication (from 0), to look at a failed task again. */
  readonly only?: number | undefined;
  /** Overrides the scenario's seed. */
  readonly seed?: string | undefined;
  /** `independent`: every strategy has random numbers of its own. Left out: common. */
  readonly luck?: Luck | undefined;
  /** Worker threads, 0: none, all in this process; left out: as many as the machine has cores. */
  readonly workers?: number | undefined;
  /** Tasks are run by those who wait at this queue, and not here; left out: here. */
  readonly queue?: QueueOptions | undefined;
  readonly executor?: ExecutorName | undefined;
  /** The run's folder; beside it outcomes are kept, and found again. Left out: nothing is kept. */
  readonly folder?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly onDamage?: ((damaged: readonly Damage[]) => void) | undefined;
}

/** A scenario made ready to be studied. */
export interface Prepared {
  readonly loaded: LoadedScenario;
  readonly journey: LoadedJourney | undefined;
  readonly policies: readonly LoadedPolicyFile[];
  readonly point: StudyPoint;
  readonly plan: Plan;
  /** How the history's length was found, where the scenario asks for that; `loaded` has it. */
  readonly warmUp: FoundWarmUp | undefined;
}

export async function prepare(written: LoadedScenario, options: CompareOptions): Promise<Prepared> {
  const journey = await loadJourney(written);
  const policies = await loadPolicies(written);
  const { seed, replications } = options;
  const { loaded, warmUp } = await warmedUp(written, {
    journey,
    policies,
    seed: seed ?? written.scenario.seed,
    store: storeOf(options),
    executor: () => executorOf(options)(),
  });
  const scenario: Scenario = {
    ...loaded.scenario,
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
  };
  const point: StudyPoint = {
    scenario,
    strategies: [...new Set(options.strategies ?? Object.keys(scenario.strategies))],
    executor: options.executor ?? "compiled",
    journey: journey?.file,
    policies: policies.map(({ file }) => file),
    luck: options.luck,
  };
  // Mistakes of a journey are told before anything runs.
  const plan = planScenario(scenario, { journey: journey?.brought, policies: plannedPolicies(policies) });
  return { loaded, journey, policies, point, plan, warmUp };
}

/** The strategy to which the others are compared. */
export function comparedTo({ scenario, strategies }: StudyPoint): string {
  const wanted = baselineOf(scenario);
  return strategies.includes(wanted) ? wanted : (strategies[0] ?? wanted);
}

/** Worker threads of a study: none where tasks go to a queue. */
export function workersOf({ workers = availableParallelism(), queue }: Pick<CompareOptions, "workers" | "queue">): number {
  return queue === undefined ? workers : 0;
}

/** @throws JourneybenchError `usage` when the queue's address is none */
export function executorOf(options: Pick<CompareOptions, "workers" | "queue" | "signal">): () => Executor {
  const workers = workersOf(options);
  const { queue, signal } = options;
  if (queue !== undefined) {
    const executor = new QueueExecutor(queue, signal);
    return () => executor;
  }
  return () => (workers === 0 ? new InProcess(options.signal) : new Workers(workers, options.signal));
}

/** Where the outcomes of a study are kept; undefined: nowhere. */
export function storeOf({ folder }: Pick<CompareOptions, "folder">): OutcomeStore | undefined {
  return folder === undefined ? undefined : new OutcomeStore(outcomesFolder(folder));
}

export function studyOf({ point }: Prepared, options: CompareOptions, shard?: Shard): Study {
  const { onProgress, onDamage } = options;
  const store = storeOf(options);
  return new Study<Outcome>([point], { keep: (outcome) => outcome, executor: executorOf(options), store, shard, onProgress, onDamage });
}

/** The replications from 0 on. */
export function firstReplications(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
