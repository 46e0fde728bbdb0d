/** Quantiles of waits from their histogram. */

import { waitBinEdges } from "./wait-bins.ts";

/** Counts up to and with each bin: what quantiles are looked up in. Like counts, they can be added and taken away. */
export function cumulated(counts: Float64Array): Float64Array {
  const sums = new Float64Array(counts.length);
  let sum = 0;
  for (let bin = 0; bin < counts.length; bin++) {
    sum += counts[bin] as number;
    sums[bin] = sum;
  }
  return sums;
}

/**
 * The quantile of a histogram, straight lines between the edges of bins (3 % wide); 0 within the bin of those who did not wait.
 *
 * @param upTo - counts by bin of `wait-bins.ts`, {@link cumulated}
 * @param p - above 0 and below 1
 * @param greatest - the greatest wait, where the last bin ends
 * @returns seconds, or null if nothing was counted
 */
export function waitQuantile(upTo: Float64Array, p: number, greatest: number): number | null {
  const total = upTo.at(-1) ?? 0;
  if (total === 0) return null;
  const wanted = p * total;
  const bin = firstWith(upTo, wanted);
  if (bin === 0) return 0;
  const before = upTo[bin - 1] as number;
  return between(bin, (wanted - before) / ((upTo[bin] as number) - before), greatest);
}

/** The first bin up to which so many are counted; their number is above 0 and no greater than all. */
function firstWith(upTo: Float64Array, wanted: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((upTo[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function between(bin: number, share: number, greatest: number): number {
  const low = waitBinEdges[bin] as number;
  const high = Math.min(waitBinEdges[bin + 1] as number, Math.max(low, greatest));
  return low + share * (high - low);
}
