/** How far a run is and what it took: one line that is written over on a terminal, and words for its end. */

import type { Progress, StressProgress } from "../experiment/index.ts";

/** How far a study is; how much a search will take is known only at its end. */
export type AnyProgress = Progress | StressProgress;

function duration(seconds: number): string {
  const rounded = Math.max(1, Math.round(seconds));
  return rounded < 90 ? `${rounded} s` : `${Math.round(rounded / 60)} min`;
}

/** One line of progress. */
export function progressLine(progress: AnyProgress): string {
  if ("stage" in progress) return `${progress.stage}: ${progress.done} replications done`;
  const { done, total, secondsLeft } = progress;
  const left = secondsLeft === undefined ? "" : done === total ? ", done" : `, about ${duration(secondsLeft)} left`;
  return `${done} of ${total} replications${left}`;
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
