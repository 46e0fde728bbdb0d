// Student's t interval for the mean of independent replications.
import { mean } from "./mean.ts";
import { requireConfidence } from "./refuse.ts";
import { sampleSd } from "./sample-sd.ts";
import { tHalfWidth } from "./t-half-width.ts";

/** A mean with its two-sided interval, all in the unit of the values; what one replication cannot tell is null. */
export interface TInterval {
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Sample standard deviation of the values, not of the mean. */
  readonly sd: number | null;
  /** Number of values. */
  readonly n: number;
}

/**
 * The mean of `values` with its two-sided Student t interval.
 *
 * Formula: mean ± t(n−1; (1 + confidence) / 2) · s / √n. One value gives a mean, but null for `low`, `high` and `sd`.
 * For a paired comparison give it the differences.
 *
 * Source: Student 1908; Law, Simulation Modeling and Analysis, section 4.5 and (paired) 10.2.1.
 * @param values one value per independent replication
 * @param confidence coverage wanted, strictly between 0 and 1, such as 0.95
 * @throws RangeError when `values` is empty or holds a value that is not finite, or when `confidence` is out of range.
 */
export function tInterval(values: readonly number[], confidence: number): TInterval {
  requireConfidence(confidence);
  const centre = mean(values);
  const n = values.length;
  if (n === 1) return { mean: centre, low: null, high: null, sd: null, n };
  const sd = sampleSd(values);
  const half = tHalfWidth(sd, n, confidence);
  return { mean: centre, low: centre - half, high: centre + half, sd, n };
}
