/** Runs tasks on other machines: they go to a queue (BullMQ on Redis, Valkey or PostgreSQL), `journeybench worker` takes them. */

import { setTimeout } from "node:timers/promises";
import { JourneybenchError } from "../../../errors.ts";
import type { Task } from "../../task.ts";
import { type Executor, interruption, type OnOutcomes } from "../executor.ts";
import { parseQueueAddress, type QueueAddress } from "./address.ts";
import { openQueue, type TaskQueue } from "./connection.ts";
import { isConnectionLost } from "./connection-lost.ts";
import { Round, type Taken } from "./round.ts";

/** Milliseconds between two looks at the queue when there was nothing to take. */
const PAUSE = 200;
/** Milliseconds between two looks at whether everything is still there. */
const CHECK = 5000;
/** Milliseconds for which a server may be away. */
const PATIENCE = 300_000;
/** Milliseconds that tidying up may take. */
const LAST_WORDS = 3000;

export interface QueueOptions {
  /** `redis://…` or `postgres://…`; the queue's name after `#`. */
  readonly url: string;
  /** Is told, in a sentence, what a study is waiting for. */
  readonly onWait?: ((sentence: string) => void) | undefined;
}

/** What `work` gives, unless the signal comes first: a client waits for its server without an end. */
async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    const end = () => signal.removeEventListener("abort", stop);
    work.then(resolve, reject).finally(end);
  });
}

export class QueueExecutor implements Executor {
  readonly #address: QueueAddress;
  readonly #onWait: (sentence: string) => void;
  /** Never aborted when the study has no signal. */
  readonly #signal: AbortSignal;
  readonly #workers = new Set<string>();
  #queue: Promise<TaskQueue> | undefined;
  /** What is being waited for, so that it is told once. */
  #told = "";

  /**
   * @param signal stops the run; what is done stays done
   * @throws JourneybenchError `usage` when the address is none
   */
  constructor({ url, onWait = () => {} }: QueueOptions, signal: AbortSignal | undefined) {
    this.#address = parseQueueAddress(url);
    this.#onWait = onWait;
    this.#signal = signal ?? new AbortController().signal;
  }

  /** Those who gave outcomes so far. */
  get workers(): number {
    return this.#workers.size;
  }

  /** @throws JourneybenchError `failed` also when the queue cannot be reached, or a worker has another version */
  async run(tasks: readonly Task[], onOutcomes: OnOutcomes): Promise<void> {
    const queue = await (this.#queue ??= this.#open());
    const round = new Round(queue, tasks);
    try {
      await this.#collect(round, onOutcomes);
    } catch (error) {
      await unless(AbortSignal.timeout(LAST_WORDS), round.withdraw()).catch(() => {});
      throw this.#signal.aborted ? interruption(error) : error;
    }
  }

  async close(): Promise<void> {
    // One that could not be opened is no more to be closed than one that was never asked for.
    const queue = await this.#queue?.catch(() => undefined);
    if (queue === undefined) return;
    await unless(AbortSignal.timeout(LAST_WORDS), queue.close()).catch(async () => queue.disconnect());
  }

  async #open(): Promise<TaskQueue> {
    const queue = await openQueue(this.#address);
    queue.on("error", (error) => this.#wait(`The queue at ${this.#address.shown} is away (${error.message}); waiting for it.`));
    return queue;
  }

  #wait(sentence: string): void {
    if (this.#told !== sentence) this.#onWait(sentence);
    this.#told = sentence;
  }

  async #collect(round: Round, onOutcomes: OnOutcomes): Promise<void> {
    await this.#ask(async () => round.forgetFailures());
    let checked = performance.now();
    while (!round.isDone) {
      const taken = await this.#ask(async () => {
        await round.topUp();
        return round.take();
      });
      for (const { tasks, outcomes, worker } of taken) {
        this.#workers.add(worker);
        for (const task of tasks) onOutcomes(outcomes, task);
      }
      const isCheckDue = performance.now() - checked > CHECK;
      await this.#afterTaking(round, taken, isCheckDue);
      if (taken.length > 0 || isCheckDue) checked = performance.now();
    }
  }

  async #afterTaking(round: Round, taken: readonly Taken[], isCheckDue: boolean): Promise<void> {
    if (taken.length > 0) {
      this.#told = "";
      return this.#ask(async () => round.drop(taken));
    }
    if (isCheckDue && !(await this.#ask(async () => round.check()))) {
      const { shown, name } = this.#address;
      this.#wait(`Waiting for workers: journeybench worker --queue ${shown}${name === "journeybench" ? "" : `#${name}`}`);
    }
    return setTimeout(PAUSE, undefined, { signal: this.#signal });
  }

  /** Asks the queue, again and again while its server is away. */
  async #ask<T>(question: () => Promise<T>): Promise<T> {
    const deadline = AbortSignal.timeout(PATIENCE);
    const signal = AbortSignal.any([this.#signal, deadline]);
    for (;;) {
      try {
        return await unless(signal, question());
      } catch (error) {
        if (deadline.aborted) throw this.#gone(error);
        if (signal.aborted || !isConnectionLost(error)) throw error;
        this.#wait(`The queue at ${this.#address.shown} is away (${error.message}); waiting for it.`);
      }
      await setTimeout(PAUSE, undefined, { signal: this.#signal });
    }
  }

  #gone(cause: unknown): JourneybenchError {
    const minutes = PATIENCE / 60_000;
    return new JourneybenchError("failed", `The queue at ${this.#address.shown} has been away for ${minutes} minutes.`, {
      hint: "What is done is kept: the same command goes on.",
      cause,
    });
  }
}
