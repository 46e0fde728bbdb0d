// M/M/c/K: whoever finds all places taken is turned away.
import { birthDeath } from "./birth-death.ts";
import { requireStaffed, requireWhole, type Staffed } from "./demand.ts";

/** M/M/c with a limited number of places. */
export interface FiniteQueueing extends Staffed {
  /** Contacts that may be waiting or in hand at a time, K; at least `agents`. */
  readonly places: number;
}

/** The long run of M/M/c/K. Times are in the unit of the rates. */
export interface FiniteQueue {
  /** Probability of 0, 1, … K contacts waiting or in hand. */
  readonly probabilities: Float64Array;
  /** Share turned away. */
  readonly blocked: number;
  /** Mean number of contacts waiting. */
  readonly meanWaiting: number;
  /** Mean number of contacts waiting or in hand. */
  readonly meanInSystem: number;
  /** Mean wait of those who are let in. */
  readonly meanWait: number;
  /** Mean time from arrival to the end of handling of those who are let in. */
  readonly meanTimeInSystem: number;
  /** Share of time that an agent is busy. */
  readonly occupancy: number;
}

/**
 * M/M/c/K in the long run, under any load; K = c is Erlang B.
 *
 * Source: Gross et al., Fundamentals of Queueing Theory, section 3.5.
 * @throws RangeError when a rate is not positive, or places or agents are not whole numbers with 1 ≤ agents ≤ places.
 */
export function finiteQueue(queue: FiniteQueueing): FiniteQueue {
  requireStaffed(queue);
  const { arrivalRate, serviceRate, agents, places } = queue;
  requireWhole(places, agents, "places");
  const probabilities = birthDeath({ last: places, birth: () => arrivalRate, death: (n) => Math.min(n, agents) * serviceRate });
  const blocked = probabilities[places] as number;
  const mean = (value: (n: number) => number) => probabilities.reduce((sum, p, n) => sum + p * value(n), 0);
  const meanWaiting = mean((n) => Math.max(0, n - agents));
  const meanBusy = mean((n) => Math.min(n, agents));
  const entering = arrivalRate * (1 - blocked);
  return {
    probabilities,
    blocked,
    meanWaiting,
    meanInSystem: meanWaiting + meanBusy,
    meanWait: meanWaiting / entering,
    meanTimeInSystem: (meanWaiting + meanBusy) / entering,
    occupancy: meanBusy / agents,
  };
}
