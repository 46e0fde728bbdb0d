/** How far a run is and what it took: one line that is written over on a terminal, and words for its end. */

import type { Progress, StressProgress } from "../experiment/index.ts";

/** How far a study is; how much a search will take is known only at its end. */
export type AnyProgress = Progress | StressProgress;

const HOUR = 3600;
const DAY = 24 * HOUR;
/** Seconds from which on people should know that they need not wait. */
const LONG = 3 * HOUR;

function duration(seconds: number): string {
  const rounded = Math.max(1, Math.round(seconds));
  if (rounded < 90) return `${rounded} s`;
  if (rounded < 1.5 * HOUR) return `${Math.round(rounded / 60)} min`;
  return rounded < 1.5 * DAY ? `${Math.round(rounded / HOUR)} hours` : `${Math.round(rounded / DAY)} days`;
}

/** One line of progress. */
export function progressLine(progress: AnyProgress): string {
  if ("stage" in progress) return `${progress.stage}: ${progress.done} replications done`;
  const { done, total, secondsLeft } = progress;
  if (secondsLeft === undefined) return `${done} of ${total} replications`;
  if (done === total) return `${done} of ${total} replications, done`;
  const comfort = secondsLeft < LONG ? "" : "; Ctrl-C keeps what is done";
  return `${done} of ${total} replications, about ${duration(secondsLeft)} left${comfort}`;
}

/** Writes progress to stderr if that is a terminal; `end` clears the line. */
export function progressWriter(quiet: boolean): { tell: (progress: AnyProgress) => void; end: () => void } {
  const shown = !quiet && process.stderr.isTTY;
  if (!shown) return { tell: () => {}, end: () => {} };
  return {
    tell: (progress) => process.stderr.write(`\r\u001b[K${progressLine(progress)}`),
    end: () => process.stderr.write("\r\u001b[K"),
  };
}

/** Who ran the tasks, as the end of a sentence. */
export function workersText(workers: number): string {
  if (workers === 0) return "without worker threads";
  return `with ${workers} ${workers === 1 ? "worker" : "workers"}`;
}
