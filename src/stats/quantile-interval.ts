// Intervals for quantiles from order statistics: no assumption about the distribution.
import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import binomialQuantile from "@stdlib/stats-base-dists-binomial-quantile";
import { requireConfidence, requireValues } from "./refuse.ts";

/** Ranks of the order statistics (1 = smallest) between which a quantile lies, and how surely. */
export interface QuantileRanks {
  readonly low: number;
  readonly high: number;
  /** P(low ≤ number below the quantile < high): at least what was asked for. */
  readonly coverage: number;
}

/**
 * Ranks of n independent observations that enclose the p-quantile with at least the confidence asked for; null when n is too small
 * for that.
 *
 * The number of observations below the quantile is Binomial(n, p). Low is its (1 − confidence) / 2 quantile, high the
 * (1 + confidence) / 2 quantile plus one.
 *
 * Source: Conover 1999, Practical Nonparametric Statistics, section 3.2; David & Nagaraja 2003, section 7.1.
 * @throws RangeError when n is no positive integer, or p or the confidence do not lie strictly between 0 and 1.
 */
export function quantileRanks(n: number, p: number, confidence: number): QuantileRanks | null {
  if (!(Number.isSafeInteger(n) && n >= 1)) throw new RangeError(`n must be a positive integer, got ${n}`);
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile lies strictly between 0 and 1, got ${p}`);
  requireConfidence(confidence);
  const low = binomialQuantile((1 - confidence) / 2, n, p);
  const high = binomialQuantile((1 + confidence) / 2, n, p) + 1;
  if (low < 1 || high > n) return null;
  return { low, high, coverage: binomialCdf(high - 1, n, p) - binomialCdf(low - 1, n, p) };
}

/** A quantile with its interval; low and high are null when the observations are too few. */
export interface QuantileInterval {
  readonly estimate: number;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The p-quantile of independent observations with its order-statistic interval. The estimate is the observation of rank ⌈n p⌉.
 *
 * @throws RangeError as {@link quantileRanks}, or when a value is not finite.
 */
export function quantileInterval(values: readonly number[], p: number, confidence: number): QuantileInterval {
  requireValues(values, 1, "a quantile");
  const sorted = [...values].sort((a, b) => a - b);
  const ranks = quantileRanks(values.length, p, confidence);
  const at = (rank: number) => sorted[rank - 1] as number;
  return {
    estimate: at(Math.max(1, Math.ceil(values.length * p))),
    low: ranks === null ? null : at(ranks.low),
    high: ranks === null ? null : at(ranks.high),
  };
}
