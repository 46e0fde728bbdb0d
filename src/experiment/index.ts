/** The door of the experiments. */

export { addAttribution, type AttributionOptions, checkAttribution } from "./attribution/attribution.ts";
export { compare, type Comparison } from "./compare.ts";
export { estimateRun, type RunEstimate } from "./estimate-run.ts";
export type { QueueOptions } from "./executors/queue/queue-executor.ts";
export { type QueueWorkerOptions, type ReadyWorker, runQueueWorker } from "./executors/queue/queue-worker.ts";
export { type LoadedJourney, scenarioCopy } from "./journey-file.ts";
export type { LoadedPolicyFile } from "./policy-files.ts";
export type { CompareOptions } from "./prepare.ts";
export { replicationsParquet } from "./replications-table.ts";
export { checkRunFolder, defaultRunFolder, writeRunFolder } from "./run-folder.ts";
export { compareRuns, type FinishedRun } from "./runs/compare-runs.ts";
export { readResult, readRun } from "./runs/read-run.ts";
export { select, type SelectionStudy, type SelectOptions } from "./selection/select.ts";
export { sensitivity, type SensitivityMethod, type SensitivityOptions, type SensitivityStudy } from "./sensitivity/sensitivity.ts";
export { compareShard, mergeShards, type MissingParts, shardedRun } from "./shards.ts";
export type { Damage } from "./store/outcome-store.ts";
export { promisesOf } from "./stress/promises.ts";
export type { StressOptions, StressProgress } from "./stress/question.ts";
export { stress, type StressStudy } from "./stress/stress.ts";
export { parseShard, type Shard } from "./study/shard.ts";
export type { Progress } from "./study/study.ts";
export { sweep, type SweepOptions, type SweepStudy } from "./sweep/sweep.ts";
export type { SweepDesign } from "./sweep/places.ts";
export type { TwinOptions } from "./twin/question.ts";
export { twin, type TwinStudy } from "./twin/twin.ts";
export { packageVersion } from "./version.ts";
