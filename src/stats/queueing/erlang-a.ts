// Erlang A: M/M/c+M, customers whose patience is exponential (Palm 1946).
import { requireNonNegative, requirePositive, requireProbability, requireStaffed, type Staffed } from "./demand.ts";
import { erlangB } from "./erlang-b.ts";
import { logPalmSeries } from "./palm-series.ts";

/** M/M/c+M: who waits leaves after an exponential time with mean 1 / patienceRate. */
export interface Impatient extends Staffed {
  readonly patienceRate: number;
}

/** The long run of M/M/c+M. Times are in the unit of the rates; shares are of all contacts, also those that abandon. */
export interface ErlangA {
  /** Share that does not find a free agent. */
  readonly probabilityOfWaiting: number;
  /** Share that leaves unserved. */
  readonly probabilityOfAbandoning: number;
  /** Mean time in the queue of all contacts, served or not. */
  readonly meanWait: number;
  /** Mean number of contacts waiting. */
  readonly meanWaiting: number;
  /** Share of time that an agent is busy. */
  readonly occupancy: number;
  /** Share that spends more than `time` in the queue, whether it is served or leaves. */
  waitsLongerThan(time: number): number;
  /** Share that is served after at most `time`. */
  servedWithin(time: number): number;
  /** The time in the queue that a share `p` of all contacts does not exceed. */
  waitQuantile(p: number): number;
}

/**
 * M/M/c+M in the long run; it has one under any load.
 *
 * With x = cμ/θ, y = λ/θ and Palm's A(x, y): P(wait) = A·B / (1 + (A − 1)·B), P(abandon | wait) = 1 − (A − 1) / (ρA). The offered wait V of who waits
 * has density proportional to g(t) = exp(y (1 − e^{−θt}) − cμt) and P(V > t) = g(t) A(x, y e^{−θt}) / A(x, y); a customer leaves before V with
 * probability 1 − e^{−θV}. The logarithm of A is used throughout: 10,000 agents and any patience are no trouble.
 *
 * Source: Palm 1946; Mandelbaum & Zeltyn, "Service engineering in action: the Palm/Erlang-A queue", 2007.
 * @throws RangeError when a rate is not positive or `agents` not a whole number of at least 1.
 */
export function erlangA(queue: Impatient): ErlangA {
  requireStaffed(queue);
  requirePositive(queue.patienceRate, "patienceRate");
  const { arrivalRate, serviceRate, agents, patienceRate } = queue;
  const offered = offeredWait(queue);
  const waits = waitingShare(erlangB(agents, arrivalRate / serviceRate), offered.logSeries);
  const abandons = waits * (1 - offered.servedBeyond(0));
  const meanWait = abandons / patienceRate;
  const waitsLongerThan = (time: number) => waits * offered.beyond(time) * Math.exp(-patienceRate * time);
  return {
    probabilityOfWaiting: waits,
    probabilityOfAbandoning: abandons,
    meanWait,
    meanWaiting: arrivalRate * meanWait,
    occupancy: (arrivalRate * (1 - abandons)) / (agents * serviceRate),
    waitsLongerThan: (time) => {
      requireNonNegative(time, "time");
      return waitsLongerThan(time);
    },
    servedWithin: (time) => {
      requireNonNegative(time, "time");
      // Rounding may leave a little less than nothing.
      return Math.max(0, 1 - abandons - waits * offered.servedBeyond(time));
    },
    waitQuantile: (p) => {
      requireProbability(p, "p");
      return waits <= 1 - p ? 0 : whereFallsTo(waitsLongerThan, 1 - p, 1 / patienceRate);
    },
  };
}

/** A·B / (1 + (A − 1)·B), with A known by its logarithm. */
function waitingShare(blocked: number, logSeries: number): number {
  return blocked / (Math.exp(-logSeries) - Math.expm1(-logSeries) * blocked);
}

/** Tails of the wait that would be offered to a customer of endless patience who finds no agent free. */
function offeredWait({ arrivalRate, serviceRate, agents, patienceRate }: Impatient) {
  const capacity = agents * serviceRate;
  const x = capacity / patienceRate;
  const y = arrivalRate / patienceRate;
  const logSeries = logPalmSeries(x, y);
  const at = (time: number) => {
    const left = logPalmSeries(x, y * Math.exp(-patienceRate * time));
    return { left, logTail: -y * Math.expm1(-patienceRate * time) - capacity * time + left - logSeries };
  };
  return {
    logSeries,
    /** P(V > t). */
    beyond: (time: number) => Math.exp(at(time).logTail),
    /** P(V > t and the customer is still there): the integral of the density × e^{−θv} from t on. */
    servedBeyond: (time: number) => {
      const { left, logTail } = at(time);
      return (-Math.expm1(-left) * Math.exp(logTail) * capacity) / arrivalRate;
    },
  };
}

/** Where a falling function passes a level: doubling to bracket, then halving to the last digit. */
function whereFallsTo(falling: (time: number) => number, level: number, step: number): number {
  let high = step;
  while (falling(high) > level) high *= 2;
  let low = 0;
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (falling(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
