/** The distribution of waits, by type: bins, and how many waited no longer than each threshold. */

import { thresholds, waitBin, waitBinEdges, waitBins } from "../../../kpi/index.ts";

/** First threshold that is not below the bin's lower edge; a wait in the bin may lie just beyond it. */
const FIRST_THRESHOLD = Uint8Array.from({ length: waitBins }, (_, bin) => {
  const found = thresholds.findIndex((threshold) => threshold >= (waitBinEdges[bin] as number));
  return found === -1 ? thresholds.length : found;
});
const THRESHOLDS = Float64Array.from([...thresholds, Number.POSITIVE_INFINITY]);

/** Histograms by type × kind. */
export class WaitHistograms {
  readonly #counts: Uint32Array;

  constructor(histograms: number) {
    this.#counts = new Uint32Array(histograms * waitBins);
  }

  /**
   * Counts a wait.
   *
   * @returns the place in the curve: the threshold it is within, but not within the one before
   */
  add(histogram: number, wait: number): number {
    const bin = waitBin(wait);
    const cell = histogram * waitBins + bin;
    this.#counts[cell] = (this.#counts[cell] as number) + 1;
    const place = FIRST_THRESHOLD[bin] as number;
    return wait > (THRESHOLDS[place] as number) ? place + 1 : place;
  }

  clear(): void {
    this.#counts.fill(0);
  }

  /** Of each histogram: first bin, length, counts; what is empty at either end is left out. */
  runs(): number[] {
    const runs: number[] = [];
    for (let begin = 0; begin < this.#counts.length; begin += waitBins) {
      const counts = this.#counts.subarray(begin, begin + waitBins);
      const first = counts.findIndex((count) => count > 0);
      const length = first === -1 ? 0 : counts.findLastIndex((count) => count > 0) - first + 1;
      runs.push(Math.max(0, first), length);
      for (let bin = first; bin < first + length; bin++) runs.push(counts[bin] as number);
    }
    return runs;
  }

  snapshot(): Uint32Array {
    return this.#counts.slice();
  }

  restore(saved: Uint32Array): void {
    this.#counts.set(saved);
  }
}
