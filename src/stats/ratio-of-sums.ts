// The ratio of two sums over replications: the estimator for shares, rates and averages per contact.
import { requireFinite, requireValues } from "./refuse.ts";

/**
 * The sum of `numerators` over the sum of `denominators`, in the unit of the one per the unit of the other.
 *
 * Formula: Σy / Σx, null where Σx = 0. Busy replications weigh more, as they should; the average of ratios y/x would not
 * estimate the long-run ratio. Sums of integers are exact (below 2⁵³), so the ratio then is correctly rounded.
 *
 * Made to be a jackknife statistic: `jackknife(n, (leaveOut) => ratioOfSums(y, x, leaveOut), 0.95)`. The sum is taken anew for
 * each one left out, not total minus one, which would cancel.
 *
 * Source: Cochran 1977, Sampling Techniques, chapter 6.
 * @param numerators one value per replication
 * @param denominators one value per replication, in the same order
 * @param leaveOut index of a replication to leave out of both sums; null (the default) for none
 * @throws RangeError when there are no values, the lengths differ, a value or a sum is not finite, or `leaveOut` is not an index.
 */
export function ratioOfSums(numerators: readonly number[], denominators: readonly number[], leaveOut: number | null = null): number | null {
  requireValues(numerators, 1, "a ratio of sums");
  requireValues(denominators, 1, "a ratio of sums");
  if (numerators.length !== denominators.length) {
    throw new RangeError(`${numerators.length} numerators do not pair with ${denominators.length} denominators`);
  }
  if (leaveOut !== null && !(Number.isInteger(leaveOut) && leaveOut >= 0 && leaveOut < numerators.length)) {
    throw new RangeError(`there is no replication ${leaveOut} among ${numerators.length}`);
  }
  const below = sumWithout(denominators, leaveOut);
  return below === 0 ? null : sumWithout(numerators, leaveOut) / below;
}

/** The sum of the values but for the one at index `leaveOut`. */
function sumWithout(values: readonly number[], leaveOut: number | null): number {
  let sum = 0;
  // A jackknife asks once for each value: no iterator.
  for (let at = 0; at < values.length; at++) if (at !== leaveOut) sum += values[at] as number;
  requireFinite(sum, "a sum in a ratio");
  return sum;
}
