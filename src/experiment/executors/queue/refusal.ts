/** How a worker says that it has another engine than the study: the text goes through the queue as the reason why a job failed. */

import { JourneybenchError } from "../../../errors.ts";

const START = "another version: ";

export function refusalReason(worker: string, engine: string): string {
  return `${START}${JSON.stringify({ worker, engine })}`;
}

/**
 * The error of a study whose task was refused; undefined when a job failed for another reason.
 *
 * @param reason why the job failed
 * @param wanted the engine of the study
 */
export function refusalError(reason: string, wanted: string): JourneybenchError | undefined {
  if (!reason.startsWith(START)) return undefined;
  const { worker, engine } = JSON.parse(reason.slice(START.length)) as { worker: string; engine: string };
  return new JourneybenchError("failed", `Worker ${worker} has journeybench ${engine}, this study needs ${wanted}.`, {
    hint: "Install the same version everywhere; that worker has stopped. What is done is kept: the same command goes on.",
  });
}

/** The error of a worker that was handed a task for another engine. */
export function otherEngine(engine: string, wanted: string): JourneybenchError {
  return new JourneybenchError("failed", `This worker has journeybench ${engine}, the study on the queue needs ${wanted}.`, {
    hint: "Install the same version everywhere, then start the worker again.",
  });
}
