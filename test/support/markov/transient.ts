/** Markov chains over time by uniformisation (Jensen 1953; integrals: Reibman & Trivedi 1988). */

import { type Chain, inflow, meanOver, type State } from "./chain.ts";

/** Events of the uniform clock in a step: few enough that e^−x is no underflow, and sums lose nothing. */
const MOST_EVENTS = 40;
const NEGLIGIBLE = 1e-15;

/** Probabilities at the end of a time, and the mean time spent in each state. */
export interface Passage {
  readonly after: Float64Array;
  readonly spent: Float64Array;
}

function jumped(chain: Chain, weights: Float64Array, clock: number): Float64Array {
  return weights.map((weight, j) => weight * (1 - (chain.leaving[j] as number) / clock) + inflow(chain, weights, j) / clock);
}

function addTo(sum: Float64Array, terms: Float64Array, factor: number): void {
  for (let j = 0; j < sum.length; j++) sum[j] = (sum[j] as number) + factor * (terms[j] as number);
}

function step(chain: Chain, before: Float64Array, time: number, clock: number): Passage {
  const after = new Float64Array(before.length);
  const spent = new Float64Array(before.length);
  let weights = before;
  let probability = Math.exp(-clock * time);
  let beyond = 1 - probability;
  for (let events = 0; ; events++) {
    addTo(after, weights, probability);
    addTo(spent, weights, beyond / clock);
    if (events > clock * time && beyond < NEGLIGIBLE) return { after, spent };
    weights = jumped(chain, weights, clock);
    probability *= (clock * time) / (events + 1);
    beyond = Math.max(0, beyond - probability);
  }
}

/** Lets a time pass. */
export function pass(chain: Chain, before: Float64Array, time: number): Passage {
  const clock = chain.leaving.reduce((most, rate) => Math.max(most, rate), 0) || 1;
  const steps = Math.max(1, Math.ceil((clock * time) / MOST_EVENTS));
  let after = before;
  const spent = new Float64Array(before.length);
  for (let i = 0; i < steps; i++) {
    const passage = step(chain, after, time / steps, clock);
    after = passage.after;
    addTo(spent, passage.spent, 1);
  }
  return { after, spent };
}

/** Certainly in the state from which the chain was made. */
export function certain({ states }: Chain): Float64Array {
  const weights = new Float64Array(states.length);
  weights[0] = 1;
  return weights;
}

/** A stretch of time in which the rates stay as they are. */
export interface Leg {
  readonly chain: Chain;
  readonly time: number;
  /** What happens at once at its beginning; left out: nothing. */
  readonly first?: (state: State) => State;
}

/** Integrals over a leg and values at its end, as means of functions of the state. */
export interface Passed {
  readonly integral: (value: (state: State) => number) => number;
  readonly end: (value: (state: State) => number) => number;
}

/** Weights of the states of one chain as those of another, after something has happened. */
function moved(from: Chain, weights: Float64Array, to: Chain, first: (state: State) => State): Float64Array {
  const rows = new Map(to.states.map((state, row) => [state.join(), row]));
  const found = new Float64Array(to.states.length);
  for (const [row, state] of from.states.entries()) {
    const place = rows.get(first(state).join());
    if (place !== undefined) found[place] = (found[place] as number) + (weights[row] as number);
    else if ((weights[row] as number) > 1e-12) throw new Error(`the next chain has no state ${first(state).join()}`);
  }
  return found;
}

/**
 * Passes through legs one after the other.
 *
 * @param start - weights of the states of the first chain; left out: certainly its first state
 * @throws Error if a leg has not the states that the one before it leads to
 */
export function passThrough(legs: readonly Leg[], start?: Float64Array): Passed[] {
  let before: { chain: Chain; weights: Float64Array } | undefined;
  return legs.map(({ chain, time, first = (state) => state }) => {
    const weights = before === undefined ? (start ?? certain(chain)) : moved(before.chain, before.weights, chain, first);
    const { after, spent } = pass(chain, weights, time);
    before = { chain, weights: after };
    return { integral: (value) => meanOver(chain, spent, value), end: (value) => meanOver(chain, after, value) };
  });
}
