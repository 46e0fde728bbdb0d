/** Replenishment orders: quantities by policy, lead times by location; orders may overtake each other. */

import type { Core } from "../../core/index.ts";
import { type QuantileFunction, quantileFunction, type Snapshotable } from "../../kernel/index.ts";
import { purpose } from "../../purposes.ts";
import { type Levels, type Location, levelsOf, type Reviews, reviewsOf } from "./levels.ts";

interface ReplenishmentState {
  readonly onOrder: Int32Array;
  readonly ordered: Uint32Array;
}

export class Replenishment implements Snapshotable<ReplenishmentState> {
  readonly levels: Levels;
  /** By location; undefined under continuous review. */
  readonly reviews: readonly (Reviews | undefined)[];
  readonly #core: Core;
  readonly #articles: number;
  readonly #leadTimes: readonly QuantileFunction[];
  readonly #onOrder: Int32Array;
  /** Orders so far, by cell: the address of the next one's lead time. */
  readonly #ordered: Uint32Array;

  /** @param isKept - whether an article (row) is kept at a location (row) */
  constructor(
    core: Core,
    locations: readonly Location[],
    popularity: Float64Array,
    isKept: (location: number, article: number) => boolean,
  ) {
    this.#core = core;
    this.#articles = popularity.length;
    this.levels = levelsOf(locations, popularity, isKept);
    this.reviews = locations.map(reviewsOf);
    this.#leadTimes = locations.map((location) => quantileFunction(location.leadTime));
    this.#onOrder = new Int32Array(locations.length * popularity.length);
    this.#ordered = new Uint32Array(this.#onOrder.length);
  }

  /** Units on their way. */
  onOrder(cell: number): number {
    return this.#onOrder[cell] as number;
  }

  /** Units that are ordered at once at an inventory position, 0 if it is high enough. */
  lacking(cell: number, position: number): number {
    return position <= (this.levels.reorderAt[cell] as number) ? (this.levels.upTo[cell] as number) - position : 0;
  }

  /** Orders units; when they arrive, seconds. */
  order(cell: number, units: number): number {
    const order = this.#ordered[cell] as number;
    this.#ordered[cell] = order + 1;
    this.#onOrder[cell] = (this.#onOrder[cell] as number) + units;
    const u = this.#core.draws.uniform(purpose.replenishment, cell, order);
    return this.#core.now + (this.#leadTimes[Math.floor(cell / this.#articles)] as QuantileFunction)(u);
  }

  arrive(cell: number, units: number): void {
    this.#onOrder[cell] = (this.#onOrder[cell] as number) - units;
  }

  snapshot(): ReplenishmentState {
    return { onOrder: this.#onOrder.slice(), ordered: this.#ordered.slice() };
  }

  restore({ onOrder, ordered }: ReplenishmentState): void {
    this.#onOrder.set(onOrder);
    this.#ordered.set(ordered);
  }
}
