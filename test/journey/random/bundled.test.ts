/** The bundled journeys, with random scripts and words that answer at random: tables, actors and bare XState do the same. */

import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { AnyStateMachine } from "xstate";
import type { Vocabulary } from "../../../src/journey/index.ts";
import {
  contactMachine,
  contactVocabulary,
  contractVocabulary,
  customerMachine,
  customerVocabulary,
  subscriberMachine,
} from "../../../src/journey/index.ts";
import { scripts } from "./arbitraries.ts";
import type { Outcome, Subject } from "./compare.ts";
import { actorsRun, tablesRun, truthOf } from "./compare.ts";
import { HOUR, settings, silenceXState, verdictOf } from "./property.ts";
import type { Step } from "./spec.ts";
import { mixingWords } from "./words.ts";

function subjectOf(machine: AnyStateMachine, { actions, guards, delays }: Vocabulary): Subject {
  const words = mixingWords({ actions: Object.keys(actions), guards: Object.keys(guards), delays: Object.keys(delays) });
  return { machineOn: () => machine, words, events: machine.events.filter((type) => !type.startsWith("xstate.")), births: false };
}

const JOURNEYS: readonly (readonly [string, Subject])[] = [
  ["customer's", subjectOf(customerMachine, customerVocabulary)],
  ["subscriber's", subjectOf(subscriberMachine, contractVocabulary)],
  ["contact's", subjectOf(contactMachine, contactVocabulary)],
];
const RUNS: readonly (readonly [string, (subject: Subject, script: readonly Step[]) => Outcome])[] = [
  ["tables", (subject, script) => tablesRun(subject, script)],
  ["actors", actorsRun],
];

beforeAll(silenceXState);
vi.setConfig({ testTimeout: HOUR });

describe.each(JOURNEYS)("the %s journey", (_, subject) => {
  it.each(RUNS)("by %s", (__, run) => {
    const seen = new Set<unknown>();
    const property = fc.property(scripts, scripts, scripts, (script, more, evenMore) => {
      const long = [...script, ...[...more, ...evenMore].filter((step) => !("start" in step)), { wait: 30 }];
      const truth = truthOf(subject, long);
      expect(verdictOf(truth, run(subject, long))).toBe("equal");
      for (const line of truth.lines) if (line[2] === "state") seen.add(line[3]);
    });
    fc.assert(property, { seed: settings(0).seed, numRuns: settings(200).numRuns });
    // Every state that rests was reached.
    expect(seen.size).toBeGreaterThan(4);
  });
});
