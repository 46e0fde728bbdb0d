/** The option `--queue` of studies. */

import { JourneybenchError } from "../errors.ts";
import type { QueueOptions } from "../experiment/index.ts";

export const QUEUE_HELP = "have tasks run by every `journeybench worker` at this queue: redis://HOST or postgres://USER@HOST/DATABASE";

/** @throws JourneybenchError `usage` when threads are asked for too */
export function queueOptions({ queue, workers }: { readonly queue?: string; readonly workers?: number }): QueueOptions | undefined {
  if (queue === undefined) return undefined;
  if (workers !== undefined) {
    throw new JourneybenchError("usage", "--queue and --workers do not go together.", {
      hint: "Tasks are run where the workers are: give --workers to `journeybench worker`.",
    });
  }
  return { url: queue, onWait: (sentence) => process.stderr.write(`${sentence}\n`) };
}
