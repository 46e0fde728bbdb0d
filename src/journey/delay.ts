/** How a delay travels: words say seconds, XState counts milliseconds, the engine takes seconds again. */

/**
 * A word's seconds as the milliseconds that XState keeps. Infinity means never.
 * @throws RangeError on a negative or undefined (NaN) delay, naming machine, state and word.
 */
export function millisecondsOf(seconds: number, machine: string, state: string, word: string): number {
  if (seconds >= 0) return seconds * 1000;
  throw new RangeError(`Journey "${machine}", state ${state}: the delay "${word}" is ${seconds} s; it must be 0 or more`);
}

/** The engine's seconds for a timer of so many milliseconds. Both executors round here and nowhere else. */
export function secondsOf(milliseconds: number): number {
  return milliseconds / 1000;
}
