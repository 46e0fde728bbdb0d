/** The property catches compilers that are wrong: in how they read a machine, in XState's set algorithms, in the plan. */

import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { machines, scripts } from "./arbitraries.ts";
import type { Outcome } from "./compare.ts";
import { subjectOf, tablesRun, truthOf } from "./compare.ts";
import { misplan, MISPLANNINGS, misprint, MISPRINTS, MISREADINGS } from "./mutations.ts";
import { settings, silenceXState, verdictOf } from "./property.ts";
import type { MachineSpec, NodeSpec, Step } from "./spec.ts";

type Relevant = (nodes: MachineSpec["nodes"]) => boolean;

/** Mistakes inside the compiler's own functions, and the machines on which they may show. */
const SLIPS: readonly (readonly [mistake: string, isRelevant: Relevant])[] = [
  ["leaves outer states first", () => true],
  ["enters inner states first", () => true],
  ["forgets histories", has(({ kind }) => kind === "history")],
  ["takes deep history for shallow", has(({ kind, deep }) => kind === "history" && deep)],
  ["drops the resolution of conflicts", has(({ kind }) => kind === "parallel")],
  ["asks wildcards before exact events", has(({ on }) => on.length > 1)],
  ["asks short wildcards before long ones", has(({ on }) => on.length > 1)],
  [
    "asks regions in the order of the document",
    (nodes) => has(({ kind }) => kind === "parallel")(nodes) && nodes.filter(({ always }) => always.length > 0).length > 2,
  ],
];

function has(test: (node: NodeSpec) => boolean): Relevant {
  return (nodes) => nodes.some(test);
}

const slip = vi.hoisted(() => ({ mistake: "" }));

vi.mock("../../../src/journey/compile/sets.ts", async (load) => {
  const right = await load<typeof import("../../../src/journey/compile/sets.ts")>();
  const exitSet: typeof right.exitSet = (...given) => {
    const left = right.exitSet(...given);
    return slip.mistake === "leaves outer states first" ? left.toReversed() : left;
  };
  const entrySet: typeof right.entrySet = (...given) => {
    const entered = right.entrySet(...given);
    return slip.mistake === "enters inner states first" ? { ...entered, nodes: entered.nodes.toReversed() } : entered;
  };
  const remembered: typeof right.remembered = (left, active) => {
    if (slip.mistake === "forgets histories") return new Map();
    const memories = right.remembered(left, active);
    if (slip.mistake === "takes deep history for shallow") {
      for (const node of memories.keys())
        memories.set(
          node,
          [...active].filter((other) => other.parent === node.parent),
        );
    }
    return memories;
  };
  const withoutConflicts: typeof right.withoutConflicts = (moves, ...given) =>
    slip.mistake === "drops the resolution of conflicts" ? [...moves] : right.withoutConflicts(moves, ...given);
  return { ...right, exitSet, entrySet, remembered, withoutConflicts };
});

vi.mock("../../../src/journey/compile/events.ts", async (load) => {
  const right = await load<typeof import("../../../src/journey/compile/events.ts")>();
  const length = (one: object): number => ("eventType" in one ? String(one.eventType).length : 0);
  const isWild = (one: object): boolean => "eventType" in one && String(one.eventType).includes("*");
  const candidatesOf: typeof right.candidatesOf = (...given) => {
    const found = right.candidatesOf(...given);
    if (slip.mistake === "asks wildcards before exact events") return [...found.filter(isWild), ...found.filter((one) => !isWild(one))];
    if (slip.mistake === "asks short wildcards before long ones") {
      return [...found.filter((one) => !isWild(one)), ...found.filter(isWild).sort((a, b) => length(a) - length(b))];
    }
    return found;
  };
  return { ...right, candidatesOf };
});

vi.mock("../../../src/journey/compile/situation.ts", async (load) => {
  const right = await load<typeof import("../../../src/journey/compile/situation.ts")>();
  const canonicalOrder: typeof right.canonicalOrder = (nodes) =>
    slip.mistake === "asks regions in the order of the document"
      ? [...nodes].sort((a, b) => a.order - b.order)
      : right.canonicalOrder(nodes);
  return { ...right, canonicalOrder };
});

/** What tells that the runs are not XState's: a difference on some random machine, or an executor that breaks down. */
function clueTo(run: (spec: MachineSpec, script: readonly Step[]) => Outcome, numRuns = 4000, isRelevant: Relevant = () => true): unknown {
  let clue: unknown;
  const property = fc.property(machines, scripts, (spec, script) => {
    if (!isRelevant(spec.nodes)) return true;
    const truth = truthOf(subjectOf(spec), script);
    try {
      const verdict = verdictOf(truth, run(spec, script));
      clue ??= typeof verdict === "object" ? verdict.difference : undefined;
    } catch (error) {
      clue ??= error;
    }
    return clue === undefined;
  });
  fc.check(property, { seed: settings(0).seed, numRuns, endOnFailure: true });
  return clue;
}

beforeAll(silenceXState);

describe("the property catches a compiler that", () => {
  it("(but not one without mistake)", () => {
    expect(
      clueTo(
        (spec, script) =>
          tablesRun(
            subjectOf(spec),
            script,
            misplan((plan) => plan),
          ),
        100,
      ),
    ).toBeUndefined();
  });

  it.each(Object.entries(MISREADINGS))("%s", (_, misread) => {
    expect(clueTo((spec, script) => tablesRun(subjectOf(misread(spec)), script))).toBeDefined();
  });

  it.each(Object.entries(MISPLANNINGS))("%s", (_, change) => {
    expect(clueTo((spec, script) => tablesRun(subjectOf(spec), script, misplan(change)))).toBeDefined();
  });

  it.each(Object.entries(MISPRINTS))("%s", (_, change) => {
    expect(clueTo((spec, script) => tablesRun(subjectOf(spec), script, misprint(change)))).toBeDefined();
  });

  it.each(SLIPS)("%s", (mistake, isRelevant) => {
    slip.mistake = mistake;
    try {
      expect(clueTo((spec, script) => tablesRun(subjectOf(spec), script), 8000, isRelevant)).toBeDefined();
    } finally {
      slip.mistake = "";
    }
  });
});
