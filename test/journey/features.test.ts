/** Small machines by hand, one per supported feature: tables and actors agree, and do what XState's rules say. */

import { describe, expect, it } from "vitest";
import { compileJourney } from "../../src/journey/index.ts";
import { machineOf } from "./support/machines.ts";
import type { Step } from "./support/run.ts";
import { traceOfActors, traceOfTables } from "./support/run.ts";
import type { Trace } from "./support/virtual-host.ts";

type Config = Readonly<Record<string, unknown>>;

/** The trace, equal in both executors, as words: action names, "+serial" and "-serial" for timers, "=state". */
function happenings(config: Config, script: readonly Step[]): string {
  const machine = machineOf({ id: "m", ...config });
  const trace = traceOfActors(machine, script);
  expect(traceOfTables(machine, script)).toEqual(trace);
  return words(trace);
}

function words(trace: Trace): string {
  const said: Readonly<Record<string, (entry: unknown[]) => string>> = {
    action: (entry) => String(entry[3]),
    schedule: (entry) => `+${String(entry[4])}@${String(entry[3])}`,
    cancel: (entry) => `-${String(entry[3])}`,
    fire: (entry) => `!${String(entry[3])}`,
    state: (entry) => `=${String(entry[3])}`,
  };
  const last = trace.findLastIndex((entry) => entry[2] === "state" && entry[3] !== "");
  return trace
    .slice(0, last + 1)
    .flatMap((entry) => said[String(entry[2])]?.(entry) ?? [])
    .join(" ");
}

const start: Step = { start: 0 };
const event = (number: number): Step => ({ row: 0, event: number });
const leaf = (name: string, more: Config = {}): Config => ({ entry: `in_${name}`, exit: `out_${name}`, ...more });

describe("a journey", () => {
  it("leaves inner states first, acts, and enters outer states first", () => {
    const config = {
      initial: "a",
      states: {
        a: leaf("a", { initial: "b", states: { b: leaf("b", { on: { GO: { target: "#m.c", actions: "act" } } }) } }),
        c: leaf("c", { initial: { target: "d", actions: "first" }, states: { d: leaf("d") } }),
      },
    };
    expect(happenings(config, [start, event(0)])).toBe("in_a in_b =a.b out_b out_a act in_c first in_d =c.d");
  });

  it("does not run initial actions of a state whose child is the target", () => {
    const c = leaf("c", { initial: { target: "d", actions: "first" }, states: { d: leaf("d") } });
    const config = { initial: "a", states: { a: { on: { GO: "#m.c.d" } }, c } };
    expect(happenings(config, [start, event(0)])).toBe("=a in_c in_d =c.d");
  });

  it("touches timers after all actions of a macrostep, leaving ones first", () => {
    const config = {
      initial: "a",
      states: {
        a: leaf("a", { after: { 1000: "b" }, on: { GO: { target: "b", actions: "act" } } }),
        b: leaf("b", { after: { 2000: "a", 500: { actions: "tick" } } }),
      },
    };
    // Integer keys come in ascending order in JavaScript: 500 before 2000.
    expect(happenings(config, [start, event(0), { wait: 1 }])).toBe("in_a +0@1 =a out_a act in_b -0 +1@0.5 +2@2 =b !1 tick =b");
  });

  it("does not cancel a timer that has fired while its state stayed", () => {
    const config = { initial: "a", states: { a: { after: { 1000: { actions: "tick" } }, on: { GO: "b" } }, b: {} } };
    expect(happenings(config, [start, { wait: 1 }, event(0)])).toBe("+0@1 =a !0 tick =a =b");
  });

  it("neither schedules nor cancels a delay that never ends", () => {
    const config = { initial: "a", states: { a: { after: { Infinity: "b" }, on: { GO: "b" } }, b: {} } };
    expect(happenings(config, [start, { wait: 3 }, event(0)])).toBe("=a =b");
  });

  it("schedules and cancels in one macrostep when an eventless step passes through a state", () => {
    const config = {
      initial: "a",
      states: {
        a: { on: { GO: "b" } },
        b: leaf("b", { after: { 1000: "a" }, always: { target: "c" } }),
        c: leaf("c", { after: { 1000: "a" } }),
      },
    };
    expect(happenings(config, [start, event(0)])).toBe("=a in_b out_b in_c +0@1 -0 +1@1 =c");
  });

  it("keeps the timers of an outer state while inner states change", () => {
    const inner = { b: { on: { GO: "c" } }, c: leaf("c") };
    const config = { initial: "a", states: { a: { initial: "b", after: { 1000: "d" }, states: inner }, d: {} } };
    expect(happenings(config, [start, event(0), { wait: 1 }])).toBe("+0@1 =a.b in_c =a.c !0 out_c =d");
  });

  it("takes inner handlers before outer ones, and an empty handler forbids the outer one", () => {
    const states = { b: { on: { GO: "c" } }, c: { on: { GO: undefined } } };
    const config = { initial: "a", states: { a: { initial: "b", states, on: { GO: "d" } }, d: {} } };
    expect(happenings(config, [start, event(0), event(0)])).toBe("=a.b =a.c =a.c");
  });

  it("knows events that are called by numbers, which JavaScript puts before the others", () => {
    const config = {
      initial: "a",
      states: { a: { on: { NEXT: { target: "b", actions: "next" } } }, b: { on: { 10: { actions: "ten" }, 9: { actions: "nine" } } } },
    };
    const codes = compileJourney(machineOf(config)).eventCodes;
    expect(Object.entries(codes)).toEqual([
      ["9", 0],
      ["10", 1],
      ["NEXT", 2],
    ]);
    expect(happenings(config, [start, event(2), event(1), event(0)])).toBe("=a next =b ten =b nine =b");
  });

  it("runs a targetless transition without leaving, and re-enters with `reenter`", () => {
    const on = { A: { actions: "act" }, B: { target: "a", actions: "act" }, C: { target: "a", reenter: true, actions: "act" } };
    const config = { initial: "a", states: { a: leaf("a", { on, after: { 1000: "a" } }) } };
    expect(happenings(config, [start, event(0), event(1), event(2)])).toBe("in_a +0@1 =a act =a act =a out_a act in_a -0 +1@1 =a");
  });

  it("re-enters a compound state from inside with `reenter` only", () => {
    const states = { b: leaf("b"), c: leaf("c") };
    const on = { A: { target: ".c" }, B: { target: ".c", reenter: true } };
    const config = { initial: "a", states: { a: leaf("a", { initial: "b", states, on }) } };
    expect(happenings(config, [start, event(0), event(1)])).toBe("in_a in_b =a.b out_b in_c =a.c out_c out_a in_a in_c =a.c");
  });

  it("enters the root again without leaving it when it is targeted from below", () => {
    const config = { entry: "in_m", exit: "out_m", initial: "a", states: { a: leaf("a", { on: { GO: "#m" } }) } };
    expect(happenings(config, [start, event(0)])).toBe("in_m in_a =a out_a in_m in_a =a");
  });

  it("leaves everything when it ends, and ignores what comes later", () => {
    const config = {
      entry: "in_m",
      exit: "out_m",
      after: { 9000: ".a" },
      on: { GO: ".a" },
      initial: "a",
      states: { a: leaf("a", { on: { GO: "z" } }), z: leaf("z", { type: "final" }) },
    };
    expect(happenings(config, [start, event(0), event(0)])).toBe("in_m in_a +0@9 =a out_a in_z out_z out_m -0 =z =z");
  });

  it("ends where it begins when the initial state is final", () => {
    const config = { entry: "in_m", exit: "out_m", after: { 9000: ".z" }, initial: "z", states: { z: leaf("z", { type: "final" }) } };
    expect(happenings(config, [start])).toBe("in_m in_z out_z out_m +0@9 -0 =z");
  });

  it("looks at `always` again after an event that nothing handles, but not after a step that changes no state", () => {
    const always = { target: "a", reenter: true, actions: "again" };
    const config = { initial: "s", states: { s: { on: { GO: "a" } }, a: leaf("a", { always, on: { NO: undefined } }) } };
    expect(happenings(config, [start, event(0), event(1)])).toBe("=s in_a out_a again in_a =a out_a again in_a =a");
  });

  it("gives words their params", () => {
    const go = { target: "b", actions: { type: "act", params: { n: 1 } }, guard: { type: "may", params: { n: 2 } } };
    const machine = machineOf({ id: "m", initial: "a", states: { a: { on: { GO: [go, "b"] } }, b: {} } });
    const trace = traceOfTables(machine, [start, event(0)]);
    expect(trace).toEqual(traceOfActors(machine, [start, event(0)]));
    expect(trace.find((entry) => entry[2] === "guard")?.[4]).toEqual({ n: 2 });
  });
});
