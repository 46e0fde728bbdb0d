/** A phone line without frictions is the queue M/M/c; its figures are Erlang's. */

import { describe, expect, it } from "vitest";
import { singleQueue } from "../support/contact-centre.ts";
import { estimate, expectExact, expectRefuted, ratio } from "../support/estimate.ts";
import { outcomesOf, planOf, sumsOf } from "../support/runs.ts";

describe("100 calls in half an hour, 180 s each, 14 agents", () => {
  // Validation case cc-010: CRAN package ErlangC, README; pyworkforce's tests; the digits are published.
  const P_WAIT = 0.17413193359504983;
  const MEAN_WAIT = 7.835937011777243;
  const WITHIN_20_S = 0.8883500191794669;

  const plan = planOf(singleQueue({ rate: "200/h", agents: 14, handling: { exponential: { mean: "180s" } }, horizon: "30d" }));
  const sums = outcomesOf(plan, { replications: 12 }).map((outcome) => sumsOf(plan, outcome));
  const waits = ratio(sums.map((s) => [s("waitMs") / 1000, s("contactsAnswered")]));

  it("lets the share wait that Erlang C says", () => {
    const share = ratio(sums.map((s) => [s("contactsWaited"), s("contactsAnswered")]));
    expectExact("cc-010 P(wait)", share, P_WAIT, 0.01);
  });

  it("lets them wait as long on average", () => {
    expectExact("cc-010 mean wait", waits, MEAN_WAIT, 0.02);
  });

  it("answers the share within 20 seconds that Erlang C says", () => {
    expectExact("cc-010 service level", ratio(sums.map((s) => [s("contactsAnsweredWithin"), s("contactsOffered")])), WITHIN_20_S, 0.01);
  });

  it("keeps agents busy for the offered load, whatever the waits (Little's law for the servers)", () => {
    const seconds = plan.scenario.horizon;
    expectExact("cc-010 busy agents", estimate(sums.map((s) => s("handlingMs") / 1000 / seconds)), 10, 0.01);
  });

  it("is precise enough to refuse one agent more", () => {
    // M/M/15 at the same load, by Erlang's recursion B(c) = aB/(c + aB), C = B / (1 − ρ(1 − B)).
    expectRefuted("P(wait) with 15 agents", ratio(sums.map((s) => [s("contactsWaited"), s("contactsAnswered")])), 0.102);
  });
});

describe("Little's law in the queue", () => {
  // Validation case cc-014: M/M/1 with 2 arrivals and 3 services an hour has Lq = 4/3, Wq = 2/3 h (Hillier & Lieberman).
  const plan = planOf(singleQueue({ rate: "2/h", agents: 1, handling: { exponential: { mean: "20min" } }, history: "20d", horizon: "2y" }));
  const sums = outcomesOf(plan, { replications: 11 }).map((outcome) => sumsOf(plan, outcome));

  it("holds: mean number waiting = arrival rate × mean wait", () => {
    const waiting = estimate(sums.map((s) => s("waitMs") / 1000 / plan.scenario.horizon));
    const wait = ratio(sums.map((s) => [s("waitMs") / 3_600_000, s("contactsAnswered")]));
    expectExact("cc-014 Lq", waiting, 4 / 3);
    expectExact("cc-014 Wq (h)", wait, 2 / 3);
    expect(waiting.mean / wait.mean).toBeCloseTo(2, 1);
  });
});
