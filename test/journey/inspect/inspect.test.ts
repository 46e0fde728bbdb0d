import { describe, expect, it } from "vitest";
import { and, assign, createMachine, not, raise, setup, stateIn } from "xstate";
import {
  contactMachine,
  contactVocabulary,
  customerMachine,
  customerVocabulary,
  defineJourney,
  inspectJourney,
  journeyVocabulary,
} from "../../../src/journey/index.ts";
import type { AnyStateMachine } from "xstate";

type Config = Parameters<typeof createMachine>[0];

const look = (config: Config) => inspectJourney(createMachine(config), journeyVocabulary);
const inspectAny = (machine: unknown) => inspectJourney(machine as AnyStateMachine, journeyVocabulary);

describe("the inspection of the bundled journeys", () => {
  it.each([
    ["customer", customerMachine, customerVocabulary],
    ["contact", contactMachine, contactVocabulary],
  ] as const)("finds nothing wrong with the %s, and every word in its vocabulary", (_, machine, vocabulary) => {
    const inspection = inspectJourney(machine, vocabulary);
    expect(inspection).toMatchObject({
      unreachable: [],
      deadEnds: [],
      guardedOnly: [],
      missing: [],
      wrongParams: [],
      refusals: [],
      runs: true,
    });
    const used = (kind: string) => inspection.words.filter((word) => word.kind === kind).map(({ name }) => name);
    expect(used("action").toSorted()).toEqual(Object.keys(vocabulary.actions).toSorted());
    expect(used("guard").toSorted()).toEqual(Object.keys(vocabulary.guards).toSorted());
    expect(used("delay").toSorted()).toEqual(Object.keys(vocabulary.delays).toSorted());
    expect(inspection.words.every(({ origin, about }) => origin === "vocabulary" && about !== undefined)).toBe(true);
  });

  it("is plain data: JSON gives it back", () => {
    const inspection = inspectJourney(customerMachine, customerVocabulary);
    expect(JSON.parse(JSON.stringify(inspection))).toEqual(inspection);
  });
});

describe("what an inspection tells of a state", () => {
  const { states, events, context } = inspectAny(
    setup({ types: { context: {} as { visits: number; plan: string | null } } }).createMachine({
      id: "shop",
      description: "A shop",
      context: { visits: 0, plan: null },
      initial: "open",
      states: {
        open: {
          type: "parallel",
          tags: ["public"],
          entry: [{ type: "greet", params: { loudly: true } } as never, assign({ visits: 1 }), raise({ type: "BELL" }), () => {}],
          exit: "close" as never,
          states: {
            door: {
              initial: "shut",
              states: {
                shut: {
                  on: { BELL: { target: "ajar", guard: and(["isDay", not("isLocked")]) as never }, "*": { actions: "sigh" as never } },
                },
                ajar: {
                  after: { 60_000: "shut", ["2h" as never]: "back" },
                  always: { guard: stateIn("#lamp") as never, target: "shut", reenter: true },
                },
                back: { type: "history", history: "deep" },
              },
            },
            lamp: { id: "lamp" },
          },
          onDone: "closed",
        },
        closed: { type: "final" },
      },
    }),
  );
  const state = (path: string) => states.find((one) => one.path === path)!;

  it("names type, tags, description, children and what is done on the way in and out", () => {
    expect(states.map(({ path }) => path)).toEqual([
      "(root)",
      "open",
      "open.door",
      "open.door.shut",
      "open.door.ajar",
      "open.door.back",
      "open.lamp",
      "closed",
    ]);
    expect(state("(root)")).toMatchObject({ type: "compound", initial: "open", description: "A shop" });
    expect(state("open")).toMatchObject({ type: "parallel", parent: "(root)", tags: ["public"] });
    expect(state("open").entry.map(({ text }) => text)).toEqual(["greet(loudly: true)", "assign(visits)", "raise(BELL)", "(inline)"]);
    expect(state("open").exit.map(({ text }) => text)).toEqual(["close"]);
    expect(state("open.door.back")).toMatchObject({ type: "history", history: "deep" });
  });

  it("tells a transition's trigger, guard, actions and targets", () => {
    const told = (path: string) =>
      state(path).transitions.map(({ kind, trigger, guard, targets, reenter }) => [kind, trigger, guard?.text, targets, reenter]);
    expect(told("open.door.shut")).toEqual([
      ["event", "BELL", "and(isDay, not(isLocked))", ["open.door.ajar"], false],
      ["event", "*", undefined, [], false],
    ]);
    expect(told("open.door.ajar")).toEqual([
      ["after", "60000", undefined, ["open.door.shut"], false],
      ["after", "2h", undefined, ["open.door.back"], false],
      ["always", "", expect.stringContaining("stateIn(") as unknown, ["open.door.shut"], true],
    ]);
    expect(told("open")).toEqual([["done", "", undefined, ["closed"], false]]);
  });

  it("knows fields that only the input tells by their name", () => {
    const machine = setup({ types: { context: {} as { id: number }, input: {} as { id: number } } }).createMachine({
      context: ({ input }) => ({ id: input.id, visits: 3 }) as never,
    });
    expect(inspectAny(machine).context).toEqual([
      { name: "id", type: "input" },
      { name: "visits", type: "number", value: 3 },
    ]);
  });

  it("tells the events that are raised, and the fields of the context", () => {
    expect(events).toEqual([
      { name: "BELL", states: ["open.door.shut"], raised: true },
      { name: "*", states: ["open.door.shut"], raised: false },
    ]);
    expect(context).toEqual([
      { name: "visits", type: "number", value: 0 },
      { name: "plan", type: "nothing", value: null },
    ]);
  });
});

describe("the words of a journey", () => {
  it("are missing when neither vocabulary nor machine has them, with the nearest word or the kind that they are", () => {
    const { missing, runs } = look({
      initial: "a",
      states: {
        a: {
          entry: "planVisitt",
          exit: "dropsOut",
          always: { guard: "keepsLoking", target: "b" },
          after: { timeToVist: "b", "exponential(men=3d)": "b" },
        },
        b: { entry: "planVisitt", type: "final" },
      },
    });
    expect(missing).toEqual([
      { kind: "action", name: "planVisitt", states: ["a", "b"], suggestion: "planVisit" },
      { kind: "action", name: "dropsOut", states: ["a"], knownAs: "guard" },
      { kind: "guard", name: "keepsLoking", states: ["a"], suggestion: "keepsLooking" },
      { kind: "delay", name: "timeToVist", states: ["a"], suggestion: "timeToVisit" },
      { kind: "delay", name: "exponential(men=3d)", states: ["a"], mistake: expect.stringContaining("mean") as unknown },
    ]);
    expect(runs).toBe(false);
  });

  it("may be the machine's own, or say themselves what they are; placeholders are neither", () => {
    const own = setup({ actions: { wave: () => {} }, guards: { isSunny: () => true }, delays: { soon: 5 } }).createMachine({
      initial: "a",
      states: {
        a: { entry: "wave", always: { guard: "isSunny", target: "b" }, after: { soon: "b", ["14d" as never]: "b" } },
        b: {},
      },
    });
    expect(inspectAny(own).words.map(({ name, origin }) => [name, origin])).toEqual([
      ["wave", "machine"],
      ["isSunny", "machine"],
      ["soon", "machine"],
      ["14d", "written"],
    ]);
    const declared = defineJourney({
      delays: { later: { exponential: { mean: "3d" } } },
      initial: "a",
      states: { a: { after: { later: "b" } }, b: {} },
    });
    expect(inspectAny(declared).words.map(({ name, origin }) => [name, origin])).toEqual([["later", "machine"]]);
    const elsewhere = inspectJourney(contactMachine, customerVocabulary);
    expect(elsewhere.missing.map(({ name }) => name)).toContain("joinQueue");
  });

  it("may not be in the vocabulary and the machine's own at once", () => {
    const machine = setup({ actions: { reflect: () => {} } }).createMachine({ initial: "a", states: { a: { entry: "reflect" } } });
    expect(inspectAny(machine).refusals).toEqual([
      { state: "a", feature: 'action of the machine\'s own called "reflect", a word of the vocabulary', hint: "give it another name" },
    ]);
  });

  it("are counted as often as they are called, in guards made of guards too", () => {
    const { words } = inspectAny(
      createMachine({
        initial: "a",
        states: {
          a: {
            entry: ["beginNeed", "beginNeed"],
            on: { GO: { guard: and(["dropsOut", not("dropsOut")]), target: "b" } },
            after: { timeToVisit: [{ guard: "dropsOut", target: "b" }, { target: "b" }] },
          },
          b: { exit: "beginNeed" },
        },
      }),
    );
    expect(words.map(({ name, uses, states }) => [name, uses, states])).toEqual([
      ["beginNeed", 3, ["a", "b"]],
      ["dropsOut", 3, ["a"]],
      ["timeToVisit", 1, ["a"]],
    ]);
  });

  it("are found in what the machine brings under names of its own", () => {
    const machine = setup({
      guards: {
        lucky: and([{ type: "chance", params: { name: "x", probability: 5 } } as never, not("hopeles" as never)]),
        ask: "ask" as never,
      },
      actions: { wake: raise({ type: "UP" }, { delay: "14d" as never }) },
    }).createMachine({
      initial: "a",
      states: {
        a: {
          entry: "wake",
          on: {
            UP: [
              { guard: "lucky", target: "b" },
              { guard: "ask", target: "b" },
            ],
          },
        },
        b: { type: "final" },
      },
    });
    const { words, missing, wrongParams, events } = inspectAny(machine);
    expect(words.map(({ kind, name, origin }) => `${kind} ${name} ${origin}`)).toEqual([
      "action wake machine",
      "guard lucky machine",
      "guard chance vocabulary",
      "guard hopeles nobody",
      "guard ask machine",
      "delay 14d written",
    ]);
    expect(missing.map(({ name }) => name)).toEqual(["hopeles"]);
    expect(wrongParams.map(({ name, path }) => `${name} ${path}`)).toEqual(["chance probability"]);
    expect(events).toEqual([{ name: "UP", states: ["a"], raised: true }]);
  });

  it("tell of params that they do not take", () => {
    const { wrongParams, runs } = inspectAny(
      createMachine({
        initial: "a",
        states: {
          a: {
            entry: [
              { type: "earn", params: { amount: 5, margni: 1 } },
              { type: "planVisit", params: { x: 1 } },
              { type: "earn", params: () => ({ amount: 5 }) },
            ],
          },
        },
      }),
    );
    expect(wrongParams).toEqual([
      expect.objectContaining({ kind: "action", name: "earn", state: "a", path: "margni", suggestion: "margin" }),
      { kind: "action", name: "planVisit", state: "a", path: "", expected: "no params", found: "{ x: 1 }" },
      { kind: "action", name: "earn", state: "a", path: "", expected: "params as plain values", found: "a function" },
    ]);
    expect(runs).toBe(false);
  });
});

describe("a machine that the compiler refuses", () => {
  it("is shown even where it says what is no word at all", () => {
    const config = { initial: "a", states: { a: { entry: null, exit: [5], on: { GO: { target: "a", guard: null } } } } };
    const { states, refusals, runs } = look(config as never);
    expect(states[1]?.exit.map(({ text }) => text)).toEqual(["5"]);
    expect(states[1]?.transitions[0]?.guard?.text).toBe("null");
    expect(refusals.map(({ feature }) => feature)).toEqual(["nothing as an action", "5 as an action", "nothing as a guard"]);
    expect(runs).toBe(false);
  });

  it("is inspected all the same, with every refusal", () => {
    const { refusals, states, runs } = look({
      initial: "a",
      states: { a: { invoke: { src: "bank", onDone: "b" } }, b: { type: "final" } },
    });
    expect(refusals).toEqual([expect.objectContaining({ state: "a", feature: expect.stringContaining("invoke") as unknown })]);
    expect(states.map(({ invokes }) => invokes)).toEqual([[], ["bank"], []]);
    expect(states[1]!.transitions).toEqual([expect.objectContaining({ kind: "actor", targets: ["b"] })]);
    expect(runs).toBe(false);
  });
});
