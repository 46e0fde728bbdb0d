/** The main job: a scenario under its strategies, from tasks to the result document. */

import { availableParallelism } from "node:os";
import type { ResultDocument } from "../kpi/index.ts";
import type { LoadedScenario, Scenario } from "../scenario/index.ts";
import { baselineOf, type ExecutorName, type Outcome, type Plan, planScenario } from "../sim/index.ts";
import { assemble } from "./assemble.ts";
import { execute } from "./executor.ts";
import { type LoadedJourney, loadJourney, studyHash } from "./journey-file.ts";
import { loadPolicies, type LoadedPolicyFile, plannedPolicies } from "./policy-files.ts";
import { OutcomeStore, studyKey } from "./store.ts";
import { type Design, tasksOf } from "./task.ts";
import { packageVersion } from "./version.ts";

/** How far a run is. */
export interface Progress {
  /** Replications done, of those wanted. */
  readonly done: number;
  readonly total: number;
  /** Estimated seconds to the end; undefined until the first replication has ended. */
  readonly secondsLeft: number | undefined;
}

export interface CompareOptions {
  /** Strategies of the scenario, or presets; left out: all of the scenario. */
  readonly strategies?: readonly string[] | undefined;
  /** Overrides the scenario's number. */
  readonly replications?: number | undefined;
  /** Only this replication (from 0), to look at a failed task again. */
  readonly only?: number | undefined;
  /** Overrides the scenario's seed. */
  readonly seed?: string | undefined;
  /** Worker threads; left out: as many as the machine has cores. */
  readonly workers?: number | undefined;
  readonly executor?: ExecutorName | undefined;
  /** The run's folder; beside it outcomes are kept while the run is not finished. Left out: nothing is kept. */
  readonly folder?: string | undefined;
  /** Goes on with an unfinished run. */
  readonly resume?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** A finished comparison: the result, and what it was made from. */
export interface Comparison {
  readonly result: ResultDocument;
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  /** The journey that the author brought. */
  readonly journey: LoadedJourney | undefined;
  /** The routing policies that the author brought. */
  readonly policies: readonly LoadedPolicyFile[];
}

/** What the author brought besides the scenario. */
type Brought = Pick<Comparison, "journey" | "policies">;

function designOf(loaded: LoadedScenario, { journey, policies }: Brought, options: CompareOptions): Design {
  const { seed, replications } = options;
  const scenario: Scenario = {
    ...loaded.scenario,
    ...(seed === undefined ? {} : { seed }),
    ...(replications === undefined ? {} : { replications }),
  };
  return {
    scenario,
    sha256: studyHash(loaded, journey, policies),
    strategies: [...new Set(options.strategies ?? Object.keys(scenario.strategies))],
    replications: options.only === undefined ? Array.from({ length: scenario.replications }, (_, index) => index) : [options.only],
    executor: options.executor ?? "compiled",
    journey: journey?.file,
    policies: policies.map(({ file }) => file),
  };
}

/** Counts outcomes and tells how long the rest will take. */
function progressMeter(total: number, kept: number, onProgress: CompareOptions["onProgress"]) {
  const started = performance.now();
  let done = kept;
  const tell = () => {
    const fresh = done - kept;
    const seconds = (performance.now() - started) / 1000;
    onProgress?.({ done, total, secondsLeft: fresh === 0 ? undefined : (seconds / fresh) * (total - done) });
  };
  tell();
  return () => {
    done++;
    tell();
  };
}

interface Collected {
  readonly outcomes: Outcome[];
  readonly seconds: number;
}

async function collect(design: Design, workers: number, options: CompareOptions): Promise<Collected> {
  const store = options.folder === undefined ? undefined : new OutcomeStore(options.folder, studyKey(design, packageVersion()));
  const kept = options.resume === true && store !== undefined ? store.resume() : new Map<number, Outcome[]>();
  if (options.resume !== true) store?.begin();
  const missing = design.replications.filter((replication) => !kept.has(replication));
  const outcomes = design.replications.flatMap((replication) => kept.get(replication) ?? []);
  const step = progressMeter(design.replications.length, design.replications.length - missing.length, options.onProgress);
  const started = performance.now();
  await execute({
    tasks: tasksOf({ ...design, replications: missing }),
    workers,
    signal: options.signal,
    onOutcomes: (fresh) => {
      store?.append(fresh);
      outcomes.push(...fresh);
      step();
    },
  });
  return { outcomes, seconds: (performance.now() - started) / 1000 };
}

/**
 * Runs a scenario under its strategies and compares them.
 *
 * @param loaded - from `loadScenario` or `parseScenario`
 * @throws JourneybenchError `failed` (a task broke), `interrupted` (the signal came; with a folder, finished replications are
 * kept), `bad-input` (the scenario's journey or a routing policy is missing or wrong; nothing of this study to resume)
 */
export async function compare(loaded: LoadedScenario, options: CompareOptions = {}): Promise<Comparison> {
  const journey = await loadJourney(loaded);
  const policies = await loadPolicies(loaded);
  const design = designOf(loaded, { journey, policies }, options);
  const plan = planScenario(design.scenario, { journey: journey?.brought, policies: plannedPolicies(policies) });
  const workers = options.workers ?? availableParallelism();
  const { outcomes, seconds } = await collect(design, workers, options);
  const wanted = baselineOf(design.scenario);
  const result = assemble({
    plan,
    strategies: design.strategies,
    baseline: design.strategies.includes(wanted) ? wanted : (design.strategies[0] ?? wanted),
    outcomes,
    sha256: design.sha256,
    journey: journey === undefined ? undefined : { id: journey.brought.machine.id, sha256: journey.file.sha256 },
    version: packageVersion(),
    assumptions: [...loaded.assumptions],
    timing: { seconds, eventsPerSecond: 0, workers, executor: design.executor },
  });
  return { result, plan, outcomes, journey, policies };
}

/** Drops what was kept for resuming; called when the run's folder has been written. */
export function finishRun(folder: string): void {
  new OutcomeStore(folder, "").drop();
}
