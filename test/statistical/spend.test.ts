/** Order values: gamma–gamma (Fader & Hardie, note 025). */

import { describe, expect, it } from "vitest";
import { estimate, expectExact, expectRefuted } from "../support/estimate.ts";
import { planOf } from "../support/runs.ts";
import { liveThrough, valuesOf } from "../support/worlds.ts";

const SIZE = 5_000;

/** Each customer's mean order value and the value of the first order, by replication. Money. */
function spending(gammaGamma: { p: number; q: number; gamma: number }, replications: number) {
  const plan = planOf({
    horizon: "1d",
    segments: { buyers: { size: SIZE } },
    needs: { r: 1, alpha: "1000y", timeBetweenVisits: { deterministic: "0s" } },
    offer: { spend: { gammaGamma } },
  });
  return Array.from({ length: replications }, (_, replication) => {
    const world = liveThrough(plan, { replication });
    return {
      means: valuesOf(world, "spendLevel").map((level) => level * gammaGamma.p),
      orders: valuesOf(world, "orderValue").map((cents) => cents / 100),
    };
  });
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("gamma–gamma spend as fitted to CDNOW", () => {
  // Validation case clv-014: p 6.25, q 3.74, gamma 15.44 as published; 35.21897810218978 is the conditional mean of a customer
  // without orders, hence p gamma / (q − 1).
  const runs = spending({ p: 6.25, q: 3.74, gamma: 15.44 }, 12);

  it("has orders of 35.22 on average", () => {
    const found = estimate(runs.map(({ orders }) => meanOf(orders)));
    expectExact("clv-014 mean order", found, 35.21897810218978, 0.01);
    expectRefuted("p gamma / q", found, (6.25 * 15.44) / 3.74);
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
