/** Units that vanish from the shelf: each at a constant rate, by thinning of a Poisson process by cell. */

import type { Core } from "../../core/index.ts";
import type { Snapshotable } from "../../kernel/index.ts";
import { purpose } from "../../purposes.ts";

interface ShrinkageState {
  readonly bound: Float64Array;
  readonly candidates: Uint32Array;
  readonly handle: Int32Array;
}

/**
 * Candidates come at rate × bound, where the bound is never below the units on hand, and each is a loss with probability units /
 * bound (Lewis & Shedler 1979). When more units come than the bound, it is doubled and the next candidate drawn anew, which
 * changes nothing in law because gaps are memoryless.
 */
export class Shrinkage implements Snapshotable<ShrinkageState> {
  readonly #core: Core;
  readonly #rate: number;
  readonly #plan: (time: number, cell: number, candidate: number) => number;
  readonly #s: ShrinkageState;

  /**
   * @param rate - per unit and second
   * @param plan - puts a candidate on the event list and hands over its handle
   */
  constructor(core: Core, rate: number, upTo: Int32Array, plan: (time: number, cell: number, candidate: number) => number) {
    this.#core = core;
    this.#rate = rate;
    this.#plan = plan;
    this.#s = {
      bound: Float64Array.from(upTo, (level) => Math.max(1, level)),
      candidates: new Uint32Array(upTo.length),
      handle: new Int32Array(upTo.length),
    };
  }

  begin(): void {
    for (let cell = 0; cell < this.#s.bound.length; cell++) this.#next(cell);
  }

  /** A candidate comes: whether a unit is lost. */
  happens(cell: number, onHand: number): boolean {
    const { bound, candidates } = this.#s;
    const candidate = (candidates[cell] as number) - 1;
    const isLost = this.#core.draws.uniform(purpose.shrinkageHits, cell, candidate) * (bound[cell] as number) < onHand;
    this.#next(cell);
    return isLost;
  }

  /** More units may have come. */
  onHandIs(cell: number, onHand: number): void {
    const { bound, handle } = this.#s;
    if (onHand <= (bound[cell] as number)) return;
    bound[cell] = 2 * onHand;
    this.#core.events.cancel(handle[cell] as number);
    this.#next(cell);
  }

  #next(cell: number): void {
    const { bound, candidates, handle } = this.#s;
    const candidate = candidates[cell] as number;
    candidates[cell] = candidate + 1;
    const gap = -Math.log(this.#core.draws.uniform(purpose.shrinkageGap, cell, candidate)) / (this.#rate * (bound[cell] as number));
    handle[cell] = this.#plan(this.#core.now + gap, cell, candidate);
  }

  snapshot(): ShrinkageState {
    const { bound, candidates, handle } = this.#s;
    return { bound: bound.slice(), candidates: candidates.slice(), handle: handle.slice() };
  }

  restore({ bound, candidates, handle }: ShrinkageState): void {
    this.#s.bound.set(bound);
    this.#s.candidates.set(candidates);
    this.#s.handle.set(handle);
  }
}
