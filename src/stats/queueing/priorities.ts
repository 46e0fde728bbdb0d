// Mean waits by priority class in M/M/c.
import { requirePositive, requireWhole } from "./demand.ts";
import { erlangC } from "./erlang-c.ts";

/** Classes that share agents; all are handled at the same rate. */
export interface PriorityQueueing {
  /** Arrival rate of each class, the most urgent first. */
  readonly arrivalRates: readonly number[];
  readonly serviceRate: number;
  readonly agents: number;
}

function check({ arrivalRates, serviceRate, agents }: PriorityQueueing): void {
  for (const rate of arrivalRates) requirePositive(rate, "each arrival rate");
  requirePositive(serviceRate, "serviceRate");
  requireWhole(agents, 1, "agents");
}

/** Work of classes 1 … k as a share of the agents, for k = 0, 1, …. */
function loads({ arrivalRates, serviceRate, agents }: PriorityQueueing): number[] {
  let sum = 0;
  return [0, ...arrivalRates.map((rate) => (sum += rate) / (agents * serviceRate))];
}

/**
 * Mean wait of each class when nobody is interrupted; null for classes whose queue grows for ever. Lower classes count: with all agents busy on
 * low-class contacts an urgent one waits too; if the classes together exceed the agents, all agents are always busy.
 *
 * W(k) = C / (cμ (1 − σ(k − 1)) (1 − σ(k))), σ(k) the load of classes 1 … k, C Erlang's share that waits.
 *
 * Source: Cobham 1954, Operations Research 2(1); Kella & Yechiali 1985 for c > 1.
 * @throws RangeError when a rate is not positive or `agents` not a whole number of at least 1.
 */
export function nonPreemptiveWaits(queue: PriorityQueueing): (number | null)[] {
  check(queue);
  const { arrivalRates, serviceRate, agents } = queue;
  const sigma = loads(queue);
  const arrivalRate = arrivalRates.reduce((sum, rate) => sum + rate, 0);
  const waits = erlangC({ arrivalRate, serviceRate, agents })?.probabilityOfWaiting ?? 1;
  return arrivalRates.map((_, k) => {
    const [before, upTo] = [sigma[k] as number, sigma[k + 1] as number];
    return upTo < 1 ? waits / (agents * serviceRate * (1 - before) * (1 - upTo)) : null;
  });
}

/**
 * Mean time spent waiting of each class, interruptions included, when an urgent contact interrupts a less urgent one, which later goes on where
 * it stopped (preemptive resume); null for classes whose queue grows for ever.
 *
 * Classes 1 … k never notice the others and, all handled at the same rate, keep together the mean queue of an M/M/c of their own, because exponential
 * handling forgets; W(k) is what is left of it for class k.
 *
 * Source: White & Christie 1958, Operations Research 6(1); Hillier & Lieberman, Introduction to Operations Research, section on priorities.
 * @throws RangeError when a rate is not positive or `agents` not a whole number of at least 1.
 */
export function preemptiveWaits(queue: PriorityQueueing): (number | null)[] {
  check(queue);
  const { arrivalRates, serviceRate, agents } = queue;
  let arrivalRate = 0;
  let waitingBefore = 0;
  return arrivalRates.map((rate) => {
    arrivalRate += rate;
    const together = erlangC({ arrivalRate, serviceRate, agents });
    if (together === null) return null;
    const own = together.meanWaiting - waitingBefore;
    waitingBefore = together.meanWaiting;
    return own / rate;
  });
}
