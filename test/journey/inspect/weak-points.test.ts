/** Unreachable states and dead ends: by example, and against XState itself on random machines. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyMachineSnapshot, type AnyStateMachine, createMachine, getInitialSnapshot, getNextSnapshot } from "xstate";
import { inspectJourney, journeyVocabulary } from "../../../src/journey/index.ts";

type Config = Parameters<typeof createMachine>[0];

const look = (config: Config) => inspectJourney(createMachine(config), journeyVocabulary);

describe("a state is unreachable", () => {
  it("when nothing leads to it, although it leads somewhere itself", () => {
    expect(look({ initial: "a", states: { a: {}, lost: { on: { GO: "a" } } } }).unreachable).toEqual(["lost"]);
  });

  it("with everything in it", () => {
    const config: Config = { initial: "a", states: { a: {}, lost: { initial: "x", states: { x: { on: { GO: "y" } }, y: {} } } } };
    expect(look(config).unreachable).toEqual(["lost", "lost.x", "lost.y"]);
  });

  it("when only a candidate behind one without guard leads to it", () => {
    expect(look({ initial: "a", states: { a: { on: { GO: ["b", "lost"] } }, b: {}, lost: {} } }).unreachable).toEqual(["lost"]);
  });

  it("when it follows a state that never ends", () => {
    const config: Config = {
      initial: "a",
      states: { a: { initial: "x", onDone: "after", states: { x: {}, end: { type: "final" } } }, after: {} },
    };
    expect(look(config).unreachable).toEqual(["a.end", "after"]);
  });

  it("but not when an ancestor, a history state, a region or a parent's end leads to it", () => {
    const config: Config = {
      initial: "a",
      on: { RESET: ".back" },
      states: {
        a: { initial: "x", on: { GO: "p.r.deep" }, states: { x: { on: { STEP: "end" } }, end: { type: "final" } }, onDone: "ended" },
        ended: {},
        back: { type: "history", target: "remembered" },
        remembered: {},
        p: {
          type: "parallel",
          states: { r: { initial: "flat", states: { flat: {}, deep: {} } }, s: { initial: "one", states: { one: {} } } },
        },
      },
    };
    expect(look(config).unreachable).toEqual(["p.r.flat"]);
  });
});

describe("a state is a dead end", () => {
  it("when nothing leads out and the journey has not ended", () => {
    const { deadEnds } = look({
      initial: "a",
      states: {
        a: { on: { GO: "stuck", END: "over" } },
        stuck: { on: { SELF: "stuck", NOTE: { actions: "reflect" } } },
        over: { type: "final" },
      },
    });
    expect(deadEnds).toEqual(["stuck"]);
  });

  it("when it ends a part of the journey and nothing follows that end", () => {
    const part = (more: object): Config => ({
      initial: "a",
      states: { a: { initial: "x", ...more, states: { x: { type: "final" } } }, b: { on: { GO: "a" } } },
    });
    expect(look(part({})).deadEnds).toEqual(["a.x"]);
    expect(look(part({ onDone: "b" })).deadEnds).toEqual([]);
  });

  it("but not when a state around it, or another region, leads out", () => {
    const regions = { r: { initial: "x", states: { x: {} } }, s: { initial: "y", states: { y: { on: { OUT: "#b" } } } } };
    const config: Config = {
      initial: "a",
      states: {
        a: { type: "parallel", states: regions },
        b: { id: "b", on: { GO: "c" } },
        c: { initial: "z", on: { GO: "a" }, states: { z: {} } },
      },
    };
    expect(look(config).deadEnds).toEqual([]);
  });

  it("though the end of the state around it leads on, which it never reaches", () => {
    const config: Config = {
      initial: "a",
      states: {
        a: { initial: "x", onDone: "b", states: { x: { on: { GOOD: "end", BAD: "stuck" } }, stuck: {}, end: { type: "final" } } },
        b: { type: "final" },
      },
    };
    expect(look(config).deadEnds).toEqual(["a.stuck"]);
  });

  it("not when the regions of the whole journey end one by one", () => {
    const region = { initial: "x", states: { x: { on: { GO: "end" } }, end: { type: "final" } } } as const;
    expect(look({ type: "parallel", states: { r: region, s: region } }).deadEnds).toEqual([]);
  });

  it("perhaps, when only guards lead out", () => {
    const { guardedOnly } = look({
      initial: "a",
      states: {
        a: { always: { guard: "dropsOut", target: "b" }, on: { GO: { guard: "hasProblem", target: "b" } } },
        b: { on: { GO: [{ guard: "dropsOut", target: "a" }, "a"] } },
      },
    });
    expect(guardedOnly).toEqual(["a"]);
  });
});

/** A machine of three to seven states, in a compound and a parallel state, with transitions anywhere. */
const PLACES = ["a", "b", "c", "c.x", "c.y", "d", "d.r", "d.r.m", "d.r.n", "d.s", "d.s.o", "d.s.h", "e"] as const;
const GUARDS = ["g0", "g1"] as const;
const transition = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  guard: fc.option(fc.constantFrom(...GUARDS), { nil: undefined }),
  on: fc.constantFrom("E0", "E1", "always", "after", "done"),
});

type Spec = readonly { readonly from: number; readonly to: number; readonly guard: string | undefined; readonly on: string }[];

/** The transitions of a state. */
interface Ways {
  readonly on: Record<string, unknown[]>;
  readonly after: Record<string, unknown[]>;
  readonly always: unknown[];
  readonly onDone: unknown[];
}

const none = (): Ways => ({ on: {}, after: {}, always: [], onDone: [] });

/** Puts each candidate where it belongs; final and history states have none. */
function machineOf(spec: Spec): AnyStateMachine {
  const ways = new Map<string, Ways>(PLACES.map((place) => [place, none()]));
  for (const { from, to, guard, on } of spec) {
    const place = PLACES[from % PLACES.length]!;
    const { always, after: delayed, onDone, on: events } = ways.get(place)!;
    const target = `#${PLACES[to % PLACES.length]!.replaceAll(".", "-")}`;
    const one = { target, ...(guard === undefined ? {} : { guard }) };
    if (on === "always" && guard !== undefined) always.push(one);
    if (on === "after") (delayed["1"] ??= []).push(one);
    if (on === "done" && ["c", "d", "d.r", "d.s"].includes(place)) onDone.push(one);
    if (on.startsWith("E")) (events[on] ??= []).push(one);
  }
  const of = (place: string, more: object = {}): object => ({ id: place.replaceAll(".", "-"), ...ways.get(place), ...more });
  const end = { type: "final" as const };
  const config: unknown = {
    id: "random",
    initial: "a",
    options: { maxIterations: 30 },
    states: {
      a: of("a"),
      b: of("b"),
      c: of("c", { initial: "x", states: { x: of("c.x"), y: { id: "c-y", ...end } } }),
      d: of("d", {
        type: "parallel",
        states: {
          r: of("d.r", { initial: "m", states: { m: of("d.r.m"), n: { id: "d-r-n", ...end } } }),
          s: of("d.s", { initial: "o", states: { o: of("d.s.o"), h: { id: "d-s-h", type: "history" } } }),
        },
      }),
      e: { id: "e", ...end },
    },
  };
  const guards = Object.fromEntries(
    GUARDS.map((name) => [name, ({ event }: { event: { pass?: readonly string[] } }) => event.pass?.includes(name) ?? false]),
  );
  return createMachine(config as Config, { guards: guards as never });
}

/** XState's next snapshot; undefined when the machine does not come to rest, which the compiler refuses. */
function after(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  type: string,
  pass: readonly string[],
): AnyMachineSnapshot | undefined {
  try {
    const next = getNextSnapshot(machine, snapshot, { type, pass }) as AnyMachineSnapshot;
    return next.status === "error" ? undefined : next;
  } catch (error) {
    if (error instanceof Error && error.message.includes("Infinite loop")) return undefined;
    throw error;
  }
}

/** Events from outside and delays that are over; XState itself tells when a state is done. */
const sendable = (machine: AnyStateMachine): string[] => machine.events.filter((type) => !type.startsWith("xstate.done."));
const LUCK = [[], ["g0"], ["g1"], ["g0", "g1"]];

/** Everything that XState can be brought into: all events, all delays, all luck. */
function snapshotsOf(machine: AnyStateMachine): AnyMachineSnapshot[] {
  const start = getInitialSnapshot(machine) as AnyMachineSnapshot;
  const key = ({ value, historyValue }: AnyMachineSnapshot) =>
    JSON.stringify([value, Object.entries(historyValue).map(([id, nodes]) => [id, nodes.map((node) => node.id)])]);
  const found = new Map([[key(start), start]]);
  for (const snapshot of found.values()) {
    for (const type of sendable(machine)) {
      for (const pass of LUCK) {
        const next = found.size > 150 ? undefined : after(machine, snapshot, type, pass);
        if (next !== undefined && !found.has(key(next))) found.set(key(next), next);
      }
    }
  }
  return [...found.values()];
}

const pathsOf = (snapshot: AnyMachineSnapshot): string[] =>
  snapshot._nodes.filter((node) => node.parent !== undefined).map((node) => node.path.join("."));

describe("on random machines", () => {
  it("XState never enters a state that is reported as unreachable", () => {
    fc.assert(
      fc.property(fc.array(transition, { maxLength: 14 }), (spec) => {
        const machine = machineOf(spec);
        const { unreachable } = inspectJourney(machine, journeyVocabulary);
        for (const path of snapshotsOf(machine).flatMap(pathsOf)) expect(unreachable).not.toContain(path);
      }),
      { numRuns: 150 },
    );
  });

  it("XState never leaves a state that is reported as a dead end", () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(transition, { maxLength: 10 }), (spec) => {
        const machine = machineOf(spec);
        const { deadEnds } = inspectJourney(machine, journeyVocabulary);
        for (const snapshot of snapshotsOf(machine)) {
          const stuck = pathsOf(snapshot).filter((path) => deadEnds.includes(path));
          seen += stuck.length;
          for (const type of sendable(machine)) {
            for (const pass of LUCK) {
              const next = after(machine, snapshot, type, pass);
              if (next?.status === "active") expect(pathsOf(next)).toEqual(expect.arrayContaining(stuck));
            }
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
