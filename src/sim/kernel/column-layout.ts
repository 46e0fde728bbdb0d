// Where the columns of a table lie in its one buffer.

/** The typed array behind each type of column. */
export interface ColumnArrays {
  f64: Float64Array;
  f32: Float32Array;
  i32: Int32Array;
  u32: Uint32Array;
  u16: Uint16Array;
  u8: Uint8Array;
}

/** What a column holds: floating or (un)signed whole numbers of so many bits. */
export type ColumnType = keyof ColumnArrays;

/** A column as it is declared. */
export interface ColumnSpec {
  readonly type: ColumnType;
  /** What one unit of the value is, for readers: "s", "cents", "row of agents", "1" … */
  readonly unit: string;
  /** Values per row; 1 if not given. Value j of a row is at `row * width + j`, in a table of records at `row * stride + j`. */
  readonly width?: number;
  /** Value of a fresh row; 0 if not given. */
  readonly fill?: number;
  /**
   * Whether a row that is handed out again still has what it had last, which spares a write: for what is written before it is read, or
   * has its fill value again when the row is released. Only rows that were never used have the fill value.
   */
  readonly kept?: boolean;
}

/** The columns of a table, by name. */
export type ColumnSpecs = Readonly<Record<string, ColumnSpec>>;

/** The arrays of a table's columns, by name. */
export type Columns<C extends ColumnSpecs> = { [Name in keyof C]: ColumnArrays[C[Name]["type"]] };

const BYTES: Readonly<Record<ColumnType, number>> = { f64: 8, f32: 4, i32: 4, u32: 4, u16: 2, u8: 1 };

/** How the values of a table lie in memory: column after column, or a row's values side by side. */
export type Layout = "columns" | "records";

/** Columns of one size whose values lie side by side. */
export interface Block {
  /** Bytes of a value. */
  readonly size: number;
  /** Values of a row, those included that are left empty. */
  readonly stride: number;
  /** Positions of the columns in the declarations, and of their first value in the row. */
  readonly columns: readonly number[];
  readonly firsts: readonly number[];
}

/** Values per row of a column. */
export function widthOf(spec: ColumnSpec): number {
  return spec.width ?? 1;
}

/**
 * The blocks of a table. As columns, each has a block of its own. As records, all columns of one size share one: a row is then a few
 * cache lines instead of one for each column. All these blocks have one stride, set by the size with the most values, so that one
 * product finds all values of a row.
 */
export function blocksOf(specs: readonly ColumnSpec[], layout: Layout): Block[] {
  const all = specs.map((_, column) => column);
  const groups =
    layout === "columns"
      ? all.map((column) => [column])
      : [8, 4, 2, 1].map((size) => all.filter((column) => sizeOf(specs, column) === size));
  const valuesOf = (columns: readonly number[]) => columns.reduce((sum, column) => sum + widthOf(specs[column] as ColumnSpec), 0);
  const common = Math.max(...groups.map(valuesOf));
  return groups
    .filter((columns) => columns.length > 0)
    .map((columns) => ({
      size: sizeOf(specs, columns[0] as number),
      stride: layout === "columns" ? valuesOf(columns) : common,
      columns,
      firsts: columns.map((_, at) => valuesOf(columns.slice(0, at))),
    }));
}

/** Bytes that the blocks take for so many rows; each begins at a multiple of 8. */
export function bytesFor(blocks: readonly Block[], capacity: number): number {
  return blocks.reduce((sum, block) => sum + blockBytes(block, capacity), 0);
}

/** Where each block begins in the buffer, bytes. */
export function startsOf(blocks: readonly Block[], capacity: number): number[] {
  return blocks.map((_, at) => bytesFor(blocks.slice(0, at), capacity));
}

/** The typed arrays of the columns in a buffer, in the order of the declarations: value j of a row is at row × stride + j. */
export function viewsOf(
  specs: readonly ColumnSpec[],
  blocks: readonly Block[],
  capacity: number,
  buffer: ArrayBuffer,
): ColumnArrays[ColumnType][] {
  const starts = startsOf(blocks, capacity);
  const views: ColumnArrays[ColumnType][] = [];
  for (const [at, { size, stride, columns, firsts }] of blocks.entries()) {
    for (const [nth, column] of columns.entries()) {
      const first = firsts[nth] as number;
      const { type } = specs[column] as ColumnSpec;
      views[column] = viewOf(type, buffer, (starts[at] as number) + first * size, stride * capacity - first);
    }
  }
  return views;
}

/** Room for rows. */
interface Room {
  readonly buffer: ArrayBuffer;
  readonly capacity: number;
}

/** Copies all rows into a larger room. */
export function copyRows(blocks: readonly Block[], from: Room, to: Room): void {
  const [starts, newStarts] = [startsOf(blocks, from.capacity), startsOf(blocks, to.capacity)];
  for (const [at, block] of blocks.entries()) {
    const rows = new Uint8Array(from.buffer, starts[at], blockBytes(block, from.capacity));
    new Uint8Array(to.buffer, newStarts[at]).set(rows);
  }
}

/**
 * Refuses columns that cannot be made.
 *
 * @throws RangeError if a width is no whole number from 1, or a fill value does not fit the type
 */
export function checkColumns(table: string, specs: ColumnSpecs): void {
  for (const [name, spec] of Object.entries(specs)) {
    if (!Number.isInteger(widthOf(spec)) || widthOf(spec) < 1) {
      throw new RangeError(`width of ${table}.${name} is a whole number from 1, not ${spec.width}`);
    }
    const fill = spec.fill ?? 0;
    const view = viewOf(spec.type, new ArrayBuffer(8), 0, 1);
    view[0] = fill;
    if (view[0] !== fill && !spec.type.startsWith("f")) {
      throw new RangeError(`fill value ${fill} of ${table}.${name} does not fit ${spec.type}`);
    }
  }
}

function sizeOf(specs: readonly ColumnSpec[], column: number): number {
  return BYTES[(specs[column] as ColumnSpec).type];
}

function blockBytes({ size, stride }: Block, capacity: number): number {
  return Math.ceil((size * stride * capacity) / 8) * 8;
}

function viewOf(type: ColumnType, buffer: ArrayBuffer, offset: number, length: number): ColumnArrays[ColumnType] {
  switch (type) {
    case "f64":
      return new Float64Array(buffer, offset, length);
    case "f32":
      return new Float32Array(buffer, offset, length);
    case "i32":
      return new Int32Array(buffer, offset, length);
    case "u32":
      return new Uint32Array(buffer, offset, length);
    case "u16":
      return new Uint16Array(buffer, offset, length);
    case "u8":
      return new Uint8Array(buffer, offset, length);
  }
}
