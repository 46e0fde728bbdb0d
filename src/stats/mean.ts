// The arithmetic mean, with one correction pass.
import { requireFinite, requireValues } from "./refuse.ts";

/**
 * The arithmetic mean of `values`, in their unit.
 *
 * Formula: m = Σx / n, returned as m + Σ(x − m) / n. The second pass takes back what the first lost to rounding, so that
 * the mean of equal values is that value exactly (ten times 0.1 summed and divided is not 0.1), and zero variance is zero.
 *
 * Source: Chan, Golub & LeVeque 1983, "Algorithms for computing the sample variance", The American Statistician 37(3).
 * @throws RangeError when `values` is empty or holds a value that is not finite, or their sum overflows.
 */
export function mean(values: readonly number[]): number {
  requireValues(values, 1, "a mean");
  let sum = 0;
  for (const value of values) sum += value;
  requireFinite(sum, "the sum in a mean");
  const first = sum / values.length;
  let rest = 0;
  for (const value of values) rest += value - first;
  return first + rest / values.length;
}
