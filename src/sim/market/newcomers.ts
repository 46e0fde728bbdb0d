/** People who join the market as time goes on, beyond those who are there from the start. */

import type { Scenario } from "../../scenario/index.ts";

/** One who will come: of which segment, and in which interval (seconds). */
export interface Newcomer {
  readonly segment: number;
  readonly from: number;
  readonly length: number;
}

/** All who come until the end of what is lived, in the order of their intervals, so that a longer run only adds to them. */
export function planNewcomers({ segments, history, horizon, lifetimeValue }: Scenario): readonly Newcomer[] {
  const end = history + horizon + lifetimeValue.tail;
  return Object.values(segments ?? {})
    .flatMap(({ newcomers, size }, segment) => {
      const rate = newcomers * size;
      return Array.from({ length: Math.floor(rate * end + 1e-9) }, (_, k) => ({ segment, from: k / rate, length: 1 / rate }));
    })
    .toSorted((a, b) => a.from - b.from || a.segment - b.segment);
}
