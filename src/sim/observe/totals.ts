/** What becomes of every customer, kept only while somebody observes. */

import type { World } from "../world.ts";
import type { ObservedTotals } from "./step.ts";

/** Sums from adoption to the end. */
export class Totals {
  readonly #world: World;
  readonly #contribution: Float64Array;
  readonly #ordersBefore: Uint32Array;
  /** Contacts by customer. */
  readonly contacts: Uint32Array;

  constructor(world: World) {
    const { customers } = world.plan.market;
    this.#world = world;
    this.#contribution = new Float64Array(customers);
    this.#ordersBefore = new Uint32Array(customers);
    this.contacts = new Uint32Array(customers);
  }

  book(id: number, cents: number): void {
    this.#contribution[id] = (this.#contribution[id] as number) + cents;
  }

  /** Counts from now on. */
  begin(): void {
    this.#contribution.fill(0);
    this.contacts.fill(0);
    const { columns, stride } = this.#world.market.customers;
    for (let id = 0; id < this.#ordersBefore.length; id++) this.#ordersBefore[id] = columns.orders[id * stride] as number;
  }

  /** The sums since {@link begin}. */
  end(): ObservedTotals {
    const { columns, stride } = this.#world.market.customers;
    const of = (column: ArrayLike<number>, id: number): number => column[id * stride] as number;
    return {
      segment: Uint8Array.from(this.contacts, (_, id) => of(columns.segment, id)),
      contribution: this.#contribution.slice(),
      contacts: this.contacts.slice(),
      orders: this.#ordersBefore.map((before, id) => of(columns.orders, id) - before),
      satisfaction: this.#contribution.map((_, id) => of(columns.satisfaction, id)),
      lost: Uint8Array.from(this.contacts, (_, id) => of(columns.churned, id)),
    };
  }
}
