/** A task and its outcomes as they go through a queue: exact, compact text. */

import { createHash } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { deflateSync, inflateSync } from "node:zlib";
import { JourneybenchError } from "../../../errors.ts";
import type { Outcome } from "../../../sim/index.ts";
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

/** What a worker gives back: lines as in the result store, beside the names of their strategies. */
export interface TaskResult {
  readonly lines: readonly (readonly [strategy: string, line: string])[];
  readonly worker: string;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Words for numbers that JSON has none for; arrays of numbers as their bytes. */
function exact(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64");
  return typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))
    ? `number ${Object.is(value, -0) ? "-0" : value}`
    : value;
}

/** Equal texts for equal contents, however they lie in memory. */
function exactText(value: unknown): string {
  return JSON.stringify(value, (_key, inside: unknown) => exact(inside));
}

export function writtenTask(task: Task): TaskJob {
  const engine = engineFingerprint();
  return {
    key: digest(`${engine} ${exactText(task)}`),
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
  return { lines: outcomes.map((outcome) => [outcome.strategy, writtenLine(outcome)]), worker };
}

/** Two results are the same if and only if their digests are: they say nothing of how a machine compresses. */
export function outcomesDigest(outcomes: readonly Outcome[]): string {
  return digest(exactText(outcomes));
}

/** @throws JourneybenchError `failed` when a line was changed on its way */
export function outcomesOf({ lines, worker }: TaskResult): Outcome[] {
  return lines.map(([strategy, line]) => {
    const read = readLine(line);
    if (read.kind === "outcome") return outcomeOf(read.data, strategy);
    throw new JourneybenchError("failed", `An outcome of worker ${worker} arrived damaged.`, { hint: "Run the same command again." });
  });
}
