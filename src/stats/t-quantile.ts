// The quantile of Student's t distribution, from @stdlib.
import quantile from "@stdlib/stats-base-dists-t-quantile";
import { requireDegreesOfFreedom } from "./refuse.ts";

/** The last answer: the thousands of intervals of a result all ask for the same one. */
let last = { p: Number.NaN, df: Number.NaN, t: Number.NaN };

/**
 * The value a Student t variable with `df` degrees of freedom stays below with probability `p`.
 * @param p probability, strictly between 0 and 1
 * @param df degrees of freedom, positive and finite
 * @throws RangeError when `p` or `df` is outside its range (where the library would answer NaN or an infinity).
 */
export function tQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability strictly between 0 and 1 is needed, got ${p}`);
  requireDegreesOfFreedom(df);
  if (p !== last.p || df !== last.df) last = { p, df, t: quantile(p, df) };
  return last.t;
}
