/** Progress with the time left: one line that is written over on a terminal, nothing elsewhere. */

import type { Progress } from "../experiment/index.ts";

function duration(seconds: number): string {
  const rounded = Math.max(1, Math.round(seconds));
  return rounded < 90 ? `${rounded} s` : `${Math.round(rounded / 60)} min`;
}

/** One line of progress. */
export function progressLine({ done, total, secondsLeft }: Progress): string {
  const left = secondsLeft === undefined ? "" : done === total ? ", done" : `, about ${duration(secondsLeft)} left`;
  return `${done} of ${total} replications${left}`;
}

/** Writes progress to stderr if that is a terminal; `end` clears the line. */
export function progressWriter(quiet: boolean): { tell: (progress: Progress) => void; end: () => void } {
  const shown = !quiet && process.stderr.isTTY;
  if (!shown) return { tell: () => {}, end: () => {} };
  return {
    tell: (progress) => process.stderr.write(`\r\u001b[K${progressLine(progress)}`),
    end: () => process.stderr.write("\r\u001b[K"),
  };
}
