// NBD: buyers who never stop.
import { requireCount, requireNonNegatives, requirePositives } from "./require.ts";
import { gammaln } from "./special.ts";

/** Purchases are Poisson with a rate ~ Gamma(shape r, rate alpha). */
export interface NbdParameters {
  readonly r: number;
  /** In the unit of time of all arguments. */
  readonly alpha: number;
}

/** Purchases of a population in a time. */
export interface Nbd {
  /** P(X(t) = x). */
  probability(purchases: number, time: number): number;
  /** E[X(t)]. */
  mean(time: number): number;
  /** Var[X(t)]. */
  variance(time: number): number;
  /** E[purchases in the next `time` | `purchases` in the first `observed`]: conditional trend analysis. */
  conditional(purchases: number, observed: number, time: number): number;
  /** ln P(X(t) = x). */
  logLikelihood(purchases: number, time: number): number;
}

/**
 * The negative binomial model of repeat buying.
 *
 * Source: Ehrenberg 1959, "The pattern of consumer purchases", Applied Statistics 8(1); Goodhardt & Ehrenberg 1967 for conditional trends.
 * @throws RangeError when a parameter is not above 0, or an argument impossible.
 */
export function nbd({ r, alpha }: NbdParameters): Nbd {
  requirePositives({ r, alpha });
  const logLikelihood = (purchases: number, time: number): number => {
    requireCount(purchases, 0, "purchases");
    requireNonNegatives({ time });
    const none = r * Math.log(alpha / (alpha + time));
    if (purchases === 0) return none;
    return gammaln(r + purchases) - gammaln(r) - gammaln(purchases + 1) + none + purchases * Math.log(time / (alpha + time));
  };
  return {
    logLikelihood,
    probability: (purchases, time) => Math.exp(logLikelihood(purchases, time)),
    mean: (time) => (r * time) / alpha,
    variance: (time) => (r * time) / alpha + r * (time / alpha) * (time / alpha),
    conditional: (purchases, observed, time) => ((r + purchases) / (alpha + observed)) * time,
  };
}
