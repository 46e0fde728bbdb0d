/** People in the order of their thresholds: who joins later may be earlier in it. */

import type { Snapshotable } from "../kernel/index.ts";

interface Saved {
  readonly size: number;
  readonly thresholds: Float64Array;
  readonly ids: Int32Array;
}

/** A binary heap of people by threshold, least first; of equal ones the lower row first. */
export class ThresholdHeap implements Snapshotable<Saved> {
  #size = 0;
  readonly #thresholds: Float64Array;
  readonly #ids: Int32Array;

  constructor(capacity: number) {
    this.#thresholds = new Float64Array(capacity);
    this.#ids = new Int32Array(capacity);
  }

  /** The least threshold; Infinity of nobody. */
  get least(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#thresholds[0] as number);
  }

  add(threshold: number, id: number): void {
    let place = this.#size++;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.#isBefore(threshold, id, parent)) break;
      this.#move(parent, place);
      place = parent;
    }
    this.#put(place, threshold, id);
  }

  /** Takes out the person with the least threshold; there must be one. */
  take(): number {
    const first = this.#ids[0] as number;
    const last = --this.#size;
    const threshold = this.#thresholds[last] as number;
    const id = this.#ids[last] as number;
    let place = 0;
    for (let child = this.#child(0); child >= 0 && !this.#isBefore(threshold, id, child); child = this.#child(place)) {
      this.#move(child, place);
      place = child;
    }
    this.#put(place, threshold, id);
    return first;
  }

  /** The lesser child of a place, −1 if it has none. */
  #child(place: number): number {
    const left = 2 * place + 1;
    if (left >= this.#size) return -1;
    const right = left + 1;
    if (right >= this.#size) return left;
    return this.#isBefore(this.#thresholds[right] as number, this.#ids[right] as number, left) ? right : left;
  }

  #isBefore(threshold: number, id: number, place: number): boolean {
    const other = this.#thresholds[place] as number;
    return threshold < other || (threshold === other && id < (this.#ids[place] as number));
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#thresholds[from] as number, this.#ids[from] as number);
  }

  #put(place: number, threshold: number, id: number): void {
    this.#thresholds[place] = threshold;
    this.#ids[place] = id;
  }

  snapshot(): Saved {
    return { size: this.#size, thresholds: this.#thresholds.slice(0, this.#size), ids: this.#ids.slice(0, this.#size) };
  }

  restore(saved: Saved): void {
    this.#size = saved.size;
    this.#thresholds.set(saved.thresholds);
    this.#ids.set(saved.ids);
  }
}
