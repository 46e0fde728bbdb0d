// Special functions that the models of buyers are written in.
import gammaln from "@stdlib/math-base-special-gammaln";

export { gammaln };

/** ln B(a, b). */
export function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}

/** ln(e^x + e^y). */
export function logSum(x: number, y: number): number {
  const larger = Math.max(x, y);
  return larger === Number.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(x, y) - larger));
}

const MOST_TERMS = 10_000_000;

/** Gauss's series. Its terms shrink by a factor that tends to z, so it converges for every z below 1. */
function gaussSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < MOST_TERMS && Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= ((a + k) * (b + k) * z) / ((c + k) * (k + 1));
    sum += term;
  }
  return sum;
}

/**
 * ln 2F1(a, b; c; z) for 0 ≤ z < 1, where 2F1 is positive (so for a, b, c > 0): Gauss's series, after Euler's transformation
 * 2F1(a, b; c; z) = (1 − z)^(c−a−b) 2F1(c − a, c − b; c; z) where that converges better. In logarithms, because a hundred purchases give values
 * beyond the largest number.
 *
 * `@stdlib/math-base-special-hyp2f1` 0.1.1 is not used: it gives NaN for 2F1(200, 3; 201; 0.99), which is a frequent buyer in Pareto/NBD.
 * Source: NIST Digital Library of Mathematical Functions, 15.2.1 and 15.8.1.
 */
export function logHypergeometric(a: number, b: number, c: number, z: number): number {
  const excess = c - a - b;
  if (excess >= 0) return Math.log(gaussSeries(a, b, c, z));
  return excess * Math.log1p(-z) + Math.log(gaussSeries(c - a, c - b, c, z));
}

/** 2F1(a, b; c; z) for 0 ≤ z < 1, of any sign; see {@link logHypergeometric}. */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  const excess = c - a - b;
  if (excess >= 0) return gaussSeries(a, b, c, z);
  return Math.exp(excess * Math.log1p(-z)) * gaussSeries(c - a, c - b, c, z);
}

/**
 * The value of a smooth function at `x`, which its formula reaches only in the limit there: the mean of its values on both sides, whose error
 * is of the order of the step's square.
 */
export function acrossGap(x: number, gap: number, formula: (x: number) => number): number {
  const STEP = 1e-4;
  return Math.abs(x - gap) < STEP / 10 ? (formula(gap - STEP) + formula(gap + STEP)) / 2 : formula(x);
}
