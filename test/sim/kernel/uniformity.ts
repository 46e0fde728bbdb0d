// A small battery of statistical tests for uniform numbers; each gives a z-value that is standard normal for good ones.

/** Something that gives the i-th number of a sequence, strictly between 0 and 1. */
export type Sequence = (i: number) => number;

/** The numbers looked at per test. */
export const LENGTH = 1 << 16;

/** Chi-square statistic as a z-value (Wilson and Hilferty): negative if counts are too even, positive if too uneven. */
function chiSquareZ(counts: Uint32Array, total: number): number {
  const expected = total / counts.length;
  let chiSquare = 0;
  for (const count of counts) {
    chiSquare += ((count - expected) * (count - expected)) / expected;
  }
  const freedom = counts.length - 1;
  const variance = 2 / (9 * freedom);
  return (Math.cbrt(chiSquare / freedom) - (1 - variance)) / Math.sqrt(variance);
}

/** Whether each of 256 equal parts is hit as often as any other; `shift` looks at lower bits instead. */
export function frequencyZ(sequence: Sequence, shift = 1): number {
  const counts = new Uint32Array(256);
  for (let i = 0; i < LENGTH; i++) {
    const u = (sequence(i) * shift) % 1;
    counts[Math.floor(u * 256)]! += 1; // u < 1, so the index exists
  }
  return chiSquareZ(counts, LENGTH);
}

/** Whether neighbours `lag` apart fill the unit square evenly, 32 × 32; pairs do not overlap. */
export function pairsZ(sequence: Sequence, lag = 1): number {
  const counts = new Uint32Array(1024);
  let pairs = 0;
  for (let i = 0; i + lag < LENGTH; i += i % lag === lag - 1 ? lag + 1 : 1) {
    counts[Math.floor(sequence(i) * 32) * 32 + Math.floor(sequence(i + lag) * 32)]! += 1; // both below 32, so the index exists
    pairs++;
  }
  return chiSquareZ(counts, pairs);
}

/** Correlation of two sequences, times √n. */
export function correlationZ(a: Sequence, b: Sequence): number {
  let sum = 0;
  for (let i = 0; i < LENGTH; i++) {
    sum += (a(i) - 0.5) * (b(i) - 0.5);
  }
  return (sum * 12) / Math.sqrt(LENGTH);
}

/** All tests of one sequence, by name. */
export function battery(sequence: Sequence): Record<string, number> {
  const shifted =
    (lag: number): Sequence =>
    (i) =>
      sequence(i + lag);
  return {
    frequency: frequencyZ(sequence),
    "frequency of bits 9 to 16": frequencyZ(sequence, 256),
    "frequency of bits 27 to 34": frequencyZ(sequence, 1 << 26),
    pairs: pairsZ(sequence),
    "pairs 2 apart": pairsZ(sequence, 2),
    "pairs 16 apart": pairsZ(sequence, 16),
    "serial correlation": correlationZ(sequence, shifted(1)),
    "serial correlation, lag 2": correlationZ(sequence, shifted(2)),
    "serial correlation, lag 64": correlationZ(sequence, shifted(64)),
  };
}

/** The largest z-value of a battery, without its sign. */
export function worst(results: Record<string, number>): number {
  return Math.max(...Object.values(results).map(Math.abs));
}
