/** Customers who wait for the next unit of an article: a queue by cell, first come, first served. */

import type { Snapshotable } from "../../kernel/index.ts";

const NONE = -1;

interface BackorderState {
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly units: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly cell: Int32Array;
  readonly wanted: Int32Array;
  readonly since: Float64Array;
  readonly held: Int32Array;
  /** One value: units put aside for anybody. */
  readonly allHeld: Int32Array;
}

/** Doubly linked lists in typed arrays, so that whoever loses patience leaves in constant time. */
export class Backorders implements Snapshotable<BackorderState> {
  readonly #s: BackorderState;

  /** @param customers - customers who may wait; 0 where nobody does */
  constructor(cells: number, customers: number) {
    const none = (length: number) => new Int32Array(length).fill(NONE);
    this.#s = {
      first: none(cells),
      last: none(cells),
      units: new Int32Array(cells),
      next: none(customers),
      previous: none(customers),
      cell: none(customers),
      wanted: new Int32Array(customers),
      since: new Float64Array(customers),
      held: new Int32Array(customers),
      allHeld: new Int32Array(1),
    };
  }

  /** Units that customers wait for. */
  unitsAt(cell: number): number {
    return this.#s.units[cell] as number;
  }

  /** Whoever is first, −1 if nobody waits. */
  firstAt(cell: number): number {
    return this.#s.first[cell] as number;
  }

  wanted(customer: number): number {
    return this.#s.wanted[customer] as number;
  }

  since(customer: number): number {
    return this.#s.since[customer] as number;
  }

  /** The cell that a customer waits at, or has units held at; −1 if neither. */
  cellOf(customer: number): number {
    return this.#s.cell[customer] ?? NONE;
  }

  /** Units put aside for a customer. */
  held(customer: number): number {
    return this.#s.held[customer] ?? 0;
  }

  /** Units put aside for anybody. */
  allHeld(): number {
    return this.#s.allHeld[0] as number;
  }

  isWaiting(customer: number): boolean {
    return this.cellOf(customer) !== NONE && this.held(customer) === 0;
  }

  join(customer: number, cell: number, units: number, now: number): void {
    const s = this.#s;
    const last = s.last[cell] as number;
    s.previous[customer] = last;
    s.next[customer] = NONE;
    if (last === NONE) s.first[cell] = customer;
    else s.next[last] = customer;
    s.last[cell] = customer;
    s.cell[customer] = cell;
    s.wanted[customer] = units;
    s.since[customer] = now;
    s.units[cell] = (s.units[cell] as number) + units;
  }

  /** Takes a customer out of the queue. */
  leave(customer: number): void {
    this.#unlink(customer);
    this.#s.cell[customer] = NONE;
  }

  /** Puts the units that a customer waits for aside; whoever has them waits no longer. */
  hold(customer: number): void {
    this.#unlink(customer);
    const { held, wanted, allHeld } = this.#s;
    const units = wanted[customer] as number;
    held[customer] = units;
    allHeld[0] = (allHeld[0] as number) + units;
  }

  /** Hands over what was put aside. */
  release(customer: number): void {
    const { held, cell, allHeld } = this.#s;
    allHeld[0] = (allHeld[0] as number) - (held[customer] as number);
    held[customer] = 0;
    cell[customer] = NONE;
  }

  #unlink(customer: number): void {
    const s = this.#s;
    const cell = s.cell[customer] as number;
    const before = s.previous[customer] as number;
    const after = s.next[customer] as number;
    if (before === NONE) s.first[cell] = after;
    else s.next[before] = after;
    if (after === NONE) s.last[cell] = before;
    else s.previous[after] = before;
    s.units[cell] = (s.units[cell] as number) - (s.wanted[customer] as number);
  }

  snapshot(): BackorderState {
    return mapped(this.#s);
  }

  restore(saved: BackorderState): void {
    for (const [name, column] of Object.entries(this.#s)) column.set(saved[name as keyof BackorderState]);
  }
}

function mapped(state: BackorderState): BackorderState {
  return Object.fromEntries(Object.entries(state).map(([name, column]) => [name, column.slice()])) as unknown as BackorderState;
}
