// Gamma–gamma: what buyers spend per purchase.
import { requireCount, requireNonNegatives, requirePositives } from "./require.ts";
import { gammaln } from "./special.ts";

/** A purchase's value ~ Gamma(shape p, rate nu), with nu ~ Gamma(shape q, rate gamma) for each customer. */
export interface GammaGammaParameters {
  readonly p: number;
  readonly q: number;
  /** Money. */
  readonly gamma: number;
}

/** What a customer spent. */
export interface SpendHistory {
  /** Number of purchases that the mean is of. */
  readonly purchases: number;
  /** Their mean value. Money; of no importance without purchases. */
  readonly mean: number;
}

/** What the model says of spend. */
export interface GammaGamma {
  /** Mean over the population; null if it is infinite (q of 1 or less). */
  populationMean(): number | null;
  /** E[mean value of a purchase | history]: a weighted mean of the customer's own and the population's. */
  conditionalMean(history: SpendHistory): number;
  /** ln of the density of the mean, given the number of purchases. */
  logLikelihood(history: SpendHistory): number;
}

/**
 * Source: Fader & Hardie 2013, "The gamma–gamma model of monetary value" (note 025).
 * @throws RangeError when a parameter is not above 0, or a history impossible.
 */
export function gammaGamma({ p, q, gamma }: GammaGammaParameters): GammaGamma {
  requirePositives({ p, q, gamma });
  return {
    populationMean: () => (q > 1 ? (p * gamma) / (q - 1) : null),
    conditionalMean: ({ purchases, mean }) => {
      requireCount(purchases, 0, "purchases");
      requireNonNegatives({ mean });
      if (p * purchases + q <= 1) throw new RangeError("the conditional mean is infinite for q of 1 or less without purchases");
      return (p * (gamma + purchases * mean)) / (p * purchases + q - 1);
    },
    logLikelihood: ({ purchases, mean }) => {
      requireCount(purchases, 1, "purchases");
      requirePositives({ mean });
      const shape = p * purchases;
      const constants = gammaln(shape + q) - gammaln(shape) - gammaln(q) + q * Math.log(gamma);
      return constants + (shape - 1) * Math.log(mean) + shape * Math.log(purchases) - (shape + q) * Math.log(gamma + purchases * mean);
    },
  };
}
