/** Quantiles of waits from their histogram. */

import { waitBinEdges } from "./wait-bins.ts";

/**
 * The quantile of a histogram, straight lines between the edges of bins (3 % wide); 0 within the bin of those who did not wait.
 *
 * @param counts - by bin of `wait-bins.ts`
 * @param p - above 0 and below 1
 * @param greatest - the greatest wait, where the last bin ends
 * @returns seconds, or null if nothing was counted
 */
export function waitQuantile(counts: Float64Array, p: number, greatest: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let left = p * total;
  for (let bin = 0; bin < counts.length; bin++) {
    const count = counts[bin] as number;
    if (count > 0 && left <= count) return bin === 0 ? 0 : between(bin, left / count, greatest);
    left -= count;
  }
  return greatest;
}

function between(bin: number, share: number, greatest: number): number {
  const low = waitBinEdges[bin] as number;
  const high = Math.min(waitBinEdges[bin + 1] as number, Math.max(low, greatest));
  return low + share * (high - low);
}
