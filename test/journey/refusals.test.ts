/** What the compiler cannot translate exactly it names, with the state, all at once. */

import { describe, expect, it } from "vitest";
import { assign, cancel, enqueueActions, raise, sendTo, spawnChild, stateIn, stopChild } from "xstate";
import { compileJourney, JourneyCompileError } from "../../src/journey/index.ts";
import type { Refusal } from "../../src/journey/index.ts";
import { machineOf } from "./support/machines.ts";

type Config = Readonly<Record<string, unknown>>;

function refusals(config: Config): readonly Refusal[] {
  try {
    compileJourney(machineOf({ id: "m", ...config }));
  } catch (error) {
    if (error instanceof JourneyCompileError) return error.refusals;
    throw error;
  }
  return [];
}

/** A machine whose inner state `a.b` has something special. */
function around(special: Config): Config {
  return { initial: "a", states: { a: { initial: "s", states: { s: {}, b: special, c: {} } }, z: {} } };
}

describe("the compiler refuses", () => {
  it.each<[string, Config]>([
    ['invoke of "other"', { invoke: { src: "other" } }],
    ["route", { id: "b", route: {} }],
    ["atomic state with children", { type: "atomic", states: { x: {} } }],
    [`XState's own event "xstate.init"`, { on: { "xstate.init": "c" } }],
    ["built-in action sendTo", { on: { GO: { actions: sendTo("x", { type: "X" }) } } }],
    ["built-in action spawnChild", { entry: ["word", spawnChild("x")] }],
    ["built-in action stopChild", { exit: stopChild("x") }],
    ["built-in action enqueueActions", { after: { 100: { actions: enqueueActions(() => {}) } } }],
    ['assign to "count", which the context does not declare', { entry: assign({ count: 1 }) }],
    ["delayed raise of a computed event", { entry: raise(() => ({ type: "X" }), { delay: 5 }) }],
    ["delay of -5 ms", { after: { "-5": "c" } }],
    ["nothing as an action", { entry: null }],
    ["5 as an action", { on: { GO: { actions: [5] } } }],
    ["nothing as a guard", { on: { GO: { target: "c", guard: null } } }],
    ["{} as a guard", { on: { GO: { target: "c", guard: {} } } }],
    ['asynchronous action "later"', { entry: async function later() {} }],
    ['asynchronous guard "later"', { on: { GO: { target: "c", guard: async function later() {} } } }],
    ['stateIn of "#nowhere", which no state has as its id', { always: { guard: stateIn("#nowhere"), target: "c" } }],
    ['raise of the text "X"', { entry: raise("X" as never) }],
    ["raise of nothing", { entry: raise(null as never) }],
    ["raise of {}", { entry: raise({} as never) }],
    ['raise of XState\'s own event "*"', { entry: raise({ type: "*" }) }],
    ['raise of XState\'s own event "xstate.after.100.m.a.b"', { after: { 100: "c" }, entry: raise({ type: "xstate.after.100.m.a.b" }) }],
    ['raise under XState\'s own id "xstate.after.100.m.a.b"', { entry: raise({ type: "X" }, { id: "xstate.after.100.m.a.b", delay: 5 }) }],
    ["delay nothing", { entry: raise({ type: "X" }, { delay: null as never }) }],
    ['state called "#x"', { initial: "s", states: { s: {}, "#x": {} } }],
    ['state called ""', { initial: "s", states: { s: {}, "": {} } }],
    ['state called "__proto__"', { initial: "s", states: { s: {}, ["__proto__"]: {} } }],
    ["delay of -1 ms", { entry: raise({ type: "X" }, { delay: -1 }) }],
    ["two `after` of one delay", { after: { 1000: "c", "1e3": "c" } }],
    [
      'cancel of the timer "xstate.after.100.m.a.b" that belongs to an `after`',
      { after: { 100: "c" }, on: { GO: { actions: cancel("xstate.after.100.m.a.b") } } },
    ],
  ])("%s", (feature, special) => {
    const found = refusals(around({ ...special }));
    expect(found.map((refusal) => refusal.feature)).toContain(feature);
    const refusal = found.find((one) => one.feature === feature);
    expect(refusal?.state).toBe("a.b");
    expect(refusal?.hint).not.toBe("");
  });

  it.each<[string, string, Config]>([
    ["output of the machine", "(root)", { initial: "a", states: { a: {} }, output: {} }],
    [
      "transition that enters a state with `after` again without leaving it",
      "(root)",
      { initial: "a", after: { 100: ".a" }, states: { a: { on: { GO: "#m" } } } },
    ],
    [
      "machine with 1 situations and 32 timers at a time, more than 32 bits hold",
      "(root)",
      {
        initial: "a",
        states: { a: { after: Object.fromEntries(Array.from({ length: 32 }, (_, n) => [`word${n}`, "a"])) } },
      },
    ],
    ["history state that is its own default", "a.h", { initial: "a", states: { a: { initial: "h", states: { h: { type: "history" } } } } }],
    ['context field "list" that begins as a list', "(root)", { context: { list: [] }, initial: "a", states: { a: {} } }],
    ['context field "when" that begins as undefined', "(root)", { context: { when: undefined }, initial: "a", states: { a: {} } }],
    [
      "initial context that cannot be told (no input)",
      "(root)",
      {
        context: () => {
          throw new Error("no input");
        },
        initial: "a",
        states: { a: {} },
      },
    ],
    [
      "`always` transitions that never come to rest: b → c → b",
      "b",
      { initial: "a", states: { a: { on: { GO: "b" } }, b: { always: "c" }, c: { always: "b" } } },
    ],
    [
      "transition into an impossible combination (a & b)",
      "(root)",
      { initial: "a", states: { a: { on: { GO: { target: ["#m.a", "#m.b"] } } }, b: {} } },
    ],
    [
      "machine whose regions, histories and guards combine into more than 10000 situations",
      "p",
      {
        initial: "p",
        states: {
          p: {
            type: "parallel",
            states: Object.fromEntries(
              Array.from({ length: 14 }, (_, n) => [`r${n}`, { initial: "a", states: { a: { on: { [`E${n}`]: "b" } }, b: {} } }]),
            ),
          },
        },
      },
    ],
    [
      "machine whose regions, histories and guards combine into more than 500 questions for one event",
      "a",
      { initial: "a", states: { a: { on: { GO: Array.from({ length: 3000 }, () => ({ guard: () => false, target: "a" })) } } } },
    ],
    ['context field "__proto__"', "(root)", { context: JSON.parse('{ "__proto__": 1 }') as object, initial: "a", states: { a: {} } }],
    ['duplicate id "m.a"', "b", { initial: "a", states: { a: {}, b: { id: "m.a" } } }],
  ])("%s in %s", (feature, state, config) => {
    expect(refusals(config)).toContainEqual({ state, feature, hint: expect.any(String) as string });
  });

  it.each<[string, string, Config]>([
    ["an action that is a list", 'implementation of the action "act" that is no function', { actions: { act: [() => {}] } }],
    ["a guard that stands for itself", 'guard "one" that stands for itself', { guards: { ask: "one", one: { type: "two" }, two: "one" } }],
    ["a negative delay", 'delay "wait" of -5 ms', { delays: { wait: -5 } }],
    ["a delay that is no number", 'delay "wait" of NaN ms', { delays: { wait: Number.NaN } }],
    ["a delay as text, for which XState does not wait", 'delay "wait" of "1000"', { delays: { wait: "1000" } }],
  ])("%s under a name of setup()", (_, feature, bags) => {
    const config = { id: "m", initial: "a", states: { a: { after: { wait: "b" }, always: { guard: "ask", actions: "act" } }, b: {} } };
    const machine = machineOf(config).provide(bags as never);
    expect(() => compileJourney(machine)).toThrow(`a: ${feature} is not supported`);
  });

  it("names two mistakes at once, each with its state, in one message", () => {
    const config = {
      initial: "a",
      states: { a: { entry: sendTo("x", { type: "X" }) }, b: { initial: "c", states: { c: { invoke: { src: "x" } } } } },
    };
    const found = ["a: built-in action sendTo", 'b.c: invoke of "x"'];
    expect(refusals(config).map(({ state, feature }) => `${state}: ${feature}`)).toEqual(found);
    expect(() => compileJourney(machineOf({ id: "shop", ...config }))).toThrow(
      /"shop"[^]*a: built-in action sendTo[^]*b\.c: invoke of "x" is not supported; /u,
    );
  });
});
