/** Finite sources: each caller has a timer of their own, and at most one open case. */

import { describe, expect, it } from "vitest";
import { WeeklyHours } from "../../../../src/sim/kernel/index.ts";
import { OUTSIDE, purpose } from "../../../../src/sim/purposes.ts";
import { beginArrivals, callerIsBack } from "../../../../src/sim/service/demand/index.ts";
import type { ArrivalPlan, PlannedTime } from "../../../../src/sim/service/plan/index.ts";
import { constantRate, DAY, type Demanded, exponential, Host, hostAfter, HOUR, OTHER, planned, WEEK } from "./host.ts";
import { expectNear, expectPoissonProcess } from "./judge.ts";

function source(callers: number, until: PlannedTime): ArrivalPlan {
  return { kind: "callers", callers, until };
}

/** A host whose cases last so many seconds; without a number they never close. */
function hostWithCases(lasting: number | undefined, demanded: Demanded): Host {
  const host = new Host(demanded);
  if (lasting === 0) host.onContact = ({ stream, caller }) => callerIsBack(host, stream, caller);
  else if (lasting !== undefined) {
    host.onContact = ({ stream, caller }) => void host.core.events.schedule(host.core.now + lasting, OTHER, stream, caller);
    host.onOther = (stream, caller) => callerIsBack(host, stream, caller);
  }
  beginArrivals(host);
  return host;
}

describe("a finite source", () => {
  it("has each caller contact after a time of their own, first of all too", () => {
    const until = exponential(600);
    const host = hostWithCases(undefined, { arrivals: [constantRate(0), source(20, until)] });
    host.run(WEEK);
    expect(host.contacts.map((c) => c.caller).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, caller) => caller));
    for (const { time, caller, number } of host.contacts) {
      expect(number).toBe(caller);
      expect(time).toBe(until.quantile(host.core.draws.uniform(purpose.callerUntil, OUTSIDE + 1, caller)));
    }
  });

  it("whose cases close at once is a Poisson process with N times the rate", () => {
    const host = hostWithCases(0, { arrivals: [source(20, exponential(600))] });
    host.run(4 * DAY);
    expectPoissonProcess("20 callers", host.times(), (t) => t / 30);
    const exact = (4 * DAY) / 30;
    expectNear("contacts", host.contacts.length, exact, Math.sqrt(exact));
  });

  it("contacts at N times the rate times the load", () => {
    const host = hostWithCases(0, { arrivals: [source(20, exponential(600))], load: 3 });
    host.run(DAY);
    expectPoissonProcess("three times the load", host.times(), (t) => t / 10);
    expect(hostAfter(DAY, { arrivals: [source(20, exponential(600))], load: 0 }).core.events.size).toBe(0);
  });

  it("loses the time in which cases are open: each contacts once per time until and time open", () => {
    const host = hostWithCases(200, { arrivals: [source(10, exponential(600))] });
    host.run(20 * DAY);
    // Renewals with mean 800 s and standard deviation 600 s; their number has variance time · sd² / mean³.
    const exact = (10 * 20 * DAY) / 800;
    const variance = (10 * 20 * DAY * 600 * 600) / (800 * 800 * 800);
    expectNear("contacts", host.contacts.length, exact, Math.sqrt(variance));
    for (let caller = 0; caller < 10; caller++) {
      const times = host.contacts.filter((c) => c.caller === caller).map((c) => c.time);
      expect(times.every((t, i) => i === 0 || t - times[i - 1]! > 200)).toBe(true);
    }
  });

  it("numbers cases by caller, so that no caller's luck depends on another's", () => {
    const quick = hostWithCases(1, { arrivals: [source(3, exponential(600))] });
    const slow = hostWithCases(500, { arrivals: [source(3, exponential(600))] });
    for (const host of [quick, slow]) {
      host.run(DAY);
      expect(new Set(host.contacts.map((c) => c.number)).size).toBe(host.contacts.length);
      for (let caller = 0; caller < 3; caller++) {
        const numbers = host.contacts.filter((c) => c.caller === caller).map((c) => c.number);
        expect(numbers).toEqual(numbers.map((_, k) => 3 * k + caller));
      }
    }
  });

  it("in a closed channel has every caller wait another time", () => {
    const nine = WeeklyHours.fromIntervals([[9 * HOUR, 17 * HOUR]]);
    const host = hostWithCases(0, { arrivals: [source(50, exponential(HOUR))], hours: [nine] });
    host.run(17 * HOUR);
    expect(Math.min(...host.times())).toBeGreaterThan(9 * HOUR);
    expectPoissonProcess("from nine to five", host.times(), (t) => ((t - 9 * HOUR) * 50) / HOUR);
  });

  it("without any time until comes when the channel opens, and does not loop before", () => {
    const nine = WeeklyHours.fromIntervals([[9 * HOUR, 17 * HOUR]]);
    const host = hostWithCases(undefined, { arrivals: [source(4, planned({ kind: "deterministic", value: 0 }))], hours: [nine] });
    host.run(DAY);
    expect(host.times()).toEqual([9 * HOUR, 9 * HOUR, 9 * HOUR, 9 * HOUR]);
  });

  it("ends with its limit, however many callers had planned to come", () => {
    const host = hostWithCases(0, { arrivals: [{ arrivals: source(20, exponential(600)), limit: 5 }] });
    host.run(WEEK);
    expect([host.contacts.length, host.core.events.size]).toEqual([5, 0]);
  });

  it("leaves callers of other streams alone", () => {
    const host = hostAfter(0, { arrivals: [constantRate(0)] });
    callerIsBack(host, 0, 0);
    expect(host.core.events.size).toBe(0);
  });

  it("keeps several sources apart", () => {
    const host = hostWithCases(0, { arrivals: [source(2, exponential(600)), source(3, exponential(300))] });
    host.run(4 * DAY);
    for (const [stream, rate] of [2 / 600, 3 / 300].entries())
      expectPoissonProcess(`source ${stream}`, host.times(stream), (t) => t * rate);
  });
});
