/** Journeys that authors bring against what is known in closed form: geometric retention, exponential trials, chances, payments. */

import { describe, expect, it } from "vitest";
import { defineJourney } from "../../src/journey/index.ts";
import { expectExact, expectRefuted, estimate, ratio } from "../support/estimate.ts";
import { planOfJourney } from "../support/own-journey.ts";
import { outcomesOf, sumsOf } from "../support/runs.ts";

const PEOPLE = 4000;
const REPLICATIONS = 12;

/** Everybody pays at once and then once a month, as long as each renewal succeeds. */
const subscriber = (per?: string) =>
  defineJourney({
    id: "subscriber",
    initial: "stranger",
    states: {
      stranger: { on: { BECOME_AWARE: "active" } },
      active: {
        entry: [
          { type: "earn", params: { amount: 10, margin: "50%" } },
          { type: "count", params: { counter: "payments" } },
        ],
        after: { "30d": "renewing" },
      },
      renewing: {
        always: [
          {
            guard: { type: "chance", params: { name: "renews", probability: 0.9, ...(per === undefined ? {} : { per }) } },
            target: "active",
          },
          { target: "gone", actions: "leave" },
        ],
      },
      gone: { type: "final" },
    },
  });

const RENEWALS = 11;

describe.each([
  ["of the step", undefined],
  ["of the payment", "payments"],
])("a renewal of probability 0.9 every 30 days, by the luck %s,", (_, per) => {
  // 331 days: the first payment and eleven renewals.
  const plan = planOfJourney(subscriber(per), { horizon: "331d", discountRate: 0, segments: { people: { size: PEOPLE } } });
  const outcomes = outcomesOf(plan, { replications: REPLICATIONS });
  const sums = outcomes.map((outcome) => sumsOf(plan, outcome));

  it("is survived k times by 0.9 to the power k of all customers", () => {
    const left = ratio(sums.map((s) => [s("dropouts"), PEOPLE]));
    const survival = Math.exp(RENEWALS * Math.log(0.9));
    expectExact("S(11) = 0.9^11", { ...left, mean: 1 - left.mean }, survival, 0.02);
    expectRefuted("0.91^11", { ...left, mean: 1 - left.mean }, Math.exp(RENEWALS * Math.log(0.91)));
  });

  it("gives (1 − 0.9¹²) / 0.1 payments per customer, and that much revenue and value", () => {
    const payments = (1 - Math.exp(12 * Math.log(0.9))) / 0.1;
    expectExact("payments", ratio(sums.map((s) => [s("orders"), PEOPLE])), payments, 0.005);
    expectExact("revenue, cents", ratio(sums.map((s) => [s("revenue"), PEOPLE])), 1000 * payments, 0.005);
    expectExact("realised value, cents", ratio(sums.map((s) => [s("adoptionValue"), s("adoptionBase")])), 500 * payments, 0.005);
    for (const [index, { counted }] of outcomes.entries()) {
      expect(counted.reduce((total, month) => total + month, 0)).toBe(sums[index]?.("orders"));
    }
  });
});

describe("a trial that is exponential with mean 30 days", () => {
  const plan = planOfJourney(
    defineJourney({
      initial: "trial",
      states: { trial: { after: { "exponential(mean=30d)": { target: "over", actions: "leave" } } }, over: { type: "final" } },
    }),
    { horizon: "45d", segments: { people: { size: PEOPLE } } },
  );
  const over = outcomesOf(plan, { replications: REPLICATIONS }).map((outcome) => sumsOf(plan, outcome)("dropouts") / PEOPLE);

  it("is over after 45 days for 1 − exp(−1.5) of all", () => {
    expectExact("F(45 d)", estimate(over), 1 - Math.exp(-1.5), 0.01);
    expectRefuted("mean 31 d", estimate(over), 1 - Math.exp(-45 / 31));
  });
});

describe("delays that are drawn again and again", () => {
  it("give the Poisson number of rounds that a mean of 2 days gives in 100 days", () => {
    const plan = planOfJourney(
      defineJourney({
        initial: "waiting",
        delays: { round: { exponential: { mean: "2d" } } },
        states: {
          waiting: { after: { round: { target: "waiting", reenter: true, actions: { type: "count", params: { counter: "rounds" } } } } },
        },
      }),
      { horizon: "100d", segments: { people: { size: 500 } } },
    );
    const rounds = outcomesOf(plan, { replications: REPLICATIONS }).map(
      ({ counted }) => counted.reduce((sum, month) => sum + month, 0) / 500,
    );
    expectExact("rounds", estimate(rounds), 50, 0.005);
  });
});

describe("chances", () => {
  it("of different names are independent, of one name share their luck, and move with satisfaction on the logit scale", () => {
    const toss = (name: string, probability: number, counter: string, weight = 0) => ({
      guard: { type: "chance" as const, params: { name, probability, satisfactionWeight: weight } },
      actions: { type: "count" as const, params: { counter } },
    });
    const step = (next: string, transition: ReturnType<typeof toss>) => ({ always: [{ ...transition, target: next }, { target: next }] });
    const plan = planOfJourney(
      defineJourney({
        initial: "start",
        states: {
          start: { entry: [{ type: "experience", params: { value: 0.3 } }, "reflect"], after: { "1d": "a" } },
          a: step("b", toss("one", 0.3, "one")),
          b: step("c", toss("one", 0.3, "one again")),
          c: {
            always: [
              { ...toss("one", 0.3, "both"), guard: { type: "chance", params: { name: "one", probability: 0.3 } }, target: "d" },
              { target: "f" },
            ],
          },
          d: { always: [{ ...toss("two", 0.5, "one and two"), target: "f" }, { target: "f" }] },
          f: step("g", toss("unhappy", 0.5, "unhappy", 2)),
          g: { type: "final" },
        },
      }),
      { horizon: "10d", segments: { people: { size: PEOPLE } }, experience: { reference: 0.8, learning: 1 } },
    );
    const names = plan.journey.own?.counters ?? [];
    const totals = outcomesOf(plan, { replications: REPLICATIONS }).map(({ counted }) =>
      names.map((_, row) => (counted[row] as number) / PEOPLE),
    );
    const of = (name: string) => estimate(totals.map((row) => row[names.indexOf(name)] as number));
    expectExact("one", of("one"), 0.3, 0.02);
    expect(of("one again").mean).toBe(of("one").mean);
    expect(of("both").mean).toBe(of("one").mean);
    expectExact("one and two", of("one and two"), 0.15, 0.03);
    // Satisfaction 0.3 is 0.5 below the reference: the logit moves by −1.
    expectExact("unhappy", of("unhappy"), 1 / (1 + Math.E), 0.02);
  });
});
