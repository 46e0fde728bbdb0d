/** Several contacts of one arrival: arrivals come as they would alone, and each brings so many at its moment. */

import { describe, expect, it } from "vitest";
import { type DistributionSpec, meanOf, quantileFunction } from "../../../../src/sim/kernel/index.ts";
import type { ArrivalPlan } from "../../../../src/sim/service/plan/index.ts";
import { constantRate, DAY, exponential, hostAfter, NONE } from "./host.ts";
import { expectNear, expectPoissonProcess } from "./judge.ts";

function together(arrivals: ArrivalPlan, size: DistributionSpec, limit = Infinity) {
  return { arrivals, limit, batch: { size: quantileFunction(size), mean: meanOf(size) } };
}

/** Moments with contacts, and how many came at each. */
function batchesOf(times: readonly number[]): { readonly moments: number[]; readonly sizes: number[] } {
  const sizes = new Map<number, number>();
  for (const time of times) sizes.set(time, (sizes.get(time) ?? 0) + 1);
  return { moments: [...sizes.keys()], sizes: [...sizes.values()] };
}

const three: DistributionSpec = { kind: "deterministic", value: 3 };

describe("contacts that come in threes", () => {
  it("come at the moments of a Poisson process, three at each, all with numbers of their own", () => {
    const host = hostAfter(50 * DAY, { arrivals: [together(constantRate(0.001), three)] });
    const { moments, sizes } = batchesOf(host.times());
    expect(new Set(sizes)).toEqual(new Set([3]));
    expectPoissonProcess("batches", moments, (t) => 0.001 * t);
    expect(host.contacts.map(({ number }) => number)).toEqual(host.contacts.map((_, k) => k));
  });

  it("come more often at a higher load, not more at a time", () => {
    const { moments, sizes } = batchesOf(hostAfter(50 * DAY, { arrivals: [together(constantRate(0.001), three)], load: 2 }).times());
    expect(new Set(sizes)).toEqual(new Set([3]));
    expectPoissonProcess("batches", moments, (t) => 0.002 * t);
  });

  it("end with the stream's limit, which may cut the last three", () => {
    const { sizes } = batchesOf(hostAfter(50 * DAY, { arrivals: [together(constantRate(0.001), three, 10)] }).times());
    expect(sizes).toEqual([3, 3, 3, 1]);
  });

  it("come with any times between", () => {
    const between: ArrivalPlan = { kind: "renewal", between: exponential(1000) };
    const { moments, sizes } = batchesOf(hostAfter(50 * DAY, { arrivals: [together(between, three)] }).times());
    expect(new Set(sizes)).toEqual(new Set([3]));
    expectPoissonProcess("batches", moments, (t) => t / 1000);
  });

  it("come on a wave as whole batches: thinning lets all three through or none", () => {
    const [mean, amplitude, turn] = [0.002, 0.0015, (2 * Math.PI) / DAY];
    const wave: ArrivalPlan = { kind: "wave", mean, amplitude, period: DAY, shift: 0, busyness: NONE };
    const { moments, sizes } = batchesOf(hostAfter(50 * DAY, { arrivals: [together(wave, three)] }).times());
    expect(new Set(sizes)).toEqual(new Set([3]));
    expectPoissonProcess("batches", moments, (t) => mean * t + (amplitude / turn) * (1 - Math.cos(turn * t)));
  });
});

describe("contacts that come in batches of random size", () => {
  const cases: readonly { readonly size: DistributionSpec; readonly square: number }[] = [
    // Of a geometric number with mean m: E X² = 2m² − m.
    { size: { kind: "geometric", mean: 4 }, square: 28 },
    { size: { kind: "discrete", values: [1, 10], weights: [3, 1] }, square: 25.75 },
  ];
  for (const { size, square } of cases) {
    it(`have the mean and the spread of a compound Poisson process: ${size.kind}`, () => {
      const [rate, horizon] = [0.01, 100 * DAY];
      const times = hostAfter(horizon, { arrivals: [together(constantRate(rate), size)] }).times();
      const { sizes } = batchesOf(times);
      const mean = meanOf(size);
      expectNear("contacts", times.length, rate * horizon * mean, Math.sqrt(rate * horizon * square));
      const spread = sizes.reduce((sum, k) => sum + k * k, 0) / sizes.length;
      const fourth = sizes.reduce((sum, k) => sum + k * k * k * k, 0) / sizes.length;
      expectNear("mean square of the sizes", spread, square, Math.sqrt((fourth - spread * spread) / sizes.length));
    });
  }
});
