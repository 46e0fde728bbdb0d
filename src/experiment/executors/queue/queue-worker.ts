/** `journeybench worker`: takes tasks from a queue, runs each in a thread and gives its outcomes back. */

import { hostname } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { JourneybenchError } from "../../../errors.ts";
import { engineFingerprint } from "../../store/fingerprint.ts";
import { type TaskPool, taskPool } from "../pool.ts";
import { parseQueueAddress } from "./address.ts";
import { checkInstalled, openWorker, type RunJob } from "./connection.ts";
import { otherEngine, refusalReason } from "./refusal.ts";
import { outcomesDigest, taskOf, writtenResult } from "./task-job.ts";

/** Seconds of silence after which a worker is taken for dead and its task is given to another one. */
const USUAL_LOCK = 30;
/** Milliseconds between two looks at whether to go on. */
const LOOK = 100;

export interface QueueWorkerOptions {
  /** `redis://…` or `postgres://…`; the queue's name after `#`. */
  readonly url: string;
  /** Threads. */
  readonly workers: number;
  /** How messages call this worker; left out: machine and process. */
  readonly name?: string | undefined;
  /** Seconds of silence after which this worker is taken for dead; left out: 30. */
  readonly lock?: number | undefined;
  /** Ends after so many seconds without a task; left out: never. */
  readonly idle?: number | undefined;
  /** Ends the worker when its tasks are done. */
  readonly signal: AbortSignal;
  /** Called when it takes tasks. */
  readonly onReady?: ((worker: ReadyWorker) => void) | undefined;
  /** Is told what is wrong with the queue; the worker goes on trying. */
  readonly onError?: ((message: string) => void) | undefined;
}

export interface ReadyWorker {
  readonly name: string;
  readonly engine: string;
  /** Where the queue is, without the password. */
  readonly queue: string;
}

/** What a worker did so far. */
class Work {
  tasks = 0;
  running = 0;
  last = performance.now();
  refusal: JourneybenchError | undefined;

  idleSeconds(): number {
    return this.running > 0 ? 0 : (performance.now() - this.last) / 1000;
  }
}

/** The same failure twice in a row is no accident: more attempts would only delay the bad news. */
function isLasting(message: string, earlier: string | undefined): boolean {
  return message === earlier;
}

/**
 * Runs until it is stopped.
 *
 * @returns how many tasks it ran
 * @throws JourneybenchError `usage` when the address is none, `failed` when the queue cannot be reached, or a study needs another version
 */
export async function runQueueWorker(options: QueueWorkerOptions): Promise<number> {
  const { url, workers, name = `${hostname()}-${process.pid}`, lock = USUAL_LOCK, idle = Infinity, signal } = options;
  const address = parseQueueAddress(url);
  checkInstalled(address);
  const engine = engineFingerprint();
  const work = new Work();
  // Threads begin with the first task: one that is still importing when a refused worker ends makes Node 20 die without a word.
  let pool: TaskPool | undefined;
  try {
    const runJob = await jobRunner(() => (pool ??= taskPool(workers)), name, work);
    const worker = await openWorker(address, runJob, { name, concurrency: workers, lock: lock * 1000 });
    // The queue's server may go away and come back; the client tries again by itself.
    worker.on("error", (error) => options.onError?.(error.message));
    options.onReady?.({ name, engine, queue: address.shown });
    work.last = performance.now();
    while (!signal.aborted && work.refusal === undefined && work.idleSeconds() < idle) {
      await setTimeout(LOOK);
    }
    await worker.close();
  } finally {
    await pool?.destroy();
  }
  if (work.refusal !== undefined) throw work.refusal;
  return work.tasks;
}

async function jobRunner(pool: () => TaskPool, name: string, work: Work): Promise<RunJob> {
  const engine = engineFingerprint();
  const { UnrecoverableError } = await import("bullmq");
  return async (job) => {
    if (job.data.engine !== engine) {
      work.refusal = otherEngine(engine, job.data.engine);
      throw new UnrecoverableError(refusalReason(name, engine));
    }
    work.running++;
    try {
      const outcomes = await pool().run(taskOf(job.data));
      // Whoever else ran this task left a digest too: the study compares them.
      await job.log(outcomesDigest(outcomes));
      work.tasks++;
      return writtenResult(outcomes, name);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw isLasting(message, job.failedReason) ? new UnrecoverableError(message) : error;
    } finally {
      work.running--;
      work.last = performance.now();
    }
  };
}
