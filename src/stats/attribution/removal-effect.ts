// Markov attribution: what would be lost if a channel led nowhere.
import { channelsOf, type Measure, requirePaths, type TouchPath } from "./paths.ts";
import type { Credit } from "./touch-credit.ts";
import { meanEarned, touchChain } from "./touch-chain.ts";

export interface RemovalEffects {
  /** What a journey earns in the mean: the probability of a conversion, or its expected value. */
  readonly perJourney: number;
  /** Share of it that is lost without the channel, 0 to 1. These do not add up to 1. */
  readonly effects: ReadonlyMap<string, number>;
  /** Effects divided by their sum: shares of credit that add up to 1. */
  readonly shares: Credit;
}

/**
 * Removal effects in an absorbing Markov chain of touches: for each channel 1 − (earned where whoever comes to it is lost) / earned.
 * Exact: the chain is solved, not walked at random.
 *
 * Source: Anderl, Becker, von Wangenheim & Schumann 2016, "Mapping the customer journey", IJRM 33(3).
 * @param order how many touches back the next one depends on, 1 or more
 * @returns null where nothing is earned at all
 * @throws RangeError when the order is no whole number from 1, the chain is too large, or a path has no touch or negative numbers
 */
export function removalEffects(paths: readonly TouchPath[], measure: Measure, order = 1): RemovalEffects | null {
  requirePaths(paths);
  if (!(Number.isSafeInteger(order) && order >= 1)) throw new RangeError(`order must be a whole number of 1 or more, got ${order}`);
  const chain = touchChain(paths, measure, order);
  const perJourney = meanEarned(chain);
  if (perJourney === 0) return null;
  // Rounding may leave a trace on either side of what is possible.
  const effectOf = (channel: string) => Math.min(1, Math.max(0, 1 - meanEarned(chain, channel) / perJourney));
  const effects = new Map(channelsOf(paths).map((channel) => [channel, effectOf(channel)]));
  const sum = [...effects.values()].reduce((total, effect) => total + effect, 0);
  return { perJourney, effects, shares: new Map([...effects].map(([channel, effect]) => [channel, effect / sum])) };
}
