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
}

/**
 * Passes through legs one after the other, from the first state; all chains must have the same states.
 *
 * @returns for each leg, integrals over it and values at its end of functions of the state
 */
export function passThrough(legs: readonly Leg[]): { integral: (value: (state: State) => number) => number; end: (value: (state: State) => number) => number }[] {
  let weights: Float64Array | undefined;
  return legs.map(({ chain, time }) => {
    const { after, spent } = pass(chain, weights ?? certain(chain), time);
    weights = after;
    return { integral: (value) => meanOver(chain, spent, value), end: (value) => meanOver(chain, after, value) };
  });
}
