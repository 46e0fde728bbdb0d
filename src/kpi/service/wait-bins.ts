/** Bins of waits: one for no wait at all, then 32 to an octave (3 % wide at most), as in an HdrHistogram (Tene). */

/** Bins to an octave, as a power of two. */
const OCTAVE_BITS = 5;
/** Waits below 2^−7 s (8 ms) share a bin; so do those from 2^24 s (194 days). */
const LEAST_EXPONENT = -7;
const OCTAVES = 31;

/** Bin 0: no wait. Bin 1: above 0 and below 8 ms. The last one is open to the right. */
export const waitBins = 3 + (OCTAVES << OCTAVE_BITS);

const BIAS = ((127 + LEAST_EXPONENT) << OCTAVE_BITS) - 2;
const FLOAT = new Float32Array(1);
const BITS = new Uint32Array(FLOAT.buffer);

/** The bin of a wait in seconds (not below 0): exponent and first bits of the mantissa of the number, no logarithm. */
export function waitBin(seconds: number): number {
  if (seconds === 0) return 0;
  FLOAT[0] = seconds;
  const bin = ((BITS[0] as number) >>> (23 - OCTAVE_BITS)) - BIAS;
  return bin < 1 ? 1 : bin >= waitBins ? waitBins - 1 : bin;
}

/** Where each bin begins, seconds; one entry more than there are bins, the last Infinity. */
export const waitBinEdges: Float64Array = Float64Array.from({ length: waitBins + 1 }, (_, bin) => {
  if (bin < 2) return 0;
  if (bin === waitBins) return Number.POSITIVE_INFINITY;
  BITS[0] = (bin + BIAS) << (23 - OCTAVE_BITS);
  return FLOAT[0] as number;
});
