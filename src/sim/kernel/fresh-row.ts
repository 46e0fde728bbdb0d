// What a fresh row of a table holds, and writing that: rows of contacts and cases are handed out again and again.

import type { ColumnArrays, ColumnType } from "./column-layout.ts";

/** A column of any size and width. Made alike for all, because declarations differ in the parts that they have. */
export interface AnyColumn {
  readonly cells: ColumnArrays[ColumnType];
  readonly stride: number;
  readonly width: number;
  readonly fill: number;
}

/** Columns of one size with one value a row, as places in one array over the whole buffer, and what a fresh row holds. */
interface FreshColumns<A> {
  readonly cells: A;
  readonly starts: Int32Array;
  readonly strides: Int32Array;
  readonly fills: A;
}

export interface FreshRow {
  readonly f64: FreshColumns<Float64Array>;
  /** Signed and unsigned: the bits are the same. */
  readonly i32: FreshColumns<Int32Array>;
  readonly u8: FreshColumns<Uint8Array>;
  readonly others: readonly AnyColumn[];
}

function startsOf(columns: readonly AnyColumn[]): Int32Array {
  return Int32Array.from(columns, ({ cells }) => cells.byteOffset / cells.BYTES_PER_ELEMENT);
}

function stridesOf(columns: readonly AnyColumn[]): Int32Array {
  return Int32Array.from(columns, ({ stride }) => stride);
}

/**
 * Sorts columns by size, for {@link resetRow}. Written out: with a spread V8 gives the object of every table a hidden class of its own, and
 * throws away what it compiled for the tables of the last world.
 *
 * @param buffer - in which all columns lie
 * @param columns - those that a fresh row has its fill values in
 */
export function freshRow(buffer: ArrayBuffer, columns: readonly AnyColumn[]): FreshRow {
  const singles = columns.filter(({ width }) => width === 1);
  const doubles = singles.filter(({ cells }) => cells instanceof Float64Array);
  const words = singles.filter(({ cells }) => cells instanceof Int32Array || cells instanceof Uint32Array);
  const bytes = singles.filter(({ cells }) => cells instanceof Uint8Array);
  return {
    f64: {
      cells: new Float64Array(buffer),
      starts: startsOf(doubles),
      strides: stridesOf(doubles),
      fills: Float64Array.from(doubles, ({ fill }) => fill),
    },
    i32: {
      cells: new Int32Array(buffer),
      starts: startsOf(words),
      strides: stridesOf(words),
      fills: Int32Array.from(words, ({ fill }) => fill),
    },
    u8: {
      cells: new Uint8Array(buffer),
      starts: startsOf(bytes),
      strides: stridesOf(bytes),
      fills: Uint8Array.from(bytes, ({ fill }) => fill),
    },
    others: columns.filter((column) => !doubles.includes(column) && !words.includes(column) && !bytes.includes(column)),
  };
}

/** Gives a row its fill values. The loops stand here one by one, so that each meets one kind of array. */
export function resetRow({ f64, i32, u8, others }: FreshRow, row: number): void {
  const { cells: doubles, starts: ofDoubles, strides: doubleStrides, fills: doubleFills } = f64;
  for (let k = 0; k < ofDoubles.length; k++) {
    doubles[(ofDoubles[k] as number) + row * (doubleStrides[k] as number)] = doubleFills[k] as number;
  }
  const { cells: words, starts: ofWords, strides: wordStrides, fills: wordFills } = i32;
  for (let k = 0; k < ofWords.length; k++) words[(ofWords[k] as number) + row * (wordStrides[k] as number)] = wordFills[k] as number;
  const { cells: bytes, starts: ofBytes, strides: byteStrides, fills: byteFills } = u8;
  for (let k = 0; k < ofBytes.length; k++) bytes[(ofBytes[k] as number) + row * (byteStrides[k] as number)] = byteFills[k] as number;
  for (let k = 0; k < others.length; k++) clearColumn(others[k] as AnyColumn, row);
}

/** Gives one column of a row its fill value. */
export function clearColumn({ cells, stride, width, fill }: AnyColumn, row: number): void {
  for (let at = row * stride; at < row * stride + width; at++) cells[at] = fill;
}
