// Tables: actors as rows, an attribute a typed array, one buffer for all of a table.

import { blocksOf, bytesFor, checkColumns, copyRows, startsOf, viewsOf, widthOf } from "./column-layout.ts";
import type { Block, ColumnArrays, ColumnSpec, ColumnSpecs, ColumnType, Columns, Layout } from "./column-layout.ts";
import { type AnyColumn, clearColumn, type FreshRow, freshRow, resetRow } from "./fresh-row.ts";
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
  { type: "u8", unit: "1 if free, 2 if free and left as it was" },
];
const FREE = 1;
const LEFT = 2;

/**
 * Declares a table.
 *
 * @param name - for messages
 * @param columns - type, unit, and where wanted width and fill value of each column
 * @param capacity - rows to make room for at first; doubled on demand
 * @param layout - records for large tables whose rows are visited one by one in no order; columns for all others
 * @throws RangeError if the capacity or a width is no whole number from 1, or a fill value does not fit its type
 */
export function defineTable<const C extends ColumnSpecs>(name: string, columns: C, capacity: number, layout: Layout = "columns"): Table<C> {
  return new Table(name, columns, capacity, layout);
}

/** 32-bit words of a line of the processor's caches. */
const LINE = 16;

/** A table; made by {@link defineTable}. */
export class Table<C extends ColumnSpecs> implements Snapshotable<TableSnapshot> {
  readonly name: string;
  readonly specs: C;
  /**
   * The columns. Growth and `restore` replace the arrays, so read `table.columns.x` afresh wherever a row may have been
   * allocated since.
   */
  readonly columns: Columns<C>;
  /** In a table of records value j of a row is at `row * stride + j`; in others, where each column has its own width, 1. */
  readonly stride: number;

  readonly #allSpecs: readonly ColumnSpec[];
  readonly #blocks: readonly Block[];
  /** The stride of each column. */
  readonly #strides: readonly number[];
  #capacity = 0;
  #buffer = new ArrayBuffer(0);
  /** Own columns first, in the order of declaration, then those of the free list. */
  #views: ColumnArrays[ColumnType][] = [];
  /** The whole buffer, and where in it, in bytes, the rows' own blocks lie. */
  #words = new Int32Array(0);
  #lines: readonly { readonly start: number; readonly bytes: number }[] = [];
  #columns: readonly AnyColumn[] = [];
  #fresh: FreshRow = freshRow(new ArrayBuffer(0), []);
  #freeRows: Int32Array = new Int32Array(0);
  #isFree: Uint8Array = new Uint8Array(0);
  #free = 0;
  #used = 0;

  constructor(name: string, specs: C, capacity: number, layout: Layout) {
    if (!Number.isInteger(capacity) || capacity < 1) {
      throw new RangeError(`the capacity of ${name} is a whole number from 1, not ${capacity}`);
    }
    checkColumns(name, specs);
    this.name = name;
    this.specs = specs;
    const own = Object.values(specs);
    this.#allSpecs = [...own, ...FREE_LIST];
    const ofFreeList = blocksOf(FREE_LIST, "columns").map((block) => ({ ...block, columns: block.columns.map((at) => at + own.length) }));
    this.#blocks = [...blocksOf(own, layout), ...ofFreeList];
    this.stride = layout === "records" ? (this.#blocks[0]?.stride ?? 1) : 1;
    this.#strides = this.#allSpecs.map((_, column) => this.#blocks.find(({ columns }) => columns.includes(column))?.stride ?? 1);
    // Built key by key from the declaration, so it has exactly the declared columns.
    this.columns = Object.fromEntries(Object.keys(specs).map((key) => [key, undefined])) as unknown as Columns<C>;
    this.#adopt(new ArrayBuffer(bytesFor(this.#blocks, capacity)), capacity);
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
      resetRow(this.#fresh, row);
      return row;
    }
    if (this.#used === this.#capacity) {
      this.#grow();
    }
    return this.#used++;
  }

  /**
   * As `allocate`, but a row that was given back by `leave` still has what it had then; for those who give back only in that way, and write
   * themselves whatever they change in such rows.
   */
  allocateAsLeft(): number {
    if (this.#free === 0) return this.allocate();
    const row = this.#freeRows[this.#free - 1] as number;
    if (this.#isFree[row] !== LEFT) return this.allocate();
    this.#free--;
    this.#isFree[row] = 0;
    return row;
  }

  /**
   * Gives a row back.
   *
   * @throws RangeError if the row is not allocated
   */
  release(row: number): void {
    this.#giveBack(row, FREE);
  }

  /** Gives a row back to those who take it by `allocateAsLeft`. Throws as `release`. */
  leave(row: number): void {
    this.#giveBack(row, LEFT);
  }

  #giveBack(row: number, as: number): void {
    if (!this.isLive(row)) {
      throw new RangeError(`row ${row} of ${this.name} is not allocated, so it cannot be released`);
    }
    this.#isFree[row] = as;
    this.#freeRows[this.#free++] = row;
  }

  /**
   * Reads all of a row, before it is needed: a step that reads value after value waits for memory at each, while what is read here
   * comes at once. Returns a number that says nothing.
   */
  fetch(row: number): number {
    const words = this.#words;
    let sum = 0;
    for (const { start, bytes } of this.#lines) {
      const last = (start + (row + 1) * bytes - 1) >>> 2;
      for (let word = (start + row * bytes) >>> 2; word < last; word += LINE) sum += words[word] as number;
      sum += words[last] as number;
    }
    return sum;
  }

  snapshot(): TableSnapshot {
    return { name: this.name, capacity: this.#capacity, used: this.#used, free: this.#free, buffer: this.#buffer.slice(0) };
  }

  /** @throws Error if the snapshot is of a table with another name or other columns */
  restore(saved: TableSnapshot): void {
    if (saved.name !== this.name || saved.buffer.byteLength !== bytesFor(this.#blocks, saved.capacity)) {
      throw new Error(`a snapshot of ${saved.name} does not fit the columns of ${this.name}`);
    }
    if (saved.capacity === this.#capacity) new Uint8Array(this.#buffer).set(new Uint8Array(saved.buffer));
    else this.#adopt(saved.buffer.slice(0), saved.capacity);
    this.#used = saved.used;
    this.#free = saved.free;
  }

  #grow(): void {
    const from = { buffer: this.#buffer, capacity: this.#capacity };
    const to = { buffer: new ArrayBuffer(bytesFor(this.#blocks, 2 * from.capacity)), capacity: 2 * from.capacity };
    copyRows(this.#blocks, from, to);
    this.#adopt(to.buffer, to.capacity);
    this.#fillFrom(from.capacity);
  }

  /** Makes a buffer of the right size the table's own. */
  #adopt(buffer: ArrayBuffer, capacity: number): void {
    this.#capacity = capacity;
    this.#buffer = buffer;
    this.#words = new Int32Array(buffer);
    const starts = startsOf(this.#blocks, capacity);
    const own = this.#blocks.slice(0, -FREE_LIST.length);
    this.#lines = own.map(({ size, stride }, at) => ({ start: starts[at] as number, bytes: size * stride }));
    this.#views = viewsOf(this.#allSpecs, this.#blocks, capacity, buffer);
    this.#columns = this.#allSpecs.map((spec, column) => ({
      cells: this.#views[column] as ColumnArrays[ColumnType],
      stride: this.#strides[column] as number,
      width: widthOf(spec),
      fill: spec.fill ?? 0,
    }));
    this.#fresh = freshRow(
      buffer,
      this.#columns.filter((_, column) => column < this.#allSpecs.length - FREE_LIST.length && this.#allSpecs[column]?.kept !== true),
    );
    this.#freeRows = this.#views[this.#views.length - 2] as Int32Array;
    this.#isFree = this.#views[this.#views.length - 1] as Uint8Array;
    for (const [i, key] of Object.keys(this.specs).entries()) {
      (this.columns as Record<string, ColumnArrays[ColumnType]>)[key] = this.#views[i] as ColumnArrays[ColumnType];
    }
  }

  /** Gives new rows their fill values, so that `allocate` need not touch a row that was never used. */
  #fillFrom(row: number): void {
    for (const column of this.#columns) {
      if (column.fill === 0) continue;
      for (let fresh = row; fresh < this.#capacity; fresh++) clearColumn(column, fresh);
    }
  }
}
