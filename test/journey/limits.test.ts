/** What there is no room for is told alike where a journey is looked at and where it is simulated. */

import { describe, expect, it } from "vitest";
import { createMachine } from "xstate";
import { JourneybenchError } from "../../src/errors.ts";
import { inspectJourney, journeyVocabulary, MOST_TIMERS, NAMES_PER_STEP } from "../../src/journey/index.ts";
import { scenarioSchema } from "../../src/scenario/schema/index.ts";
import { planScenario } from "../../src/sim/index.ts";

type Config = Parameters<typeof createMachine>[0];
const rows = (number: number) => Array.from({ length: number }, (_, n) => n);

/** Regions side by side, each with a delay of its own. */
const waiting = (number: number): Config => ({
  id: "waiting",
  type: "parallel",
  states: Object.fromEntries(
    rows(number).map((n) => [`r${n}`, { initial: "a", states: { a: { after: { [`${n + 1}d`]: "b" } }, b: { type: "final" } } }]),
  ),
});

const choosing = (number: number): Config => ({
  id: "choosing",
  initial: "a",
  states: {
    a: {
      after: { "1d": rows(number).map((n) => ({ guard: { type: "chance", params: { name: `c${n}`, probability: 0.1 } }, target: "b" })) },
    },
    b: { type: "final" },
  },
});

const earning = (number: number): Config => ({
  id: "earning",
  initial: "a",
  states: {
    a: {
      entry: rows(number).map((n) => ({ type: "earn", params: { amount: { exponential: { mean: n + 1 } } } })),
      after: { "1d": "b" },
    },
    b: { type: "final" },
  },
});

const pausing = (number: number): Config => ({
  id: "pausing",
  initial: "s0",
  states: {
    ...Object.fromEntries(rows(number).map((n) => [`s${n}`, { after: { [`${n + 1}d`]: `s${n + 1}` } }])),
    [`s${number}`]: { type: "final" },
  },
});

const scenario = scenarioSchema.parse({
  name: "any",
  channels: { web: { kind: "self-service", can: ["sell"] } },
  segments: { all: { size: 1 } },
});

/** What keeps a machine from being simulated, as the two places say it. */
function told(config: Config): { readonly looked: readonly string[]; readonly simulated: readonly string[] } {
  const machine = createMachine(config);
  const { refusals, runs } = inspectJourney(machine, journeyVocabulary);
  expect(runs).toBe(refusals.length === 0);
  const looked = refusals.map(({ feature, hint }) => `${feature}; ${hint}`);
  try {
    planScenario(scenario, { journey: { machine, fileName: "own.ts" } });
    return { looked, simulated: [] };
  } catch (error) {
    if (!(error instanceof JourneybenchError)) throw error;
    return { looked, simulated: error.problems.map(({ expected, found }) => `${expected}, not ${found}`) };
  }
}

describe("a journey that has too many", () => {
  it.each([
    ["delays that wait at the same time", waiting, MOST_TIMERS],
    ["different chances", choosing, NAMES_PER_STEP],
    ["different distributions of money", earning, NAMES_PER_STEP],
    ["different delays", pausing, NAMES_PER_STEP],
  ] as const)("%s is refused, and one that has as many as there is room for is not", (things, config, most) => {
    expect(told(config(most + 1))).toEqual({
      looked: [`${most + 1} ${things}; at most ${most}`],
      simulated: [`at most ${most} ${things}, not ${most + 1}`],
    });
    expect(told(config(most))).toEqual({ looked: [], simulated: [] });
  });
});
