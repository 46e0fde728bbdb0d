/** What the machine's own functions see: what XState shows them, and it stays what it was. */

import { describe, expect, it } from "vitest";
import type { AnyStateMachine } from "xstate";
import { assign, cancel, emit, log, raise } from "xstate";
import type { JourneyExecutor, JourneyHost, JourneyImplementation } from "../../src/journey/index.ts";
import { compileJourney, createActorExecutor, createTableExecutor } from "../../src/journey/index.ts";
import { machineOf as machineFrom } from "./support/machines.ts";

type Note = (...seen: readonly unknown[]) => void;
type Seen = { readonly context: object; readonly event: object };
type Made = {
  readonly executor: JourneyExecutor;
  readonly timers: (readonly [slot: number, seconds: number])[];
  readonly seen: unknown[][];
};

/** An executor of one row, whose functions, logs and emitted events are kept as they are, not copied. */
function made(kind: "tables" | "actors", machineOf: (note: Note) => AnyStateMachine): Made {
  const seen: unknown[][] = [];
  const timers: (readonly [number, number])[] = [];
  const host: JourneyHost = {
    scheduleTimer: (_, slot, seconds) => timers.push([slot, seconds]),
    cancelTimer: () => {},
    emit: (_, event) => seen.push(["emit", event]),
    log: (_, label, value) => seen.push(["log", label, value]),
  };
  const words: JourneyImplementation<object> = {
    actions: { tell: (_, __, params) => seen.push(["tell", params]) },
    guards: {},
    delays: {},
  };
  const machine = machineOf((...one) => seen.push([...one]));
  if (kind === "actors") return { executor: createActorExecutor(machine, words, {}, host), timers, seen };
  const compiled = compileJourney(machine);
  const rows = { columns: { state: new Uint32Array(1), context: new Float64Array(compiled.contextFields.length) } };
  return { executor: createTableExecutor(compiled, words, {}, host, rows), timers, seen };
}

function send({ executor }: Made, type: string, more: object = {}): void {
  executor.send(0, executor.eventCodes[type] ?? -1, { type, ...more });
}

/** What was seen in both executors, at the end of everything. */
function seenBy(machineOf: (note: Note) => AnyStateMachine, events: readonly string[]): unknown[][] {
  const both = (["actors", "tables"] as const).map((kind) => {
    const one = made(kind, machineOf);
    one.executor.start(0);
    for (const type of events) send(one, type);
    return one.seen;
  });
  expect(both[1]).toEqual(both[0]);
  return both[0] ?? [];
}

const grow = assign({ count: ({ context }: { context: { count: number } }) => context.count + 1 });

describe("a function of the machine's own", () => {
  it("may keep its context: a later assign does not change it", () => {
    const machineOf = (note: Note) => {
      const look = ({ context, event }: Seen): void => note(context, event);
      const on = { GO: { actions: [look, grow, look, grow] }, LOOK: { actions: look } };
      return machineFrom({ context: { count: 0, plan: "a" }, entry: [look, grow, look], on });
    };
    expect(seenBy(machineOf, ["GO", "LOOK"]).map(([context]) => context)).toEqual([0, 1, 1, 2, 3].map((count) => ({ count, plan: "a" })));
  });

  it("may put its context into an event, a log, an emission or params, in the first macrostep too", () => {
    const put = [
      { type: "tell", params: ({ context }: Seen) => ({ context }) },
      log(({ context }) => context, "now"),
      emit(({ context }: Seen) => ({ type: "out", context })),
      raise(({ context }: Seen) => ({ type: "LATER", context })),
      grow,
      log(),
    ];
    const machineOf = (note: Note) => {
      const on = { GO: { actions: put }, LATER: { actions: ({ context, event }: Seen) => note("LATER", context, event) } };
      return machineFrom({ context: { count: 0 }, entry: put, on });
    };
    const lines = seenBy(machineOf, ["GO"]);
    expect(lines).toContainEqual(["tell", { context: { count: 0 } }]);
    expect(lines).toContainEqual(["LATER", { count: 1 }, { type: "LATER", context: { count: 0 } }]);
    expect(lines).toContainEqual(["log", undefined, { context: { count: 1 }, event: { type: "xstate.init", input: { id: 0 } } }]);
    expect(lines).toContainEqual(["emit", { type: "out", context: { count: 1 } }]);
  });

  it("tells a delay by the context at that moment", () => {
    const machineOf = (note: Note) =>
      machineFrom({ context: { count: 0 }, entry: [grow, raise({ type: "UP" }, { delay: "wait" as never }), grow] }).provide({
        delays: { wait: ({ context }: Seen) => (note(context), 1000) } as never,
      });
    expect(seenBy(machineOf, [])).toEqual([[{ count: 1 }]]);
  });

  it("assigns nothing when it answers nothing", () => {
    const machineOf = (note: Note) =>
      machineFrom({
        context: { count: 4 },
        on: { GO: { actions: [assign(() => undefined as never), ({ context }: Seen) => note(context)] } },
      });
    expect(seenBy(machineOf, ["GO"])).toEqual([[{ count: 4 }]]);
  });

  it("cannot write the context past assign, which columns would not notice", () => {
    const one = made("tables", () =>
      machineFrom({
        context: { count: 0 },
        on: {
          GO: {
            actions: ({ context }: { context: { count: number } }) => {
              context.count++;
            },
          },
        },
      }),
    );
    one.executor.start(0);
    expect(() => send(one, "GO")).toThrow(/read only property 'count'/u);
  });

  it.each(["self", "system"] as const)("has no %s in virtual time", (name) => {
    const one = made("tables", () => machineFrom({ on: { GO: { actions: (given: Readonly<Record<string, unknown>>) => given[name] } } }));
    one.executor.start(0);
    expect(() => send(one, "GO")).toThrow(`a function asks for \`${name}\`, which does not exist in virtual time`);
  });

  it("cannot cancel the timer of an `after`", () => {
    const by = cancel(({ event }) => (event as unknown as { id: string }).id);
    const one = made("tables", () =>
      machineFrom({ id: "m", initial: "a", states: { a: { after: { 1000: "b" }, on: { GO: { actions: by } } }, b: {} } }),
    );
    one.executor.start(0);
    send(one, "GO", { id: undefined });
    expect(() => send(one, "GO", { id: "xstate.after.1000.m.a" })).toThrow('"xstate.after.1000.m.a", which belongs to an `after`');
  });

  it.each(["tables", "actors"] as const)("cannot wait less than nothing (%s)", (kind) => {
    const one = made(kind, () => machineFrom({ entry: raise({ type: "UP" }, { delay: () => -1 }) }));
    expect(() => one.executor.start(0)).toThrow(/-1 ms; it must be 0 or more/u);
    expect(one.timers).toEqual([]);
  });
});
