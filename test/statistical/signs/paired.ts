/** Signs of paired differences. */

import { expect } from "vitest";
import type { Estimate } from "../../support/estimate.ts";

/** Quantiles of Student's t for 95 % intervals, by degrees of freedom from 1. */
const T = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11, 2.101, 2.093, 2.086,
] as const;

/** Demands that the 95 % interval of a mean difference lies on one side of 0. `JB_FIGURES=1` prints it. */
export function clearly(what: string, { mean, se, replications }: Estimate, sign: "higher" | "lower"): void {
  const half = (T[replications - 2] ?? T[19]) * se;
  const line = `${what}: ${mean.toPrecision(4)} ± ${half.toPrecision(3)}`;
  if (process.env["JB_FIGURES"] !== undefined) console.log(line);
  if (sign === "higher") expect(mean - half, line).toBeGreaterThan(0);
  else expect(mean + half, line).toBeLessThan(0);
}

/** Demands that the 95 % interval of a mean lies within bounds. `JB_FIGURES=1` prints it. */
export function between(what: string, found: Estimate, least: number, most: number): void {
  const half = halfWidth(found);
  const line = `${what}: ${found.mean.toPrecision(4)} ± ${half.toPrecision(3)}`;
  if (process.env["JB_FIGURES"] !== undefined) console.log(line);
  expect(found.mean - half, line).toBeGreaterThan(least);
  expect(found.mean + half, line).toBeLessThan(most);
}

/** Half the width of the 95 % interval of a mean. */
export function halfWidth({ se, replications }: Estimate): number {
  return (T[replications - 2] ?? T[19]) * se;
}
