/** (s, S) against Markov chains, periodic review and the newsvendor against closed forms. */

import { describe, expect, it } from "vitest";
import { profitCents, sumLedger } from "../../../src/kpi/index.ts";
import { erlangB } from "../../support/erlang-b.ts";
import { estimate, expectExact, expectRefuted, ratio } from "../../support/estimate.ts";
import { chainOf } from "../../support/markov/chain.ts";
import { longRun } from "../../support/markov/stationary.ts";
import { livedReference, referencePlan } from "../../support/reference.ts";
import { planScenario } from "../../../src/sim/index.ts";
import { outcomesOf, shapeOf } from "../../support/runs.ts";
import { expected } from "./poisson.ts";

const DAY_MS = 86_400_000;
const DEMAND = 5;

describe("(s, S) with lost sales", async () => {
  const [s, S] = [7, 10];
  // A state is units on hand and orders under way, each of S − s units, which arrive independently at rate 1.
  const mean = longRun(
    chainOf([S, 0], ([onHand = 0, orders = 0]) => [
      ...(onHand === 0 ? [] : [{ to: [onHand - 1, onHand - 1 + (S - s) * orders === s ? orders + 1 : orders], rate: DEMAND }]),
      ...(orders === 0 ? [] : [{ to: [onHand + S - s, orders - 1], rate: orders }]),
    ]),
  );
  const sums = (await livedReference("stock-s-s")).sums();
  const days = 3650;

  it("loses as the chain does", () => {
    const lost = ratio(sums.map((count) => [count("salesLost"), count("demandEvents")]));
    expectExact(
      "lost",
      lost,
      mean(([onHand]) => (onHand === 0 ? 1 : 0)),
      0.02,
    );
    expectRefuted("base stock of the same S", lost, erlangB(S, DEMAND));
  });

  it("keeps and orders as the chain does", () => {
    expectExact(
      "on hand",
      ratio(sums.map((count) => [count("stockHours") / 24, days])),
      mean(([onHand = 0]) => onHand),
      0.01,
    );
    const rate = (DEMAND * (1 - mean(([onHand]) => (onHand === 0 ? 1 : 0)))) / (S - s);
    expectExact("orders a day", ratio(sums.map((count) => [count("replenishments"), days])), rate, 0.01);
  });

  it("costs what is kept and ordered", () => {
    for (const count of sums) {
      const cents = count("replenishments") * 300 + (count("stockHours") / 8760) * 10_000;
      // Booked month by month in whole hours and cents.
      expect(Math.abs(count("inventoryCost") - cents)).toBeLessThan(150);
    }
  });
});

describe("(s, S) with backorders", async () => {
  const [s, S] = [3, 6];
  const most = 20;
  // A state is inventory position and orders under way; what is on hand less what is owed is the position less what is on order.
  const mean = longRun(
    chainOf([S, 0], ([position = 0, orders = 0]) => [
      ...(position - 1 > s ? [{ to: [position - 1, orders], rate: DEMAND }] : []),
      ...(position - 1 === s && orders < most ? [{ to: [S, orders + 1], rate: DEMAND }] : []),
      ...(orders === 0 ? [] : [{ to: [position, orders - 1], rate: orders }]),
    ]),
  );
  const level = ([position = 0, orders = 0]: readonly number[]) => position - (S - s) * orders;
  const sums = (await livedReference("stock-s-s-backorders")).sums();

  it("is short as often as the chain", () => {
    const short = ratio(sums.map((count) => [count("stockOuts"), count("demandEvents")]));
    expectExact(
      "short",
      short,
      mean((state) => (level(state) <= 0 ? 1 : 0)),
      0.02,
    );
  });

  it("makes customers wait as long as the chain", () => {
    const wait = ratio(sums.map((count) => [count("backorderWaitMs") / DAY_MS, count("demandEvents")]));
    expectExact("wait, days", wait, mean((state) => Math.max(0, -level(state))) / DEMAND, 0.03);
  });
});

describe("periodic review with lead time zero", async () => {
  const upTo = 36;
  const sums = (await livedReference("stock-periodic")).sums();
  const weeks = 100;

  it("sells the least of demand and stock, week by week", () => {
    const sold = ratio(sums.map((count) => [count("unitsSold"), weeks]));
    expectExact(
      "sold a week",
      sold,
      expected(35, (n) => Math.min(n, upTo)),
      0.01,
    );
    expectRefuted("all demand", sold, 35);
  });

  it("keeps what is left, on average over the week", () => {
    const steps = 700;
    const left = Array.from({ length: steps }, (_, k) => expected((35 * (k + 0.5)) / steps, (n) => Math.max(0, upTo - n)));
    const onHand = ratio(sums.map((count) => [count("stockHours") / 24, 7 * weeks]));
    expectExact("on hand", onHand, left.reduce((sum, value) => sum + value, 0) / steps, 0.01);
  });
});

describe("the newsvendor", async () => {
  const plan = await referencePlan("stock-newsvendor");
  const days = 350;
  const profitOf = (Q: number) => expected(20, (n) => 4 * Math.min(n, Q) - 6 * Math.max(0, Q - n));

  it("sells and throws away what the closed form says", async () => {
    const sums = (await livedReference("stock-newsvendor")).sums();
    expectExact(
      "sold a day",
      ratio(sums.map((count) => [count("unitsSold"), days])),
      expected(20, (n) => Math.min(n, 19)),
      0.01,
    );
    expectExact(
      "left a day",
      ratio(sums.map((count) => [count("unitsWrittenOff"), days])),
      expected(20, (n) => Math.max(0, 19 - n)),
      0.03,
    );
  });

  /** Profit a day by replication, with another number of copies. */
  function profits(Q: number): number[] {
    const { stand, ...others } = plan.scenario.stock?.locations ?? {};
    if (stand === undefined || plan.scenario.stock === undefined) throw new Error("the scenario has a stand");
    const policy = { periodic: { every: 86_400, upTo: Q, writeOff: 6 } };
    const changed = { ...plan.scenario, stock: { ...plan.scenario.stock, locations: { ...others, stand: { ...stand, policy } } } };
    const made = planScenario(changed);
    return outcomesOf(made, { strategy: "reference", replications: 10 }).map((outcome) => {
      const range = { fromMonth: made.calendar.adoptionMonth, toMonth: made.calendar.ends.length };
      return profitCents(sumLedger(shapeOf(made), outcome.ledger, range)) / 100 / days;
    });
  }

  it("earns most at the critical fractile", () => {
    const [few, best, many] = [16, 19, 22].map(profits) as [number[], number[], number[]];
    expectExact("profit of 19", estimate(best), profitOf(19), 0.01);
    expectExact("profit of 22", estimate(many), profitOf(22), 0.01);
    for (const other of [few, many]) {
      const gain = estimate(best.map((value, row) => value - (other[row] ?? Number.NaN)));
      expect(gain.mean / gain.se).toBeGreaterThan(3);
    }
  });
});
