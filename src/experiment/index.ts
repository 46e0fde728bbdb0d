/** The door of the experiments. */

export { compare, type CompareOptions, type Comparison, finishRun, type Progress } from "./compare.ts";
export { estimateRun, type RunEstimate } from "./estimate-run.ts";
export { type LoadedJourney, scenarioCopy } from "./journey-file.ts";
export { replicationsParquet } from "./replications-table.ts";
export { checkRunFolder, defaultRunFolder, writeRunFolder } from "./run-folder.ts";
export { promisesOf } from "./stress/promises.ts";
export type { StressOptions, StressProgress } from "./stress/question.ts";
export { stress, type StressStudy } from "./stress/stress.ts";
export { packageVersion } from "./version.ts";
