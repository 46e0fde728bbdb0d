// Parts saved and restored together.

import { describe, expect, test } from "vitest";
import { EventList, Scalars, SnapshotGroup, defineTable } from "../../../src/sim/kernel/index.ts";

function world() {
  const group = new SnapshotGroup();
  const events = group.register("events", new EventList(2));
  const customers = group.register("customers", defineTable("customers", { visits: { type: "u32", unit: "visits" } }, 1));
  const scalars = group.register("scalars", new Scalars(["clock", "orders"]));
  return { group, events, customers, scalars };
}

type World = ReturnType<typeof world>;

/** A tiny simulation: customers arrive, visit, and leave. */
function run(w: World, steps: number): void {
  for (let i = 0; i < steps; i++) {
    const orders = w.scalars.values[w.scalars.slot.orders]!;
    w.events.schedule(w.events.peekTime() === Infinity ? orders : w.events.peekTime() + (orders % 7), 0, w.customers.allocate(), orders);
    w.scalars.values[w.scalars.slot.orders] = orders + 1;
    if (i % 3 === 2 && w.events.pop()) {
      w.customers.columns.visits[w.events.entity]! += 1; // the row is live
      w.customers.release(w.events.entity);
      w.scalars.values[w.scalars.slot.clock] = w.events.time;
    }
  }
}

function describeWorld(w: World): unknown {
  const events: number[][] = [];
  const saved = w.group.snapshot();
  while (w.events.pop()) {
    events.push([w.events.time, w.events.entity, w.events.sub]);
  }
  w.group.restore(saved);
  return [events, Array.from(w.customers.columns.visits), w.customers.live, Array.from(w.scalars.values)];
}

describe("a group of parts", () => {
  test("forked and continued is the same as continued", () => {
    const original = world();
    run(original, 50);
    const saved = original.group.snapshot();
    run(original, 70);
    for (let fork = 0; fork < 2; fork++) {
      const other = world();
      other.group.restore(saved);
      run(other, 70);
      expect(describeWorld(other)).toEqual(describeWorld(original));
    }
  });

  test("refuses a second part of the same name", () => {
    const group = new SnapshotGroup();
    group.register("clock", new Scalars(["now"]));
    expect(() => group.register("clock", new Scalars(["now"]))).toThrow('both be called "clock"');
  });

  test("refuses a snapshot with other parts, before it changes anything", () => {
    const group = new SnapshotGroup();
    const clock = group.register("clock", new Scalars(["now"]));
    clock.values[0] = 5;
    expect(() => group.restore({})).toThrow('lacks the part "clock"');
    expect(() => group.restore({ clock: new Float64Array(1), queue: 1 })).toThrow('no part is called "queue"');
    expect(clock.values[0]).toBe(5);
  });
});

describe("scalars", () => {
  test("begin at 0 and are found by name", () => {
    const scalars = new Scalars(["clock", "orders"]);
    scalars.values[scalars.slot.orders] = 3;
    expect(Array.from(scalars.values)).toEqual([0, 3]);
  });

  test("refuse equal names and snapshots of another length", () => {
    expect(() => new Scalars(["a", "a"])).toThrow("unique");
    expect(() => new Scalars(["a"]).restore(new Float64Array(2))).toThrow("2 scalars, not 1");
  });
});
