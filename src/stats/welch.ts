// The difference of two independent estimates.
import { requireConfidence, requireFinite } from "./refuse.ts";
import { tCdf } from "./t-cdf.ts";
import { tQuantile } from "./t-quantile.ts";

/** An estimate from n replications: the standard deviation of their (pseudo-)values makes its standard error sd / √n. */
export interface Sampled {
  readonly estimate: number;
  readonly sd: number;
  readonly n: number;
}

/** A difference with its two-sided interval, in the unit of the estimates. */
export interface WelchDifference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, against zero. */
  readonly p: number;
}

/**
 * The difference `one` − `other` of estimates from independent replications; null when one of them has fewer than two.
 *
 * Formula: se² = s₁²/n₁ + s₂²/n₂; Student's t with (s₁²/n₁ + s₂²/n₂)² / ((s₁²/n₁)²/(n₁ − 1) + (s₂²/n₂)²/(n₂ − 1)) degrees of freedom
 * (Welch–Satterthwaite). Without any variation the interval has no width, and p is 1 for no difference and 0 otherwise.
 *
 * Source: Welch 1947, Biometrika 34; Law, Simulation Modeling and Analysis, section 10.2.2.
 * @throws RangeError when a value is not finite, an sd is negative, or `confidence` is out of range.
 */
export function welchDifference(one: Sampled, other: Sampled, confidence: number): WelchDifference | null {
  requireConfidence(confidence);
  for (const { estimate, sd } of [one, other]) {
    requireFinite(estimate, "an estimate");
    if (!(sd >= 0 && sd < Infinity)) throw new RangeError(`a standard deviation must be finite and not negative, got ${sd}`);
  }
  if (one.n < 2 || other.n < 2) return null;
  const difference = one.estimate - other.estimate;
  const [v1, v2] = [(one.sd * one.sd) / one.n, (other.sd * other.sd) / other.n];
  const se = Math.sqrt(v1 + v2);
  if (se === 0) return { difference, low: difference, high: difference, p: difference === 0 ? 1 : 0 };
  const df = ((v1 + v2) * (v1 + v2)) / ((v1 * v1) / (one.n - 1) + (v2 * v2) / (other.n - 1));
  const half = tQuantile((1 + confidence) / 2, df) * se;
  return { difference, low: difference - half, high: difference + half, p: Math.min(1, 2 * tCdf(-Math.abs(difference / se), df)) };
}
