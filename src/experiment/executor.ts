/** Runs tasks in worker threads (Piscina) and hands over each outcome as it is ready. */

import { setMaxListeners } from "node:events";
import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import { JourneybenchError } from "../errors.ts";
import type { Outcome } from "../sim/index.ts";
import type { Task } from "./task.ts";

/** Threads run compiled files; from the sources (tests) those of the last build are taken. */
const WORKER = import.meta.url.endsWith(".ts") ? "../../dist/experiment/worker.js" : "./worker.js";

export interface Execution {
  readonly tasks: readonly Task[];
  /** Threads. */
  readonly workers: number;
  /** Stops the run; what is done stays done. */
  readonly signal?: AbortSignal | undefined;
  /** Called once per task, in the order in which tasks end. */
  readonly onOutcomes: (outcomes: readonly Outcome[]) => void;
}

function failure(task: Task, error: unknown): JourneybenchError {
  const reason = error instanceof Error ? error.message : String(error);
  const strategy = typeof error === "object" && error !== null && "strategy" in error ? String(error.strategy) : task.strategies.at(-1);
  return new JourneybenchError("failed", `${task.scenario.name} failed: ${reason}`, {
    hint: `To run exactly this again: --only "${strategy}/${task.replication}" with --seed "${task.scenario.seed}".`,
    cause: error,
  });
}

/**
 * Runs all tasks.
 *
 * @throws JourneybenchError `failed` when a task fails (the others are stopped), `interrupted` when the signal comes
 */
export async function execute({ tasks, workers, signal, onOutcomes }: Execution): Promise<void> {
  if (tasks.length === 0) return;
  const threads = Math.min(workers, tasks.length);
  const pool = new Piscina<Task, Outcome[]>({
    filename: fileURLToPath(new URL(WORKER, import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
  });
  const stop = new AbortController();
  // One listener per task; that many are meant.
  setMaxListeners(0, stop.signal);
  const abort = () => stop.abort();
  signal?.addEventListener("abort", abort, { once: true });
  try {
    if (signal?.aborted === true) abort();
    await Promise.all(
      tasks.map(async (task) => {
        const outcomes = await pool.run(task, { signal: stop.signal }).catch((error: unknown) => {
          if (stop.signal.aborted) throw error;
          stop.abort();
          throw failure(task, error);
        });
        onOutcomes(outcomes);
      }),
    );
  } catch (error) {
    if (signal?.aborted === true) throw new JourneybenchError("interrupted", "The run was interrupted.", { cause: error });
    throw error;
  } finally {
    signal?.removeEventListener("abort", abort);
    await pool.destroy();
  }
}
