/** Tables do what XState does: the same guards, actions, delays, timers, events, states and contexts, in the same order. */

import { beforeAll, describe, expect, it, vi } from "vitest";
import { actorsRun, movingTablesRun, tablesRun } from "./compare.ts";
import type { Survey } from "./property.ts";
import { HOUR, settings, silenceXState, survey } from "./property.ts";

/** What must have happened in how many of the machines at least, so that equality means something. */
const RARE = 8;
const FEATURES: Readonly<Record<string, number>> = {
  "states: parallel": 300,
  "states: parallel in parallel": 50,
  "states: parallel with one region": 50,
  "states: a final state as a region": 50,
  "states: four levels": 80,
  "states: initial history": 20,
  "states: tags": 200,
  "several regions": 150,
  "conflicts between regions": 30,
  "events: in several regions": 50,
  "events: forbidden": 80,
  "events: nobody takes one": 400,
  "targets: inside": 200,
  "targets: inside, reenter": 100,
  "targets: itself, internal": 100,
  "targets: itself, reenter": 50,
  "targets: none": 200,
  "targets: several regions": 50,
  "targets: the root from below": 20,
  "wildcards: * for an event": 100,
  "wildcards: * for an unknown event": 40,
  "wildcards: * for after": 40,
  "wildcards: * for done": 15,
  "wildcards: partial": 100,
  "history: remembered": 100,
  "history: shallow of a compound state": 20,
  "history: deep of a compound state": 20,
  "history: shallow of a parallel state": RARE,
  "history: deep of a parallel state": RARE,
  "history: own default": 20,
  "history: own default in several regions": RARE,
  "history: without default": 20,
  "onDone: of a compound state": 60,
  "onDone: of a parallel state": 15,
  "onDone: output, number": 30,
  "onDone: output, object": RARE,
  "always: while a row starts": 150,
  "always: later": 100,
  "always: in several regions": RARE,
  "timers: after": 300,
  "timers: delayed raise": 200,
  "timers: cancelled": 300,
  "timers: two at the same time": 50,
  "raise: object": 100,
  "raise: function": 100,
  "raise: delay as number": 150,
  "raise: delay as string": 150,
  "raise: delay as function": 150,
  "raise: later, with id": 250,
  "raise: later, without id": 20,
  "cancel: object": 250,
  "cancel: function": 50,
  "log: object": 50,
  "log: function": 50,
  "emit: object": 150,
  "emit: function": 100,
  "assign: object": 300,
  "assign: function": 250,
  "actions: initial": 200,
  "actions: inline": 250,
  "actions: named": 400,
  "actions: named, static params": 300,
  "actions: named, dynamic params": 300,
  "guards: named": 150,
  "guards: named, static params": 80,
  "guards: named, dynamic params": 80,
  "guards: inline": 300,
  "guards: and": 150,
  "guards: or": 40,
  "guards: not": 60,
  "guards: stateIn id": 20,
  "guards: stateIn path": 20,
  "guards: stateIn value": 15,
  "calls: own action": 200,
  "calls: own guard": 80,
  "calls: delay": 200,
  "a row starts within another one's macrostep": 100,
  "a row starts again": 100,
  "a row gets an event when it is done": 15,
  "a row is done": 60,
  "a row is done at once": RARE,
  "a macrostep without end": 20,
};

beforeAll(silenceXState);
vi.setConfig({ testTimeout: HOUR, hookTimeout: HOUR });

describe("tables, compared with bare XState actors on 1,500 random machines and scripts,", () => {
  let found: Survey;
  beforeAll(() => {
    found = survey((subject, script) => tablesRun(subject, script), settings(1500));
  });

  it("do the same", () => {
    expect(found.failure).toBeUndefined();
  });

  it("are refused to few machines only, and while running only where XState would keep two timers of one name", () => {
    const refused = found.runs - (found.verdicts["equal"] ?? 0);
    expect(refused / found.runs).toBeLessThan(0.15);
  });

  it("went through every feature of the language many times", () => {
    const share = found.runs / 1500;
    const missed = Object.entries(FEATURES).filter(([feature, least]) => (found.features[feature] ?? 0) < least * share);
    expect(missed.map(([feature, least]) => [feature, found.features[feature] ?? 0, least])).toEqual([]);
    expect(Object.keys(found.features).filter((feature) => !(feature in FEATURES) && !feature.startsWith("calls: "))).toEqual([]);
  });
});

describe.each([
  ["tables whose rows are copied to another executor before every macrostep", movingTablesRun],
  ["the project's own actors", actorsRun],
])("%s, compared with bare XState actors on random machines and scripts,", (_, run) => {
  it("do the same", () => {
    const { seed, numRuns } = settings(300);
    expect(survey(run, { seed: seed + 1, numRuns }).failure).toBeUndefined();
  });
});
