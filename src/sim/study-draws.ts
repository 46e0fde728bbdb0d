/** Random numbers of a study itself: designs and resamples, apart from those of any replication. */

import { Draws, rootKeyOf } from "./kernel/index.ts";

/** No study has so many replications. */
const BEYOND = 0xffff_ffff;

/** Addressed uniform numbers in (0, 1) of a seed, by two addresses. */
export function studyDraws(seed: string): (row: number, index: number) => number {
  const draws = new Draws(rootKeyOf(seed), BEYOND);
  return (row, index) => draws.uniform(row, 0, index);
}
