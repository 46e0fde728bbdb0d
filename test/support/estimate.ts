/** Estimates over replications, judged by their own standard error. */

import { expect } from "vitest";

/** What a quantity came to over independent replications. */
export interface Estimate {
  readonly mean: number;
  /** Standard error of the mean. */
  readonly se: number;
  readonly replications: number;
}

/** Mean and standard error of one number per replication. */
export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, se: Math.sqrt(squares / (n - 1) / n), replications: n };
}

/** A ratio of sums with its standard error by the delta method: the spread of the residuals y − R x. */
export function ratio(pairs: readonly (readonly [y: number, x: number])[]): Estimate {
  const n = pairs.length;
  const y = pairs.reduce((sum, pair) => sum + pair[0], 0);
  const x = pairs.reduce((sum, pair) => sum + pair[1], 0);
  const mean = y / x;
  const squares = pairs.reduce((sum, pair) => sum + (pair[0] - mean * pair[1]) * (pair[0] - mean * pair[1]), 0);
  return { mean, se: Math.sqrt((squares * n) / (n - 1)) / x, replications: n };
}

/** How many standard errors an estimate lies above an exact value. */
export function z({ mean, se }: Estimate, exact: number): number {
  return (mean - exact) / se;
}

/**
 * Demands that an estimate is precise (its standard error is at most `precision` of the exact value) and right (within three of
 * them). `JB_FIGURES=1` prints each figure.
 */
export function expectExact(what: string, found: Estimate, exact: number, precision = 0.02): void {
  const score = z(found, exact);
  const line = `${what}: exact ${exact.toPrecision(6)}, simulated ${found.mean.toPrecision(6)}, SE ${found.se.toPrecision(3)}, z ${score.toFixed(2)}`;
  if (process.env["JB_FIGURES"] !== undefined) console.log(line);
  expect(found.se, `${line}: too imprecise to tell`).toBeLessThanOrEqual(precision * Math.abs(exact));
  expect(Math.abs(score), line).toBeLessThanOrEqual(3);
}

/** Demands that a wrong model would be seen: the estimate is further than five standard errors from its value. */
export function expectRefuted(what: string, found: Estimate, wrong: number): void {
  expect(Math.abs(z(found, wrong)), `${what}: ${found.mean} ± ${found.se} does not refute ${wrong}`).toBeGreaterThan(5);
}
