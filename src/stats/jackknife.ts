// The jackknife interval: Student's t for statistics that are not means, such as ratios of sums.
import { requireConfidence, requireFinite } from "./refuse.ts";
import { sampleSd } from "./sample-sd.ts";
import { tHalfWidth } from "./t-half-width.ts";

/**
 * A statistic of n replications, computed without replication `leaveOut` (0 to n − 1), or over all of them when that is null.
 * It answers null where it is undefined (a ratio over nothing), never NaN.
 */
export type LeaveOneOutStatistic = (leaveOut: number | null) => number | null;

/** An estimate with its two-sided interval, in the unit of the statistic; what the replications cannot tell is null. */
export interface JackknifeEstimate {
  /** The statistic over all replications (not corrected for bias, so that it is the figure shown elsewhere). */
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Standard deviation of the pseudo-values; the standard error of the estimate is sd / √n. */
  readonly sd: number | null;
  /** Number of replications. */
  readonly n: number;
}

/** The answer when the statistic is undefined over all replications together. */
export interface JackknifeUndefined {
  readonly undefined: true;
}

/**
 * The value of `statistic` over n replications, with a two-sided jackknife t interval.
 *
 * Formula: θ = statistic(null); pseudo-values p_j = n·θ − (n − 1)·θ_(−j); interval θ ± t(n−1; (1 + confidence) / 2) · sd(p) / √n.
 * For a mean this is the ordinary t interval; for a smooth function of means it agrees with the delta method to order 1/n.
 * Not for medians and other quantiles, where the jackknife is inconsistent.
 *
 * Undefined statistic: `{ undefined: true }`. One replication, or a statistic undefined without one of them: the estimate stands
 * and `low`, `high` and `sd` are null. Zero width if leaving out changes nothing, to the bit: over sums of integers it then is so.
 *
 * Source: Tukey 1958; Miller 1974, "The jackknife: a review", Biometrika 61(1).
 * @param n number of independent replications
 * @param statistic called with null first, then (for n ≥ 2) with 0, 1, … n − 1, up to the first null
 * @param confidence coverage wanted, strictly between 0 and 1
 * @throws RangeError when n is not a positive integer, `confidence` is out of range, or the statistic is not finite.
 */
export function jackknife(n: number, statistic: LeaveOneOutStatistic, confidence: number): JackknifeEstimate | JackknifeUndefined {
  if (!(Number.isSafeInteger(n) && n >= 1)) throw new RangeError(`n must be a positive integer, got ${n}`);
  requireConfidence(confidence);
  const estimate = statistic(null);
  if (estimate === null) return { undefined: true };
  requireFinite(estimate, "the statistic");
  const deviations = n === 1 ? null : pseudoDeviations(n, estimate, statistic);
  if (deviations === null) return { estimate, low: null, high: null, sd: null, n };
  const sd = sampleSd(deviations);
  const half = tHalfWidth(sd, n, confidence);
  return { estimate, low: estimate - half, high: estimate + half, sd, n };
}

/**
 * The pseudo-values less the estimate, or null if some leave-one-out value is: p_j − θ = (n − 1)·(θ − θ_(−j)).
 * Their standard deviation is that of the p_j, but subtracting first keeps the digits that n·θ − (n − 1)·θ_(−j) would lose.
 */
function pseudoDeviations(n: number, estimate: number, statistic: LeaveOneOutStatistic): number[] | null {
  const deviations: number[] = [];
  for (let leaveOut = 0; leaveOut < n; leaveOut++) {
    const without = statistic(leaveOut);
    if (without === null) return null;
    if (!Number.isFinite(without)) requireFinite(without, `the statistic without replication ${leaveOut}`);
    deviations.push((n - 1) * (estimate - without));
  }
  return deviations;
}
