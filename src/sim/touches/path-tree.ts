/** Paths of touches, counted exactly: a tree in which a path from the root is a sequence of channels. */

import type { Snapshotable } from "../kernel/index.ts";

/** Everybody who came the same way. */
export interface CountedPath {
  /** Rows of channels, first touch first. */
  readonly channels: readonly number[];
  /** Needs that ended with an order, and cents of these orders. */
  readonly bought: number;
  readonly cents: number;
  /** Needs given up. */
  readonly left: number;
}

interface TreeState {
  readonly children: Int32Array;
  readonly counts: Float64Array;
  readonly used: number;
}

/** Values of a node in `counts`. */
const VALUES = 3;
const BOUGHT = 0;
const CENTS = 1;
const LEFT = 2;

/** Node of no touch yet. */
export const ROOT = 0;

/** Nodes are added as paths are first gone; a step along a path is one look-up, whatever its length. */
export class PathTree implements Snapshotable<TreeState> {
  readonly #channels: number;
  /** Node after each channel by node × channel; 0 = nobody went there yet. */
  #children: Int32Array;
  #counts: Float64Array;
  #used = 1;

  constructor(channels: number) {
    this.#channels = channels;
    this.#children = new Int32Array(channels);
    this.#counts = new Float64Array(VALUES);
  }

  /** The node after one more touch. */
  step(node: number, channel: number): number {
    const cell = node * this.#channels + channel;
    const known = this.#children[cell] as number;
    if (known !== 0) return known;
    const fresh = this.#used;
    this.#used++;
    this.#grow();
    this.#children[cell] = fresh;
    return fresh;
  }

  #grow(): void {
    if (this.#used * VALUES <= this.#counts.length) return;
    const children = new Int32Array(this.#children.length * 2);
    const counts = new Float64Array(this.#counts.length * 2);
    children.set(this.#children);
    counts.set(this.#counts);
    this.#children = children;
    this.#counts = counts;
  }

  buy(node: number, cents: number): void {
    this.#add(node, BOUGHT, 1);
    this.#add(node, CENTS, cents);
  }

  leave(node: number): void {
    this.#add(node, LEFT, 1);
  }

  #add(node: number, value: number, amount: number): void {
    const cell = node * VALUES + value;
    this.#counts[cell] = (this.#counts[cell] as number) + amount;
  }

  /** Counts begin anew; the ways stay. */
  forget(): void {
    this.#counts.fill(0);
  }

  /** All paths that ended, in the order of their channels: the same whoever came first. */
  paths(): CountedPath[] {
    const found: CountedPath[] = [];
    const visit = (node: number, channels: readonly number[]): void => {
      const [bought = 0, cents = 0, left = 0] = this.#counts.subarray(node * VALUES, (node + 1) * VALUES);
      if (channels.length > 0 && bought + left > 0) found.push({ channels, bought, cents, left });
      for (let channel = 0; channel < this.#channels; channel++) {
        const next = this.#children[node * this.#channels + channel] as number;
        if (next !== 0) visit(next, [...channels, channel]);
      }
    };
    visit(ROOT, []);
    return found;
  }

  snapshot(): TreeState {
    return { children: this.#children.slice(), counts: this.#counts.slice(), used: this.#used };
  }

  restore({ children, counts, used }: TreeState): void {
    this.#children = children.slice();
    this.#counts = counts.slice();
    this.#used = used;
  }
}
