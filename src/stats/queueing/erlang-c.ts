// Erlang's delay formula: M/M/c, everybody waits as long as it takes.
import gammaln from "@stdlib/math-base-special-gammaln";
import { requireNonNegative, requireProbability, requireStaffed, type Staffed } from "./demand.ts";
import { erlangB } from "./erlang-b.ts";

/** The long run of M/M/c. Times are in the unit of the rates. */
export interface ErlangC {
  /** Offered load in Erlang. */
  readonly load: number;
  /** Share of time that an agent is busy. */
  readonly occupancy: number;
  /** Share of contacts that wait at all. */
  readonly probabilityOfWaiting: number;
  /** Mean wait of all contacts (average speed of answer). */
  readonly meanWait: number;
  /** Mean number of contacts waiting. */
  readonly meanWaiting: number;
  /** Mean number of contacts waiting or being handled. */
  readonly meanInSystem: number;
  /** Mean time from arrival to the end of handling. */
  readonly meanTimeInSystem: number;
  /** Share of time that nobody is there. */
  readonly empty: number;
  /** Share of contacts answered within `time`. */
  servedWithin(time: number): number;
  /** The wait that a share `p` of the contacts does not exceed. */
  waitQuantile(p: number): number;
}

/**
 * M/M/c in the long run, or null if the work exceeds the agents, when the queue grows for ever.
 *
 * C = B / (1 − ρ (1 − B)) from Erlang B; who waits, waits exponentially with rate cμ − λ. Stable for any number of agents.
 *
 * Source: Erlang 1917; Gross, Shortle, Thompson & Harris, Fundamentals of Queueing Theory, section 3.3.
 * @throws RangeError when a rate is not positive or `agents` not a whole number of at least 1.
 */
export function erlangC(queue: Staffed): ErlangC | null {
  requireStaffed(queue);
  const { arrivalRate, serviceRate, agents } = queue;
  const load = arrivalRate / serviceRate;
  const occupancy = load / agents;
  if (occupancy >= 1) return null;
  const blocked = erlangB(agents, load);
  const waits = blocked / (1 - occupancy * (1 - blocked));
  const drain = agents * serviceRate - arrivalRate;
  const meanWait = waits / drain;
  return {
    load,
    occupancy,
    probabilityOfWaiting: waits,
    meanWait,
    meanWaiting: arrivalRate * meanWait,
    meanInSystem: arrivalRate * meanWait + load,
    meanTimeInSystem: meanWait + 1 / serviceRate,
    // p0 = C (1 − ρ) c! / a^c; logarithms, because c! alone exceeds all numbers from 171 agents on.
    empty: Math.exp(Math.log(waits * (1 - occupancy)) + gammaln(agents + 1) - agents * Math.log(load)),
    servedWithin: (time) => {
      requireNonNegative(time, "time");
      return 1 - waits * Math.exp(-drain * time);
    },
    waitQuantile: (p) => {
      requireProbability(p, "p");
      return Math.max(0, Math.log(waits / (1 - p)) / drain);
    },
  };
}
