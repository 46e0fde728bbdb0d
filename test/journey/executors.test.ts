/** What both executors promise the engine: clear errors, the same delays, nothing kept outside the column. */

import { describe, expect, it } from "vitest";
import { assign } from "xstate";
import type { AnyStateMachine } from "xstate";
import type { JourneyExecutor, JourneyHost, JourneyImplementation } from "../../src/journey/index.ts";
import {
  compileJourney,
  contactMachine,
  contactVocabulary,
  createActorExecutor,
  createTableExecutor,
  customerMachine,
  customerVocabulary,
} from "../../src/journey/index.ts";
import { machineOf } from "./support/machines.ts";

type Words = Partial<JourneyImplementation<object>>;
type Make = (machine: AnyStateMachine, words: Words, host?: JourneyHost) => JourneyExecutor;

const silent: JourneyHost = { scheduleTimer: () => {}, cancelTimer: () => {} };
const none = { actions: {}, guards: {}, delays: {} };
const columns = () => ({ columns: { state: new Uint32Array(4) } });

const EXECUTORS: readonly [string, Make][] = [
  ["table", (machine, words, host = silent) => createTableExecutor(compileJourney(machine), { ...none, ...words }, {}, host, columns())],
  ["actor", (machine, words, host = silent) => createActorExecutor(machine, { ...none, ...words }, {}, host)],
];

function send(executor: JourneyExecutor, id: number, type: string): void {
  const code = executor.eventCodes[type];
  if (code === undefined) throw new Error(`no event ${type}`);
  executor.send(id, code);
}

describe.each(EXECUTORS)("the %s executor", (kind, make) => {
  const waiting = machineOf({ id: "m", initial: "a", states: { a: { on: { GO: "b" } }, b: { after: { pause: "a" } } } });

  it("names the words that an implementation lacks", () => {
    const machine = machineOf({
      id: "m",
      initial: "a",
      states: { a: { entry: "sing", on: { GO: { guard: "toString", target: "b" } } }, b: { after: { pause: "a" } } },
    });
    expect(() => make(machine, {})).toThrow('Journey "m": the implementation lacks action "sing", guard "toString", delay "pause"');
  });

  it.each([-1, Number.NaN])("refuses a delay of %s seconds, naming machine, state and word", (seconds) => {
    const executor = make(waiting, { delays: { pause: () => seconds } });
    executor.start(0);
    expect(() => send(executor, 0, "GO")).toThrow(/"m", state b: the delay "pause" is (-1|NaN) s/u);
  });

  it("refuses a negative delay of the initial state", () => {
    const machine = machineOf({ id: "m", initial: "a", states: { a: { after: { pause: "a" } } } });
    expect(() => make(machine, { delays: { pause: () => -1 } }).start(0)).toThrow('state a: the delay "pause" is -1 s');
  });

  it("rounds delays as XState's milliseconds do", () => {
    const delays: number[] = [];
    const host = { ...silent, scheduleTimer: (_: number, __: number, delay: number) => void delays.push(delay) };
    const executor = make(waiting, { delays: { pause: (_, id) => 0.1 + id * 7.3 } }, host);
    for (const id of [0, 1, 2]) {
      executor.start(id);
      send(executor, id, "GO");
    }
    expect(delays).toEqual([0, 1, 2].map((id) => ((0.1 + id * 7.3) * 1000) / 1000));
  });

  it("reports eventless steps without end instead of hanging", () => {
    const machine = machineOf({
      id: "dizzy",
      initial: "s",
      states: { s: { on: { GO: "p" } }, p: { always: "a" }, a: { always: { guard: "yes", target: "b" } }, b: { always: "a" } },
    });
    const words = { guards: { yes: () => true } };
    const executor = make(machine, words);
    executor.start(1);
    const detail = kind === "table" ? /a → b → a|b → a → b/u : /after s/u;
    expect(() => send(executor, 1, "GO")).toThrow(/Journey "dizzy", row 1, does not come to rest within 1000 steps of its own/u);
    const again = make(machine, words);
    again.start(1);
    expect(() => send(again, 1, "GO")).toThrow(detail);
  });

  it("passes on what a word throws, and does not start a row twice", () => {
    const machine = machineOf({ id: "m", initial: "a", states: { a: { on: { GO: { actions: "fail" } } } } });
    const executor = make(machine, {
      actions: {
        fail: () => {
          throw new Error("no stock");
        },
      },
    });
    executor.start(0);
    expect(() => executor.start(0)).toThrow("row 0: started already");
    expect(() => send(executor, 0, "GO")).toThrow("no stock");
  });

  it("lets an action start another row of the same executor", () => {
    const log: string[] = [];
    const host = {
      scheduleTimer: (id: number) => void log.push(`schedule ${id}`),
      cancelTimer: (id: number) => void log.push(`cancel ${id}`),
    };
    const machine = machineOf({
      id: "m",
      initial: "a",
      states: { a: { after: { 1000: "b" }, on: { GO: { target: "b", actions: "bear" } } }, b: { after: { 500: "a" } } },
    });
    const executor: JourneyExecutor = make(machine, { actions: { bear: () => executor.start(3) } }, host);
    executor.start(0);
    send(executor, 0, "GO");
    expect(log).toEqual(["schedule 0", "schedule 3", "cancel 0", "schedule 0"]);
    expect([executor.stateOf(0), executor.stateOf(3)]).toEqual(["b", "a"]);
  });

  it("forgets a row: its timers are cancelled and it can be started anew", () => {
    const log: string[] = [];
    const host = {
      scheduleTimer: (_: number, slot: number) => void log.push(`+${slot}`),
      cancelTimer: (_: number, slot: number) => void log.push(`-${slot}`),
    };
    const executor = make(
      machineOf({
        id: "m",
        after: { 9000: ".a" },
        initial: "a",
        states: { a: { after: { 1000: ".b" }, initial: "b", states: { b: {} } } },
      }),
      {},
      host,
    );
    expect([executor.stateOf(0), executor.isDone(0), executor.timerSlots]).toEqual(["", false, 2]);
    executor.start(0);
    executor.forget(0);
    expect(executor.stateOf(0)).toBe("");
    executor.start(0);
    expect(log).toEqual(["+0", "+1", "-0", "-1", "+0", "+1"]);
  });
});

describe("the table executor", () => {
  it("keeps everything in the column: a copy of it goes on like the original, even when the array is replaced", () => {
    const rows = columns();
    const machine = machineOf({ id: "m", initial: "a", states: { a: { after: { 1000: "b" }, on: { GO: "c" } }, b: {}, c: {} } });
    const cancelled: number[] = [];
    const host = { ...silent, cancelTimer: (id: number) => void cancelled.push(id) };
    const executor = createTableExecutor(compileJourney(machine), none, {}, host, rows);
    executor.start(0);
    const copy = rows.columns.state.slice();
    executor.timer(0, 0);
    expect(executor.stateOf(0)).toBe("b");
    rows.columns.state = copy;
    expect(executor.stateOf(0)).toBe("a");
    send(executor, 0, "GO");
    expect([executor.stateOf(0), cancelled]).toEqual(["c", [0]]);
  });
});

describe("a context", () => {
  it("lives in columns: copied to the rows of another executor it says the same, texts too", () => {
    const machine = machineOf({
      id: "m",
      context: { plan: "trial", months: 0 },
      initial: "a",
      states: {
        a: {
          on: { PAY: { actions: assign(({ context }: { context: { months: number } }) => ({ plan: "pro", months: context.months + 1 })) } },
        },
      },
    });
    const compiled = compileJourney(machine);
    const rowsOf = () => ({ columns: { state: new Uint32Array(1), context: new Float64Array(2) } });
    const [first, second] = [rowsOf(), rowsOf()];
    const one = createTableExecutor(compiled, none, {}, silent, first);
    const other = createTableExecutor(compiled, none, {}, silent, second);
    one.start(0);
    send(one, 0, "PAY");
    send(one, 0, "PAY");
    second.columns.state.set(first.columns.state);
    second.columns.context.set(first.columns.context);
    send(other, 0, "PAY");
    expect([one.contextOf(0), other.contextOf(0)]).toEqual([
      { plan: "pro", months: 2 },
      { plan: "pro", months: 3 },
    ]);
  });

  it.each([
    ['assign to "months" expects a number, found "many"', { months: "many" }],
    ['assign to "colour" expects a declared field of the context, found 1', () => ({ colour: 1 })],
  ])("refuses what does not fit its column: %s", (message, change) => {
    const machine = machineOf({
      id: "m",
      context: { months: 0 },
      initial: "a",
      states: { a: { on: { GO: { actions: assign(change as never) } } } },
    });
    const rows = { columns: { state: new Uint32Array(1), context: new Float64Array(1) } };
    const executor = createTableExecutor(compileJourney(machine), none, {}, silent, rows);
    executor.start(0);
    expect(() => send(executor, 0, "GO")).toThrow(message);
  });
});

describe("the bundled journeys", () => {
  it.each([
    ["customer", customerMachine, customerVocabulary],
    ["contact", contactMachine, contactVocabulary],
  ])("%s: plain data, with every word documented and used", (_, machine, vocabulary) => {
    const { config } = machine;
    expect(structuredClone(config)).toEqual(JSON.parse(JSON.stringify(config)));
    const compiled = compileJourney(machine);
    const called = {
      actions: compiled.actionCalls.map((call) => call.name),
      guards: compiled.guardCalls.map((call) => call.name),
      delays: compiled.timers.flatMap(({ delay }) => ("name" in delay ? [delay.name] : [])),
    };
    for (const kind of ["actions", "guards", "delays"] as const) {
      expect(new Set(called[kind])).toEqual(new Set(Object.keys(vocabulary[kind])));
    }
    expect(compiled.timerSlots).toBe(1);
  });
});
