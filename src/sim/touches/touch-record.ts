/** What a replication leaves for an attribution study: whole numbers, so that sums over replications are exact. */

import type { CountedPath } from "./path-tree.ts";

/** Sums after adoption, cents. */
export interface Takings {
  /** Value of orders, refunds not taken off. */
  readonly revenue: number;
  readonly profit: number;
}

/** By row of channel where not said otherwise. */
export interface TouchRecord {
  /** Needs that ended after adoption, by the touches they had. */
  readonly paths: readonly CountedPath[];
  /** Touches after adoption. */
  readonly touches: readonly number[];
  readonly asIs: Takings;
  /** The same world in which no touch of the channel happens; undefined for a channel that has none. */
  readonly without: readonly (Takings | undefined)[];
  /** How many single touches were left out, one customer each. */
  readonly sampled: readonly number[];
  /** What needs lose when one of their touches is left out, added up over all touches, as estimated from those sampled; cents. */
  readonly lostSingly: readonly number[];
}
