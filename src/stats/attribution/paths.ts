// Paths of touches, as attribution reads them.
import { requireFinite } from "../refuse.ts";

/** Everybody who came the same way: the channels of the touches in order, and how it ended. */
export interface TouchPath {
  /** Names of channels, first touch first; at least one. */
  readonly channels: readonly string[];
  /** How many bought. */
  readonly conversions: number;
  /** What they paid, all together. */
  readonly value: number;
  /** How many did not buy. */
  readonly nulls: number;
}

/** What is shared out: conversions, or their value. */
export type Measure = "conversions" | "value";

/** Throws RangeError unless every path has a touch, and its numbers are finite and not negative. */
export function requirePaths(paths: readonly TouchPath[]): void {
  for (const path of paths) {
    if (path.channels.length === 0) throw new RangeError("a path needs at least one touch");
    for (const what of ["conversions", "value", "nulls"] as const) {
      requireFinite(path[what], `${what} of a path`);
      if (path[what] < 0) throw new RangeError(`${what} of a path must not be negative, got ${path[what]}`);
    }
  }
}

/** The channels of all paths in the order in which they first appear. */
export function channelsOf(paths: readonly TouchPath[]): string[] {
  const found = new Set<string>();
  for (const { channels } of paths) for (const channel of channels) found.add(channel);
  return [...found];
}
