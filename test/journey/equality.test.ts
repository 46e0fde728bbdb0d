/** Tables do what XState's actors do: same actions, guards, delays, timers and states, in the same order. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JourneyPlan, Op } from "../../src/journey/compile/plan.ts";
import { contactMachine, customerMachine } from "../../src/journey/index.ts";
import { configs, machineOf, scripts } from "./support/machines.ts";
import type { Mutation } from "./support/run.ts";
import { traceOfActors, traceOfTables } from "./support/run.ts";

const RANDOM = { seed: 17, numRuns: 500 };

describe("the table executor does what real actors do", () => {
  it("on 500 random machines", () => {
    let finals = 0;
    let restless = 0;
    let cancels = 0;
    const property = fc.property(configs, scripts, (config, script) => {
      const machine = machineOf(config);
      const trace = traceOfActors(machine, script);
      expect(traceOfTables(machine, script)).toEqual(trace);
      finals += Number(trace.some((entry) => entry[2] === "state" && entry[4] === true));
      restless += Number(trace.some((entry) => entry[0] === "restless"));
      cancels += trace.filter((entry) => entry[2] === "cancel").length;
    });
    fc.assert(property, RANDOM);
    // The generator reaches what it is meant to reach.
    expect(finals).toBeGreaterThan(20);
    expect(cancels).toBeGreaterThan(500);
    expect(restless).toBeLessThan(50);
  });

  it.each([
    ["customer", customerMachine],
    ["contact", contactMachine],
  ])("on the %s's journey", (_, machine) => {
    const property = fc.property(scripts, scripts, (script, more) => {
      const long = [...script, ...more.filter((step) => !("start" in step)), { wait: 30 }];
      expect(traceOfTables(machine, long)).toEqual(traceOfActors(machine, long));
    });
    fc.assert(property, { seed: 3, numRuns: 150 });
  });
});

describe("the same property catches a compiler that", () => {
  it("(but not one without mistake)", () => {
    const property = fc.property(configs, scripts, (config, script) => {
      const machine = machineOf(config);
      expect(traceOfTables(machine, script, (plan) => plan)).toEqual(traceOfActors(machine, script));
    });
    expect(fc.check(property, { ...RANDOM, numRuns: 100 }).failed).toBe(false);
  });

  it.each<[string, Mutation]>([
    ["leaves outer states first", ops((all) => [...all.filter(isExit).toReversed(), ...all.filter((op) => !isExit(op))])],
    ["does not cancel timers", ops((all) => all.filter((op) => op.kind !== "cancel"))],
    [
      "enters inner states first",
      ops((all) => [...all.filter((op) => op.phase !== "entry"), ...all.filter((op) => op.phase === "entry").toReversed()]),
    ],
    [
      "asks delays before entry actions",
      ops((all) => [...all.filter((op) => op.kind === "start"), ...all.filter((op) => op.kind !== "start")]),
    ],
    ["looks at `always` once only", onceOnly],
    ["never looks at `always`", (plan) => ({ ...plan, states: plan.states.map((state) => ({ ...state, always: [] })) })],
    [
      "asks outer candidates first",
      (plan) => ({ ...plan, states: plan.states.map((state) => ({ ...state, handlers: state.handlers.map((row) => row.toReversed()) })) }),
    ],
    ["asks the first delays after the first actions", (plan) => ({ ...plan, start: { ...plan.start, ops: actionsFirst(plan.start.ops) } })],
  ])("%s", (_, mutation) => {
    const property = fc.property(configs, scripts, (config, script) => {
      const machine = machineOf(config);
      expect(traceOfTables(machine, script, mutation)).toEqual(traceOfActors(machine, script));
    });
    expect(fc.check(property, { ...RANDOM, endOnFailure: true }).failed).toBe(true);
  });
});

function isExit(op: Op): boolean {
  return op.phase === "exit";
}

function actionsFirst(all: readonly Op[]): readonly Op[] {
  return [...all.filter((op) => op.kind === "action"), ...all.filter((op) => op.kind !== "action")];
}

/** Changes the operations of every candidate but the first step's. */
function ops(change: (all: readonly Op[]) => readonly Op[]): Mutation {
  return (plan) => ({
    ...plan,
    states: plan.states.map((state) => ({
      ...state,
      handlers: state.handlers.map((row) => row.map((candidate) => ({ ...candidate, ops: change(candidate.ops) }))),
      always: state.always.map((candidate) => ({ ...candidate, ops: change(candidate.ops) })),
    })),
  });
}

/** A second set of states, without `always`, in which eventless steps end. */
function onceOnly(plan: JourneyPlan): JourneyPlan {
  const count = plan.states.length;
  const tired = plan.states.map((state) => ({ ...state, always: [] }));
  const first = plan.states.map((state) => ({
    ...state,
    always: state.always.map((candidate) => ({ ...candidate, target: candidate.target + count })),
  }));
  return { ...plan, codeBits: plan.codeBits + 1, states: [...first, ...tired] };
}
