// How many agents a service level takes, by Erlang's formulas: a hint for a constant load, no simulation.
import { type Demand, requireNonNegative, requirePositive, requireProbability } from "./demand.ts";
import { erlangA } from "./erlang-a.ts";
import { erlangC } from "./erlang-c.ts";

/** The load and what is promised. Times in the unit of the rates. */
export interface StaffingTarget extends Demand {
  /** 1 / mean patience; left out: everybody waits as long as it takes (Erlang C). */
  readonly patienceRate?: number;
  /** Share of all contacts to be answered within `within`, at least 0 and below 1. */
  readonly serviceLevel: number;
  readonly within: number;
}

/**
 * The least number of agents with which at least `serviceLevel` of all contacts are answered within `within`: Erlang A if patience is known, else
 * Erlang C. The service level rises with every agent, so the least is found by doubling and halving.
 *
 * It assumes Poisson arrivals at a constant rate, exponential handling, agents who are all alike and present; round-up for absence is not in it.
 * @throws RangeError when an argument is out of range.
 */
export function agentsFor(target: StaffingTarget): number {
  requirePositive(target.arrivalRate, "arrivalRate");
  requirePositive(target.serviceRate, "serviceRate");
  requireProbability(target.serviceLevel, "serviceLevel");
  requireNonNegative(target.within, "within");
  let enough = Math.max(1, Math.ceil(target.arrivalRate / target.serviceRate));
  let tooFew = 0;
  while (servedInTime(target, enough) < target.serviceLevel) {
    tooFew = enough;
    enough *= 2;
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (servedInTime(target, middle) < target.serviceLevel) tooFew = middle;
    else enough = middle;
  }
  return enough;
}

/** The share answered in time by so many agents; an M/M/c without enough agents answers nobody in time in the long run. */
function servedInTime({ arrivalRate, serviceRate, patienceRate, within }: StaffingTarget, agents: number): number {
  const queue = { arrivalRate, serviceRate, agents };
  if (patienceRate !== undefined) return erlangA({ ...queue, patienceRate }).servedWithin(within);
  return erlangC(queue)?.servedWithin(within) ?? 0;
}
