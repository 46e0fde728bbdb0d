// The event list against a sorted array of keys.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EventList } from "../../../src/sim/kernel/index.ts";

type Key = readonly [time: number, kind: number, entity: number, sub: number];

function compare(a: Key, b: Key): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

function current(list: EventList): Key {
  return [list.time, list.kind, list.entity, list.sub];
}

function drain(list: EventList): Key[] {
  const keys: Key[] = [];
  while (list.pop()) {
    keys.push(current(list));
  }
  return keys;
}

/** What the list should do, in the plainest way. */
class Model {
  pending: { key: Key; handle: number }[] = [];

  add(key: Key, handle: number): void {
    this.pending.push({ key, handle });
    this.pending.sort((a, b) => compare(a.key, b.key));
  }

  remove(i: number): number {
    return this.pending.splice(i, 1)[0]!.handle; // i is below the length
  }
}

/** Few different values, so that equal times, kinds and entities are frequent. */
const key = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: -1, max: 2 }), fc.nat(3), fc.nat(3));
const keys = fc.uniqueArray(key, { maxLength: 200, comparator: (a, b) => compare(a, b) === 0 });

describe("the event list", () => {
  test("gives events in the order of (time, kind, entity, sub), whatever order they were scheduled in", () => {
    fc.assert(
      fc.property(
        keys.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          for (const order of [all, shuffled]) {
            const list = new EventList(1);
            for (const each of order) {
              list.schedule(...each);
            }
            expect(drain(list)).toEqual([...all].sort(compare));
          }
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  test("equals a sorted array through any sequence of schedules, cancels, pops, snapshots and restores", () => {
    const command = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant("schedule" as const), delay: fc.nat(4), kind: fc.nat(2), entity: fc.nat(2) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel" as const), pick: fc.nat() }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant("pop" as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("snapshot" as const, "restore" as const) }) },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(command, { maxLength: 300 }), (capacity, commands) => {
        let list = new EventList(capacity);
        const model = new Model();
        let now = 0;
        let count = 0;
        let saved = { list: list.snapshot(), pending: [...model.pending], now };
        for (const each of commands) {
          if (each.do === "schedule") {
            const next: Key = [now + each.delay, each.kind, each.entity, count++];
            model.add(next, list.schedule(...next));
          } else if (each.do === "cancel" && model.pending.length > 0) {
            const handle = model.remove(each.pick % model.pending.length);
            list.cancel(handle);
            expect(list.isPending(handle)).toBe(false);
          } else if (each.do === "pop") {
            const first = model.pending[0];
            expect(list.pop()).toBe(first !== undefined);
            if (first !== undefined) {
              model.remove(0);
              expect(current(list)).toEqual(first.key);
              now = first.key[0];
            }
          } else if (each.do === "snapshot") {
            saved = { list: list.snapshot(), pending: [...model.pending], now };
          } else if (each.do === "restore") {
            list = new EventList(1 + (count % 50)); // a fork: another list, of another capacity
            list.restore(saved.list);
            model.pending = [...saved.pending];
            now = saved.now;
          }
          expect(list.size).toBe(model.pending.length);
          expect(list.peekTime()).toBe(model.pending[0]?.key[0] ?? Infinity);
          expect(model.pending.every(({ handle }) => list.isPending(handle))).toBe(true);
        }
        expect(drain(list)).toEqual(model.pending.map((event) => event.key));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("grows far beyond its first capacity and keeps the order", () => {
    const list = new EventList(2);
    const expected: Key[] = [];
    for (let i = 0; i < 5000; i++) {
      const next: Key = [(i * 7919) % 1009, i & 3, i, 0];
      expected.push(next);
      list.schedule(...next);
    }
    expect(drain(list)).toEqual(expected.sort(compare));
  });

  test("keeps the order among thousands, near and far, crowded and alone, through cancels, pops and forks", () => {
    // Times as simulations have them: bunches at one moment, waits of all lengths, and some that never come.
    const wait = (i: number) =>
      [0, 3600 * (i % 24), -Math.log(((i * 7919) % 9973) / 9973 + 1e-4) * 1e5, Infinity][i % 37 === 0 ? 3 : i % 3]!;
    let list = new EventList(8);
    let reference = new EventList(8);
    const expected = new Map<number, Key>();
    for (let i = 0; i < 9000; i++) {
      const time = Math.max(0, list.time) + wait(i);
      expected.set(list.schedule(time, i & 3, i, 0), [time, i & 3, i, 0]);
      if (i % 5 === 0) {
        const handle = [...expected.keys()].at((i * 31) % Math.min(expected.size, 50))!;
        list.cancel(handle);
        expected.delete(handle);
      }
      if (i % 3 === 0 && list.peekTime() < Infinity) {
        list.pop();
        const first = current(list);
        for (const [handle, each] of expected) if (compare(each, first) === 0) expected.delete(handle);
      }
      if (i % 2000 === 0) {
        reference.restore(list.snapshot());
        [list, reference] = [reference, list];
      }
    }
    expect(list.size).toBe(expected.size);
    const order = [...expected.values()].toSorted((a, b) =>
      a[0] === b[0] ? compare([0, a[1], a[2], a[3]], [0, b[1], b[2], b[3]]) : a[0] - b[0],
    );
    expect(drain(list)).toEqual(order);
  });

  test("restores the same snapshot twice to the same future", () => {
    const list = new EventList(4);
    for (let i = 0; i < 50; i++) {
      list.schedule((i * 13) % 31, 0, i, 0);
    }
    list.pop();
    const saved = list.snapshot();
    const first = drain(list);
    list.restore(saved);
    expect(list.schedule(5, 9, 9, 9)).toBe(0);
    list.restore(saved);
    expect(drain(list)).toEqual(first);
  });

  test("survives structured cloning of its snapshot, as between threads", () => {
    const list = new EventList();
    list.schedule(3, 1, 2, 0);
    const other = new EventList();
    other.restore(structuredClone(list.snapshot()));
    expect(drain(other)).toEqual([[3, 1, 2, 0]]);
  });
});

describe("handles", () => {
  test("are used again, the latest freed first", () => {
    const list = new EventList();
    const handles = [0, 1, 2].map((i) => list.schedule(i, 0, 0, 0));
    list.cancel(handles[0]!);
    list.cancel(handles[2]!);
    expect([list.schedule(7, 0, 0, 0), list.schedule(8, 0, 0, 0)]).toEqual([handles[2], handles[0]]);
    expect(handles).not.toContain(list.schedule(9, 0, 0, 0));
  });

  test("of events that are taken, cancelled or were never given cannot be cancelled", () => {
    const list = new EventList();
    const taken = list.schedule(1, 0, 0, 0);
    const cancelled = list.schedule(2, 0, 0, 0);
    list.cancel(cancelled);
    list.pop();
    for (const handle of [taken, cancelled, -1, 5, 800, 0.5, Number.NaN]) {
      expect(list.isPending(handle)).toBe(false);
      expect(() => list.cancel(handle)).toThrow("no event is pending");
    }
  });
});

describe("refused are", () => {
  test("events in the past, and times that are not numbers", () => {
    const list = new EventList();
    list.schedule(10, 0, 0, 0);
    list.pop();
    expect(() => list.schedule(9.999, 0, 0, 0)).toThrow("it is already 10 s");
    expect(() => list.schedule(Number.NaN, 0, 0, 0)).toThrow(RangeError);
    expect(list.size).toBe(0);
    list.schedule(10, 0, 0, 0);
    expect(list.size).toBe(1);
  });

  test("two pending events with one key, when the first of them is taken", () => {
    fc.assert(
      fc.property(
        keys.filter((all) => all.length > 0),
        fc.nat(),
        (all, pick) => {
          const list = new EventList(1);
          const twin = all[pick % all.length]!; // below the length
          for (const each of [...all, twin]) {
            list.schedule(...each);
          }
          expect(() => drain(list)).toThrow(/two events have the key/);
          expect(current(list)).toEqual(twin);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  test("keys that are no 32-bit integers", () => {
    const list = new EventList();
    expect(() => list.schedule(0, 0.5, 0, 0)).toThrow("32-bit integers");
    expect(() => list.schedule(0, 0, 4294967296, 0)).toThrow(RangeError);
    expect(() => list.schedule(0, 0, 0, Number.NaN)).toThrow(RangeError);
  });

  test("capacities that are no whole number from 1", () => {
    expect(() => new EventList(0)).toThrow(RangeError);
    expect(() => new EventList(1.5)).toThrow(RangeError);
  });
});

test("an empty list gives nothing and changes nothing", () => {
  const list = new EventList();
  expect([list.pop(), list.size, list.peekTime(), list.time]).toEqual([false, 0, Infinity, -Infinity]);
});
