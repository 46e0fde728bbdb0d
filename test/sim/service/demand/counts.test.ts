/** Recorded counts: exactly so many, at uniform times; at another load as many on average. */

import { describe, expect, it } from "vitest";
import { OUTSIDE, purpose } from "../../../../src/sim/purposes.ts";
import type { ArrivalPlan } from "../../../../src/sim/service/plan/index.ts";
import { DAY, hostAfter, WEEK } from "./host.ts";
import { countsOf, expectNear, expectUniform, meanAndVariance } from "./judge.ts";

function recorded(values: readonly number[], recurs = true, interval = 1800): ArrivalPlan {
  return { kind: "counts", interval, counts: Float64Array.from(values), recurs };
}

describe("recorded counts", () => {
  it("come exactly, and again from the beginning if they recur", () => {
    const host = hostAfter(6 * 1800, { arrivals: [recorded([3, 0, 8])] });
    expect(Array.from(countsOf(host.times(), 1800, 6))).toEqual([3, 0, 8, 3, 0, 8]);
    expect(host.contacts.map((c) => c.number)).toEqual(host.contacts.map((_, k) => k));
  });

  it("end after the last if they do not recur", () => {
    const host = hostAfter(WEEK, { arrivals: [recorded([0, 3, 0, 2, 0], false)] });
    expect(Array.from(countsOf(host.times(), 1800, 10))).toEqual([0, 3, 0, 2, 0, 0, 0, 0, 0, 0]);
    expect(host.core.events.size).toBe(0);
  });

  it("come at independent uniform times in their interval, one after another", () => {
    const host = hostAfter(2000 * 1800, { arrivals: [recorded([5])] });
    const times = host.times();
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expectUniform(
      "all",
      times.map((t) => (t % 1800) / 1800),
    );
    // The k-th of five uniform times has mean k/6 and variance k(6 - k)/(36 · 7); neighbours have covariance k(6 - k - 1)/(36 · 7).
    for (const k of [1, 2, 3, 4, 5]) {
      const rank = times.filter((_, i) => i % 5 === k - 1).map((t) => (t % 1800) / 1800);
      const exact = (k * (6 - k)) / 252;
      const { mean, variance } = meanAndVariance(rank);
      expectNear(`time ${k} of 5`, mean, k / 6, Math.sqrt(exact / 2000));
      // The excess kurtosis of the beta distribution with a = k, b = 6 - k.
      const kurtosis = (6 * ((2 * k - 6) * (2 * k - 6) * 7 - k * (6 - k) * 8)) / (k * (6 - k) * 8 * 9);
      expectNear(`variance of time ${k} of 5`, variance, exact, exact * Math.sqrt((2 + kurtosis) / 2000));
    }
  });

  it("at another load are rounded by a draw so that their mean is right, and no further than to the next whole number", () => {
    const intervals = 4000;
    const host = hostAfter(intervals * 1800, { arrivals: [recorded([3, 4])], load: 1.4 });
    const counts = countsOf(host.times(), 1800, intervals);
    const [odd, even] = [counts.filter((_, i) => i % 2 === 0), counts.filter((_, i) => i % 2 === 1)];
    expect(new Set(odd)).toEqual(new Set([4, 5]));
    expect(new Set(even)).toEqual(new Set([5, 6]));
    expectNear("3 × 1.4", meanAndVariance(odd).mean, 4.2, Math.sqrt((0.2 * 0.8) / odd.length));
    expectNear("4 × 1.4", meanAndVariance(even).mean, 5.6, Math.sqrt((0.6 * 0.4) / even.length));
    const u = host.core.draws.uniform(purpose.thinning, OUTSIDE, 2);
    expect(counts[2]).toBe(u < 4.2 - Math.floor(4.2) ? 5 : 4);
  });

  it("never become fewer at a higher load", () => {
    const at = (load: number) => countsOf(hostAfter(400 * 1800, { arrivals: [recorded([3, 4])], load }).times(), 1800, 400);
    const [low, high] = [at(1.3), at(1.35)];
    expect(low.every((count, i) => count <= high[i]!)).toBe(true);
    expect(low.some((count, i) => count < high[i]!)).toBe(true);
  });

  it("may be averages with a fraction", () => {
    const counts = countsOf(hostAfter(4000 * 60, { arrivals: [recorded([0.25], true, 60)] }).times(), 60, 4000);
    expectNear("a quarter", meanAndVariance(counts).mean, 0.25, Math.sqrt(0.1875 / 4000));
  });

  it("of next to nothing are searched on in later events, and lose none", () => {
    const host = hostAfter(3_000_000 * 60, { arrivals: [recorded([0.0002], true, 60)] });
    expect(host.events).toBeGreaterThan(2 * host.contacts.length);
    expectNear("one in 5,000", host.contacts.length, 600, Math.sqrt(600));
    expectUniform(
      "all",
      host.times().map((t) => t / 180_000_000),
    );
  });

  it("of 0, or at a load of 0, bring nobody; others end with their limit", () => {
    expect(hostAfter(WEEK, { arrivals: [recorded([0, 0])] }).core.events.size).toBe(0);
    expect(hostAfter(WEEK, { arrivals: [recorded([3])], load: 0 }).core.events.size).toBe(0);
    const limited = hostAfter(DAY, { arrivals: [{ arrivals: recorded([3]), limit: 7 }] });
    expect([limited.contacts.length, limited.core.events.size]).toEqual([7, 0]);
  });
});
