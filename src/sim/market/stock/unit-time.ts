/** Units on hand, integrated over time. */

import type { Snapshotable } from "../../kernel/index.ts";

const UNITS = 0;
const UNIT_SECONDS = 1;
const COUNTED_UNTIL = 2;

/** Unit-seconds since the last booking, brought up to date whenever the number of units changes. */
export class UnitTime implements Snapshotable<Float64Array> {
  readonly #numbers = new Float64Array(3);

  constructor(units: number) {
    this.#numbers[UNITS] = units;
  }

  change(by: number, now: number): void {
    this.#countUntil(now);
    this.#numbers[UNITS] = (this.#numbers[UNITS] as number) + by;
  }

  /** Unit-seconds since the last call. */
  take(now: number): number {
    this.#countUntil(now);
    const seconds = this.#numbers[UNIT_SECONDS] as number;
    this.#numbers[UNIT_SECONDS] = 0;
    return seconds;
  }

  #countUntil(now: number): void {
    const n = this.#numbers;
    n[UNIT_SECONDS] = (n[UNIT_SECONDS] as number) + (n[UNITS] as number) * (now - (n[COUNTED_UNTIL] as number));
    n[COUNTED_UNTIL] = now;
  }

  snapshot(): Float64Array {
    return this.#numbers.slice();
  }

  restore(saved: Float64Array): void {
    this.#numbers.set(saved);
  }
}
