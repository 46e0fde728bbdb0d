/** What the engine keeps of a journey that an author brought, beside the customers' columns: a few numbers per customer. */

import type { Core } from "../../core/index.ts";
import type { Snapshotable } from "../../kernel/index.ts";

/** Steps of one customer at one and the same time after which a journey counts as going round without end. */
const MOST_STEPS_AT_ONCE = 1000;

/** How an open case ends as soon as the contact under way about it has ended. */
export const closing = { no: 0, unresolved: 1, resolved: 2 } as const;

interface Memory {
  readonly steps: Uint32Array;
  readonly lastStepAt: Float64Array;
  readonly stepsAtOnce: Uint16Array;
  readonly counters: Float64Array;
  readonly counted: Float64Array;
  readonly needOpen: Uint8Array;
  readonly marginShare: Float64Array;
  readonly closing: Uint8Array;
}

/** What an author's journey has of its own. */
export interface OwnJourneyShape {
  /** Name of the machine, for messages. */
  readonly machine: string;
  /** Names of its counters, sorted. */
  readonly counters: readonly string[];
  /** Whether it begins needs: then the luck of retail words belongs to the need, else to the step. */
  readonly hasNeeds: boolean;
}

export class OwnJourney implements Snapshotable<Memory> {
  readonly shape: OwnJourneyShape;
  /** Timers and messages delivered to the customer so far: the address of the step's luck. */
  readonly steps: Uint32Array;
  /** 1 while a need is under way. */
  readonly needOpen: Uint8Array;
  /** Margin as a share of the last payment; NaN before the first. */
  readonly marginShare: Float64Array;
  /** Of the open case: one of {@link closing}. */
  readonly closing: Uint8Array;
  readonly #core: Core;
  readonly #memory: Memory;

  constructor(core: Core, shape: OwnJourneyShape, customers: number, months: number) {
    this.#core = core;
    this.shape = shape;
    this.#memory = {
      steps: new Uint32Array(customers),
      lastStepAt: new Float64Array(customers).fill(Number.NaN),
      stepsAtOnce: new Uint16Array(customers),
      counters: new Float64Array(customers * shape.counters.length),
      counted: new Float64Array(months * shape.counters.length),
      needOpen: new Uint8Array(customers),
      marginShare: new Float64Array(customers).fill(Number.NaN),
      closing: new Uint8Array(customers),
    };
    ({ steps: this.steps, needOpen: this.needOpen, marginShare: this.marginShare, closing: this.closing } = this.#memory);
  }

  /**
   * A timer or message of the customer is about to be delivered.
   *
   * @throws Error when the journey goes round and round without time passing
   */
  step(id: number, stateOf: (id: number) => string): void {
    const { steps, lastStepAt, stepsAtOnce } = this.#memory;
    steps[id] = (steps[id] as number) + 1;
    const before = lastStepAt[id] === this.#core.now ? (stepsAtOnce[id] as number) : 0;
    if (before >= MOST_STEPS_AT_ONCE) {
      throw new Error(
        `journey "${this.shape.machine}": customer ${id} took ${before} steps without time passing, now in ${stateOf(id)}; a delay of zero leads round in a circle`,
      );
    }
    lastStepAt[id] = this.#core.now;
    stepsAtOnce[id] = before + 1;
  }

  /** The step that was counted last is put off. */
  unstep(id: number): void {
    const { steps, stepsAtOnce } = this.#memory;
    steps[id] = (steps[id] as number) - 1;
    stepsAtOnce[id] = (stepsAtOnce[id] as number) - 1;
  }

  /** Value of a customer's counter; `counter` is its row. */
  counter(id: number, counter: number): number {
    return this.#memory.counters[id * this.shape.counters.length + counter] as number;
  }

  resetCounter(id: number, counter: number): void {
    this.#memory.counters[id * this.shape.counters.length + counter] = 0;
  }

  /** Adds to a customer's counter, and to what is counted this month. */
  count(id: number, counter: number, by: number): void {
    const { counters, counted } = this.#memory;
    const width = this.shape.counters.length;
    counters[id * width + counter] = (counters[id * width + counter] as number) + by;
    const cell = this.#core.ledger.month * width + counter;
    counted[cell] = (counted[cell] as number) + by;
  }

  /** What was counted: by month × counter. */
  counted(): Float64Array {
    return this.#memory.counted.slice();
  }

  snapshot(): Memory {
    return copyOf(this.#memory);
  }

  restore(saved: Memory): void {
    for (const key of keysOf(saved)) this.#memory[key].set(saved[key]);
  }
}

function keysOf(memory: Memory): (keyof Memory)[] {
  return Object.keys(memory) as (keyof Memory)[];
}

function copyOf(memory: Memory): Memory {
  return Object.fromEntries(keysOf(memory).map((key) => [key, memory[key].slice()])) as unknown as Memory;
}
