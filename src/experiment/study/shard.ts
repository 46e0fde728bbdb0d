/** A shard: the share of a study's tasks that one of several independent processes runs. */

import { JourneybenchError } from "../../errors.ts";

export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** Whether a task (by its row in the study's order) belongs to a shard. */
export function isInShard({ number, of }: Shard, row: number): boolean {
  return row % of === number - 1;
}

interface Scheduler {
  readonly name: string;
  /** The variable with the number of this part, and the number of the first part; `firstIn` names a variable that holds the latter. */
  readonly index: string;
  readonly first: number;
  readonly firstIn?: string;
  readonly stepIn?: string;
  /** The variable with the number of parts; undefined where the scheduler does not tell. */
  readonly count?: string;
}

/** In the order in which they are looked for; a cluster may set a CI's variables but not the other way round. */
const SCHEDULERS: readonly Scheduler[] = [
  {
    name: "Slurm array",
    index: "SLURM_ARRAY_TASK_ID",
    first: 0,
    firstIn: "SLURM_ARRAY_TASK_MIN",
    stepIn: "SLURM_ARRAY_TASK_STEP",
    count: "SLURM_ARRAY_TASK_COUNT",
  },
  { name: "AWS Batch array", index: "AWS_BATCH_JOB_ARRAY_INDEX", first: 0, count: "AWS_BATCH_JOB_ARRAY_SIZE" },
  { name: "Kubernetes indexed job", index: "JOB_COMPLETION_INDEX", first: 0 },
  { name: "GitLab CI", index: "CI_NODE_INDEX", first: 1, count: "CI_NODE_TOTAL" },
  { name: "CircleCI", index: "CIRCLE_NODE_INDEX", first: 0, count: "CIRCLE_NODE_TOTAL" },
  { name: "Buildkite", index: "BUILDKITE_PARALLEL_JOB", first: 0, count: "BUILDKITE_PARALLEL_JOB_COUNT" },
];

function refuse(message: string, hint: string): never {
  throw new JourneybenchError("bad-input", message, { hint });
}

function wholeIn(environment: NodeJS.ProcessEnv, variable: string | undefined): number | undefined {
  const text = variable === undefined ? undefined : environment[variable];
  if (text === undefined || text === "") return undefined;
  return /^[0-9]+$/.test(text) ? Number(text) : refuse(`${variable} is "${text}".`, "It should be a whole number.");
}

function shardOf(scheduler: Scheduler, environment: NodeJS.ProcessEnv, stated: number | undefined): Shard {
  const index = wholeIn(environment, scheduler.index) ?? 0;
  const first = wholeIn(environment, scheduler.firstIn) ?? scheduler.first;
  const step = Math.max(1, wholeIn(environment, scheduler.stepIn) ?? 1);
  const of = stated ?? wholeIn(environment, scheduler.count);
  if (of === undefined) {
    return refuse(`A ${scheduler.name} does not say how many parts there are.`, "Say it: --shard auto/64.");
  }
  const number = (index - first) / step + 1;
  if (!Number.isInteger(number) || number < 1 || number > of) {
    return refuse(
      `${scheduler.index} is ${index}, which is no part of ${of} that begin with ${first}.`,
      `Use as many array tasks as shards, or name the shard: --shard I/N.`,
    );
  }
  return { number, of };
}

/**
 * Reads `3/64` (the third of 64), `auto` (from the variables of Slurm arrays, AWS Batch arrays, Kubernetes indexed jobs and CI matrices) or
 * `auto/64` (where the scheduler does not tell how many).
 *
 * @throws JourneybenchError `bad-input`
 */
export function parseShard(text: string, environment: NodeJS.ProcessEnv): Shard {
  const auto = /^auto(?:\/([1-9][0-9]{0,5}))?$/.exec(text);
  if (auto !== null) {
    const scheduler = SCHEDULERS.find(({ index }) => environment[index] !== undefined && environment[index] !== "");
    if (scheduler === undefined) {
      return refuse(
        "--shard auto found no scheduler.",
        `It looks for ${SCHEDULERS.map(({ index }) => index).join(", ")}. Name the shard instead: --shard 3/64.`,
      );
    }
    return shardOf(scheduler, environment, auto[1] === undefined ? undefined : Number(auto[1]));
  }
  const parts = /^([1-9][0-9]{0,5})\/([1-9][0-9]{0,5})$/.exec(text);
  const [number, of] = [Number(parts?.[1]), Number(parts?.[2])];
  if (parts === null || number > of) return refuse(`--shard is "${text}".`, "Expected I/N with I from 1 to N, such as 3/64, or auto.");
  return { number, of };
}
