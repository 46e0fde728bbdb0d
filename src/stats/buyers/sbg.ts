// The shifted beta-geometric model of contracts: who may leave at every renewal.
import { requireCount, requirePositives } from "./require.ts";
import { hypergeometric, logBeta } from "./special.ts";

/** Every customer leaves at each renewal with an own probability ~ Beta(alpha, beta). */
export interface SbgParameters {
  readonly alpha: number;
  readonly beta: number;
}

/** What the model says of a cohort; periods are counted from 1, and the first renewal is at the end of period 1. */
export interface Sbg {
  /** S(t): share that is still there after `periods` renewals. */
  survival(periods: number): number;
  /** r_t: share of those there before renewal `period` that renew. It rises, though nobody's probability changes: those prone to leave go first. */
  retention(period: number): number;
  /** P(T = t): share that leaves at renewal `period`. */
  churn(period: number): number;
  /** Mean number of periods as a customer, the first included; null if it is infinite (alpha of 1 or less). */
  expectedLifetime(): number | null;
  /** DEL: the same discounted, the first period not: the sum of S(t) / (1 + d)^t from t = 0. */
  discountedLifetime(discountRate: number): number;
  /** DERL: periods still to come for who has renewed `renewals` times and is just about to renew, counting that renewal's period as undiscounted. */
  discountedResidual(renewals: number, discountRate: number): number;
  /** ln of the likelihood of a cohort's counts (up to a constant that does not depend on the parameters): see {@link CohortCounts}. */
  logLikelihood(cohort: CohortCounts): number;
}

/** How many of a cohort are left: at the start, and after each renewal. */
export interface CohortCounts {
  readonly survivors: readonly number[];
}

/**
 * The shifted beta-geometric distribution.
 *
 * Source: Fader & Hardie 2007, "How to project customer retention", Journal of Interactive Marketing 21(1); Fader & Hardie 2010, "Customer-base
 * valuation in a contractual setting", Marketing Science 29(1).
 * @throws RangeError when a parameter is not above 0, or counts rise.
 */
export function sbg({ alpha, beta }: SbgParameters): Sbg {
  requirePositives({ alpha, beta });
  const survival = (periods: number): number => Math.exp(logSurvival(periods));
  const logSurvival = (periods: number): number => {
    requireCount(periods, 0, "periods");
    return logBeta(alpha, beta + periods) - logBeta(alpha, beta);
  };
  const logChurn = (period: number): number => {
    requireCount(period, 1, "period");
    return logBeta(alpha + 1, beta + period - 1) - logBeta(alpha, beta);
  };
  const retention = (period: number): number => {
    requireCount(period, 1, "period");
    return (beta + period - 1) / (alpha + beta + period - 1);
  };
  const discountedFrom = (renewals: number, discountRate: number): number => {
    requirePositives({ discountRate });
    return hypergeometric(1, beta + renewals, alpha + beta + renewals, 1 / (1 + discountRate));
  };
  return {
    survival,
    retention,
    churn: (period) => Math.exp(logChurn(period)),
    expectedLifetime: () => (alpha > 1 ? (alpha + beta - 1) / (alpha - 1) : null),
    discountedLifetime: (discountRate) => discountedFrom(0, discountRate),
    discountedResidual: (renewals, discountRate) => {
      requireCount(renewals, 0, "renewals");
      return retention(renewals + 1) * discountedFrom(renewals + 1, discountRate);
    },
    logLikelihood: ({ survivors }) => {
      requireFalling(survivors);
      const last = survivors.length - 1;
      let sum = (survivors[last] as number) * logSurvival(last);
      for (let period = 1; period <= last; period++) {
        sum += ((survivors[period - 1] as number) - (survivors[period] as number)) * logChurn(period);
      }
      return sum;
    },
  };
}

function requireFalling(survivors: readonly number[]): void {
  if (survivors.length < 2) throw new RangeError(`survivors needs at least 2 counts, got ${survivors.length}`);
  for (const [period, count] of survivors.entries()) {
    if (!(count >= 0 && count <= (survivors[period - 1] ?? Infinity)))
      throw new RangeError(`survivors must not rise or fall below 0, got ${count} at place ${period}`);
  }
}
