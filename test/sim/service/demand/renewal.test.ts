/** Renewal processes: the times between contacts are as given. */

import { describe, expect, it } from "vitest";
import { OUTSIDE, purpose } from "../../../../src/sim/purposes.ts";
import { WeeklyHours } from "../../../../src/sim/kernel/index.ts";
import type { ArrivalPlan, PlannedTime } from "../../../../src/sim/service/plan/index.ts";
import { DAY, exponential, hostAfter, HOUR, planned, WEEK } from "./host.ts";
import { expectNear, expectPoissonProcess, meanAndVariance } from "./judge.ts";

function renewal(between: PlannedTime): ArrivalPlan {
  return { kind: "renewal", between };
}

const EVERY_MINUTE = renewal(planned({ kind: "deterministic", value: 60 }));

describe("a renewal process", () => {
  it("comes by the clock if times do not vary, and faster by the load", () => {
    expect(hostAfter(300, { arrivals: [EVERY_MINUTE] }).times()).toEqual([60, 120, 180, 240, 300]);
    expect(hostAfter(300, { arrivals: [EVERY_MINUTE], load: 0.5 }).times()).toEqual([120, 240]);
    expect(hostAfter(300, { arrivals: [EVERY_MINUTE], load: 0 }).core.events.size).toBe(0);
  });

  it("draws each time by stream and number", () => {
    const between = planned({ kind: "lognormal", mean: 60, cv: 0.5 });
    const host = hostAfter(DAY, { arrivals: [renewal(between)] });
    const gaps = host.times().map((t, i, all) => t - (all[i - 1] ?? 0));
    for (const [k, gap] of gaps.entries()) {
      expect(gap).toBeCloseTo(between.quantile(host.core.draws.uniform(purpose.interArrival, OUTSIDE, k)), 6);
    }
    const { mean, variance } = meanAndVariance(gaps);
    expectNear("mean gap", mean, 60, 30 / Math.sqrt(gaps.length));
    expect(variance).toBeGreaterThan(600);
  });

  it("with exponential times is a Poisson process", () => {
    const host = hostAfter(2 * DAY, { arrivals: [renewal(exponential(30))] });
    expectPoissonProcess("exponential", host.times(), (t) => t / 30);
  });

  it("without times between brings its limit at once, as soon as the channel is open", () => {
    const batch = { arrivals: renewal(planned({ kind: "deterministic", value: 0 })), limit: 4 };
    expect(hostAfter(WEEK, { arrivals: [batch] }).times()).toEqual([0, 0, 0, 0]);
    const nine = WeeklyHours.fromIntervals([[9 * HOUR, 17 * HOUR]]);
    const opening = [9 * HOUR, 9 * HOUR, 9 * HOUR, 9 * HOUR];
    expect(hostAfter(WEEK, { arrivals: [batch], hours: [nine] }).times()).toEqual(opening);
    const never = hostAfter(WEEK, { arrivals: [batch], hours: [WeeklyHours.fromIntervals([])] });
    expect([never.contacts.length, never.core.events.size]).toEqual([0, 0]);
  });
});
