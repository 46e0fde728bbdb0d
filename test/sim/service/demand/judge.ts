/** Tests of arrival times against theory that the simulator does not know: counts, times in an interval, rescaled gaps. */

import { expect } from "vitest";

/** A standard normal variate goes beyond it once in 16,000. */
const LIMIT = 4;
/** √n · D of Kolmogorov and Smirnov goes beyond it once in 16,000: 2 exp(-2 x²). */
const KS_LIMIT = 2.27;

/** Contacts in each of so many intervals of one length. */
export function countsOf(times: readonly number[], interval: number, intervals: number): Float64Array {
  const counts = new Float64Array(intervals);
  for (const time of times) {
    const i = Math.floor(time / interval);
    if (i < intervals) counts[i]! += 1;
  }
  return counts;
}

export function meanAndVariance(values: ArrayLike<number>): { readonly mean: number; readonly variance: number } {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return { mean, variance: all.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (all.length - 1) };
}

/** Demands that a figure is within four standard errors of its exact value. `JB_FIGURES=1` prints each figure. */
export function expectNear(what: string, found: number, exact: number, se: number): void {
  const z = (found - exact) / se;
  const line = `${what}: exact ${exact.toPrecision(6)}, found ${found.toPrecision(6)}, SE ${se.toPrecision(3)}, z ${z.toFixed(2)}`;
  if (process.env["JB_FIGURES"] !== undefined) console.log(line);
  expect(Math.abs(z), line).toBeLessThanOrEqual(LIMIT);
}

/** Demands that the counts are as of independent Poisson variates with these means: in all, and in their spread around the means. */
export function expectPoisson(what: string, counts: ArrayLike<number>, means: ArrayLike<number>): void {
  let [sum, expected, spread, variance] = [0, 0, 0, 0];
  for (let i = 0; i < counts.length; i++) {
    const [n, m] = [counts[i]!, means[i]!];
    sum += n;
    expected += m;
    if (m === 0) continue;
    spread += ((n - m) * (n - m)) / m;
    // Var (N − m)²/m = (m + 3m² − m²)/m².
    variance += 2 + 1 / m;
  }
  const terms = Array.from(means).filter((m) => m > 0).length;
  expectNear(`${what}, in all`, sum, expected, Math.sqrt(expected));
  expectNear(`${what}, index of dispersion`, spread / terms, 1, Math.sqrt(variance) / terms);
}

/** Demands that the values look like independent ones of the uniform distribution on (0, 1), by Kolmogorov and Smirnov. */
export function expectUniform(what: string, values: readonly number[]): void {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  let distance = 0;
  for (let i = 0; i < n; i++) distance = Math.max(distance, (i + 1) / n - sorted[i]!, sorted[i]! - i / n);
  const line = `${what}: Kolmogorov–Smirnov √n D = ${(Math.sqrt(n) * distance).toFixed(2)} of ${n}`;
  if (process.env["JB_FIGURES"] !== undefined) console.log(line);
  expect(n, line).toBeGreaterThan(100);
  expect(Math.sqrt(n) * distance, line).toBeLessThanOrEqual(KS_LIMIT);
}

/**
 * Demands that arrival times are a Poisson process with this cumulative rate: rescaled by it, the gaps are independent exponential
 * variates with mean 1 (Brown et al. 2002, "The time-rescaling theorem").
 */
export function expectPoissonProcess(what: string, times: readonly number[], cumulative: (t: number) => number): void {
  const gaps = times.map((time, i) => Math.exp((i === 0 ? 0 : cumulative(times[i - 1]!)) - cumulative(time)));
  expectUniform(`${what}, rescaled gaps`, gaps);
  const n = gaps.length - 1;
  let product = 0;
  for (let i = 0; i < n; i++) product += (gaps[i]! - 0.5) * (gaps[i + 1]! - 0.5) * 12;
  expectNear(`${what}, correlation of neighbouring gaps`, product / n, 0, 1 / Math.sqrt(n));
}
