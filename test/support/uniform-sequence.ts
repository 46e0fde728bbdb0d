/** Addressed uniform numbers for tests of the statistics, from the kernel's draws. */

import { Draws, rootKeyOf } from "../../src/sim/kernel/index.ts";

/** Uniform numbers of a seed, by two addresses. */
export function sequenceOf(seed: string): (dimension: number, index: number) => number {
  const draws = new Draws(rootKeyOf(seed), 0);
  return (dimension, index) => draws.uniform(dimension, 0, index);
}
