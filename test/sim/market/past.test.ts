/** A population in balance: who is a customer at the start has a past, and newcomers replace those who leave. */

import { describe, expect, it } from "vitest";
import { ThresholdHeap } from "../../../src/sim/market/threshold-heap.ts";
import { estimate, expectExact, expectRefuted } from "../../support/estimate.ts";
import { outcomesOf, planOf, sumsOf, type Written } from "../../support/runs.ts";
import { liveThrough, tracedLife, valuesOf } from "../../support/worlds.ts";

const YEAR = 31_536_000;
const AT_ONCE = { timeBetweenVisits: { deterministic: "0s" } } as const;

function customers(more: Written): Written {
  return { horizon: "1d", segments: { people: { size: 2_000, alreadyCustomers: 1 } }, ...more };
}

/** Means of a function of need rate (a year) and dropout over customers at the start, by replication. */
function traits(written: Written, of: (rate: number, dropout: number) => number, replications = 24) {
  const plan = planOf(written);
  return estimate(
    Array.from({ length: replications }, (_, replication) => {
      const world = liveThrough(plan, { replication });
      const [rates, dropouts] = [valuesOf(world, "needRate"), valuesOf(world, "dropoutTrait")];
      return rates.reduce((sum, rate, id) => sum + of(rate * YEAR, dropouts[id] as number), 0) / rates.length;
    }),
  );
}

/** Simpson's rule. */
function integral(of: (x: number) => number, from: number, to: number, steps = 2_000): number {
  const h = (to - from) / steps;
  let sum = of(from) + of(to);
  for (let k = 1; k < steps; k++) sum += (k % 2 === 0 ? 2 : 4) * of(from + k * h);
  return (sum * h) / 3;
}

describe("customers of old", () => {
  // All of rate about 2 a year (the gamma is narrow), dropout uniform on (0, 1), won over 4 years.
  const needs = { ...AT_ONCE, r: 4_000, alpha: "2000y", a: 1, b: 1, past: { length: "4y" } } as const;

  it("have the dropout of survivors: density ∝ (1 − e^(−λpT)) / (λpT)", () => {
    const alive = (p: number) => (p === 0 ? 1 : -Math.expm1(-8 * p) / (8 * p));
    const mean = integral((p) => p * alive(p), 0, 1) / integral(alive, 0, 1);
    const found = traits(customers({ needs }), (_, dropout) => dropout);
    expectExact("mean dropout of survivors", found, mean, 0.01);
    expectRefuted("as if nobody had left", found, 0.5);
  });

  it("had fewer purchases to survive where fewer needs were met", () => {
    const alive = (p: number) => (p === 0 ? 1 : -Math.expm1(-2 * p) / (2 * p));
    const mean = integral((p) => p * alive(p), 0, 1) / integral(alive, 0, 1);
    expectExact(
      "mean dropout, a quarter of needs met",
      traits(customers({ needs: { ...needs, past: { length: "4y", needsMet: 0.25 } } }), (_, p) => p),
      mean,
      0.01,
    );
  });

  it("are as those who are new where nothing is said of their past", () => {
    expectExact(
      "mean dropout without past",
      traits(customers({ needs: { ...needs, past: { length: "0s" } } }), (_, dropout) => dropout),
      0.5,
      0.01,
    );
  });

  it("with a past as long as the flow of newcomers has lasted, keep retention and purchases where they are", () => {
    // BG/NBD as fitted to CDNOW, 8 years of steady winning behind, and as many won every year from now on.
    const cdnow = { ...AT_ONCE, past: { length: "8y" } } as const;
    const drift = (written: Written) => {
      const plan = planOf(written);
      const byYear = outcomesOf(plan, { replications: 8 }).map((outcome) =>
        [0, 1].map((year) => sumsOf(plan, outcome, { fromMonth: 12 * year, toMonth: 12 * (year + 1) })("orders")),
      );
      return estimate(byYear.map(([first = 0, second = 0]) => second / first - 1));
    };
    const balanced = drift({
      horizon: "2y",
      segments: { people: { size: 2_000, alreadyCustomers: 1, newcomers: "0.19/y" } },
      needs: cdnow,
    });
    const fresh = drift({ horizon: "2y", segments: { people: { size: 2_000, alreadyCustomers: 1 } }, needs: AT_ONCE });
    expect(Math.abs(balanced.mean)).toBeLessThan(0.05);
    expect(fresh.mean).toBeLessThan(-0.3);
  });
});

describe("newcomers", () => {
  const plan = planOf({
    horizon: "2y",
    segments: { few: { size: 40, newcomers: "0.25/y" }, many: { size: 100, newcomers: "0.5/y" } },
    needs: { ...AT_ONCE, r: 5, alpha: "1y" },
  });
  const { counts } = tracedLife(plan, ["newCustomers"]);

  it("come evenly, per person of the segment, and know the company at once where awareness is not simulated", () => {
    const later = counts.filter(({ time }) => time > 0);
    expect([0, 1].map((segment) => later.filter((count) => count.segment === segment).length)).toEqual([20, 100]);
    const times = later.filter(({ segment }) => segment === 0).map(({ time }) => (10 * time) / YEAR);
    expect(times.toSorted((a, b) => a - b).map((time) => Math.floor(time))).toEqual(Array.from({ length: 20 }, (_, k) => k));
  });

  it("are beyond the size of their segment, and no part of the base at adoption", () => {
    expect(plan.market).toMatchObject({ people: 140, customers: 260 });
    expect(sumsOf(plan, outcomesOf(plan)[0] as ReturnType<typeof outcomesOf>[number])("adoptionBase")).toBe(140);
  });

  it("become aware as others do where awareness is simulated: after an exponential time from when they came", () => {
    const bass = planOf({
      horizon: "2y",
      segments: { people: { size: 100, alreadyCustomers: 1, newcomers: "5/y" } },
      awareness: { innovation: "2/y", imitation: "0/y" },
      needs: { ...AT_ONCE },
    });
    const found = outcomesOf(bass, { replications: 8 }).map((outcome) => sumsOf(bass, outcome)("becameAware") / 1_000);
    // Of those who come evenly over T years, a share 1 − (1 − e^(−2T)) / 2T has become aware by then.
    expectExact("newcomers who became aware", estimate(found), 1 + Math.expm1(-4) / 4, 0.01);
  });
});

describe("people by threshold", () => {
  it("are taken out in order, also after a copy was taken and put back", () => {
    const heap = new ThresholdHeap(200);
    const numbers = Array.from({ length: 200 }, (_, k) => (k * 7919) % 101);
    for (const [id, threshold] of numbers.slice(0, 150).entries()) heap.add(threshold, id);
    const first = Array.from({ length: 50 }, () => heap.take());
    for (const [k, threshold] of numbers.slice(150).entries()) heap.add(threshold, 150 + k);
    const saved = heap.snapshot();
    const rest = Array.from({ length: 150 }, () => heap.take());
    expect(heap.least).toBe(Number.POSITIVE_INFINITY);
    heap.restore(saved);
    expect(Array.from({ length: 150 }, () => heap.take())).toEqual(rest);
    const order = (ids: readonly number[]) => ids.toSorted((a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b);
    expect(first).toEqual(order(numbers.slice(0, 150).map((_, id) => id)).slice(0, 50));
    expect(rest).toEqual(order(rest));
  });
});
