// A finite number of customers, each of whom contacts again only some time after the last contact is over: Engset's loss system and machine repair.
import { birthDeath } from "./birth-death.ts";
import { requirePositive, requireWhole } from "./demand.ts";

/** Customers who are few enough to count. */
export interface FiniteSourcing {
  readonly customers: number;
  readonly agents: number;
  /** Contacts per unit of time of one customer who is neither waiting nor being served. */
  readonly contactRate: number;
  readonly serviceRate: number;
  /** Contacts that may be waiting or in hand at a time: `agents` = nobody waits (Engset), `customers` = all wait (machine repair). */
  readonly places: number;
}

/** The long run of a queue with a finite source. Times are in the unit of the rates. */
export interface FiniteSource {
  /** Probability of 0, 1, … places contacts waiting or in hand. */
  readonly probabilities: Float64Array;
  /** Share of time in which all places are taken. */
  readonly timeCongestion: number;
  /** Share of contacts that find all places taken. Smaller: who is being served does not call. */
  readonly callCongestion: number;
  readonly meanWaiting: number;
  readonly meanInSystem: number;
  /** Mean wait of those who are let in. */
  readonly meanWait: number;
}

/**
 * The queue in the long run.
 *
 * Source: Engset 1918; Gross et al., Fundamentals of Queueing Theory, section 3.7 (finite-source queues).
 * @throws RangeError when a rate is not positive, or not 1 ≤ agents ≤ places ≤ customers in whole numbers.
 */
export function finiteSource({ customers, agents, contactRate, serviceRate, places }: FiniteSourcing): FiniteSource {
  requirePositive(contactRate, "contactRate");
  requirePositive(serviceRate, "serviceRate");
  requireWhole(agents, 1, "agents");
  requireWhole(places, agents, "places");
  requireWhole(customers, places, "customers");
  const contacts = (n: number) => (customers - n) * contactRate;
  const probabilities = birthDeath({ last: places, birth: contacts, death: (n) => Math.min(n, agents) * serviceRate });
  const mean = (value: (n: number) => number) => probabilities.reduce((sum, p, n) => sum + p * value(n), 0);
  const full = probabilities[places] as number;
  const offered = mean(contacts);
  const turnedAway = full * contacts(places);
  const meanWaiting = mean((n) => Math.max(0, n - agents));
  return {
    probabilities,
    timeCongestion: full,
    callCongestion: turnedAway / offered,
    meanWaiting,
    meanInSystem: mean((n) => n),
    meanWait: meanWaiting / (offered - turnedAway),
  };
}
