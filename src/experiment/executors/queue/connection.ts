/** Reaches the queue: BullMQ and the driver are loaded when they are needed, and a server that is not there is told in one sentence. */

import { createRequire } from "node:module";
import type { Job, Queue, Worker } from "bullmq";
import { JourneybenchError } from "../../../errors.ts";
import type { QueueAddress } from "./address.ts";
import type { TaskJob, TaskResult } from "./task-job.ts";

/** Milliseconds after which a server that does not answer is not there. */
const PATIENCE = 5000;
/** Milliseconds between two attempts to reach a server that went away. */
const SLOWEST_RETRY = 2000;
/** PostgreSQL connections of one process. */
const MOST_CONNECTIONS = 4;

export type TaskQueue = Queue<TaskJob, TaskResult, string, TaskJob, TaskResult, string>;
export type TaskWorker = Worker<TaskJob, TaskResult>;
export type RunJob = (job: Job<TaskJob, TaskResult>) => Promise<TaskResult>;

export interface WorkerSettings {
  readonly name: string;
  readonly concurrency: number;
  /** Milliseconds of silence after which a worker is taken for dead. */
  readonly lock: number;
}

const require = createRequire(import.meta.url);

/** @throws JourneybenchError `failed` when a package is missing */
export function checkInstalled({ kind }: QueueAddress): void {
  const driver = kind === "redis" ? "ioredis" : "pg";
  for (const name of ["bullmq", driver]) {
    try {
      require.resolve(name);
    } catch (error) {
      throw new JourneybenchError("failed", `A queue on ${kind} needs the package ${name}, which is not installed.`, {
        hint: `npm install bullmq ${driver}`,
        cause: error,
      });
    }
  }
}

function absent({ shown }: QueueAddress, cause: unknown): JourneybenchError {
  const reasons = cause instanceof AggregateError ? cause.errors : [cause];
  const reason = reasons.map((one) => (one instanceof Error ? one.message : String(one))).join(", ");
  return new JourneybenchError("failed", `No queue can be reached at ${shown}: ${reason}.`, { cause });
}

/** Whether somebody answers: the clients below would go on trying for ever. */
async function checkRedis(address: QueueAddress): Promise<void> {
  const { Redis } = await import("ioredis");
  const probe = new Redis(address.url, { lazyConnect: true, connectTimeout: PATIENCE, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  let reason: unknown;
  // The reason comes as an event; the promise says only that the connection is closed.
  probe.on("error", (error) => {
    reason = error;
  });
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    throw absent(address, reason ?? error);
  } finally {
    probe.disconnect();
  }
}

/** Nobody listens to the queue's events, and those of completed jobs hold whole results. */
const STREAMS = { events: { maxLen: 10 } };

function redisConnection({ url }: QueueAddress) {
  return { url, maxRetriesPerRequest: null, retryStrategy: (times: number) => Math.min(times * 200, SLOWEST_RETRY) };
}

function postgresConnection({ url }: QueueAddress) {
  return { connectionString: url, migrate: true, max: MOST_CONNECTIONS, connectionTimeoutMillis: PATIENCE };
}

async function redisQueue(address: QueueAddress): Promise<TaskQueue> {
  await checkRedis(address);
  const { Queue: Made } = await import("bullmq");
  return new Made<TaskJob, TaskResult, string, TaskJob, TaskResult, string>(address.name, {
    connection: redisConnection(address),
    streams: STREAMS,
  });
}

async function postgresQueue(address: QueueAddress): Promise<TaskQueue> {
  const { createPostgresBackend, Queue: Made } = await import("bullmq");
  const queue = new Made(address.name, { connection: postgresConnection(address), streams: STREAMS }, createPostgresBackend);
  queue.on("error", () => {});
  try {
    await queue.waitUntilReady();
  } catch (error) {
    await queue.disconnect().catch(() => {});
    throw absent(address, error);
  }
  // Which backend it has is all that the types differ in.
  return queue as unknown as TaskQueue;
}

/**
 * The queue's sending end.
 *
 * @throws JourneybenchError `failed` when a package is missing or nobody answers
 */
export async function openQueue(address: QueueAddress): Promise<TaskQueue> {
  checkInstalled(address);
  return address.kind === "redis" ? redisQueue(address) : postgresQueue(address);
}

/**
 * The queue's receiving end; it begins at once.
 *
 * @throws JourneybenchError `failed` as {@link openQueue}
 */
export async function openWorker(address: QueueAddress, runJob: RunJob, { name, concurrency, lock }: WorkerSettings): Promise<TaskWorker> {
  const probe = await openQueue(address);
  await probe.close();
  const { createPostgresBackend, Worker: Made } = await import("bullmq");
  const settings = { name, concurrency, lockDuration: lock, stalledInterval: lock, maxStalledCount: 3, runRetryDelay: SLOWEST_RETRY };
  if (address.kind === "redis") return new Made(address.name, runJob, { ...settings, connection: redisConnection(address) });
  const worker = new Made(address.name, runJob, { ...settings, connection: postgresConnection(address) }, createPostgresBackend);
  return worker as unknown as TaskWorker;
}
