// Tables: actors as rows, an attribute a typed array, one buffer for all of a table.

import { bytesFor, checkColumns, viewsOf, widthOf } from "./column-layout.ts";
import type { ColumnArrays, ColumnSpec, ColumnSpecs, ColumnType, Columns } from "./column-layout.ts";
import type { Snapshotable } from "./snapshot.ts";

/** The state of a table; plain memory, to be handed to `restore` of a table of the same definition. */
export interface TableSnapshot {
  readonly name: string;
  readonly capacity: number;
  readonly used: number;
  readonly free: number;
  readonly buffer: ArrayBuffer;
}

/** Two columns every table has besides its own: the stack of free rows, and which rows are free. */
const FREE_LIST: readonly ColumnSpec[] = [
  { type: "i32", unit: "row" },
  { type: "u8", unit: "1 if free" },
];

/**
 * Declares a table.
 *
 * @param name - for messages
 * @param columns - type, unit, and where wanted width and fill value of each column
 * @param capacity - rows to make room for at first; doubled on demand
 * @throws RangeError if the capacity or a width is no whole number from 1, or a fill value does not fit its type
 */
export function defineTable<const C extends ColumnSpecs>(name: string, columns: C, capacity: number): Table<C> {
  return new Table(name, columns, capacity);
}

/** A table; made by {@link defineTable}. */
export class Table<C extends ColumnSpecs> implements Snapshotable<TableSnapshot> {
  readonly name: string;
  readonly specs: C;
  /**
   * The columns. Growth and `restore` replace the arrays, so read `table.columns.x` afresh wherever a row may have been
   * allocated since.
   */
  readonly columns: Columns<C>;

  readonly #allSpecs: readonly ColumnSpec[];
  #capacity: number;
  #buffer: ArrayBuffer;
  /** Own columns first, in the order of declaration, then those of the free list. */
  #views: ColumnArrays[ColumnType][];
  #freeRows: Int32Array;
  #isFree: Uint8Array;
  #free = 0;
  #used = 0;

  constructor(name: string, specs: C, capacity: number) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`the capacity of ${name} is a whole number from 1, not ${capacity}`);
    }
    checkColumns(name, specs);
    this.name = name;
    this.specs = specs;
    this.#allSpecs = [...Object.values(specs), ...FREE_LIST];
    this.#capacity = capacity;
    this.#buffer = new ArrayBuffer(bytesFor(this.#allSpecs, capacity));
    this.#views = viewsOf(this.#allSpecs, capacity, this.#buffer);
    this.#freeRows = this.#views[this.#views.length - 2] as Int32Array;
    this.#isFree = this.#views[this.#views.length - 1] as Uint8Array;
    // Built key by key from the declaration, so it has exactly the declared columns.
    this.columns = Object.fromEntries(Object.keys(specs).map((key, i) => [key, this.#views[i]])) as Columns<C>;
    this.#fillFrom(0);
  }

  /** Rows there is room for. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Rows that were ever allocated: all live rows are below this number. */
  get used(): number {
    return this.#used;
  }

  /** Rows allocated and not released. */
  get live(): number {
    return this.#used - this.#free;
  }

  /** Whether a row is allocated. */
  isLive(row: number): boolean {
    return row >= 0 && row < this.#used && this.#isFree[row] === 0;
  }

  /**
   * Hands out a row with its fill values: the one released last or, if none is free, the next new one. May replace the
   * columns' arrays.
   */
  allocate(): number {
    if (this.#free > 0) {
      const row = this.#freeRows[--this.#free] as number;
      this.#isFree[row] = 0;
      this.#reset(row);
      return row;
    }
    if (this.#used === this.#capacity) {
      this.#grow();
    }
    return this.#used++;
  }

  /**
   * Gives a row back.
   *
   * @throws RangeError if the row is not allocated
   */
  release(row: number): void {
    if (!this.isLive(row)) {
      throw new RangeError(`row ${row} of ${this.name} is not allocated, so it cannot be released`);
    }
    this.#isFree[row] = 1;
    this.#freeRows[this.#free++] = row;
  }

  snapshot(): TableSnapshot {
    return { name: this.name, capacity: this.#capacity, used: this.#used, free: this.#free, buffer: this.#buffer.slice(0) };
  }

  /** @throws Error if the snapshot is of a table with another name or other columns */
  restore(saved: TableSnapshot): void {
    if (saved.name !== this.name || saved.buffer.byteLength !== bytesFor(this.#allSpecs, saved.capacity)) {
      throw new Error(`a snapshot of ${saved.name} does not fit the columns of ${this.name}`);
    }
    this.#adopt(saved.buffer.slice(0), saved.capacity);
    this.#used = saved.used;
    this.#free = saved.free;
  }

  #grow(): void {
    const before = this.#capacity;
    const old = this.#views;
    const capacity = 2 * before;
    this.#adopt(new ArrayBuffer(bytesFor(this.#allSpecs, capacity)), capacity);
    for (const [i, view] of old.entries()) {
      (this.#views[i] as ColumnArrays[ColumnType]).set(view);
    }
    this.#fillFrom(before);
  }

  /** Makes a buffer of the right size the table's own. */
  #adopt(buffer: ArrayBuffer, capacity: number): void {
    this.#capacity = capacity;
    this.#buffer = buffer;
    this.#views = viewsOf(this.#allSpecs, capacity, buffer);
    this.#freeRows = this.#views[this.#views.length - 2] as Int32Array;
    this.#isFree = this.#views[this.#views.length - 1] as Uint8Array;
    for (const [i, key] of Object.keys(this.specs).entries()) {
      (this.columns as Record<string, ColumnArrays[ColumnType]>)[key] = this.#views[i] as ColumnArrays[ColumnType];
    }
  }

  /** Gives new rows their fill values, so that `allocate` need not touch a row that was never used. */
  #fillFrom(row: number): void {
    for (const [i, spec] of this.#allSpecs.entries()) {
      if ((spec.fill ?? 0) !== 0) {
        (this.#views[i] as ColumnArrays[ColumnType]).fill(spec.fill ?? 0, row * widthOf(spec));
      }
    }
  }

  #reset(row: number): void {
    const specs = this.#allSpecs;
    const columns = specs.length - FREE_LIST.length;
    for (let i = 0; i < columns; i++) {
      const spec = specs[i] as ColumnSpec;
      const width = widthOf(spec);
      const view = this.#views[i] as ColumnArrays[ColumnType];
      const fill = spec.fill ?? 0;
      for (let at = row * width; at < (row + 1) * width; at++) view[at] = fill;
    }
  }
}
