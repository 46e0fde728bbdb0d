// What remains of the delay formulas with many agents and a staffing of load + β √load.
import erfcx from "@stdlib/math-base-special-erfcx";
import { requirePositive } from "./demand.ts";

/** Hazard of the standard normal distribution, φ(z) / (1 − Φ(z)), without the quotient of two vanishing numbers. */
function normalHazard(z: number): number {
  return Math.sqrt(2 / Math.PI) / erfcx(z / Math.SQRT2);
}

/**
 * Halfin–Whitt: the share that waits in M/M/c with c = a + β √a agents, for large a. 1 / (1 + β Φ(β) / φ(β)).
 *
 * Source: Halfin & Whitt 1981, Operations Research 29(3).
 * @param beta safety staffing in units of √a, above 0
 * @throws RangeError when `beta` is not positive.
 */
export function halfinWhittDelay(beta: number): number {
  requirePositive(beta, "beta");
  return 1 / (1 + beta / normalHazard(-beta));
}

/**
 * Garnett, Mandelbaum & Reiman: the share that waits in M/M/c+M with c = a + β √a agents, for large a. 1 / (1 + √(θ/μ) h(β̂) / h(−β)), β̂ = β √(μ/θ), h the
 * normal hazard.
 *
 * Source: Garnett, Mandelbaum & Reiman 2002, M&SOM 4(3).
 * @param beta safety staffing in units of √a, any number: patience makes under-staffing possible
 * @param serviceRate contacts that an agent handles per unit of time
 * @param patienceRate 1 / mean patience
 * @throws RangeError when a rate is not positive or `beta` no finite number.
 */
export function garnettDelay(beta: number, serviceRate: number, patienceRate: number): number {
  if (!Number.isFinite(beta)) throw new RangeError(`beta must be a finite number, got ${beta}`);
  requirePositive(serviceRate, "serviceRate");
  requirePositive(patienceRate, "patienceRate");
  const ratio = Math.sqrt(patienceRate / serviceRate);
  return 1 / (1 + (ratio * normalHazard(beta / ratio)) / normalHazard(-beta));
}
