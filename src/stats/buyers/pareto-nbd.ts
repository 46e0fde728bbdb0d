// Pareto/NBD: buyers who may stop at any moment.
import { type BuyerHistory, requireHistory } from "./history.ts";
import { meanAtExponential } from "./integrate.ts";
import { requireNonNegatives, requirePositives } from "./require.ts";
import { acrossGap, gammaln, logHypergeometric, logSum } from "./special.ts";

/** Purchases are Poisson with a rate ~ Gamma(r, rate alpha); a buyer stops after an exponential time with a rate ~ Gamma(s, rate beta). */
export interface ParetoNbdParameters {
  readonly r: number;
  /** In the unit of time of all arguments. */
  readonly alpha: number;
  readonly s: number;
  /** In the unit of time of all arguments. */
  readonly beta: number;
}

/** What Pareto/NBD says of buyers. */
export interface ParetoNbd {
  /** E[X(t)]: repeat purchases until `time` after the first purchase. */
  expected(time: number): number;
  /** P(still a buyer at `age` | history). */
  alive(history: BuyerHistory): number;
  /** E[purchases in the next `time` | history]. */
  conditional(history: BuyerHistory, time: number): number;
  /** DERT: all purchases still to come, each discounted continuously at `discountRate` per unit of time. */
  discountedResidual(history: BuyerHistory, discountRate: number): number;
  /** ln of the likelihood of a history. */
  logLikelihood(history: BuyerHistory): number;
}

/**
 * Pareto/NBD in closed form, apart from discounted residual purchases: P(alive) (r + x) / (α + T) ∫ e^{−δt} ((β + T) / (β + T + t))^s dt, which is
 * integrated instead of written as Tricomi's function.
 *
 * Source: Schmittlein, Morrison & Colombo 1987, Management Science 33(1); Fader & Hardie 2005, "A note on deriving the Pareto/NBD model".
 * @throws RangeError when a parameter is not above 0, or a history impossible.
 */
export function paretoNbd(parameters: ParetoNbdParameters): ParetoNbd {
  requirePositives({ ...parameters });
  const alive = (history: BuyerHistory): number => {
    requireHistory(history);
    const { stayed, stopped } = logParts(parameters, history);
    return Math.exp(stayed - logSum(stayed, stopped));
  };
  const rateIfAlive = ({ frequency, age }: BuyerHistory): number => (parameters.r + frequency) / (parameters.alpha + age);
  return {
    expected: (time) => {
      requireNonNegatives({ time });
      return (parameters.r / parameters.alpha) * timeAsBuyer(parameters, 0, time);
    },
    alive,
    conditional: (history, time) => {
      requireNonNegatives({ time });
      return alive(history) * rateIfAlive(history) * timeAsBuyer(parameters, history.age, time);
    },
    discountedResidual: (history, discountRate) => {
      requirePositives({ discountRate });
      const since = parameters.beta + history.age;
      const stays = (time: number): number => Math.exp(parameters.s * Math.log(since / (since + time)));
      return (alive(history) * rateIfAlive(history) * meanAtExponential(stays, discountRate)) / discountRate;
    },
    logLikelihood: (history) => {
      requireHistory(history);
      const { stayed, stopped } = logParts(parameters, history);
      const { r, alpha, s, beta } = parameters;
      return gammaln(r + history.frequency) - gammaln(r) + r * Math.log(alpha) + s * Math.log(beta) + logSum(stayed, stopped);
    },
  };
}

/**
 * ln of the likelihood of one buyer's history whose rates of buying and of stopping are known.
 * @throws RangeError when a rate is not above 0, or the history impossible.
 */
export function paretoNbdIndividual(buyer: { readonly rate: number; readonly stopRate: number }, history: BuyerHistory): number {
  const { rate, stopRate } = buyer;
  requirePositives({ rate, stopRate });
  requireHistory(history);
  const { frequency, recency, age } = history;
  const both = rate + stopRate;
  return frequency * Math.log(rate) - Math.log(both) + logSum(Math.log(stopRate) - both * recency, Math.log(rate) - both * age);
}

/** Mean time as a buyer within the next `time`, of who is one at `age`: the integral of ((β + age) / (β + age + t))^s. */
function timeAsBuyer({ s, beta }: ParetoNbdParameters, age: number, time: number): number {
  const since = beta + age;
  return acrossGap(s, 1, (near) => (-since * Math.expm1((near - 1) * Math.log(since / (since + time)))) / (near - 1));
}

/** The likelihood's two parts without what they share: of having stayed until `age`, and of having stopped between `recency` and `age`. */
function logParts({ r, alpha, s, beta }: ParetoNbdParameters, { frequency: x, recency, age }: BuyerHistory) {
  const stayed = -(r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
  const larger = Math.max(alpha, beta);
  const power = r + s + x;
  const second = alpha >= beta ? s + 1 : r + x;
  const upTo = (time: number): number =>
    logHypergeometric(power, second, power + 1, Math.abs(alpha - beta) / (larger + time)) - power * Math.log(larger + time);
  const late = upTo(recency);
  const gap = upTo(age) - late;
  const stopped = gap < 0 ? Math.log(s / power) + late + Math.log(-Math.expm1(gap)) : Number.NEGATIVE_INFINITY;
  return { stayed, stopped };
}
