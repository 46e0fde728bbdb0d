// Coverage: a 95 % jackknife interval for a ratio of sums holds the true ratio in 95 % of experiments, and wrong ones do not.
//
// Fixed seeds, so nothing here is a matter of luck from run to run. Wrong variants are made from the same estimates, to show that
// the test can tell: one takes sd for the standard error, one the normal quantile for Student's.
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { describe, expect, it } from "vitest";
import { jackknife, ratioOfSums, tQuantile } from "../../src/stats/index.ts";
import type { JackknifeEstimate } from "../../src/stats/index.ts";

const CONFIDENCE = 0.95;
const TRUE_RATIO = 0.3;

/** Uniforms in [0, 1) from a 32-bit state: Tommy Ettinger's mulberry32 (public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Nearly a standard normal variable: twelve uniforms less six. */
function nearlyNormal(uniform: () => number): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += uniform();
  return sum;
}

/** One experiment of n replications: contacts (100 ± 10) and, of them, successes (30 % ± 5); the ratio of expectations is 0.3. */
function experiment(n: number, uniform: () => number): JackknifeEstimate {
  const contacts = Array.from({ length: n }, () => 100 + 10 * nearlyNormal(uniform));
  const successes = contacts.map((x) => TRUE_RATIO * x + 5 * nearlyNormal(uniform));
  const result = jackknife(n, (leaveOut) => ratioOfSums(successes, contacts, leaveOut), CONFIDENCE);
  if ("undefined" in result) throw new Error("a ratio over no contacts");
  return result;
}

/** Whether an interval holds the true ratio. */
type Holds = (estimate: JackknifeEstimate) => boolean;

const asBuilt: Holds = ({ low, high }) => Number(low) <= TRUE_RATIO && TRUE_RATIO <= Number(high);

const sdForStandardError: Holds = ({ estimate, sd, n }) =>
  Math.abs(estimate - TRUE_RATIO) <= tQuantile((1 + CONFIDENCE) / 2, n - 1) * Number(sd);

const normalForStudent: Holds = ({ estimate, sd, n }) =>
  Math.abs(estimate - TRUE_RATIO) <= (normalQuantile((1 + CONFIDENCE) / 2, 0, 1) * Number(sd)) / Math.sqrt(n);

/** How many standard errors (of a binomial share at 95 %) the coverage of `holds` is away from 95 %. */
function standardErrorsOff(estimates: readonly JackknifeEstimate[], holds: Holds): number {
  const coverage = estimates.filter(holds).length / estimates.length;
  return (coverage - CONFIDENCE) / Math.sqrt((CONFIDENCE * (1 - CONFIDENCE)) / estimates.length);
}

/** `times` experiments of n replications from one seed. */
function experiments(times: number, n: number, seed: number): JackknifeEstimate[] {
  const uniform = mulberry32(seed);
  return Array.from({ length: times }, () => experiment(n, uniform));
}

describe("coverage of the jackknife interval for a ratio of sums", () => {
  describe("in 400 experiments of 20 replications", () => {
    const made = experiments(400, 20, 20_240_601);

    it("is within three standard errors of 95 %", () => {
      expect(Math.abs(standardErrorsOff(made, asBuilt))).toBeLessThan(3);
    });

    it("would be too high with sd for the standard error", () => {
      expect(standardErrorsOff(made, sdForStandardError)).toBeGreaterThan(3);
    });
  });

  // With 20 replications the normal quantile covers 93.5 %: 400 experiments (± 3.3 %) cannot see that, 10,000 (± 0.65 %) can.
  describe("in 10,000 experiments of 20 replications", () => {
    const made = experiments(10_000, 20, 20_240_602);

    it("is within three standard errors of 95 %", () => {
      expect(Math.abs(standardErrorsOff(made, asBuilt))).toBeLessThan(3);
    });

    it("would be too low with the normal quantile for Student's", () => {
      expect(standardErrorsOff(made, normalForStudent)).toBeLessThan(-3);
    });
  });

  // With 4 replications it covers 85.5 %, and 400 experiments are enough.
  describe("in 400 experiments of 4 replications", () => {
    const made = experiments(400, 4, 20_240_603);

    it("is within three standard errors of 95 %", () => {
      expect(Math.abs(standardErrorsOff(made, asBuilt))).toBeLessThan(3);
    });

    it("would be too low with the normal quantile for Student's", () => {
      expect(standardErrorsOff(made, normalForStudent)).toBeLessThan(-3);
    });
  });
});
