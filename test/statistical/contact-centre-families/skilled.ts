/** Chains of centres with several classes and pools of agents, whoever waits in the order of preference of each pool. */

import { type Chain, chainOf, type State, type Transition } from "../../support/markov/chain.ts";
import { longRun } from "../../support/markov/stationary.ts";

export interface Pool {
  readonly agents: number;
  /** Rate at which one of its agents serves each class; 0: cannot. */
  readonly rates: readonly number[];
  /** Classes in the order in which a freed agent takes them. */
  readonly takes: readonly number[];
  /** By class: agents who stay free for others when it would take one; nobody unless given. */
  readonly reserves?: readonly number[];
}

export interface Skilled {
  readonly arrivals: readonly number[];
  /** Rate at which one who waits gives up, by class. */
  readonly leaving: readonly number[];
  readonly pools: readonly Pool[];
  /** Pools in the order in which a class asks them. */
  readonly asks: readonly (readonly number[])[];
  /** Most who wait of a class: so many that more never matter. */
  readonly most: number;
}

function changed(state: State, place: number, by: number): number[] {
  return state.map((value, i) => (i === place ? value + by : value));
}

/** A state is: contacts in service by pool and class, then waiting by class. */
export function skilledChain({ arrivals, leaving, pools, asks, most }: Skilled): Chain {
  const classes = arrivals.length;
  const served = (pool: number, type: number) => pool * classes + type;
  const waits = (type: number) => pools.length * classes + type;
  const busy = (state: State, pool: number) => state.slice(served(pool, 0), served(pool + 1, 0)).reduce((sum, n) => sum + n, 0);

  /** Whether, with so many agents idle, a class may take one of them. */
  const mayTake = ({ reserves = [] }: Pool, type: number, idle: number) => idle > (reserves[type] ?? 0);

  const arrival = (state: State, type: number): Transition[] => {
    const rate = arrivals[type] as number;
    const pool = (asks[type] as readonly number[]).find((one) => {
      const asked = pools[one] as Pool;
      return mayTake(asked, type, asked.agents - busy(state, one));
    });
    if (pool !== undefined) return [{ to: changed(state, served(pool, type), 1), rate }];
    return (state[waits(type)] as number) < most ? [{ to: changed(state, waits(type), 1), rate }] : [];
  };
  const abandonment = (state: State, type: number): Transition[] => {
    const waiting = state[waits(type)] as number;
    return waiting === 0 ? [] : [{ to: changed(state, waits(type), -1), rate: waiting * (leaving[type] as number) }];
  };
  const completion = (state: State, pool: number, type: number): Transition[] => {
    const count = state[served(pool, type)] as number;
    if (count === 0) return [];
    const one = pools[pool] as Pool;
    const { rates, takes, agents } = one;
    const free = changed(state, served(pool, type), -1);
    const idle = agents - busy(free, pool);
    const next = takes.find((waiting) => (state[waits(waiting)] as number) > 0 && mayTake(one, waiting, idle));
    const to = next === undefined ? free : changed(changed(free, waits(next), -1), served(pool, next), 1);
    return [{ to, rate: count * (rates[type] as number) }];
  };
  const start = Array.from({ length: (pools.length + 1) * classes }, () => 0);
  return chainOf(start, (state) =>
    arrivals.flatMap((_, type) => [
      ...arrival(state, type),
      ...abandonment(state, type),
      ...pools.flatMap((__, pool) => completion(state, pool, type)),
    ]),
  );
}

/** Long-run figures by class and pool. */
export function skilledFigures(centre: Skilled) {
  const { arrivals, leaving, pools } = centre;
  const classes = arrivals.length;
  const mean = longRun(skilledChain(centre));
  const queues = arrivals.map((_, type) => mean((state) => state[pools.length * classes + type] as number));
  return {
    queues,
    waits: queues.map((queue, type) => queue / (arrivals[type] as number)),
    abandoning: queues.map((queue, type) => (queue * (leaving[type] as number)) / (arrivals[type] as number)),
    occupancies: pools.map(
      ({ agents }, pool) => mean((state) => state.slice(pool * classes, (pool + 1) * classes).reduce((sum, n) => sum + n, 0)) / agents,
    ),
  };
}
