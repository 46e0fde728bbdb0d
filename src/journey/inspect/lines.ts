/** Names, transitions and actions of an inspection as short texts, shared by tree and diagrams. */

import type { CallView, StateView, TransitionView } from "./inspection.ts";

const UNITS: readonly (readonly [milliseconds: number, unit: string])[] = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1000, "s"],
];

/** A delay as people read it: XState's milliseconds get a unit, names stay. */
export function delayText(delay: string): string {
  const milliseconds = Number(delay);
  if (Number.isNaN(milliseconds) || delay.trim() === "") return delay;
  const [size, unit] = UNITS.find(([one]) => milliseconds !== 0 && milliseconds % one === 0) ?? [1, "ms"];
  return `${milliseconds / size} ${unit}`;
}

/** `BUY`, `after 3 d`, `always`, `when done`. */
export function triggerText({ kind, trigger }: TransitionView): string {
  switch (kind) {
    case "after":
      return `after ${delayText(trigger)}`;
    case "always":
      return "always";
    case "done":
      return "when done";
    case "actor":
    case "event":
      return trigger;
  }
}

/** Actions as a list. */
export function callsText(calls: readonly CallView[]): string {
  return calls.map(({ text }) => text).join(", ");
}

/** A target as seen from a state: siblings by their name, others by their path. */
export function targetText(from: StateView, target: string): string {
  if (from.parent === undefined || target === "(root)") return target;
  const prefix = from.parent === "(root)" ? "" : `${from.parent}.`;
  return target.startsWith(prefix) ? target.slice(prefix.length) : target;
}

/** `[guard]`, or nothing. */
export function guardText({ guard }: TransitionView): string {
  return guard === undefined ? "" : `[${guard.text}]`;
}
