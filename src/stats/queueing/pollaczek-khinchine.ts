// M/G/1: one agent and handling times of any distribution.
import { requireNonNegative, requirePositive } from "./demand.ts";

/**
 * The mean wait of M/G/1, or null if the work exceeds the agent: ρ (1 + cv²) / (2 (1 − ρ)) mean handling times.
 *
 * Source: Pollaczek 1930, Khinchine 1932; Kleinrock, Queueing Systems I, section 5.6.
 * @param arrivalRate contacts per unit of time
 * @param meanHandling mean handling time
 * @param cv coefficient of variation of the handling time: 0 deterministic, 1 exponential
 * @throws RangeError when the rate or the mean is not positive, or `cv` negative.
 */
export function pollaczekKhinchine(arrivalRate: number, meanHandling: number, cv: number): number | null {
  requirePositive(arrivalRate, "arrivalRate");
  requirePositive(meanHandling, "meanHandling");
  requireNonNegative(cv, "cv");
  const busy = arrivalRate * meanHandling;
  return busy < 1 ? (busy * (1 + cv * cv) * meanHandling) / (2 * (1 - busy)) : null;
}

/**
 * The mean time in the system of M/G/1 under processor sharing, or null if the work exceeds the agent: E[S] / (1 − ρ) for any distribution of
 * handling times; a contact of size x takes x / (1 − ρ) on average.
 *
 * Source: Kleinrock, Queueing Systems II, section 4.4.
 * @throws RangeError when the rate or the mean is not positive.
 */
export function processorSharing(arrivalRate: number, meanHandling: number): number | null {
  requirePositive(arrivalRate, "arrivalRate");
  requirePositive(meanHandling, "meanHandling");
  const busy = arrivalRate * meanHandling;
  return busy < 1 ? meanHandling / (1 - busy) : null;
}
