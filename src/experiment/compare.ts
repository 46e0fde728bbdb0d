/** The main job: a scenario under its strategies, from tasks to the result document. */

import type { ResultDocument } from "../kpi/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import type { Outcome, Plan } from "../sim/index.ts";
import { assemble } from "./assemble.ts";
import { type LoadedJourney, studyHash } from "./journey-file.ts";
import type { LoadedPolicyFile } from "./policy-files.ts";
import {
  comparedTo,
  type CompareOptions,
  firstReplications,
  prepare,
  type Prepared,
  PRECISION_CAP,
  studyOf,
  workersOf,
} from "./prepare.ts";
import { liveUntilPrecise } from "./study/precision.ts";
import type { Study } from "./study/study.ts";
import { packageVersion } from "./version.ts";

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

/** Lives what is asked for; how many replications came of it, and why. */
async function liveAll(study: Study, prepared: Prepared, options: CompareOptions) {
  const { point } = prepared;
  if (options.precision !== undefined) {
    const wanted = { ...options.precision, cap: options.replications ?? PRECISION_CAP };
    return liveUntilPrecise(study, prepared.plan, point.strategies, comparedTo(point), wanted);
  }
  const { replications } = point.scenario;
  await study.live(options.only === undefined ? firstReplications(replications) : [options.only]);
  return { replications, told: undefined };
}

/**
 * Runs a scenario under its strategies and compares them. What the folder's outcomes hold already is not computed again.
 *
 * @param loaded - from `loadScenario` or `parseScenario`
 * @throws JourneybenchError `failed` (a task broke, or two results of one task differ), `interrupted` (the signal came; with a folder, finished
 * replications are kept), `bad-input` (the scenario's journey or a routing policy is missing or wrong; no precision can be reached)
 */
export async function compare(loaded: LoadedScenario, options: CompareOptions = {}): Promise<Comparison> {
  const prepared = await prepare(loaded, options);
  const study = studyOf(prepared, options);
  try {
    const { replications, told } = await liveAll(study, prepared, options);
    return finished(prepared, study, options, replications, told);
  } finally {
    await study.close();
  }
}

/** The comparison of what a study has lived. */
export function finished(
  prepared: Prepared,
  study: Study,
  { only, ...options }: CompareOptions,
  replications: number,
  precision: ResultDocument["precision"],
): Comparison {
  const { point, journey, policies } = prepared;
  const wanted = only === undefined ? new Set(firstReplications(replications)) : new Set([only]);
  const plan = { ...prepared.plan, scenario: { ...point.scenario, replications } };
  // A store may hold more replications than are asked for now.
  const outcomes = point.strategies.flatMap((name) =>
    [...study.lived(0, name).values()].filter(({ replication }) => wanted.has(replication)),
  );
  const seconds = study.seconds;
  const result = assemble({
    plan,
    strategies: point.strategies,
    baseline: comparedTo(point),
    outcomes,
    sha256: studyHash(prepared.loaded, journey, policies),
    journey: journey === undefined ? undefined : { id: journey.brought.machine.id, sha256: journey.file.sha256 },
    version: packageVersion(),
    assumptions: [...prepared.loaded.assumptions],
    luck: point.luck,
    precision,
    warmUp: prepared.warmUp,
    timing: {
      seconds,
      eventsPerSecond: seconds === 0 ? 0 : Math.round(study.events / seconds),
      workers: study.workers ?? workersOf(options),
      executor: point.executor,
      ...(study.kept === 0 ? {} : { kept: study.kept }),
    },
  });
  return { result, plan, outcomes, journey, policies };
}
