/** What runs tasks: in this process, in threads, or on other machines through a queue. All give the same outcomes. */

import { JourneybenchError } from "../../errors.ts";
import type { Outcome } from "../../sim/index.ts";
import type { Task } from "../task.ts";

/** Called once per task, in the order in which tasks end. */
export type OnOutcomes = (outcomes: readonly Outcome[], task: Task) => void;

export interface Executor {
  /** How many run tasks: threads (0: none, this process), or workers of a queue that gave outcomes so far. */
  readonly workers: number;
  /**
   * Runs all tasks.
   *
   * @throws JourneybenchError `failed` when a task fails (the others are stopped), `interrupted` when the study is stopped
   */
  run(tasks: readonly Task[], onOutcomes: OnOutcomes): Promise<void>;
  close(): Promise<void>;
}

/** What a failed task is told as: where it happened, and how to run exactly it again. */
export function taskFailure(task: Task, error: unknown): JourneybenchError {
  const reason = error instanceof Error ? error.message : String(error);
  // Of an error that came out of a thread or over a queue only its text is left.
  const strategy = task.strategies.find((name) => reason.startsWith(`strategy "${name}"`)) ?? task.strategies.at(-1);
  return new JourneybenchError("failed", `${task.scenario.name} failed: ${reason}`, {
    hint: `To run exactly this again: --only "${strategy}/${task.replication}" with --seed "${task.scenario.seed}".`,
    cause: error,
  });
}

export function interruption(cause: unknown): JourneybenchError {
  return new JourneybenchError("interrupted", "The run was interrupted.", { cause });
}
