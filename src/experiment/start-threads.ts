/** The room's third door: threads are started while a command still loads the rest of the room, which takes as long as they do. */

import { availableParallelism } from "node:os";
import { startAhead } from "./executors/pool.ts";

/** Starts the threads of the study that a command is about to make. */
export function startThreads({ workers = availableParallelism(), queue }: { readonly workers?: number; readonly queue?: string }): void {
  if (queue === undefined && workers > 0) startAhead(workers);
}
