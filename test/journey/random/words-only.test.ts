/**
 * Machines without functions and events of their own take shorter ways through the tables: plain first macrosteps, timers that
 * start at once, and timers that run ahead of what others share. All of them lead where XState goes.
 */

import fc from "fast-check";
import { beforeAll, expect, it, vi } from "vitest";
import type { Vocabulary, Word } from "../../../src/journey/index.ts";
import { AHEAD_DONE, AHEAD_SUSPENDED, compileJourney } from "../../../src/journey/index.ts";
import { machines, scripts } from "./arbitraries.ts";
import { GIVEN } from "./calls.ts";
import { executorRun, subjectOf, tablesRun, truthOf } from "./compare.ts";
import { tablesAheadOf } from "./executor-run.ts";
import { differenceOf, HOUR, settings, silenceXState, survey } from "./property.ts";
import { wordsOnly } from "./words-only.ts";

/** Half of the words touch what others share. */
const vocabulary: Vocabulary = { actions: halfShared(GIVEN.actions), guards: halfShared(GIVEN.guards), delays: halfShared(GIVEN.delays) };

function halfShared(names: readonly string[]): Record<string, Word> {
  return Object.fromEntries(names.map((name, index) => [name, { about: name, shared: index % 2 === 1 }]));
}

const TIMERS = new Set<unknown>(["schedule", "cancel"]);

beforeAll(silenceXState);
vi.setConfig({ testTimeout: HOUR });

const PLAIN = machines.map(wordsOnly);

it("tables of machines that only call words do what bare XState actors do", () => {
  const { failure, runs, verdicts } = survey((subject, script) => tablesRun(subject, script), settings(500), PLAIN);
  expect(failure).toBeUndefined();
  expect((verdicts["equal"] ?? 0) / runs).toBeGreaterThan(0.85);
});

it("timers that run ahead do the same, but that timers are touched before the row rests, and guards asked again after it", () => {
  const ends: Record<number, number> = {};
  const property = fc.property(PLAIN, scripts, (spec, script) => {
    // A row that starts while another one rests has its timers touched later than theirs, otherwise earlier.
    const subject = { ...subjectOf(spec), births: false };
    const truth = truthOf(subject, script);
    const found = executorRun(subject, script, (machine) => {
      const tables = compileJourney(machine, { events: subject.events });
      return tablesAheadOf(tables, subject.words, vocabulary, (end) => (ends[end] = (ends[end] ?? 0) + 1));
    });
    if (!("lines" in found) || "refusedWhileRunning" in found) return;
    for (const isTimer of [true, false]) {
      const part = (lines: typeof found.lines) => lines.filter(([, , what]) => what !== "guard" && TIMERS.has(what) === isTimer);
      expect(differenceOf(part(truth.lines), part(found.lines))).toBeUndefined();
    }
  });
  const { seed, numRuns } = settings(400);
  fc.assert(property, { seed, numRuns });
  expect(ends[AHEAD_DONE]).toBeGreaterThan(numRuns / 4);
  expect(ends[AHEAD_SUSPENDED]).toBeGreaterThan(numRuns / 40);
});
