/** Runs tasks in worker threads (Piscina) and hands over each outcome as it is ready. */

import { setMaxListeners } from "node:events";
import type { Task } from "../task.ts";
import { tuneForStudy } from "../tune.ts";
import { type Executor, interruption, type OnOutcomes, taskFailure } from "./executor.ts";
import { type TaskPool, taskPool } from "./pool.ts";

/** Piscina's words for a thread that ended under its task. */
const THREAD_ENDED = /^worker exited with code: \d+$/u;

/** A thread that ended says nothing itself; who else but a program of the author's would end it? */
function endedThread({ journey, policies = [] }: Task, error: unknown): unknown {
  if (!(error instanceof Error) || !THREAD_ENDED.test(error.message)) return error;
  const [first, ...others] = [...(journey === undefined ? [] : [journey]), ...policies].map(({ fileName }) => fileName);
  if (first === undefined) return new Error("its worker thread ended", { cause: error });
  const files = [first, ...others].join(" or ");
  return new Error(`its worker thread ended. Look for process.exit() in ${files}, and throw an Error instead`, { cause: error });
}

/** Threads that stay while a study asks one question after the other. */
export class Workers implements Executor {
  readonly workers: number;
  readonly #pool: TaskPool;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal | undefined;
  readonly #abort = () => this.#stop.abort();

  /** @param signal stops the run; what is done stays done */
  constructor(threads: number, signal: AbortSignal | undefined) {
    this.workers = threads;
    this.#pool = taskPool(threads);
    this.#signal = signal;
    // One listener per task; that many are meant.
    setMaxListeners(0, this.#stop.signal);
    signal?.addEventListener("abort", this.#abort, { once: true });
    if (signal?.aborted === true) this.#abort();
  }

  async #runTask(task: Task, onOutcomes: OnOutcomes): Promise<void> {
    const outcomes = await this.#pool.run(task, { signal: this.#stop.signal }).catch((error: unknown) => {
      if (this.#stop.signal.aborted) throw error;
      this.#stop.abort();
      throw taskFailure(task, endedThread(task, error));
    });
    onOutcomes(outcomes, task);
  }

  async run(tasks: readonly Task[], onOutcomes: OnOutcomes): Promise<void> {
    tuneForStudy(tasks, this.workers);
    try {
      await Promise.all(tasks.map(async (task) => this.#runTask(task, onOutcomes)));
    } catch (error) {
      if (this.#signal?.aborted === true) throw interruption(error);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener("abort", this.#abort);
    await this.#pool.destroy();
  }
}
