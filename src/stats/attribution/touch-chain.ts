// Paths of touches as an absorbing Markov chain of any order.
import { LuDecomposition, Matrix } from "ml-matrix";
import type { Measure, TouchPath } from "./paths.ts";

/** Above this solving takes minutes: orders of 3 and more have many states. */
const MOST_STATES = 2000;

/** The state before the first touch. */
const START = 0;

/**
 * A chain whose states are the last touches (as many as the order says; fewer at the beginning). It is absorbed by a conversion,
 * which earns something, or by its absence, which earns nothing.
 */
export interface TouchChain {
  /** Channel touched last in each state; undefined at the start. */
  readonly newest: readonly (string | undefined)[];
  /** How often each state was left for each other one. */
  readonly moves: readonly ReadonlyMap<number, number>[];
  /** How often each state was left at all. */
  readonly left: readonly number[];
  /** What was earned in all on leaving each state by a conversion. */
  readonly earned: readonly number[];
}

interface Growing {
  readonly newest: (string | undefined)[];
  readonly moves: Map<number, number>[];
  readonly left: number[];
  readonly earned: number[];
}

/** The chain of maximum likelihood: relative frequencies of the moves. */
export function touchChain(paths: readonly TouchPath[], measure: Measure, order: number): TouchChain {
  const chain: Growing = { newest: [undefined], moves: [new Map()], left: [0], earned: [0] };
  const rows = new Map<string, number>();
  const rowOf = (touches: readonly string[]): number => {
    const key = order === 1 ? (touches[0] as string) : JSON.stringify(touches);
    const known = rows.get(key) ?? chain.newest.length;
    if (known === chain.newest.length) addState(chain, touches.at(-1) as string);
    rows.set(key, known);
    return known;
  };
  for (const path of paths) addPath(chain, path, measure, (touch) => rowOf(path.channels.slice(Math.max(0, touch + 1 - order), touch + 1)));
  return chain;
}

function addState({ newest, moves, left, earned }: Growing, channel: string): void {
  if (newest.length > MOST_STATES) throw new RangeError(`the chain has more than ${MOST_STATES} states; choose a lower order`);
  newest.push(channel);
  moves.push(new Map());
  left.push(0);
  earned.push(0);
}

function addPath({ moves, left, earned }: Growing, path: TouchPath, measure: Measure, stateAfter: (touch: number) => number): void {
  const weight = path.conversions + path.nulls;
  if (weight === 0) return;
  let state = START;
  for (const touch of path.channels.keys()) {
    const next = stateAfter(touch);
    const from = moves[state] as Map<number, number>;
    from.set(next, (from.get(next) ?? 0) + weight);
    left[state] = (left[state] as number) + weight;
    state = next;
  }
  left[state] = (left[state] as number) + weight;
  earned[state] = (earned[state] as number) + path[measure];
}

/**
 * What a journey earns in the mean (a probability where conversions are counted), by first-step analysis: x = Q x + r, solved
 * exactly by LU decomposition. Whoever would touch the channel left out is lost there.
 *
 * @param without - channel that leads nowhere; left out: none
 */
export function meanEarned({ newest, moves, left, earned }: TouchChain, without?: string): number {
  const states = [...newest.keys()].filter((row) => without === undefined || newest[row] !== without);
  const rows = new Map(states.map((state, row) => [state, row]));
  const system = Matrix.eye(states.length);
  const rewards = Matrix.zeros(states.length, 1);
  for (const [state, row] of rows) {
    const all = left[state] as number;
    if (all === 0) continue;
    rewards.set(row, 0, (earned[state] as number) / all);
    for (const [to, count] of moves[state] as ReadonlyMap<number, number>) {
      const column = rows.get(to);
      if (column !== undefined) system.set(row, column, system.get(row, column) - count / all);
    }
  }
  return new LuDecomposition(system).solve(rewards).get(START, 0);
}
