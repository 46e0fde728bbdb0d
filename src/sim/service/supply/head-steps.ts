/** Head-count by the calendar: how many now, and when it changes next. */

import type { HeadSteps } from "../plan/types.ts";

/** The step in force so many seconds after the cycle's begin. */
function stepAt({ starts }: HeadSteps, phase: number): number {
  let step = starts.length - 1;
  while (step > 0 && (starts[step] as number) > phase) step--;
  return step;
}

/** Begin of the cycle that t lies in; exact for times and cycles in whole seconds. */
function cycleStart({ cycle }: HeadSteps, t: number): number {
  return Math.floor(t / cycle) * cycle;
}

/** Agents scheduled at time t, seconds ≥ 0. */
export function headsAt(steps: HeadSteps, t: number): number {
  return steps.counts[stepAt(steps, t - cycleStart(steps, t))] ?? 0;
}

/** The earliest time after t at which the number changes; Infinity if it never does. */
export function nextHeadChange(steps: HeadSteps, t: number): number {
  const { starts, counts, cycle } = steps;
  const begin = cycleStart(steps, t);
  const step = stepAt(steps, t - begin);
  for (let ahead = 1; ahead < starts.length; ahead++) {
    const next = (step + ahead) % starts.length;
    if (counts[next] !== counts[step]) return begin + (next < step ? cycle : 0) + (starts[next] as number);
  }
  return Infinity;
}
