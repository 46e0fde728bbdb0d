// The distribution function of Student's t distribution, from @stdlib.
import cdf from "@stdlib/stats-base-dists-t-cdf";
import { requireDegreesOfFreedom } from "./refuse.ts";

/**
 * The probability that a Student t variable with `df` degrees of freedom is at most `t`.
 *
 * For an upper tail ask for tCdf(−t, df), not 1 − tCdf(t, df): the latter is lost to rounding below 1e-16.
 * @param t any number but NaN; infinities give 0 and 1
 * @param df degrees of freedom, positive and finite
 * @throws RangeError when `t` is NaN or `df` is not positive and finite.
 */
export function tCdf(t: number, df: number): number {
  if (Number.isNaN(t)) throw new RangeError("t must be a number, got NaN");
  requireDegreesOfFreedom(df);
  return cdf(t, df);
}
