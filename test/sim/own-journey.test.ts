/** Journeys that authors bring: the bundled one among them, foreign ones, and ones that call the words in any order. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyStateMachine, createMachine } from "xstate";
import { JourneybenchError } from "../../src/errors.ts";
import { customerMachine, defineJourney } from "../../src/journey/index.ts";
import { counterNames } from "../../src/kpi/index.ts";
import { type ExecutorName, type Outcome, planScenario, replicate } from "../../src/sim/index.ts";
import { planOfJourney } from "../support/own-journey.ts";
import { outcomesOf, sumsOf, type Written } from "../support/runs.ts";
import { tiny } from "../support/tiny.ts";

const STRATEGIES = ["multichannel", "omnichannel"];

/** A ledger's cells as a list of non-zero counts by name, so that differences can be read. */
function named({ ledger }: Outcome, without: readonly string[] = []): Map<string, number> {
  const found = new Map<string, number>();
  for (const [cell, value] of ledger.entries()) {
    const counter = counterNames[cell % counterNames.length] ?? "";
    if (value !== 0 && !without.includes(counter)) found.set(`${Math.floor(cell / counterNames.length)} ${counter}`, value);
  }
  return found;
}

describe("the bundled journey, brought as one's own,", () => {
  const { scenario } = tiny();
  const bundled = planScenario(scenario);
  const brought = planScenario({ ...scenario, journey: "./mine.ts" }, { journey: { machine: customerMachine, fileName: "mine.ts" } });

  it.each<ExecutorName>(["compiled", "reference"])(
    "is lived to the same counts but for survey answers, whose luck is by step (%s)",
    (executor) => {
      const lived = replicate({ plan: bundled, strategies: STRATEGIES, replication: 0, executor });
      const own = replicate({ plan: brought, strategies: STRATEGIES, replication: 0, executor });
      const surveys = ["npsAnswers", "npsPromoters", "npsDetractors", "npsAnsweredSatisfaction"];
      own.forEach((outcome, index) => {
        expect(named(outcome, surveys)).toEqual(named(lived[index] as Outcome, surveys));
        expect(outcome.flows).toEqual((lived[index] as Outcome).flows);
        expect(outcome.digest).toBe((lived[index] as Outcome).digest);
      });
    },
  );
});

const world: Written = {
  history: "60d",
  horizon: "120d",
  channels: {
    app: { kind: "self-service", can: ["inform", "sell"] },
    phone: { kind: "live", can: ["serve"] },
    mail: { kind: "deferred", can: ["serve"] },
  },
  segments: { people: { size: 30, alreadyCustomers: 0.3 } },
  needs: {},
  offer: {},
  experience: { surveyResponse: 0.5 },
  service: {
    topics: { question: { weight: 1 }, billing: { weight: 1, settledIn: ["mail"], refund: 0.5 } },
    groups: { team: { agents: 1, home: ["phone"], skills: { mail: {} } }, desk: { agents: 1, home: ["mail"] } },
  },
};

const ACTIONS: readonly unknown[] = [
  "beginNeed",
  "giveUpNeed",
  "placeOrder",
  "fillBasket",
  "openCase",
  "contactCompany",
  "contactCompany",
  "closeCaseResolved",
  "closeCaseUnresolved",
  "reflect",
  "recommend",
  "leave",
  "comeBack",
  { type: "earn", params: { amount: { lognormal: { mean: 20, cv: 1 } }, margin: 0.5, channel: "app" } },
  { type: "spend", params: { amount: 3 } },
  { type: "experience", params: { change: -0.1 } },
  { type: "count", params: { counter: "n" } },
  { type: "resetCount", params: { counter: "n" } },
];
const EVENTS = ["BECOME_AWARE", "ALREADY_CUSTOMER", "CONTACT_RESOLVED", "CONTACT_FAILED", "COMPANY_CALLS"];
const GUARDS: readonly unknown[] = [
  undefined,
  { type: "chance", params: { name: "one", probability: 0.5, satisfactionWeight: 2 } },
  { type: "chance", params: { name: "two", probability: 0.3, per: "n" } },
  { type: "countBelow", params: { counter: "n", value: 3 } },
  { type: "hasCapability", params: { capability: "sharedHistory" } },
  "givesUpCase",
  "hasProblem",
];
const DELAYS = ["3h", "2d", "exponential(mean=5d)", "lognormal(mean=3h, cv=1)", "timeToRecontact"];

const move = fc.record({ target: fc.nat(4), guard: fc.constantFrom(...GUARDS) });

/** A few states that call the words of the vocabulary in any order. */
const states = fc.array(
  fc.record({
    entry: fc.array(fc.constantFrom(...ACTIONS), { maxLength: 4 }),
    on: fc.dictionary(fc.constantFrom(...EVENTS), move, { maxKeys: 4 }),
    after: fc.dictionary(fc.constantFrom(...DELAYS), move, { minKeys: 1, maxKeys: 2 }),
  }),
  { minLength: 2, maxLength: 5 },
);
type States = typeof states extends fc.Arbitrary<infer S> ? S : never;

function machineOf(drawn: States): AnyStateMachine {
  const name = (index: number) => `s${index % drawn.length}`;
  const moves = (transitions: States[number]["on"]) =>
    Object.fromEntries(
      Object.entries(transitions).map(([key, { target, guard }]) => [
        key,
        { target: name(target), ...(guard === undefined ? {} : { guard }) },
      ]),
    );
  const counting = { type: "count", params: { counter: "n" } };
  const built = drawn.map(
    ({ entry, on, after }, index) => [name(index), { entry: [...entry, counting], on: moves(on), after: moves(after) }] as const,
  );
  return createMachine({ id: "any", initial: "s0", states: Object.fromEntries(built) } as never);
}

describe("a journey that calls the words in any order", () => {
  it("breaks no law of the model, and is lived alike by tables and live actors", () => {
    fc.assert(
      fc.property(states, (drawn) => {
        const plan = planOfJourney(machineOf(drawn), world);
        const compiled = replicate({ plan, strategies: STRATEGIES, replication: 0, executor: "compiled" });
        const reference = replicate({ plan, strategies: STRATEGIES, replication: 0, executor: "reference" });
        compiled.forEach((outcome, index) => {
          expect(named(outcome)).toEqual(named(reference[index] as Outcome));
          expect(outcome.counted).toEqual((reference[index] as Outcome).counted);
          expect(outcome.digest).toBe((reference[index] as Outcome).digest);
          expect(outcome.ledger.every(Number.isSafeInteger)).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });
});

describe("a foreign journey", () => {
  it("hears nothing of what it does not handle", () => {
    const plan = planOfJourney(createMachine({ id: "deaf", initial: "a", states: { a: {} } }), {
      horizon: "30d",
      segments: { people: { size: 5, alreadyCustomers: 0.5 } },
    });
    const [outcome] = outcomesOf(plan);
    expect([...named(outcome as Outcome).keys()]).toEqual(["0 adoptionBase", "0 baseStill", "0 customerMonths"]);
  });

  it("counts each year's payments as orders, of a new customer and a returning one", () => {
    const machine = defineJourney({
      initial: "a",
      states: {
        a: {
          entry: { type: "earn", params: { amount: 12.5, margin: 0.4, channel: "app" } },
          after: { "100d": { target: "a", reenter: true } },
        },
      },
    });
    const plan = planOfJourney(machine, {
      horizon: "1y",
      discountRate: 0,
      channels: { app: { kind: "self-service", can: ["sell"] } },
      segments: { few: { size: 2 }, firms: { size: 1, spendFactor: 4 } },
    });
    const [outcome] = outcomesOf(plan);
    const sums = sumsOf(plan, outcome as Outcome);
    // At days 0, 100, 200 and 300.
    expect(sums("orders")).toBe(12);
    expect(sums("newCustomers")).toBe(3);
    expect(sums("revenue")).toBe(4 * (1250 * 2 + 5000));
    expect(sums("goodsMargin")).toBe(4 * (500 * 2 + 2000));
    expect(sums("adoptionValue")).toBe(sums("goodsMargin"));
    expect(sumsOf(plan, outcome as Outcome, { channel: 0 })("revenue")).toBe(sums("revenue"));
  });

  it("that goes round without time passing ends the run with its name, not in an endless loop", () => {
    const plan = planOfJourney(
      createMachine({ id: "restless", initial: "a", states: { a: { after: { "0s": "b" } }, b: { after: { 0: "a" } } } }),
      {
        horizon: "30d",
        segments: { people: { size: 1 } },
      },
    );
    expect(() => outcomesOf(plan)).toThrow(/journey "restless": customer 0 took 1000 steps without time passing, now in [ab]/);
  });
});

describe("a journey with mistakes", () => {
  it("is refused before anything runs, with all of them: words, params, names, parts and what cannot be compiled", () => {
    const machine = createMachine({
      id: "wrong",
      initial: "a",
      states: {
        a: {
          entry: ["reflekt", { type: "earn", params: { amount: "much" } }],
          invoke: { src: "somebody" },
          always: { guard: { type: "inSegment", params: { segment: "nobody" } }, target: "b" },
        },
        b: { entry: "openCase", after: { "14 days": "a" } },
      },
    } as never);
    const refused = (() => {
      try {
        return planOfJourney(machine, { segments: { people: { size: 1 } } });
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(JourneybenchError);
    const { code, problems, message } = refused as JourneybenchError;
    expect(code).toBe("bad-input");
    expect(message).toBe("journey.ts has 6 mistakes:");
    expect(problems.map(({ path }) => path)).toEqual([
      "states.a.entry[0]",
      "states.a.entry[1].params.amount",
      "states.a.always.guard.params.segment",
      "states.b.entry",
      'states.b.after["14 days"]',
      "a",
    ]);
    expect(problems.every(({ file }) => file === "journey.ts")).toBe(true);
  });

  it("is not replaced by the bundled one when its machine was not loaded", () => {
    expect(() => planScenario({ ...tiny().scenario, journey: "./mine.ts" })).toThrow("the machine of ./mine.ts was not loaded");
  });
});
