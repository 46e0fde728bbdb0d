/** A task and its outcomes as they go through a queue: exact, compact text. */

import { deserialize, serialize } from "node:v8";
import { deflateSync, inflateSync } from "node:zlib";
import { JourneybenchError } from "../../../errors.ts";
import type { Outcome } from "../../../sim/index.ts";
import { digestOf, exactText } from "../../store/exact-text.ts";
import { engineFingerprint } from "../../store/fingerprint.ts";
import { outcomeOf, readLine, writtenLine } from "../../store/outcome-line.ts";
import type { Task } from "../../task.ts";

/** What a job carries. The readable parts are for people who look at the queue. */
export interface TaskJob {
  /** The same for the same task of the same engine. */
  readonly key: string;
  readonly scenario: string;
  readonly strategies: readonly string[];
  readonly replication: number;
  /** The engine that must run it. */
  readonly engine: string;
  /** The task; JSON would not keep every number. */
  readonly task: string;
}

/** What a worker gives back: lines as in the result store (but of no address), beside the names of their strategies. */
export interface TaskResult {
  readonly lines: readonly (readonly [strategy: string, line: string])[];
  readonly worker: string;
}

export function writtenTask(task: Task): TaskJob {
  const engine = engineFingerprint();
  return {
    key: digestOf(`${engine} ${exactText(task)}`),
    scenario: task.scenario.name,
    strategies: task.strategies,
    replication: task.replication,
    engine,
    task: deflateSync(serialize(task), { level: 1 }).toString("base64"),
  };
}

export function taskOf({ task }: TaskJob): Task {
  // Written by `writtenTask` of the same engine.
  return deserialize(inflateSync(Buffer.from(task, "base64"))) as Task;
}

/** The same task of the same engine has the same name, so that it is in a queue once. */
export function jobId({ key }: TaskJob): string {
  return `task-${key}`;
}

export function writtenResult(outcomes: readonly Outcome[], worker: string): TaskResult {
  return { lines: outcomes.map((outcome) => [outcome.strategy, writtenLine(outcome, "")]), worker };
}

/** Two results are the same if and only if their digests are: they say nothing of how a machine compresses. */
export function outcomesDigest(outcomes: readonly Outcome[]): string {
  return digestOf(exactText(outcomes));
}

/** @throws JourneybenchError `failed` when a line was changed on its way */
export function outcomesOf({ lines, worker }: TaskResult): Outcome[] {
  return lines.map(([strategy, line]) => {
    const read = readLine(line, "");
    if (read.kind === "outcome") return outcomeOf(read.data, strategy);
    throw new JourneybenchError("failed", `An outcome of worker ${worker} arrived damaged.`, { hint: "Run the same command again." });
  });
}
