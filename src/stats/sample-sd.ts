// The sample standard deviation.
import { sampleVariance } from "./sample-variance.ts";

/**
 * The sample standard deviation of `values`, in their unit: the square root of {@link sampleVariance}.
 * @throws RangeError when there are fewer than two values or one is not finite.
 */
export function sampleSd(values: readonly number[]): number {
  return Math.sqrt(sampleVariance(values));
}
