/** Threads that run tasks (Piscina). */

import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";
import type { Outcome } from "../../sim/index.ts";
import type { Task } from "../task.ts";

/** Threads run compiled files; from the sources (tests) those of the last build are taken. */
const WORKER = import.meta.url.endsWith(".ts") ? "../../../dist/experiment/worker.js" : "../worker.js";

export type TaskPool = Piscina<Task, Outcome[]>;

/** Threads that nobody has asked for yet. They keep no process alive. */
let ahead: { readonly threads: number; readonly pool: TaskPool } | undefined;

function newPool(threads: number): TaskPool {
  return new Piscina({ filename: fileURLToPath(new URL(WORKER, import.meta.url)), minThreads: threads, maxThreads: threads });
}

/** Starts threads for the next who asks for so many. */
export function startAhead(threads: number): void {
  ahead ??= { threads, pool: newPool(threads) };
}

export function taskPool(threads: number): TaskPool {
  if (ahead?.threads !== threads) return newPool(threads);
  const { pool } = ahead;
  ahead = undefined;
  return pool;
}
