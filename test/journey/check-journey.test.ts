/** What is wrong with the words of a journey is told before anything runs: all of it, with its place. */

import { describe, expect, it } from "vitest";
import { createMachine, raise, setup } from "xstate";
import { and, not } from "xstate/guards";
import { checkJourney, type JourneySurroundings } from "../../src/journey/index.ts";
import { pathText } from "../../src/scenario/index.ts";

const around: JourneySurroundings = {
  parts: new Set(["experience", "service"]),
  channels: ["app", "phone"],
  segments: ["young", "old"],
};

/** Findings as lines: `path: expected | found | suggestion`. */
function told(config: object, surroundings = around): string[] {
  const findings = checkJourney(createMachine(config as never), surroundings);
  return findings.map(({ path, expected, found, suggestion }) => `${pathText(path)}: ${expected} | ${found} | ${suggestion ?? ""}`);
}

const entering = (entry: unknown) => told({ initial: "a", states: { a: { entry } } });
const guarded = (guard: unknown) => told({ initial: "a", states: { a: { always: { guard, target: "b" } }, b: {} } });
const waiting = (delay: string) => told({ initial: "a", states: { a: { after: { [delay]: "a" } } } });

describe("unknown words", () => {
  it("are told with the nearest known one and their place", () => {
    expect(
      told({
        initial: "a",
        entry: "reflekt",
        states: {
          a: {
            on: {
              GO: [
                { guard: "chanse", target: "b" },
                { target: "b", actions: ["leave", "reflekt"] },
              ],
            },
            after: { timeToRecontct: "b" },
          },
          b: { exit: { type: "earm" }, initial: { target: "c", actions: "cout" }, states: { c: {} }, onDone: { actions: "leav" } },
        },
      }),
    ).toEqual([
      'entry: an action of the vocabulary | "reflekt" | reflect',
      'states.a.on.GO[0].guard: a guard of the vocabulary | "chanse" | chance',
      'states.a.on.GO[1].actions[1]: an action of the vocabulary | "reflekt" | reflect',
      'states.a.after.timeToRecontct: a delay of the vocabulary, a duration such as "14d", a distribution such as "exponential(mean=30d)", or one that the journey declares under delays | "timeToRecontct" | timeToRecontact',
      'states.b.exit: an action of the vocabulary | "earm" | earn',
      'states.b.initial.actions: an action of the vocabulary | "cout" | count',
      'states.b.onDone.actions: an action of the vocabulary | "leav" | leave',
    ]);
  });

  it("are found inside combined guards", () => {
    expect(guarded(and(["dropsOut", not("chanse")]))).toEqual([
      'states.a.always.guard.guards[1].guards[0]: a guard of the vocabulary | "chanse" | chance',
    ]);
  });

  it("are found in what the machine brings under names of its own, and in the delays of what it raises", () => {
    const machine = setup({
      guards: {
        lucky: and([{ type: "chance", params: { name: "x", probability: 5 } } as never, not("again" as never)]),
        again: "hopeles" as never,
        round: "about" as never,
        about: "round" as never,
      },
      actions: { wake: raise({ type: "UP" }, { delay: "14dd" as never }) },
      delays: { soon: 1000 },
    }).createMachine({
      initial: "a",
      states: {
        a: {
          entry: ["wake", raise({ type: "UP" }, { delay: "patiense" as never })],
          exit: [raise({ type: "UP" }, { delay: "14d" as never }), raise({ type: "UP" }, { delay: "soon" })],
          on: { UP: { guard: "lucky", target: "a" }, GO: { guard: "round" } },
        },
      },
    });
    expect(checkJourney(machine, around).map(({ path, found }) => `${pathText(path)}: ${found}`)).toEqual([
      expect.stringMatching(/^states\.a\.entry\[0\]: "14dd": .*expected a duration/u),
      'states.a.entry[1]: "patiense"',
      "states.a.on.UP.guard.guards[0].params.probability: 5",
      'states.a.on.UP.guard.guards[1].guards[0]: "hopeles"',
    ]);
  });

  it("are no unknown words when the machine brings a function of its own", () => {
    const own = setup({ actions: { greet: () => {} }, guards: { isGreen: () => true }, delays: { aWhile: 1000 } });
    const machine = own.createMachine({
      initial: "a",
      states: { a: { entry: "greet", after: { aWhile: { guard: "isGreen", target: "a" } } } },
    });
    expect(checkJourney(machine, around)).toEqual([]);
  });

  it("may not be a word of the vocabulary and a function of the machine at once", () => {
    const machine = setup({ actions: { leave: () => {} } }).createMachine({ initial: "a", states: { a: { entry: "leave" } } });
    expect(checkJourney(machine, around)).toMatchObject([{ expected: "another name (leave is a word of the vocabulary)" }]);
  });
});

describe("params", () => {
  it.each([
    [
      { type: "earn" },
      [
        "states.a.entry.params.amount: an amount of money such as 29, or a distribution such as { lognormal: { mean: 30, cv: 0.5 } } | nothing | ",
      ],
    ],
    [{ type: "earn", params: { amount: -1 } }, [expect.stringContaining("params.amount")]],
    [
      { type: "earn", params: { amount: 5, margn: 0.5 } },
      ['states.a.entry.params.margn: one of the keys amount, margin or channel | the key "margn" | margin'],
    ],
    [{ type: "earn", params: { amount: 5, margin: 2 } }, ["states.a.entry.params.margin: a share from 0 to 1 (0% to 100%) | 2 | "]],
    [{ type: "earn", params: { amount: { lognormal: { mean: 5 } } } }, [expect.stringContaining("params.amount")]],
    [
      { type: "earn", params: { amount: 5, channel: "ap" } },
      ['states.a.entry.params.channel: a channel of the scenario: app or phone | "ap" | app'],
    ],
    [{ type: "experience", params: {} }, ["states.a.entry.params: either value or change | {} | "]],
    [{ type: "reflect", params: {} }, []],
    [{ type: "reflect", params: { much: true } }, ["states.a.entry.params: no params (reflect takes none) | { much: true } | "]],
    [{ type: "count", params: () => ({ counter: "a" }) }, ["states.a.entry.params: params as plain values | a function | "]],
  ])("of %j are checked against the word's schema", (entry, expected) => {
    expect(entering(entry)).toEqual(expected);
  });

  it.each([
    [
      { type: "inSegment", params: { segment: "yung" } },
      'states.a.always.guard.params.segment: a segment of the scenario: young or old | "yung" | young',
    ],
    [
      { type: "hasCapability", params: { capability: "sharedHistry" } },
      expect.stringContaining("states.a.always.guard.params.capability: a capability: sharedHistory"),
    ],
    [
      { type: "countAtLeast", params: { counter: "visits", value: 3 } },
      'states.a.always.guard.params.counter: a counter that the journey counts (action count) | "visits" | ',
    ],
    [{ type: "chance", params: { name: "x", probability: "half" } }, expect.stringContaining("states.a.always.guard.params.probability")],
  ])("of the guard %j too", (guard, expected) => {
    expect(guarded(guard)).toEqual([expected]);
  });
});

describe("delays", () => {
  it.each([
    "14d",
    "90 s",
    "1.5h",
    "exponential(mean=30d)",
    "lognormal(mean=3d, cv=1)",
    "deterministic(30d)",
    "uniform(low=1d, high=2d)",
    "empirical(1d, 2d)",
    "discrete(1d: 0.5, 7d: 0.5)",
    "weibull(shape=2, scale=3d)",
    "1000",
    "timeToRecontact",
  ])("may say what they are: %s", (delay) => expect(waiting(delay)).toEqual([]));

  it.each([
    ["14 days", "14 days"],
    ["exponential(30d)", "exponential(30d)"],
    ["exponential(mean=30)", "30, a number without unit"],
    ["normal(mean=1d)", "normal"],
    ["lognormal(mean=1d)", "cv"],
    ["uniform(low=2d, high=1d)", "low below high"],
  ])("are refused when they cannot be read: %s", (delay, part) => {
    expect(waiting(delay)).toEqual([expect.stringContaining(part)]);
  });

  it("that are declared are read like those of a scenario", () => {
    const config = {
      initial: "a",
      delays: { short: "3d", odd: { exponential: { men: "3d" } }, timeToVisit: "1d" },
      states: { a: { after: { short: "a", odd: "a" } } },
    };
    expect(told(config)).toEqual([expect.stringContaining("delays.odd: "), expect.stringContaining("delays.timeToVisit: another name")]);
  });
});

it("parts that a word needs must be in the scenario", () => {
  const bare = { ...around, parts: new Set<never>() };
  const config = {
    initial: "a",
    states: {
      a: {
        entry: ["openCase", "reflect"],
        always: { guard: { type: "chance", params: { name: "x", probability: 0.5, satisfactionWeight: 1 } } },
      },
    },
  };
  expect(told(config, bare)).toEqual([
    "states.a.entry[0]: the part service in the scenario, for openCase | none | ",
    "states.a.always.guard: the part experience in the scenario, for chance | none | ",
  ]);
});
