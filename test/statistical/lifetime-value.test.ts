/** What customers are still worth after the horizon: by closed form, by living on, and by BG/NBD's own integral, one figure. */

import { describe, expect, it } from "vitest";
import { discountedPeriods, discountedPurchases } from "../../src/sim/market/residual.ts";
import { liveOn } from "../../src/sim/live-on.ts";
import { at, sumLedger } from "../../src/kpi/index.ts";
import { bgNbd, sbg } from "../../src/stats/index.ts";
import { estimate, expectExact, expectRefuted } from "../support/estimate.ts";
import { outcomesOf, planOf, shapeOf, sumsOf, type Written } from "../support/runs.ts";
import { liveThrough, valuesOf } from "../support/worlds.ts";

const YEAR = 31_536_000;
const WEEK = 604_800;
const SIZE = 3_000;
const MARGIN = 0.4 * 100;
const DISCOUNT = Math.log1p(0.1);

const CDNOW = bgNbd({ r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 });

/** Everybody buys at the start and then whenever the own need arises; every order is worth 100, of which 40 stay. */
function buyers(more: Written = {}): Written {
  return {
    horizon: "1y",
    segments: { buyers: { size: SIZE } },
    needs: { timeBetweenVisits: { deterministic: "0s" } },
    offer: { spend: { deterministic: 100 }, grossMargin: 0.4 },
    ...more,
  };
}

/** Expected value after the horizon per customer at adoption, by replication. */
function residuals(written: Written, replications = 12) {
  const plan = planOf(written);
  const values = outcomesOf(plan, { replications }).map((outcome) => {
    const s = sumsOf(plan, outcome);
    expect(s("adoptionExpected")).toBe(s("adoptionBase"));
    return s("adoptionResidual") / 100 / s("adoptionBase");
  });
  return estimate(values);
}

/** ∫ e^(−δt) dE[X(t)] from one time to another (years), by parts and Simpson's rule: what BG/NBD itself says, for 40 a purchase. */
function valueBetween(from: number, to: number, steps = 4000): number {
  const repeats = (t: number) => CDNOW.expected((t * YEAR) / WEEK);
  const discounted = (t: number) => Math.exp(-DISCOUNT * t) * repeats(t);
  const h = (to - from) / steps;
  let integral = discounted(from) + discounted(to);
  for (let k = 1; k < steps; k++) integral += (k % 2 === 0 ? 2 : 4) * discounted(from + k * h);
  return MARGIN * (discounted(to) - discounted(from) + (DISCOUNT * (integral * h)) / 3);
}

describe("discounted purchases to come of a living customer", () => {
  it("are λ / (δ + λp): the sum of w^k (1 − p)^(k − 1) with w = λ / (λ + δ)", () => {
    for (const [rate, dropout, discount] of [
      [5, 0.2, 0.1],
      [0.3, 0.7, 0.05],
      [2, 0, 0.1],
    ] as const) {
      const w = rate / (rate + discount);
      let sum = 0;
      for (let k = 1; k < 5000; k++) sum += Math.pow(w, k) * Math.pow(1 - dropout, k - 1);
      expect(discountedPurchases(rate, dropout, discount)).toBeCloseTo(sum, 8);
      const never = w + w * sum;
      expect(discountedPurchases(rate, dropout, discount, true)).toBeCloseTo(never, 8);
    }
  });
});

describe("customers who buy whenever a need arises", () => {
  const closed = residuals(buyers());

  it("are worth after the horizon, by closed form, what BG/NBD's E[X(t)] says", () => {
    // Beyond 400 years nothing is left at 10 % a year.
    expectExact("expected residual value, closed form", closed, valueBetween(1, 400), 0.02);
  });

  it("are worth, lived on for 3 years, what E[X(t)] says of these years", () => {
    const lived = residuals(buyers({ lifetimeValue: { tail: "3y" } }));
    expectExact("expected residual value of 3 years, by living on", lived, valueBetween(1, 4), 0.03);
    expectRefuted("not discounted further than the horizon", lived, valueBetween(1, 4) * Math.exp(DISCOUNT));
  });

  it("are worth, lived on for long, what the closed form says of the same customers", () => {
    // At 60 % a year 30 years hold all but a millionth; the same seed, so the same customers and a paired difference.
    const short: Written = { discountRate: 0.6, segments: { buyers: { size: 1_000 } } };
    const each = ["0s", "30y"].map((tail) => {
      const plan = planOf(buyers({ ...short, lifetimeValue: { tail } }));
      return outcomesOf(plan, { replications: 12 }).map((outcome) => sumsOf(plan, outcome)("adoptionResidual") / 100 / 1_000);
    });
    const [byForm = [], byLife = []] = each;
    const difference = estimate(byForm.map((value, n) => (byLife[n] as number) - value));
    const level = estimate(byForm);
    expectExact("by living on less by closed form, per customer", { ...difference, mean: difference.mean + level.mean }, level.mean, 0.02);
  });

  it("are worth, by closed form of their own traits, what is expected of people with their histories (DERT)", () => {
    const people = 100;
    const quiet =
      MARGIN * Math.exp(-DISCOUNT) * CDNOW.discountedResidual({ frequency: 0, recency: 0, age: YEAR / WEEK }, (DISCOUNT * WEEK) / YEAR);
    const plan = planOf(buyers({ segments: { buyers: { size: people } } }));
    const gaps = Array.from({ length: 24 }, (_, replication) => {
      const world = liveThrough(plan, { replication });
      liveOn(world);
      const residual = sumLedger(shapeOf(plan), world.core.ledger.cells, { fromMonth: 0, toMonth: 12 })[at.adoptionResidual] as number;
      // Needs are met as they arise, so the last need is the last purchase; the first was at the start.
      const last = valuesOf(world, "needBegan");
      const expected = valuesOf(world, "orders").map((orders, id) => {
        if (orders === 1) return quiet;
        const history = { frequency: orders - 1, recency: (last[id] as number) / WEEK, age: YEAR / WEEK };
        return MARGIN * Math.exp(-DISCOUNT) * CDNOW.discountedResidual(history, (DISCOUNT * WEEK) / YEAR);
      });
      return [residual / 100 / people, expected.reduce((sum, value) => sum + value, 0) / people] as const;
    });
    const level = estimate(gaps.map(([, expected]) => expected));
    const difference = estimate(gaps.map(([own, expected]) => own - expected));
    expectExact(
      "closed form of traits, where DERT of histories is",
      { ...difference, mean: difference.mean + level.mean },
      level.mean,
      0.07,
    );
  });

  it("with gamma–gamma spend are worth their own mean order", () => {
    const spend = { gammaGamma: { p: 6.25, q: 3.74, gamma: 43.84 } };
    // Mean p γ / (q − 1) = 100; spend is independent of rate and dropout.
    expectExact(
      "expected residual value, gamma–gamma",
      residuals(buyers({ offer: { spend, grossMargin: 0.4 } })),
      valueBetween(1, 400),
      0.03,
    );
  });
});

describe("discounted periods to come of a contract", () => {
  it("are the sum of (1 − p)^k e^(−δ (first + (k − 1) π))", () => {
    for (const [first, every, dropout, discount] of [
      [0.3, 1, 0.2, 0.1],
      [0, 0.5, 0.7, 0.05],
      [1, 1, 0, 0.1],
    ] as const) {
      let sum = 0;
      for (let k = 1; k < 5000; k++) sum += Math.pow(1 - dropout, k) * Math.exp(-discount * (first + (k - 1) * every));
      expect(discountedPeriods(first, every, dropout, discount)).toBeCloseTo(sum, 8);
    }
  });
});

describe("customers with contracts", () => {
  const LEAVING = { alpha: 0.704, beta: 1.182 };
  const survives = sbg(LEAVING);
  /** All sign at the start and pay a year; the horizon ends after half of the second one. */
  const contracts = (more: Written = {}): Written => ({
    horizon: "1.5y",
    segments: { regular: { size: SIZE } },
    needs: { renewal: { every: "1y", a: LEAVING.alpha, b: LEAVING.beta } },
    offer: { spend: { deterministic: 100 }, grossMargin: 0.4 },
    ...more,
  });
  /** The renewals after `from` to `to` years, as the published survival function has them. */
  const renewals = (from: number, to: number) => {
    let value = 0;
    for (let year = from; year <= to; year++) value += MARGIN * survives.survival(year) * Math.exp(-DISCOUNT * year);
    return value;
  };

  it("are worth after the horizon, by closed form, what the shifted beta-geometric model says", () => {
    const closed = residuals(contracts(), 36);
    expectExact("expected residual value of contracts", closed, renewals(2, 600), 0.01);
    expectRefuted("a renewal too few", closed, renewals(3, 600));
  });

  it("who never leave have no value to be told without a discount, and that is said", () => {
    const forEver = { renewal: { every: "1y", a: 0, b: 1 } };
    expect(planOf(contracts({ needs: forEver })).residual).toEqual({ by: "closed form" });
    expect(planOf(contracts({ needs: forEver, discountRate: 0 })).residual).toMatchObject({
      by: null,
      reason: expect.stringContaining("discountRate of 0") as string,
    });
  });

  it("are worth, lived on for 3 years, what the model says of these years", () => {
    expectExact(
      "residual value of contracts over 3 years, by living on",
      residuals(contracts({ lifetimeValue: { tail: "3y" } }), 60),
      renewals(2, 4),
      0.01,
    );
  });
});
