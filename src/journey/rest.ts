/** Macrosteps must come to rest: the bound on their steps and the error that names the cycle. */

import type { AnyStateMachine } from "xstate";

/** Microsteps in one macrostep after which a journey counts as restless, unless the machine sets a lower bound. */
const MICROSTEP_LIMIT = 1000;

/** The machine's own `options.maxIterations`, never above the general limit. Same counting as in XState. */
export function microstepLimitOf(machine: AnyStateMachine): number {
  return Math.min(machine.options.maxIterations ?? MICROSTEP_LIMIT, MICROSTEP_LIMIT);
}

/** A macrostep followed `always` transitions or events of its own without end. */
export class JourneyLoopError extends Error {
  override readonly name = "JourneyLoopError";

  constructor(machine: string, id: number, limit: number, where: string) {
    super(`Journey "${machine}", row ${id}, does not come to rest within ${limit} steps of its own: ${where}`);
  }
}

/** A timer was started while another one of the same id was pending; XState would keep both, and cancel only the later. */
export class JourneyTimerError extends Error {
  override readonly name = "JourneyTimerError";

  constructor(machine: string, id: number, timer: string) {
    super(
      `Journey "${machine}", row ${id}: ${timer} is raised again while it is still pending, which makes two live timers of one name; ` +
        "cancel it first, or let an `after` of a state do it",
    );
  }
}

/** The last round of a walk that repeats itself: a, b, c, b, c → "b → c → b". */
export function lastRound(walk: readonly string[]): string {
  const end = walk.length - 1;
  const before = walk.lastIndexOf(walk[end] as string, end - 1);
  const round = walk.slice(Math.max(before, 0));
  return before < 0 ? `… ${round.join(" → ")}` : round.join(" → ");
}
