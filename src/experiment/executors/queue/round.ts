/** The tasks of one study on a queue: sent in windows, taken when they are done, sent again when the queue forgot them. */

import { JourneybenchError } from "../../../errors.ts";
import type { Outcome } from "../../../sim/index.ts";
import type { Task } from "../../task.ts";
import { taskFailure } from "../executor.ts";
import type { TaskQueue } from "./connection.ts";
import { refusalError } from "./refusal.ts";
import { jobId, outcomesDigest, outcomesOf, type TaskJob, writtenTask } from "./task-job.ts";

/** Jobs that are on the queue at most; a server's memory is not for whole studies. */
const WINDOW = 1000;
/** Jobs that are sent or taken in one go. */
const BATCH = 100;
/** Seconds after which what nobody took is forgotten: a study that was killed leaves its results for the next try. */
const FORGOTTEN = 86_400;
const OPTIONS = {
  attempts: 5,
  backoff: { type: "exponential", delay: 1000 },
  removeOnComplete: { age: FORGOTTEN },
  removeOnFail: { age: FORGOTTEN },
};

/** BullMQ's words for a job whose workers were lost more often than `maxStalledCount` allows. */
const LOST = /stalled more than allowable limit/;

interface Sent {
  readonly job: TaskJob;
  /** Several when points of a study are the same. */
  readonly tasks: Task[];
}

/** The outcomes of a task, ready to be kept. */
export interface Taken {
  readonly id: string;
  readonly tasks: readonly Task[];
  readonly outcomes: readonly Outcome[];
  /** Who ran it. */
  readonly worker: string;
}

export class Round {
  readonly #queue: TaskQueue;
  /** Not yet sent, in order. */
  readonly #waiting = new Map<string, Sent>();
  readonly #sent = new Map<string, Sent>();

  constructor(queue: TaskQueue, tasks: readonly Task[]) {
    this.#queue = queue;
    for (const task of tasks) {
      const job = writtenTask(task);
      const id = jobId(job);
      const same = this.#waiting.get(id);
      if (same === undefined) this.#waiting.set(id, { job, tasks: [task] });
      else same.tasks.push(task);
    }
  }

  get isDone(): boolean {
    return this.#waiting.size === 0 && this.#sent.size === 0;
  }

  /** Takes away failures of an earlier try, which would be taken for those of this one. */
  async forgetFailures(): Promise<void> {
    const failed = await this.#queue.getRanges(["failed"], 0, -1);
    await Promise.all(failed.filter((id) => this.#waiting.has(id)).map(async (id) => this.#queue.remove(id)));
  }

  /** Sends more when the window is half empty. */
  async topUp(): Promise<void> {
    if (this.#sent.size > WINDOW / 2) return;
    while (this.#waiting.size > 0 && this.#sent.size < WINDOW) {
      const batch = [...this.#waiting].slice(0, BATCH);
      await this.#send(batch);
      for (const [id, sent] of batch) {
        this.#waiting.delete(id);
        this.#sent.set(id, sent);
      }
    }
  }

  /** A job that is there already is not sent twice. */
  async #send(batch: readonly (readonly [string, Sent])[]): Promise<void> {
    await this.#queue.addBulk(batch.map(([id, { job }]) => ({ name: "task", data: job, opts: { ...OPTIONS, jobId: id } })));
  }

  /**
   * Outcomes that are ready. They are on the queue until {@link drop}.
   *
   * @throws JourneybenchError `failed` when a task failed, was refused, or gave two different results
   */
  async take(): Promise<Taken[]> {
    const [failed] = (await this.#queue.getRanges(["failed"], 0, -1)).filter((id) => this.#sent.has(id));
    if (failed !== undefined) await this.#fail(failed);
    const ready = (await this.#queue.getRanges(["completed"], 0, -1)).filter((id) => this.#sent.has(id));
    const taken = await Promise.all(ready.slice(0, BATCH).map(async (id) => this.#result(id)));
    return taken.filter((one) => one !== undefined);
  }

  async #result(id: string): Promise<Taken | undefined> {
    const [job, { logs }] = await Promise.all([this.#queue.getJob(id), this.#queue.getJobLogs(id)]);
    const sent = this.#sent.get(id);
    if (job === undefined || sent === undefined) return undefined;
    const { returnvalue } = job;
    const outcomes = outcomesOf(returnvalue);
    const digest = outcomesDigest(outcomes);
    if (logs.some((other) => other !== digest)) {
      throw new JourneybenchError(
        "failed",
        `Workers gave two different results for replication ${sent.job.replication} of ${sent.job.scenario}.`,
        {
          hint: `The same task must give the same result everywhere. One of the workers was ${returnvalue.worker}: compare its machine with the others.`,
        },
      );
    }
    return { id, tasks: sent.tasks, outcomes, worker: returnvalue.worker };
  }

  async #fail(id: string): Promise<void> {
    const job = await this.#queue.getJob(id);
    const sent = this.#sent.get(id);
    const [task] = sent?.tasks ?? [];
    if (job === undefined || sent === undefined || task === undefined) return;
    const reason = LOST.test(job.failedReason) ? `replication ${task.replication} lost its worker again and again` : job.failedReason;
    throw refusalError(reason, sent.job.engine) ?? taskFailure(task, reason);
  }

  /** Takes jobs away whose outcomes are kept. */
  async drop(taken: readonly Taken[]): Promise<void> {
    for (const { id } of taken) this.#sent.delete(id);
    await Promise.all(taken.map(async ({ id }) => this.#queue.remove(id)));
  }

  /**
   * Sends again what the queue does not know any more, after a server came back without its memory.
   *
   * @returns whether anybody is at work on this study
   */
  async check(): Promise<boolean> {
    const active = await this.#queue.getRanges(["active"], 0, -1);
    const others = await this.#queue.getRanges(["waiting", "delayed", "prioritized", "completed", "failed"], 0, -1);
    const known = new Set([...active, ...others]);
    const lost = [...this.#sent].filter(([id]) => !known.has(id));
    for (let at = 0; at < lost.length; at += BATCH) {
      await this.#send(lost.slice(at, at + BATCH));
    }
    return active.some((id) => this.#sent.has(id));
  }

  /** Takes everything away that nobody is at work on. */
  async withdraw(): Promise<void> {
    const ids = [...this.#sent.keys()];
    this.#sent.clear();
    this.#waiting.clear();
    await Promise.all(ids.map(async (id) => this.#queue.remove(id)));
  }
}
