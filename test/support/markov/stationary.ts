/** Stationary distributions by Gauss–Seidel on the balance equations (Stewart 1994, section 3.2). */

import { type Chain, inflow, meanOver, type State } from "./chain.ts";

const ACCURATE = 1e-13;
const MOST_SWEEPS = 100_000;

function normalise(weights: Float64Array): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (let j = 0; j < weights.length; j++) weights[j] = (weights[j] as number) / total;
}

/** One sweep; the sum of changes. */
function sweep(chain: Chain, weights: Float64Array, j: number): number {
  const before = weights[j] as number;
  const after = inflow(chain, weights, j) / (chain.leaving[j] as number);
  weights[j] = after;
  return Math.abs(after - before);
}

/**
 * Probabilities of the states in the long run, of a chain in which every state can be reached from every other.
 *
 * @throws Error if it does not settle
 */
export function stationary(chain: Chain): Float64Array {
  const count = chain.states.length;
  const weights = new Float64Array(count).fill(1 / count);
  for (let round = 0; round < MOST_SWEEPS; round++) {
    let change = 0;
    for (let j = 0; j < count; j++) change += sweep(chain, weights, j);
    // Backwards too: what flows one way along the numbering settles in one of the directions.
    for (let j = count - 1; j >= 0; j--) change += sweep(chain, weights, j);
    normalise(weights);
    if (change < ACCURATE) return weights;
  }
  throw new Error("the balance equations do not settle");
}

/** Means in the long run of functions of the state. */
export function longRun(chain: Chain): (value: (state: State) => number) => number {
  const weights = stationary(chain);
  return (value) => meanOver(chain, weights, value);
}
