// How much of the beginning of a run to leave out.
import { requireValues } from "./refuse.ts";

/** What MSER says of a series. */
export interface WarmUp {
  /** Observations to leave out at the beginning. */
  readonly truncate: number;
  /** The squared standard error of the mean of the batches that remain, at its least. */
  readonly statistic: number;
  /** Mean of the batches that remain. */
  readonly meanAfter: number;
  /** Whether the best place lies in the first half; if not, the run is too short to tell and nothing should be left out on its word. */
  readonly isSettled: boolean;
}

/**
 * MSER-m: leaves out as much of the beginning as makes the standard error of the remaining mean least.
 *
 * The series is cut into batches of `batch` observations (an incomplete last one is dropped); for every truncation d the statistic is
 * Σ (z_j − z̄)² / (n − d)², over the batches after d. It is looked for in the first half; `isSettled` is false when
 * the minimum over the whole (but for the last five batches) would lie beyond it.
 *
 * Source: White 1997, Simulation 69(6); Hoad, Robinson & Davies 2010, J. Operational Research Society 61(9).
 * @param series observations in the order of time
 * @param batch observations per batch; 5 is the usual choice (MSER-5)
 * @throws RangeError when there are fewer than ten batches, or a value is not finite.
 */
export function mser(series: readonly number[], batch = 5): WarmUp {
  if (!(Number.isSafeInteger(batch) && batch >= 1)) throw new RangeError(`a batch has at least one observation, not ${batch}`);
  requireValues(series, 10 * batch, "a series for MSER");
  const means = batchMeans(series, batch);
  const best = leastError(means, Math.floor(means.length / 2));
  const anywhere = leastError(means, means.length - 5);
  return { ...best, truncate: best.truncate * batch, isSettled: anywhere.truncate === best.truncate };
}

function batchMeans(series: readonly number[], batch: number): number[] {
  return Array.from({ length: Math.floor(series.length / batch) }, (_, at) => {
    let sum = 0;
    for (let k = at * batch; k < (at + 1) * batch; k++) sum += series[k] as number;
    return sum / batch;
  });
}

/** The truncation (in batches, at most `most`) whose remaining mean has the least squared standard error; the earliest of equals. */
function leastError(means: readonly number[], most: number): Pick<WarmUp, "truncate" | "statistic" | "meanAfter"> {
  let best = { truncate: 0, statistic: Infinity, meanAfter: Number.NaN };
  for (let truncate = 0; truncate <= most; truncate++) {
    const rest = means.slice(truncate);
    const meanAfter = rest.reduce((sum, value) => sum + value, 0) / rest.length;
    const statistic = rest.reduce((sum, value) => sum + (value - meanAfter) * (value - meanAfter), 0) / (rest.length * rest.length);
    if (statistic < best.statistic) best = { truncate, statistic, meanAfter };
  }
  return best;
}
