// Tables: rows handed out, given back, grown, saved and restored.

import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { defineTable } from "../../../src/sim/kernel/index.ts";

function agents(capacity: number, layout: "columns" | "records" = "columns") {
  return defineTable(
    "agents",
    {
      freeAt: { type: "f64", unit: "s", fill: Number.NaN },
      skill: { type: "f32", unit: "1", width: 3, fill: 0.5 },
      contact: { type: "i32", unit: "row of contacts", fill: -1 },
      served: { type: "u32", unit: "contacts" },
      team: { type: "u16", unit: "row of teams", fill: 65535 },
      state: { type: "u8", unit: "state" },
    },
    capacity,
    layout,
  );
}

type Agents = ReturnType<typeof agents>;

/** Where a row's values begin in a column of one value a row, and of three. */
function placesOf(table: Agents, row: number): [number, number] {
  return table.stride === 1 ? [row, 3 * row] : [row * table.stride, row * table.stride];
}

function rowOf(table: Agents, row: number): unknown[] {
  const { freeAt, skill, contact, served, team, state } = table.columns;
  const [one, three] = placesOf(table, row);
  return [freeAt[one], Array.from(skill.slice(three, three + 3)), contact[one], served[one], team[one], state[one]];
}

/** Writes something that is different for every row and number. */
function mark(table: Agents, row: number, n: number): void {
  const { freeAt, skill, contact, served, team, state } = table.columns;
  const [one, three] = placesOf(table, row);
  freeAt[one] = n + 0.25;
  skill.fill(n, three, three + 3);
  contact[one] = -n;
  served[one] = n;
  team[one] = n;
  state[one] = n & 255;
}

/** What `mark` wrote. */
const marked = (n: number) => [n + 0.25, [n, n, n], -n, n, n, n & 255];

const FRESH = [Number.NaN, [0.5, 0.5, 0.5], -1, 0, 65535, 0];

describe("a table", () => {
  test("has a typed array of the declared type for every column", () => {
    const { columns } = agents(2);
    expectTypeOf(columns.freeAt).toEqualTypeOf<Float64Array>();
    expectTypeOf(columns.skill).toEqualTypeOf<Float32Array>();
    expectTypeOf(columns.contact).toEqualTypeOf<Int32Array>();
    expectTypeOf(columns.served).toEqualTypeOf<Uint32Array>();
    expectTypeOf(columns.team).toEqualTypeOf<Uint16Array>();
    expectTypeOf(columns.state).toEqualTypeOf<Uint8Array>();
    expect(Object.values(columns).map((column) => column.constructor.name)).toEqual([
      "Float64Array",
      "Float32Array",
      "Int32Array",
      "Uint32Array",
      "Uint16Array",
      "Uint8Array",
    ]);
    expect(columns.skill.length).toBe(6);
  });
});

describe.each(["columns", "records"] as const)("a table of %s", (layout) => {
  test("hands out new rows one after the other, filled, and doubles when full", () => {
    const table = agents(1, layout);
    for (let i = 0; i < 9; i++) {
      expect(table.allocate()).toBe(i);
      expect(rowOf(table, i)).toEqual(FRESH);
      mark(table, i, i + 1);
    }
    expect([table.capacity, table.used, table.live]).toEqual([16, 9, 9]);
    expect(rowOf(table, 3)).toEqual([4.25, [4, 4, 4], -4, 4, 4, 4]);
  });

  test("leaves columns that are kept as they were when the row was released", () => {
    const table = defineTable(
      "t",
      {
        serial: { type: "i32", unit: "1", fill: -1, kept: true },
        pair: { type: "u8", unit: "1", width: 2, fill: 7, kept: true },
        count: { type: "u32", unit: "1" },
      },
      1,
    );
    const row = table.allocate();
    expect([table.columns.serial[row], table.columns.pair[2 * row + 1]]).toEqual([-1, 7]);
    table.columns.serial[row] = 3;
    table.columns.pair[2 * row + 1] = 4;
    table.columns.count[row] = 5;
    table.release(row);
    expect(table.allocate()).toBe(row);
    expect([table.columns.serial[row], table.columns.pair[2 * row + 1], table.columns.count[row]]).toEqual([3, 4, 0]);
    table.allocate();
    expect([table.columns.serial[row + 1], table.columns.pair[2 * row + 3]]).toEqual([-1, 7]);
  });

  test("hands out the row released last, with its fill values again", () => {
    const table = agents(4, layout);
    for (let i = 0; i < 4; i++) {
      mark(table, table.allocate(), 7);
    }
    table.release(1);
    table.release(3);
    expect([table.live, table.used, table.isLive(1), table.isLive(0)]).toEqual([2, 4, false, true]);
    expect([table.allocate(), table.allocate(), table.allocate()]).toEqual([3, 1, 4]);
    expect(rowOf(table, 3)).toEqual(FRESH);
    expect(rowOf(table, 2)[3]).toBe(7);
  });

  test("hands a row that was left as it was to whoever takes it so, and a fresh one to everybody else", () => {
    const table = agents(4, layout);
    for (let i = 0; i < 3; i++) mark(table, table.allocate(), 7);
    table.leave(2);
    table.release(1);
    table.leave(0);
    expect([table.allocateAsLeft(), table.allocateAsLeft(), table.allocate(), table.allocateAsLeft()]).toEqual([0, 1, 2, 3]);
    expect([0, 1, 2, 3].map((row) => rowOf(table, row))).toEqual([marked(7), FRESH, FRESH, FRESH]);
    table.leave(3);
    expect(() => table.leave(3)).toThrow("row 3 of agents is not allocated");
  });

  test("refuses to release a row twice, or one never handed out", () => {
    const table = agents(4, layout);
    table.allocate();
    table.release(0);
    for (const row of [0, 1, -1, 0.5, Number.NaN]) {
      expect(() => table.release(row)).toThrow(RangeError);
    }
    expect(() => table.release(0)).toThrow("row 0 of agents is not allocated");
  });

  test("equals a model through any sequence of allocations, releases, snapshots and restores", () => {
    const command = fc.oneof(
      { weight: 5, arbitrary: fc.constant({ do: "allocate", pick: 0 }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant("release"), pick: fc.nat() }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("snapshot", "restore"), pick: fc.nat(3) }) },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(command, { maxLength: 200 }), (capacity, commands) => {
        let table = agents(capacity, layout);
        let live = new Map<number, number>();
        let free: number[] = [];
        let n = 0;
        let saved = { table: table.snapshot(), live: new Map(live), free: [...free] };
        for (const each of commands) {
          if (each.do === "allocate") {
            const row = table.allocate();
            expect(row).toBe(free.pop() ?? live.size);
            expect(rowOf(table, row)).toEqual(FRESH);
            mark(table, row, ++n);
            live.set(row, n);
          } else if (each.do === "release" && live.size > 0) {
            const row = [...live.keys()][each.pick % live.size]!; // below the size
            table.release(row);
            live.delete(row);
            free.push(row);
          } else if (each.do === "snapshot") {
            saved = { table: table.snapshot(), live: new Map(live), free: [...free] };
          } else if (each.do === "restore") {
            table = each.pick === 0 ? table : agents(each.pick, layout); // the same table, or a fork of another capacity
            table.restore(saved.table);
            live = new Map(saved.live);
            free = [...saved.free];
          }
          expect([table.live, table.used]).toEqual([live.size, live.size + free.length]);
          for (const [row, value] of live) {
            expect(rowOf(table, row)).toEqual(marked(value));
          }
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe("a table of records", () => {
  test("has all values of a row within a few lines of memory, those of one size side by side", () => {
    const { columns, stride } = agents(4, "records");
    // Three numbers, a contact and a count of four bytes each: the most values of one size.
    expect(stride).toBe(5);
    expect(columns.contact.byteOffset - columns.skill.byteOffset).toBe(12);
    expect(columns.served.byteOffset - columns.contact.byteOffset).toBe(4);
    expect(columns.served.buffer).toBe(columns.freeAt.buffer);
  });
});

describe("a snapshot", () => {
  test("is untouched by what happens afterwards, and by what happens to a table restored from it", () => {
    const table = agents(2);
    mark(table, table.allocate(), 5);
    const saved = table.snapshot();
    mark(table, 0, 6);
    const fork = agents(1);
    fork.restore(saved);
    mark(fork, 0, 7);
    table.restore(structuredClone(saved));
    expect([table.columns.served[0], fork.columns.served[0]]).toEqual([5, 7]);
  });

  test("of another table is refused", () => {
    const other = defineTable("desks", { served: { type: "u32", unit: "contacts" } }, 4);
    const sameName = defineTable("agents", { served: { type: "u32", unit: "contacts" } }, 4);
    expect(() => agents(4).restore(other.snapshot())).toThrow("a snapshot of desks does not fit the columns of agents");
    expect(() => agents(4).restore(sameName.snapshot())).toThrow("does not fit");
  });
});

describe("refused are", () => {
  test("capacities and widths that are no whole number from 1", () => {
    expect(() => agents(0)).toThrow("capacity of agents");
    expect(() => agents(2.5)).toThrow(RangeError);
    expect(() => defineTable("t", { x: { type: "u8", unit: "1", width: 0 } }, 1)).toThrow("width of t.x");
  });

  test("fill values that do not fit the type", () => {
    expect(() => defineTable("t", { x: { type: "u8", unit: "1", fill: 256 } }, 1)).toThrow("fill value 256 of t.x does not fit u8");
    expect(() => defineTable("t", { x: { type: "u32", unit: "1", fill: -1 } }, 1)).toThrow("does not fit u32");
    expect(() => defineTable("t", { x: { type: "i32", unit: "1", fill: 0.5 } }, 1)).toThrow("does not fit i32");
    expect(() => defineTable("t", { x: { type: "f32", unit: "1", fill: 0.1 } }, 1)).not.toThrow();
  });
});
