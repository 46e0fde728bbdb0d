/** Runs tasks in worker threads (Piscina) and hands over each outcome as it is ready. */

import { setMaxListeners } from "node:events";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { JourneybenchError } from "../errors.ts";
import type { Outcome } from "../sim/index.ts";
import type { Task } from "./task.ts";

/** Threads run compiled files; from the sources (tests) those of the last build are taken. */
const WORKER = import.meta.url.endsWith(".ts") ? "../../dist/experiment/worker.js" : "./worker.js";

/** Called once per task, in the order in which tasks end. */
export type OnOutcomes = (outcomes: readonly Outcome[]) => void;

export interface Execution {
  readonly tasks: readonly Task[];
  /** Threads. */
  readonly workers: number;
  /** Stops the run; what is done stays done. */
  readonly signal?: AbortSignal | undefined;
  readonly onOutcomes: OnOutcomes;
}

function failure(task: Task, error: unknown): JourneybenchError {
  const reason = error instanceof Error ? error.message : String(error);
  const strategy = typeof error === "object" && error !== null && "strategy" in error ? String(error.strategy) : task.strategies.at(-1);
  return new JourneybenchError("failed", `${task.scenario.name} failed: ${reason}`, {
    hint: `To run exactly this again: --only "${strategy}/${task.replication}" with --seed "${task.scenario.seed}".`,
    cause: error,
  });
}

/** Threads that stay while a study asks one question after the other. */
export class Workers {
  readonly #pool: Piscina<Task, Outcome[]>;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal | undefined;
  readonly #abort = () => this.#stop.abort();

  /** @param signal stops the run; what is done stays done */
  constructor(threads: number, signal: AbortSignal | undefined) {
    this.#pool = new Piscina({ filename: fileURLToPath(new URL(WORKER, import.meta.url)), minThreads: threads, maxThreads: threads });
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
      throw failure(task, error);
    });
    onOutcomes(outcomes);
  }

  /**
   * Runs all tasks.
   *
   * @throws JourneybenchError `failed` when a task fails (the others are stopped), `interrupted` when the signal comes
   */
  async run(tasks: readonly Task[], onOutcomes: OnOutcomes): Promise<void> {
    try {
      await Promise.all(tasks.map(async (task) => this.#runTask(task, onOutcomes)));
    } catch (error) {
      if (this.#signal?.aborted === true) throw new JourneybenchError("interrupted", "The run was interrupted.", { cause: error });
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#signal?.removeEventListener("abort", this.#abort);
    await this.#pool.destroy();
  }
}

/**
 * Runs all tasks in threads of their own.
 *
 * @throws JourneybenchError as {@link Workers.run}
 */
export async function execute({ tasks, workers, signal, onOutcomes }: Execution): Promise<void> {
  if (tasks.length === 0) return;
  const threads = new Workers(Math.min(workers, tasks.length), signal);
  try {
    await threads.run(tasks, onOutcomes);
  } finally {
    await threads.close();
  }
}
