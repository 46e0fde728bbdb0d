// The unbiased sample variance, in two passes.
import { mean } from "./mean.ts";
import { requireFinite, requireValues } from "./refuse.ts";

/**
 * The unbiased sample variance of `values`, in their unit squared.
 *
 * Formula: s² = Σ(x − mean)² / (n − 1). Two passes, because Σx² − (Σx)²/n cancels when the mean is large beside the spread.
 * @throws RangeError when there are fewer than two values (the variance of one is undefined) or one is not finite, or
 *   their squares overflow.
 */
export function sampleVariance(values: readonly number[]): number {
  requireValues(values, 2, "a sample variance");
  const centre = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) * (value - centre);
  requireFinite(squares, "the sum of squares in a variance");
  return squares / (values.length - 1);
}
