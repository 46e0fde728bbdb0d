// Markov chains of customers: what states are worth, and where absorbing chains end.
import { inverse, Matrix, solve } from "ml-matrix";
import { requireCount, requireNonNegatives } from "./require.ts";

/** Row i: probabilities of going from state i to each state in one period. Rows sum to 1. */
export type Transitions = readonly (readonly number[])[];

/**
 * Value of a customer in each state who is worth `rewards[state]` at once and moves once a period: V = Σ (P / (1 + d))^k R for k from 0 to
 * `periods`, or for ever: V = (I − P / (1 + d))⁻¹ R. States that are worth nothing and never left, as "gone", have the value 0.
 *
 * Source: Pfeifer & Carraway 2000, "Modeling customer relationships as Markov chains", Journal of Interactive Marketing 14(2).
 * @throws RangeError when rows do not sum to 1, sizes differ, or the discount rate is not above 0 for an endless horizon.
 */
export function migrationValue(transitions: Transitions, rewards: readonly number[], discountRate: number, periods?: number): number[] {
  requireTransitions(transitions);
  requireNonNegatives({ discountRate });
  const n = transitions.length;
  if (rewards.length !== n) throw new RangeError(`rewards must have one value for each of the ${n} states, got ${rewards.length}`);
  const discounted = matrixOf(transitions).div(1 + discountRate);
  const reward = Matrix.columnVector([...rewards]);
  if (periods === undefined) {
    if (discountRate === 0) throw new RangeError("the value for ever needs a discountRate above 0; give a number of periods");
    return solve(Matrix.eye(n).sub(discounted), reward).to1DArray();
  }
  requireCount(periods, 0, "periods");
  let value = reward;
  for (let period = 0; period < periods; period++) value = Matrix.add(reward, discounted.mmul(value));
  return value.to1DArray();
}

/** Where an absorbing chain ends, and when. Rows and columns are those of the chain's states. */
export interface AbsorbingChain {
  /** The states that are never left. */
  readonly absorbing: readonly number[];
  /** Mean number of steps until absorption, from each state. */
  readonly meanSteps: readonly number[];
  /** Variance of the number of steps, from each state. */
  readonly stepsVariance: readonly number[];
  /** `[from][k]`: probability of ending in `absorbing[k]`. */
  readonly absorption: readonly (readonly number[])[];
  /** `[from][to]`: mean number of visits to a state that is left, the start counted as one. 0 for absorbing states. */
  readonly visits: readonly (readonly number[])[];
}

/**
 * The fundamental matrix N = (I − Q)⁻¹ of an absorbing Markov chain and what follows: N1, (2N − I)N1 − (N1)², NR.
 *
 * Source: Kemeny & Snell 1960, "Finite Markov chains", chapter 3.
 * @throws RangeError when rows do not sum to 1, or absorption is not certain from everywhere.
 */
export function absorbingChain(transitions: Transitions): AbsorbingChain {
  requireTransitions(transitions);
  const states = transitions.map((_, state) => state);
  const absorbing = states.filter((state) => transitions[state]?.[state] === 1);
  const transient = states.filter((state) => transitions[state]?.[state] !== 1);
  requireAbsorption(transitions, absorbing);
  const whole = matrixOf(transitions);
  const spread = (rows: readonly (readonly number[])[], width: number) =>
    states.map((state) => rows[transient.indexOf(state)] ?? Array.from({ length: width }, () => 0));
  if (transient.length === 0) return withoutTransient(states);
  const n = transient.length;
  const fundamental = inverse(Matrix.eye(n).sub(whole.selection(transient, transient)));
  const steps = fundamental.mmul(Matrix.ones(n, 1));
  const variance = Matrix.sub(Matrix.mul(fundamental, 2), Matrix.eye(n)).mmul(steps).sub(Matrix.mul(steps, steps));
  const ends = spread(fundamental.mmul(whole.selection(transient, absorbing)).to2DArray(), absorbing.length);
  for (const [column, state] of absorbing.entries()) ends[state] = absorbing.map((_, k) => (k === column ? 1 : 0));
  const all = spread(fundamental.to2DArray(), n);
  return {
    absorbing,
    meanSteps: spread(steps.to2DArray(), 1).map((row) => row[0] as number),
    stepsVariance: spread(variance.to2DArray(), 1).map((row) => Math.max(0, row[0] as number)),
    absorption: ends,
    visits: all.map((row) => states.map((state) => row[transient.indexOf(state)] ?? 0)),
  };
}

function withoutTransient(states: readonly number[]): AbsorbingChain {
  const none = states.map(() => 0);
  const absorption = states.map((from) => states.map((to) => (from === to ? 1 : 0)));
  return { absorbing: states, meanSteps: none, stepsVariance: none, absorption, visits: states.map(() => none) };
}

function matrixOf(rows: Transitions): Matrix {
  return new Matrix(rows.map((row) => [...row]));
}

function requireTransitions(transitions: Transitions): void {
  if (transitions.length === 0) throw new RangeError("a chain needs at least one state");
  for (const [state, row] of transitions.entries()) {
    const sum = row.reduce((total, share) => total + share, 0);
    const isRight = row.length === transitions.length && row.every((share) => share >= 0) && Math.abs(sum - 1) < 1e-9;
    if (!isRight) throw new RangeError(`row ${state} must be ${transitions.length} probabilities that sum to 1, got [${row.join(", ")}]`);
  }
}

/** Walks back from the absorbing states: who is not met never ends. */
function requireAbsorption(transitions: Transitions, absorbing: readonly number[]): void {
  const ends = new Set(absorbing);
  for (let before = -1; before !== ends.size;) {
    before = ends.size;
    for (const [from, row] of transitions.entries()) if (row.some((share, to) => share > 0 && ends.has(to))) ends.add(from);
  }
  const endless = transitions.findIndex((_, state) => !ends.has(state));
  if (endless >= 0) throw new RangeError(`state ${endless} never reaches an absorbing state`);
}
