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
  /** Values per row; 1 if not given. Value j of a row is at `row * width + j`. */
  readonly width?: number;
  /** Value of a fresh row; 0 if not given. */
  readonly fill?: number;
}

/** The columns of a table, by name. */
export type ColumnSpecs = Readonly<Record<string, ColumnSpec>>;

/** The arrays of a table's columns, by name. */
export type Columns<C extends ColumnSpecs> = { [Name in keyof C]: ColumnArrays[C[Name]["type"]] };

const BYTES: Readonly<Record<ColumnType, number>> = { f64: 8, f32: 4, i32: 4, u32: 4, u16: 2, u8: 1 };

/** Values per row of a column. */
export function widthOf(spec: ColumnSpec): number {
  return spec.width ?? 1;
}

/** Bytes that the columns take for so many rows; each column begins at a multiple of 8. */
export function bytesFor(specs: readonly ColumnSpec[], capacity: number): number {
  return specs.reduce((sum, spec) => sum + columnBytes(spec, capacity), 0);
}

/** The typed arrays of the columns in a buffer, in the order of the declarations. */
export function viewsOf(specs: readonly ColumnSpec[], capacity: number, buffer: ArrayBuffer): ColumnArrays[ColumnType][] {
  let offset = 0;
  return specs.map((spec) => {
    const view = viewOf(spec.type, buffer, offset, widthOf(spec) * capacity);
    offset += columnBytes(spec, capacity);
    return view;
  });
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

function columnBytes(spec: ColumnSpec, capacity: number): number {
  return Math.ceil((BYTES[spec.type] * widthOf(spec) * capacity) / 8) * 8;
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
