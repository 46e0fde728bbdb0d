/** Journeys in XState against what is known of absorbing chains, timeouts, parallel regions, loops and exponential lives. */

import { afterAll, describe, it } from "vitest";
import { defineJourney } from "../../src/journey/index.ts";
import type { Plan } from "../../src/sim/index.ts";
import { clvExpected } from "../support/clv-cases.ts";
import { type Estimate, estimate, ratio } from "../support/estimate.ts";
import { planOfJourney } from "../support/own-journey.ts";
import { outcomesOf, sumsOf } from "../support/runs.ts";
import { tracedLife } from "../support/worlds.ts";
import { figuresOf } from "./customers/figure.ts";

const DAY = 86_400;
const PEOPLE = 3000;
const RUNS = Array.from({ length: 10 }, (_, replication) => replication);
const EVERYBODY = { segments: { people: { size: PEOPLE } } };
const value = (id: string, metric: string): number => clvExpected(id, metric)[0] as number;

/** Shares of the people that ordered and that left, and the mean days at which they did. */
function ends(plan: Plan): Record<"ordered" | "left" | "orderDay" | "leaveDay", Estimate> {
  const lives = RUNS.map((replication) => tracedLife(plan, ["orders", "dropouts"], { replication }).counts);
  const of = (counter: string) => lives.map((counts) => counts.filter((count) => count.counter === counter));
  const share = (counter: string) => estimate(of(counter).map((counts) => counts.length / PEOPLE));
  const day = (counter: string) =>
    ratio(of(counter).map((counts) => [counts.reduce((sum, { time }) => sum + time / DAY, 0), counts.length]));
  return { ordered: share("orders"), left: share("dropouts"), orderDay: day("orders"), leaveDay: day("dropouts") };
}

const earn = { type: "earn", params: { amount: 1 } } as const;
const chance = (probability: number, name = "luck") => ({ type: "chance", params: { name, probability } }) as const;

describe("a drunkard's walk between five corners", () => {
  const figures = figuresOf("jny-001");
  afterAll(figures.keep);
  const step = (left: string, right: string) => ({ after: { "1d": [{ guard: chance(0.5), target: left }, { target: right }] } });
  const walk = (from: number) =>
    defineJourney({
      initial: "home",
      states: {
        home: { on: { BECOME_AWARE: `corner${from}` } },
        corner1: { entry: [earn, "leave"], type: "final" },
        corner2: step("corner1", "corner3"),
        corner3: step("corner2", "corner4"),
        corner4: step("corner3", "corner5"),
        corner5: { entry: "leave", type: "final" },
      },
    });

  it.each([2, 3, 4])("from corner %i ends after so many steps, and so often at the first corner", (from) => {
    const { ordered, leaveDay } = ends(planOfJourney(walk(from), { ...EVERYBODY, horizon: "200d" }));
    figures.expect(`mean steps from ${from}`, leaveDay, clvExpected("jny-001", "mean_steps")[from - 1] as number);
    figures.expect(`absorbed at 1 from ${from}`, ordered, clvExpected("jny-001", "absorb_at_1")[from - 1] as number, 0.02);
  });
});

describe("a timeout after 5 days against a response of rate 0.2 a day", () => {
  const figures = figuresOf("jny-002");
  afterAll(figures.keep);
  const plan = planOfJourney(
    defineJourney({
      initial: "waiting",
      states: {
        waiting: {
          after: { "5d": { target: "over" }, "exponential(mean=5d)": { target: "over", actions: earn } },
        },
        over: { entry: "leave", type: "final" },
      },
    }),
    { ...EVERYBODY, horizon: "10d" },
  );

  it("is won by the response, and is over, as often and as soon as in closed form", () => {
    const { ordered, leaveDay } = ends(plan);
    figures.expect("P(response first)", ordered, value("jny-002", "P_response_first"));
    figures.expect("mean dwell, days", leaveDay, value("jny-002", "mean_dwell"));
  });
});

describe("two parallel regions of rates 1 and 1/2 a day", () => {
  const figures = figuresOf("jny-003");
  afterAll(figures.keep);
  const region = (mean: string, ...first: readonly (typeof earn | "recommend")[]) => ({
    initial: "busy",
    states: {
      busy: {
        after: {
          [`exponential(mean=${mean})`]: [
            {
              guard: { type: "countBelow", params: { counter: "done", value: 1 } } as const,
              target: "done",
              actions: [{ type: "count", params: { counter: "done" } } as const, ...first],
            },
            { target: "done" },
          ],
        },
      },
      done: { type: "final" as const },
    },
  });
  /** Who is first orders: in the first region only, or in both. */
  const plan = (either: boolean) =>
    planOfJourney(
      defineJourney({
        initial: "working",
        states: {
          working: {
            type: "parallel",
            states: { one: region("1d", earn), two: either ? region("2d", earn) : region("2d") },
            onDone: "over",
          },
          over: { entry: "leave", type: "final" },
        },
      }),
      { ...EVERYBODY, horizon: "60d" },
    );

  it("are both done, and the first of them, when closed forms say; the faster one is first in two of three", () => {
    figures.expect("P(region 1 first)", ends(plan(false)).ordered, value("jny-003", "P_region1_first"));
    const { orderDay, leaveDay } = ends(plan(true));
    figures.expect("mean until the first, days", orderDay, value("jny-003", "mean_first"));
    figures.expect("mean until both, days", leaveDay, value("jny-003", "mean_all_done"));
  });
});

describe("up to three reminders, two days apart, each answered with probability 0.3", () => {
  const figures = figuresOf("jny-005");
  afterAll(figures.keep);
  const plan = planOfJourney(
    defineJourney({
      initial: "reminding",
      states: {
        reminding: {
          entry: { type: "count", params: { counter: "reminders" } },
          after: { "2d": "deciding" },
        },
        deciding: {
          always: [
            { guard: chance(0.3), target: "over", actions: earn },
            { guard: { type: "countBelow", params: { counter: "reminders", value: 3 } }, target: "reminding" },
            { target: "over" },
          ],
        },
        over: { entry: "leave", type: "final" },
      },
    }),
    { ...EVERYBODY, horizon: "10d" },
  );

  it("succeed, last and are sent as often as the absorbing chain says", () => {
    const { ordered, leaveDay } = ends(plan);
    figures.expect("P(success)", ordered, value("jny-005", "P_success"));
    figures.expect("mean duration, days", leaveDay, value("jny-005", "mean_duration"));
    const sent = outcomesOf(plan, { replications: RUNS.length }).map(
      ({ counted }) => counted.reduce((sum, count) => sum + count, 0) / PEOPLE,
    );
    figures.expect("mean reminders sent", estimate(sent), value("jny-005", "mean_reminders_sent"));
  });
});

describe("purchases of 10 at rate 1 until an exponential end of rate 1/2, discounted at rate 1/5", () => {
  const figures = figuresOf("jny-007");
  afterAll(figures.keep);
  // A year here is ten days of the case.
  const plan = planOfJourney(
    defineJourney({
      initial: "stranger",
      states: {
        stranger: { on: { BECOME_AWARE: "living" } },
        living: {
          initial: "waiting",
          after: { "exponential(mean=730d)": { target: "over", actions: "leave" } },
          states: {
            waiting: {
              after: {
                "exponential(mean=365d)": {
                  target: "waiting",
                  reenter: true,
                  actions: { type: "earn", params: { amount: 10, margin: "100%" } },
                },
              },
            },
          },
        },
        over: { type: "final" },
      },
    }),
    { ...EVERYBODY, horizon: "40y", discountRate: Math.expm1(0.2) },
  );

  it("are as many, and worth as much, as in closed form", () => {
    const sums = outcomesOf(plan, { replications: RUNS.length }).map((outcome) => sumsOf(plan, outcome));
    figures.expect("purchases", ratio(sums.map((s) => [s("orders"), PEOPLE])), value("jny-007", "expected_purchases"));
    figures.expect("lifetime value", ratio(sums.map((s) => [s("adoptionValue") / 100, s("adoptionBase")])), value("jny-007", "CLV"));
  });
});
