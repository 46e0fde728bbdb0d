// Fieller's interval for the ratio of two means.
import { mean } from "./mean.ts";
import { requireConfidence, requireValues } from "./refuse.ts";
import { tQuantile } from "./t-quantile.ts";

/** The ratio of two means with its interval, which is null where the denominator is not clearly different from zero. */
export interface RatioInterval {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Sums of squares and products about the means, divided by n (n − 1): the (co)variances of the means. */
function covarianceOfMeans(x: readonly number[], y: readonly number[]): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  const sum = x.reduce((total, value, index) => total + (value - meanX) * ((y[index] as number) - meanY), 0);
  return sum / (x.length * (x.length - 1));
}

/**
 * The ratio mean(y) / mean(x) of paired observations with Fieller's two-sided interval: all ratios r for which mean(y) − r · mean(x) is not
 * significantly different from zero (Student's t, n − 1 degrees of freedom).
 *
 * Exact for normal pairs, where the delta method is only a limit. If the denominator's own interval covers zero, that set is not an
 * interval and both bounds are null: such a ratio should not be reported.
 *
 * Source: Fieller 1954, J. Royal Statistical Society B 16(2).
 * @param y numerators, one per replication
 * @param x denominators, in the same order
 * @throws RangeError when fewer than two pairs are given, the lengths differ, a value is not finite or the confidence is out of range.
 */
export function fiellerInterval(y: readonly number[], x: readonly number[], confidence: number): RatioInterval {
  requireValues(y, 2, "Fieller's interval");
  requireValues(x, 2, "Fieller's interval");
  requireConfidence(confidence);
  if (x.length !== y.length) throw new RangeError(`${y.length} numerators do not pair with ${x.length} denominators`);
  const [top, bottom] = [mean(y), mean(x)];
  const t = tQuantile((1 + confidence) / 2, x.length - 1);
  const [vyy, vxy, vxx] = [covarianceOfMeans(y, y), covarianceOfMeans(y, x), covarianceOfMeans(x, x)];
  const estimate = bottom === 0 ? null : top / bottom;
  // (top − r · bottom)² = t² (vyy − 2 r vxy + r² vxx), a quadratic in r.
  const a = bottom * bottom - t * t * vxx;
  if (a <= 0) return { estimate, low: null, high: null };
  const b = top * bottom - t * t * vxy;
  const c = top * top - t * t * vyy;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { estimate, low: (b - root) / a, high: (b + root) / a };
}
