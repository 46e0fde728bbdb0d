// BG/NBD: buyers who may stop after any repeat purchase.
import { type BuyerHistory, requireHistory } from "./history.ts";
import { meanAtExponential } from "./integrate.ts";
import { requireCount, requireNonNegatives, requirePositives, requireShare } from "./require.ts";
import { acrossGap, gammaln, hypergeometric, logBeta, logSum } from "./special.ts";

/** Purchases are Poisson with a rate ~ Gamma(shape r, rate alpha); after each repeat purchase a buyer stops with probability ~ Beta(a, b). */
export interface BgNbdParameters {
  readonly r: number;
  /** In the unit of time of all arguments. */
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** What BG/NBD says of buyers. */
export interface BgNbd {
  /** E[X(t)]: repeat purchases until `time` after the first purchase. */
  expected(time: number): number;
  /** P(X(t) = x). */
  probability(repeats: number, time: number): number;
  /** P(still a buyer at `age` | history). */
  alive(history: BuyerHistory): number;
  /** E[purchases in the next `time` | history]. */
  conditional(history: BuyerHistory, time: number): number;
  /** All purchases still to come, each discounted continuously at `discountRate` per unit of time. */
  discountedResidual(history: BuyerHistory, discountRate: number): number;
  /** ln of the likelihood of a history. */
  logLikelihood(history: BuyerHistory): number;
}

/**
 * BG/NBD in closed form, apart from discounted residual purchases, which are integrated: ∫ e^{−δt} dE[Y(t)] = δ ∫ e^{−δt} E[Y(t)] dt.
 *
 * Source: Fader, Hardie & Lee 2005, "Counting your customers the easy way", Marketing Science 24(2), equations 4 to 10.
 * @throws RangeError when a parameter is not above 0, or a history impossible.
 */
export function bgNbd(parameters: BgNbdParameters): BgNbd {
  requirePositives({ ...parameters });
  const conditional = (history: BuyerHistory, time: number): number => {
    requireHistory(history);
    requireNonNegatives({ time });
    return purchasesIfAlive(parameters, history, time) * aliveShare(parameters, history);
  };
  return {
    expected: (time) => {
      requireNonNegatives({ time });
      return purchasesIfAlive(parameters, { frequency: 0, recency: 0, age: 0 }, time);
    },
    probability: (repeats, time) => {
      requireCount(repeats, 0, "repeats");
      requireNonNegatives({ time });
      return countProbability(parameters, repeats, time);
    },
    alive: (history) => {
      requireHistory(history);
      return aliveShare(parameters, history);
    },
    conditional,
    discountedResidual: (history, discountRate) => {
      requirePositives({ discountRate });
      return meanAtExponential((time) => conditional(history, time), discountRate);
    },
    logLikelihood: (history) => {
      requireHistory(history);
      return logLikelihood(parameters, history);
    },
  };
}

/**
 * ln of the likelihood of one buyer's history whose rate and stopping probability are known.
 * @throws RangeError when the rate is not above 0 or the probability not between 0 and 1.
 */
export function bgNbdIndividual(buyer: { readonly rate: number; readonly stops: number }, history: BuyerHistory): number {
  const { rate, stops } = buyer;
  requirePositives({ rate });
  requireShare(stops, "stops");
  requireHistory(history);
  const { frequency: x, recency, age } = history;
  if (x === 0) return -rate * age;
  const stayed = x * Math.log1p(-stops) - rate * age;
  const stopped = Math.log(stops) + (x - 1) * Math.log1p(-stops) - rate * recency;
  return x * Math.log(rate) + logSum(stayed, stopped);
}

function aliveShare({ r, alpha, a, b }: BgNbdParameters, { frequency: x, recency, age }: BuyerHistory): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * Math.exp((r + x) * Math.log((alpha + age) / (alpha + recency))));
}

/** Purchases in the next `time` of a buyer with this history who has not stopped. The posterior is BG/NBD again, with other parameters. */
function purchasesIfAlive({ r, alpha, a, b }: BgNbdParameters, { frequency: x, age }: BuyerHistory, time: number): number {
  const shape = r + x;
  const rate = alpha + age;
  const fades = Math.exp(shape * Math.log(rate / (rate + time)));
  return acrossGap(a, 1, (near) => {
    const sum = near + b + x;
    return ((sum - 1) / (near - 1)) * (1 - fades * hypergeometric(shape, b + x, sum - 1, time / (rate + time)));
  });
}

function countProbability({ r, alpha, a, b }: BgNbdParameters, x: number, time: number): number {
  const p = alpha / (alpha + time);
  const counts = (j: number): number => {
    if (time === 0) return j === 0 ? 1 : 0;
    return Math.exp(gammaln(r + j) - gammaln(r) - gammaln(j + 1) + r * Math.log(p) + j * Math.log1p(-p));
  };
  const stayed = Math.exp(logBeta(a, b + x) - logBeta(a, b)) * counts(x);
  if (x === 0) return stayed;
  let fewer = 0;
  for (let j = 0; j < x; j++) fewer += counts(j);
  return stayed + Math.exp(logBeta(a + 1, b + x - 1) - logBeta(a, b)) * Math.max(0, 1 - fewer);
}

function logLikelihood({ r, alpha, a, b }: BgNbdParameters, { frequency: x, recency, age }: BuyerHistory): number {
  const purchases = gammaln(r + x) - gammaln(r) + r * Math.log(alpha) - logBeta(a, b);
  const stayed = logBeta(a, b + x) - (r + x) * Math.log(alpha + age);
  if (x === 0) return purchases + stayed;
  return purchases + logSum(stayed, logBeta(a + 1, b + x - 1) - (r + x) * Math.log(alpha + recency));
}
