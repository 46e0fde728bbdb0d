/** One customer followed from arrival to answer, in three orders of service: M/M/c, with or without exponential patience. */

import type { OrderOfService } from "../../../src/strategies/routing/one-queue.ts";
import { type Chain, chainOf, type State, type Transition } from "../../support/markov/chain.ts";
import { longRun } from "../../support/markov/stationary.ts";
import { pass } from "../../support/markov/transient.ts";
import { lineOf } from "./line.ts";

export interface TaggedLine {
  readonly order: OrderOfService;
  readonly rate: number;
  readonly service: number;
  readonly agents: number;
  /** Rate at which one who waits gives up; left out: nobody does. */
  readonly leaving?: number;
}

export interface TaggedCustomer {
  readonly answeredAtOnce: number;
  /** State [n]: n others wait who matter to the customer (all, those ahead, those who came later); [-1]: answered; [-2]: given up. */
  readonly chain: Chain;
  /** Of who has to wait, at the moment of arrival; they sum to 1. */
  readonly arrival: Float64Array;
}

/** More never wait in the lines of these tests. */
const MOST = 150;
const ANSWERED: State = [-1];
const GIVEN_UP: State = [-2];

/** What happens while n others wait who matter. */
function happenings({ order, rate, service, agents, leaving = 0 }: TaggedLine, n: number): Transition[] {
  if (n < 0) return [];
  const finish = agents * service;
  const answered = order === "random" ? 1 / (n + 1) : n === 0 ? 1 : 0;
  // Who comes later does not matter when the first come are served first.
  const arrives = { to: [n + 1], rate: order === "first-come" ? 0 : rate };
  return [
    { to: ANSWERED, rate: finish * answered },
    { to: GIVEN_UP, rate: leaving },
    ...(n > 0 ? [{ to: [n - 1], rate: finish * (1 - answered) + n * leaving }] : []),
    ...(n < MOST ? [arrives] : []),
  ];
}

/** A customer who comes to a line in the long run: Poisson arrivals see time averages. */
export function taggedCustomer(line: TaggedLine): TaggedCustomer {
  const { order, rate, agents, leaving = 0 } = line;
  const chain = chainOf([0], ([n = 0]) => happenings(line, n));
  const mean = longRun(lineOf({ arrivals: () => rate, service: line.service, leaving, agents, most: agents + MOST }));
  const answeredAtOnce = mean(([n = 0]) => (n < agents ? 1 : 0));
  const arrival = Float64Array.from(chain.states, ([others = 0]) => {
    if (others < 0) return 0;
    if (order === "last-come") return others === 0 ? 1 : 0;
    return mean(([n = 0]) => (n === agents + others ? 1 : 0)) / (1 - answeredAtOnce);
  });
  return { answeredAtOnce, chain, arrival };
}

/** Probability that the customer is answered within a time. */
export function answeredWithin({ answeredAtOnce, chain, arrival }: TaggedCustomer, time: number): number {
  const row = chain.states.findIndex(([n]) => n === ANSWERED[0]);
  return answeredAtOnce + (1 - answeredAtOnce) * (pass(chain, arrival, time).after[row] as number);
}

/** Mean square of the wait of who has to wait, 2 ∫ t P(W > t) dt, by the midpoint rule up to a time. */
export function meanSquare({ chain, arrival }: TaggedCustomer, { step, until }: { readonly step: number; readonly until: number }): number {
  let weights = arrival;
  let sum = 0;
  for (let t = 0; t < until; t += step) {
    const { after, spent } = pass(chain, weights, step);
    weights = after;
    const waiting = spent.reduce((all, time, row) => ((chain.states[row]?.[0] as number) < 0 ? all : all + time), 0);
    sum += 2 * (t + step / 2) * waiting;
  }
  return sum;
}
