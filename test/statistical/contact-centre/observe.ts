/** Looking at a world between its events: averages over time, and samples at given times, of whatever its state says. */

import type { World } from "../../../src/sim/world.ts";

/** Something that a state says, as a number. */
export interface LevelObserver {
  /** Left out: integrated over time, after the history. Else: summed over looks at `offset`, `offset + every`, … seconds after the history. */
  readonly looks?: { readonly offset: number; readonly every: number };
  readonly level: (world: World) => number;
}

/** Something that happens, counted after the history. */
export interface CountObserver {
  /** Arranges that `count` is called whenever it happens. */
  readonly happens: (world: World, count: () => void) => void;
}

export type Observer = LevelObserver | CountObserver;

const noLevel: LevelObserver = { level: () => 0 };

/**
 * Watches a world from its beginning.
 *
 * @param from - end of the history, seconds
 * @returns what was seen up to a time, by observer
 */
export function observe(world: World, observers: readonly Observer[], from: number): (until: number) => number[] {
  const seen = observers.map(() => 0);
  for (const [i, observer] of observers.entries()) {
    if (!("happens" in observer)) continue;
    observer.happens(world, () => {
      if (world.core.now >= from) seen[i] = (seen[i] as number) + 1;
    });
  }
  const levels = observers.map((observer) => ("happens" in observer ? noLevel : observer));
  const nextLook = levels.map(({ looks }) => (looks === undefined ? Number.POSITIVE_INFINITY : from + looks.offset));
  let last = from;
  // Between two events nothing changes, so what holds before an event has held since the one before it.
  const lookUntil = (time: number): void => {
    if (time <= from) return;
    for (const [i, { looks, level }] of levels.entries()) {
      if (looks === undefined) seen[i] = (seen[i] as number) + level(world) * (time - last);
      else if ((nextLook[i] as number) < time) {
        const now = level(world);
        for (; (nextLook[i] as number) < time; nextLook[i] = (nextLook[i] as number) + looks.every) seen[i] = (seen[i] as number) + now;
      }
    }
    last = time;
  };
  const { events } = world.core;
  const pop = events.pop.bind(events);
  events.pop = () => {
    lookUntil(events.peekTime());
    return pop();
  };
  return (until) => {
    lookUntil(until);
    return seen;
  };
}
