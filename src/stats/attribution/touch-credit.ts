// Rules of thumb: whole or equal credit by the position of the touch.
import { channelsOf, type Measure, requirePaths, type TouchPath } from "./paths.ts";

/** Credit by channel, in the unit of the measure; credits add up to the total. */
export type Credit = ReadonlyMap<string, number>;

type Shares = (channels: readonly string[], give: (channel: string, share: number) => void) => void;

function credit(paths: readonly TouchPath[], measure: Measure, shares: Shares): Credit {
  requirePaths(paths);
  const credits = new Map(channelsOf(paths).map((channel) => [channel, 0]));
  for (const path of paths) {
    const worth = path[measure];
    shares(path.channels, (channel, share) => credits.set(channel, (credits.get(channel) ?? 0) + worth * share));
  }
  return credits;
}

/** All credit to the first touch. @throws RangeError for a path without touches or with negative numbers */
export function firstTouch(paths: readonly TouchPath[], measure: Measure): Credit {
  return credit(paths, measure, (channels, give) => give(channels[0] as string, 1));
}

/** All credit to the last touch. @throws RangeError for a path without touches or with negative numbers */
export function lastTouch(paths: readonly TouchPath[], measure: Measure): Credit {
  return credit(paths, measure, (channels, give) => give(channels.at(-1) as string, 1));
}

/** Equal credit to every touch: a channel that was touched twice has two parts. @throws RangeError as above */
export function linearTouch(paths: readonly TouchPath[], measure: Measure): Credit {
  return credit(paths, measure, (channels, give) => {
    for (const channel of channels) give(channel, 1 / channels.length);
  });
}

/**
 * Shapley value of the game in which a set of channels is worth what paths bring that touch no other channel:
 * v(S) = Σ worth of paths whose channels all lie in S. A path is worth its value to its own set of channels and nothing to less
 * (a unanimity game), so each of its different channels has an equal part, however many channels there are.
 *
 * Source: Shapley 1953; for paths of touches Zhao, Mahboobi & Bagheri 2018, "Shapley value methods for attribution modeling".
 * @throws RangeError for a path without touches or with negative numbers
 */
export function shapleyOfPaths(paths: readonly TouchPath[], measure: Measure): Credit {
  return credit(paths, measure, (channels, give) => {
    const different = new Set(channels);
    for (const channel of different) give(channel, 1 / different.size);
  });
}
