// BG/BB: buyers who may buy once a period (donors, event-goers), and may stop before any period.
import { requireCount, requirePositives } from "./require.ts";
import { acrossGap, gammaln, hypergeometric, logBeta, logSum } from "./special.ts";

/** At each opportunity who has not stopped buys with probability ~ Beta(alpha, beta); before each, stops with probability ~ Beta(gamma, delta). */
export interface BgBbParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
}

/** What was bought at discrete opportunities. */
export interface OpportunityHistory {
  /** Purchases; x in the papers. */
  readonly frequency: number;
  /** The opportunity of the last purchase, counted from 1; 0 without purchase. */
  readonly recency: number;
  /** Opportunities so far; n in the papers. */
  readonly opportunities: number;
}

/** What BG/BB says of buyers. */
export interface BgBb {
  /** E[X(n)]: purchases at the first `opportunities`. */
  expected(opportunities: number): number;
  /** P(still a buyer at the next opportunity | history). */
  alive(history: OpportunityHistory): number;
  /** E[purchases at the next `opportunities` | history]. */
  conditional(history: OpportunityHistory, opportunities: number): number;
  /** DERT: all purchases still to come, that at the k-th next opportunity divided by (1 + discountRate)^k. */
  discountedResidual(history: OpportunityHistory, discountRate: number): number;
  /** ln of the likelihood of a history. */
  logLikelihood(history: OpportunityHistory): number;
}

/**
 * BG/BB in closed form.
 *
 * Source: Fader, Hardie & Shang 2010, "Customer-base analysis in a discrete-time noncontractual setting", Marketing Science 29(6).
 * @throws RangeError when a parameter is not above 0, or a history impossible.
 */
export function bgBb(parameters: BgBbParameters): BgBb {
  requirePositives({ ...parameters });
  const { alpha, beta, gamma, delta } = parameters;
  /** ln of P(history and probability of buying) for who is a buyer until opportunity n + 1. */
  const purchasesIfBuyer = ({ frequency: x, opportunities: n }: OpportunityHistory, more: number): number =>
    logBeta(alpha + x + more, beta + n - x) - logBeta(alpha, beta);
  return {
    expected: (opportunities) => {
      requireCount(opportunities, 0, "opportunities");
      return (alpha / (alpha + beta)) * opportunitiesAsBuyer(parameters, 0, opportunities);
    },
    alive: (history) => {
      requireOpportunities(history);
      const stays = logBeta(gamma, delta + history.opportunities + 1) - logBeta(gamma, delta);
      return Math.exp(purchasesIfBuyer(history, 0) + stays - logLikelihood(parameters, history));
    },
    conditional: (history, opportunities) => {
      requireOpportunities(history);
      requireCount(opportunities, 0, "opportunities");
      const buys = Math.exp(purchasesIfBuyer(history, 1) - logLikelihood(parameters, history));
      return buys * opportunitiesAsBuyer(parameters, history.opportunities, opportunities);
    },
    discountedResidual: (history, discountRate) => {
      requireOpportunities(history);
      requirePositives({ discountRate });
      const next = delta + history.opportunities + 1;
      const stays = logBeta(gamma, next) - logBeta(gamma, delta);
      const factor = hypergeometric(1, next, gamma + next, 1 / (1 + discountRate)) / (1 + discountRate);
      return Math.exp(purchasesIfBuyer(history, 1) + stays - logLikelihood(parameters, history)) * factor;
    },
    logLikelihood: (history) => {
      requireOpportunities(history);
      return logLikelihood(parameters, history);
    },
  };
}

/** Sum over k = 1 … more of P(a buyer at opportunity n + k). */
function opportunitiesAsBuyer({ gamma, delta }: BgBbParameters, n: number, more: number): number {
  return acrossGap(gamma, 1, (near) => {
    const beyond = (k: number): number =>
      Math.exp(gammaln(1 + delta + k) - gammaln(near + delta + k) + gammaln(near + delta) - gammaln(1 + delta));
    return (delta / (near - 1)) * (beyond(n) - beyond(n + more));
  });
}

function logLikelihood(
  { alpha, beta, gamma, delta }: BgBbParameters,
  { frequency: x, recency, opportunities: n }: OpportunityHistory,
): number {
  const shared = logBeta(alpha, beta) + logBeta(gamma, delta);
  let sum = logBeta(alpha + x, beta + n - x) + logBeta(gamma, delta + n);
  for (let last = recency; last < n; last++) {
    sum = logSum(sum, logBeta(alpha + x, beta + last - x) + logBeta(gamma + 1, delta + last));
  }
  return sum - shared;
}

function requireOpportunities({ frequency, recency, opportunities }: OpportunityHistory): void {
  requireCount(opportunities, 0, "opportunities");
  requireCount(recency, 0, "recency");
  requireCount(frequency, 0, "frequency");
  if (recency > opportunities) throw new RangeError(`recency must be at most opportunities, got ${recency} > ${opportunities}`);
  if (frequency > recency || (recency > 0 && frequency === 0)) {
    throw new RangeError(`${frequency} purchases up to opportunity ${recency} are impossible`);
  }
}
