/** What the compiler cannot translate exactly it names, with the state, all at once. */

import { describe, expect, it } from "vitest";
import { and, assign, cancel, enqueueActions, log, not, raise, sendTo, spawnChild, stateIn } from "xstate";
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

const params = (): Config => ({ n: 1 });

describe("the compiler refuses", () => {
  it.each<[string, Config]>([
    ["parallel state", { type: "parallel", states: { x: {}, y: {} } }],
    ["history state", { type: "history" }],
    ["invoke", { invoke: { src: "other" } }],
    ["nested final state", { type: "final" }],
    ["onDone", { initial: "x", states: { x: {} }, onDone: "c" }],
    ["route", { id: "b", route: {} }],
    ["atomic state with children", { type: "atomic", states: { x: {} } }],
    ['wildcard event "*"', { on: { "*": "c" } }],
    ['wildcard event "pay.*"', { on: { "pay.*": "c" } }],
    [`XState's own event "xstate.done.state.m"`, { on: { "xstate.done.state.m": "c" } }],
    ["built-in action assign", { entry: assign({}) }],
    ["built-in action raise", { exit: raise({ type: "X" }) }],
    ["built-in action cancel", { exit: cancel("x") }],
    ["built-in action sendTo", { on: { GO: { actions: sendTo("x", { type: "X" }) } } }],
    ["built-in action spawnChild", { entry: ["word", spawnChild("x")] }],
    ["built-in action log", { always: { actions: log("x") } }],
    ["built-in action enqueueActions", { after: { 100: { actions: enqueueActions(() => {}) } } }],
    ["built-in action assign", { initial: { target: "x", actions: assign({}) }, states: { x: {} } }],
    ["inline action shout", { entry: function shout() {} }],
    ["inline action (anonymous)", { entry: [() => {}] }],
    [
      "inline guard likely",
      {
        on: {
          GO: [
            {
              guard: function likely() {
                return true;
              },
              target: "c",
            },
          ],
        },
      },
    ],
    ["guard combinator not", { always: { guard: not("word"), target: "c" } }],
    ["guard combinator and", { after: { word: { guard: and(["word"]), target: "c" } } }],
    ["guard combinator stateIn", { on: { GO: { guard: stateIn("a"), target: "c" } } }],
    ['dynamic params of action "word"', { entry: { type: "word", params } }],
    ['dynamic params of guard "word"', { on: { GO: { guard: { type: "word", params }, target: "c" } } }],
    ["several targets", { on: { GO: { target: ["c", "b"] } } }],
    ["negative delay -5 in after", { after: { "-5": "c" } }],
    ["two `after` of one delay", { after: { 1000: "c", "1e3": "c" } }],
  ])("%s", (feature, special) => {
    const found = refusals(around({ ...special }));
    expect(found.map((refusal) => refusal.feature)).toContain(feature);
    const refusal = found.find((one) => one.feature === feature);
    expect(refusal?.state).toBe("a.b");
    expect(refusal?.hint).not.toBe("");
  });

  it.each<[string, string, Config]>([
    ["initial state with always", "a", { initial: "a", states: { a: { always: "b" }, b: {} } }],
    ["initial state with always", "(root)", { initial: "a", always: { guard: "word", target: ".b" }, states: { a: {}, b: {} } }],
    ["machine without states", "(root)", {}],
    ["output", "(root)", { initial: "a", states: { a: {} }, output: {} }],
    ["output", "a", { initial: "a", output: undefined, states: { a: { type: "final", output: 1 } } }],
    ["transition to a root that has `after`", "a", { initial: "a", after: { 100: ".a" }, states: { a: { on: { GO: "#m" } } } }],
    [
      "machine with more states and timers than 16 bits hold",
      "(root)",
      {
        initial: "a",
        states: { a: { after: Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`word${n}`, "a"])) } },
      },
    ],
    ['duplicate id "m.a"', "b", { initial: "a", states: { a: {}, b: { id: "m.a" } } }],
  ])("%s in %s", (feature, state, config) => {
    expect(refusals(config)).toContainEqual({ state, feature, hint: expect.any(String) as string });
  });

  it("names two mistakes at once, each with its state, in one message", () => {
    const config = { initial: "a", states: { a: { entry: assign({}) }, b: { initial: "c", states: { c: { invoke: { src: "x" } } } } } };
    expect(refusals(config).map(({ state, feature }) => `${state}: ${feature}`)).toEqual(["a: built-in action assign", "b.c: invoke"]);
    expect(() => compileJourney(machineOf({ id: "shop", ...config }))).toThrow(
      /"shop"[^]*a: built-in action assign[^]*b\.c: invoke is not supported; /u,
    );
  });
});
