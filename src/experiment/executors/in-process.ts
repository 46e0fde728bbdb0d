/** Runs tasks one after the other where it stands: for debuggers, and for machines on which threads do not pay. */

import { setImmediate } from "node:timers/promises";
import { runTask } from "../run-task.ts";
import type { Task } from "../task.ts";
import { tuneForStudy } from "../tune.ts";
import { type Executor, interruption, type OnOutcomes, taskFailure } from "./executor.ts";

export class InProcess implements Executor {
  readonly workers = 0;
  readonly #signal: AbortSignal | undefined;

  /** @param signal stops the run between two tasks; what is done stays done */
  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  async run(tasks: readonly Task[], onOutcomes: OnOutcomes): Promise<void> {
    tuneForStudy(tasks, 1);
    for (const task of tasks) {
      // Lets Ctrl-C and progress through.
      await setImmediate();
      if (this.#signal?.aborted === true) throw interruption(this.#signal.reason);
      const outcomes = await runTask(task).catch((error: unknown) => {
        throw taskFailure(task, error);
      });
      onOutcomes(outcomes, task);
    }
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }
}
