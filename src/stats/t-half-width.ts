// Half the width of a Student t interval: what the plain and the jackknife interval share.
import { tQuantile } from "./t-quantile.ts";

/**
 * Half the width of the two-sided interval for a mean of `n` independent values, in the unit of `sd`.
 *
 * Formula: t(n−1; (1 + confidence) / 2) · sd / √n.
 * @param sd sample standard deviation of the n values (not of their mean)
 * @param n number of values, at least 2
 * @param confidence coverage wanted, strictly between 0 and 1
 */
export function tHalfWidth(sd: number, n: number, confidence: number): number {
  return (tQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
}
