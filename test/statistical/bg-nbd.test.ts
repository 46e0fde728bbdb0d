/** Needs and purchases alone are BG/NBD; without dropout, NBD. */

import { describe, expect, it } from "vitest";
import { CDNOW, expectedRepeats } from "../support/bg-nbd.ts";
import { estimate, expectExact, expectRefuted } from "../support/estimate.ts";
import { outcomesOf, planOf, sumsOf, type Written } from "../support/runs.ts";
import { liveThrough, valuesOf } from "../support/worlds.ts";

type Needs = NonNullable<Written["needs"]>;

/** Everybody buys at the start and then whenever the own need arises. */
function buyers(size: number, horizon: string, needs: Needs): Written {
  return { horizon, segments: { buyers: { size } }, needs: { ...needs, timeBetweenVisits: { deterministic: "0s" } } };
}

const PUBLISHED: Needs = { r: 0.243, alpha: "4.414w", a: 0.793, b: 2.426 };

function repeats(horizon: string, size: number, replications: number, needs: Needs = PUBLISHED) {
  const plan = planOf(buyers(size, horizon, needs));
  return estimate(outcomesOf(plan, { replications }).map((outcome) => (sumsOf(plan, outcome)("orders") - size) / size));
}

/** The maximum of the likelihood before rounding, clv-010. */
const REFITTED = { r: 0.24259291564713947, alpha: 4.413531760560951, a: 0.7928861465888347, b: 2.4257532474782804 };

describe("BG/NBD as fitted to CDNOW by Fader, Hardie & Lee", () => {
  // Validation case clv-010: E[X(t)] as published (tests of the R packages BTYD and CLVTools and of lifetimes).
  it.each([
    [1, 0.0532],
    [3, 0.1506],
    [31.8571, 1.0405],
    [78, 1.8576],
  ])("has the published expectation in its closed form at %f weeks: %f", (weeks, published) => {
    expect(Math.abs(expectedRepeats(REFITTED, weeks) / published - 1)).toBeLessThan(0.001);
  });

  it.each([
    ["7d", 1, 8_000],
    ["21d", 3, 8_000],
    ["223d", 223 / 7, 3_000],
    ["546d", 78, 2_500],
  ])("makes that many repeat purchases in %s", (horizon, weeks, size) => {
    expectExact(`clv-010 E[X(${weeks.toFixed(4)} w)]`, repeats(horizon, size, 10), expectedRepeats(CDNOW, weeks), 0.02);
  });

  it("is told apart from a model in which the first purchase may be the last", () => {
    // Then each later purchase is also survived with probability 1 − p, so the expectation at one week is at most E(1 − p) of it.
    const mean = CDNOW.a / (CDNOW.a + CDNOW.b);
    expectRefuted("dropout after the first purchase", repeats("223d", 3_000, 10), expectedRepeats(CDNOW, 223 / 7) * (1 - mean));
  });
});

describe("the same without dropout (NBD)", () => {
  const size = 4_000;
  const plan = planOf(buyers(size, "52w", { ...PUBLISHED, a: 0 }));
  const counts = Array.from({ length: 10 }, (_, replication) => {
    return valuesOf(liveThrough(plan, { replication }), "orders").map((all) => all - 1);
  });
  const { r, alpha } = CDNOW;
  const mean = (r * 52) / alpha;

  it("leaves (α/(α+t))^r of the customers without repeat purchase", () => {
    const none = estimate(counts.map((c) => c.filter((x) => x === 0).length / size));
    expectExact("NBD P(X = 0)", none, Math.exp(r * Math.log(alpha / (alpha + 52))), 0.01);
  });

  it("has the mean r t / α", () => {
    expectExact("NBD mean", estimate(counts.map((c) => c.reduce((sum, x) => sum + x, 0) / size)), mean, 0.02);
  });

  it("has the variance r t / α + r (t / α)²", () => {
    const variance = estimate(counts.map((c) => c.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / size));
    expectExact("NBD variance", variance, mean + r * (52 / alpha) * (52 / alpha), 0.05);
    expectRefuted("Poisson", variance, mean);
  });
});
