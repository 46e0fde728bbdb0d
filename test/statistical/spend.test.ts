/** Order values: gamma–gamma (Fader & Hardie, note 025). */

import { afterAll, describe, expect, it } from "vitest";
import { gammaGamma } from "../../src/stats/index.ts";
import { estimate, expectExact, expectRefuted } from "../support/estimate.ts";
import { livedReference } from "../support/reference.ts";
import { planOf } from "../support/runs.ts";
import { liveThrough, valuesOf } from "../support/worlds.ts";
import { figuresOf } from "./customers/figure.ts";

const SIZE = 5_000;

/** Each customer's mean order value and the value of the first order, by replication. Money. */
function spending(given: { p: number; q: number; gamma: number }, replications: number) {
  const plan = planOf({
    horizon: "1d",
    segments: { buyers: { size: SIZE } },
    needs: { r: 1, alpha: "1000y", timeBetweenVisits: { deterministic: "0s" } },
    offer: { spend: { gammaGamma: given } },
  });
  return Array.from({ length: replications }, (_, replication) => {
    const world = liveThrough(plan, { replication });
    return {
      means: valuesOf(world, "spendLevel").map((level) => level * given.p),
      orders: valuesOf(world, "orderValue").map((cents) => cents / 100),
    };
  });
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("gamma–gamma spend as fitted to CDNOW (scenarios/reference/gamma-gamma-cdnow.yaml)", async () => {
  // Validation case clv-014: p 6.25, q 3.74, gamma 15.44 as published; 35.21897810218978 is the conditional mean of a customer
  // without orders, hence p gamma / (q − 1).
  const { plan, replications } = await livedReference("gamma-gamma-cdnow");
  const model = gammaGamma({ p: 6.25, q: 3.74, gamma: 15.44 });
  const worlds = replications.map((replication) => liveThrough(plan, { replication, strategy: "reference" }));
  const orders = worlds.map((world) => valuesOf(world, "orderValue").map((cents) => cents / 100));
  const figures = figuresOf("gamma-gamma-cdnow");
  afterAll(figures.keep);

  it("has orders of 35.22 on average", () => {
    const found = estimate(orders.map(meanOf));
    figures.expect("mean order, USD", found, 35.21897810218978);
    expect(model.populationMean()).toBeCloseTo(35.21897810218978, 10);
    expectRefuted("p gamma / q", found, (6.25 * 15.44) / 3.74);
  });

  it.each([
    ["below 20", 0, 20],
    ["from 50 to 100", 50, 100],
  ])("has customers whose order was %s USD, whose own mean is their conditional mean", (what, from, to) => {
    // The customer's own mean p / nu beside what one order tells of it: the difference has the mean 0.
    const pairs = worlds.map((world, row) => {
      const means = valuesOf(world, "spendLevel").map((level) => level * 6.25);
      const chosen = means.flatMap((mean, id) => {
        const order = orders[row]?.[id] ?? Number.NaN;
        return order >= from && order < to ? [[mean, model.conditionalMean({ purchases: 1, mean: order })] as const] : [];
      });
      return [meanOf(chosen.map(([mean]) => mean)), meanOf(chosen.map(([, told]) => told))] as const;
    });
    const exact = meanOf(pairs.map(([, told]) => told));
    const gap = estimate(pairs.map(([mean, told]) => mean - told));
    figures.expect(`conditional mean, order ${what}, USD`, { ...gap, mean: gap.mean + exact }, exact);
  });
});

describe("gamma–gamma spend with thinner tails (q = 12)", () => {
  const [p, q, gamma] = [4, 12, 110];
  const runs = spending({ p, q, gamma }, 12);
  const mean = (p * gamma) / (q - 1);
  const ofMeans = (p * p * gamma * gamma) / ((q - 1) * (q - 1) * (q - 2));
  const spread = (values: readonly number[]) => meanOf(values.map((value) => (value - mean) * (value - mean)));

  it("differs between customers with the variance (p gamma)² / ((q − 1)² (q − 2))", () => {
    expectExact("variance of customers' means", estimate(runs.map(({ means }) => spread(means))), ofMeans, 0.02);
  });

  it("differs between orders by that and E[Z²] / p, as each customer's orders have the coefficient of variation 1 / √p", () => {
    const withinToo = ofMeans + (mean * mean + ofMeans) / p;
    expectExact("variance of orders", estimate(runs.map(({ orders }) => spread(orders))), withinToo, 0.02);
    expect(withinToo).toBeGreaterThan(ofMeans);
  });
});
