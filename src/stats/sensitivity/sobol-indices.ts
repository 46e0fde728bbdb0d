// Sobol indices: the share of the variance of a result that each parameter brings, alone and with all its interactions.
import { MOST_SOBOL_DIMENSIONS, sobolSequence } from "../designs/index.ts";
import { requireConfidence, requireFinite } from "../refuse.ts";

/** The runs that indices are computed from: rows of matrices A and B and, per parameter, A with that column from B. */
export interface SobolDesign {
  readonly a: readonly (readonly number[])[];
  readonly b: readonly (readonly number[])[];
  /** By parameter. */
  readonly ab: readonly (readonly (readonly number[])[])[];
}

/** The model's values at the points of a {@link SobolDesign}. */
export interface SobolValues {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly ab: readonly (readonly number[])[];
}

export interface SobolIndex {
  readonly estimate: number;
  /** Bootstrap percentile interval. */
  readonly low: number;
  readonly high: number;
}

/** First-order and total index of one parameter. */
export interface SobolIndices {
  readonly first: SobolIndex;
  readonly total: SobolIndex;
}

/** Parameters whose indices can be estimated. */
const MOST_PARAMETERS = Math.floor(MOST_SOBOL_DIMENSIONS / 2);

/**
 * The design for `dimensions` parameters with `rows` rows: rows · (dimensions + 2) runs.
 *
 * The rows are points of a Sobol sequence in twice the dimensions, the origin left out; a digital shift makes runs of different seeds differ.
 *
 * Source: Saltelli, Annoni, Azzini, Campolongo, Ratto & Tarantola 2010, Computer Physics Communications 181(2).
 * @param rows a power of two, so that the points are balanced
 * @param shift uniform numbers in [0, 1), 2 · dimensions of them; left out: none
 * @throws RangeError when rows are no power of two, or there are too many dimensions for the sequence.
 */
export function sobolDesign(rows: number, dimensions: number, shift?: readonly number[]): SobolDesign {
  if (!(Number.isSafeInteger(rows) && rows >= 2 && (rows & (rows - 1)) === 0)) throw new RangeError(`rows are a power of two, got ${rows}`);
  if (!(dimensions >= 1 && dimensions <= MOST_PARAMETERS))
    throw new RangeError(`indices are for 1 to ${MOST_PARAMETERS} parameters, got ${dimensions}`);
  // Without a shift the first point is the origin, which no distribution with an open end can take; the next `rows` are as balanced.
  const points = shift === undefined ? sobolSequence(2 * rows, 2 * dimensions).slice(rows) : sobolSequence(rows, 2 * dimensions, shift);
  const a = points.map((point) => point.slice(0, dimensions));
  const b = points.map((point) => point.slice(dimensions));
  const ab = Array.from({ length: dimensions }, (_, j) => a.map((row, at) => row.map((x, k) => (k === j ? (b[at]?.[j] as number) : x))));
  return { a, b, ab };
}

/** Indices of one parameter from the rows that `pick` names: Saltelli 2010 for the first order, Jansen 1999 for the total. */
function indicesOf(values: SobolValues, parameter: number, pick: (at: number) => number): { first: number; total: number } {
  const rows = values.a.length;
  const mixed = values.ab[parameter] as readonly number[];
  let sum = 0;
  for (let at = 0; at < rows; at++) sum += (values.a[pick(at)] as number) + (values.b[pick(at)] as number);
  const centre = sum / (2 * rows);
  let variance = 0;
  let first = 0;
  let total = 0;
  for (let at = 0; at < rows; at++) {
    const row = pick(at);
    const [fa, fb, fm] = [values.a[row] as number, values.b[row] as number, mixed[row] as number];
    variance += (fa - centre) * (fa - centre) + (fb - centre) * (fb - centre);
    first += (fb - centre) * (fm - fa);
    total += (fa - fm) * (fa - fm);
  }
  const scale = variance / 2;
  return scale === 0 ? { first: 0, total: 0 } : { first: first / scale, total: total / 2 / scale };
}

function percentile(sorted: readonly number[], p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] as number;
}

/**
 * First-order and total indices of every parameter with bootstrap intervals over the rows.
 *
 * Formulas: S = mean f(B) (f(AB) − f(A)) / Var (Saltelli et al. 2010, table 2 (b), centred); ST = mean (f(A) − f(AB))² / 2 Var (Jansen 1999).
 * A result that never changes has indices 0.
 *
 * @param uniform addressed uniform numbers for the bootstrap: resample, index
 * @param resamples bootstrap resamples
 * @throws RangeError when a value is missing or not finite, or the confidence is out of range.
 */
export function sobolIndices(
  values: SobolValues,
  confidence: number,
  uniform: (resample: number, index: number) => number,
  resamples = 400,
): SobolIndices[] {
  requireConfidence(confidence);
  const rows = values.a.length;
  for (const column of [values.a, values.b, ...values.ab]) {
    if (column.length !== rows) throw new RangeError(`${rows} rows, but ${column.length} values`);
    for (const value of column) requireFinite(value, "each value of the model");
  }
  return values.ab.map((_, parameter) => {
    const estimate = indicesOf(values, parameter, (at) => at);
    const again = Array.from({ length: resamples }, (_unused, resample) =>
      indicesOf(values, parameter, (at) => Math.floor(uniform(resample, at) * rows)),
    );
    const interval = (which: "first" | "total"): SobolIndex => {
      const sorted = again.map((indices) => indices[which]).sort((x, y) => x - y);
      return { estimate: estimate[which], low: percentile(sorted, (1 - confidence) / 2), high: percentile(sorted, (1 + confidence) / 2) };
    };
    return { first: interval("first"), total: interval("total") };
  });
}
