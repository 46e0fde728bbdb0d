/** Continuous-time Markov chains from what can happen in a state; states are found by following it. Knows nothing of the simulation. */

/** A state: small whole numbers, such as who is in service and who waits. */
export type State = readonly number[];

/** Something that happens in a state, at a rate per time; rate 0: only names a state, so that chains that differ in rates have the same states. */
export interface Transition {
  readonly to: State;
  readonly rate: number;
}

/** Rates by the state they lead to: those into state j are `from[k]`, `rates[k]` for k in [begins[j], begins[j + 1]). */
export interface Chain {
  readonly states: readonly State[];
  readonly begins: Int32Array;
  readonly from: Int32Array;
  readonly rates: Float64Array;
  /** Sum of the rates out of each state. */
  readonly leaving: Float64Array;
}

const MOST_STATES = 200_000;

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly rate: number;
}

/**
 * The chain of everything that can be reached from a state.
 *
 * @param happens - what can happen in a state; what leads back to it is left out
 * @throws Error with more than 200,000 states: a bound is missing
 */
export function chainOf(start: State, happens: (state: State) => Iterable<Transition>): Chain {
  const states: State[] = [];
  const rows = new Map<string, number>();
  const rowOf = (state: State): number => {
    const key = state.join();
    const known = rows.get(key);
    if (known !== undefined) return known;
    if (states.length === MOST_STATES) throw new Error("more than 200,000 states");
    rows.set(key, states.length);
    return states.push(state) - 1;
  };
  rowOf(start);
  const edges: Edge[] = [];
  for (let from = 0; from < states.length; from++) {
    for (const { to, rate } of happens(states[from] as State)) {
      const row = rowOf(to);
      if (row !== from && rate > 0) edges.push({ from, to: row, rate });
    }
  }
  return compressed(states, edges);
}

function compressed(states: readonly State[], edges: readonly Edge[]): Chain {
  const begins = new Int32Array(states.length + 1);
  for (const { to } of edges) begins[to + 1] = (begins[to + 1] as number) + 1;
  for (let j = 0; j < states.length; j++) begins[j + 1] = (begins[j + 1] as number) + (begins[j] as number);
  const from = new Int32Array(edges.length);
  const rates = new Float64Array(edges.length);
  const leaving = new Float64Array(states.length);
  const next = begins.slice();
  for (const edge of edges) {
    const place = next[edge.to] as number;
    next[edge.to] = place + 1;
    from[place] = edge.from;
    rates[place] = edge.rate;
    leaving[edge.from] = (leaving[edge.from] as number) + edge.rate;
  }
  return { states, begins, from, rates, leaving };
}

/** Mean of a function of the state under weights of the states. */
export function meanOver({ states }: Chain, weights: Float64Array, value: (state: State) => number): number {
  let sum = 0;
  for (const [row, state] of states.entries()) sum += (weights[row] as number) * value(state);
  return sum;
}

/** What flows into state j. */
export function inflow({ begins, from, rates }: Chain, weights: Float64Array, j: number): number {
  let sum = 0;
  for (let k = begins[j] as number; k < (begins[j + 1] as number); k++)
    sum += (weights[from[k] as number] as number) * (rates[k] as number);
  return sum;
}
