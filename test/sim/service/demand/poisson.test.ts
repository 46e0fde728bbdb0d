/** Poisson streams: constant rates draw as they always did, rates in steps are exact at every border. */

import { describe, expect, it } from "vitest";
import { OUTSIDE, purpose } from "../../../../src/sim/purposes.ts";
import { constantRate, DAY, type Host, hostAfter, HOUR, steps, WEEK } from "./host.ts";
import { countsOf, expectNear, expectPoisson, expectPoissonProcess, expectUniform } from "./judge.ts";

/** The time of each arrival by the formula: the one before minus log u over the rate. */
function byFormula({ core }: Host, stream: number, rate: number, count: number): number[] {
  const times: number[] = [];
  for (let k = 0, t = 0; k < count; k++) {
    t = t - Math.log(core.draws.uniform(purpose.interArrival, OUTSIDE + stream, k)) / rate;
    times.push(t);
  }
  return times;
}

describe("a constant rate", () => {
  it("draws each gap by stream and number, to the last digit", () => {
    const host = hostAfter(DAY, { arrivals: [constantRate(0.01), constantRate(0.003)] });
    for (const [stream, rate] of [0.01, 0.003].entries()) {
      const times = host.times(stream);
      expect(times.length).toBeGreaterThan(200);
      expect(times).toEqual(byFormula(host, stream, rate, times.length));
    }
    expect(host.contacts.filter((c) => c.stream === 0).map((c) => c.number)).toEqual(host.times(0).map((_, k) => k));
    expect(new Set(host.contacts.map((c) => c.caller))).toEqual(new Set([-1]));
  });

  it("is multiplied by the load", () => {
    const host = hostAfter(DAY, { arrivals: [constantRate(0.01)], load: 2.5 });
    expect(host.times()).toEqual(byFormula(host, 0, 0.025, host.times().length));
  });

  it("of 0, or at a load of 0, brings nobody", () => {
    for (const host of [hostAfter(WEEK, { arrivals: [constantRate(0)] }), hostAfter(WEEK, { arrivals: [constantRate(1)], load: 0 })]) {
      expect([host.contacts.length, host.core.events.size]).toEqual([0, 0]);
    }
  });
});

/** An odd day: nothing at night, a steep morning with unequal steps, an afternoon. */
const ODD: readonly (readonly [number, number])[] = [
  [0, 0],
  [6 * HOUR, 0.001],
  [8 * HOUR, 0.05],
  [8.25 * HOUR, 0.12],
  [9 * HOUR, 0],
  [10 * HOUR, 0.02],
  [17 * HOUR, 0],
];

/** Expected arrivals by time t in the odd day, recurring. */
function oddCumulative(t: number): number {
  const inDay = (second: number) =>
    ODD.reduce((sum, [start, rate], i) => sum + rate * Math.max(0, Math.min(second, ODD[i + 1]?.[0] ?? DAY) - start), 0);
  const day = Math.floor(t / DAY);
  return day * inDay(DAY) + inDay(t - day * DAY);
}

describe("a rate in steps", () => {
  const days = 400;
  const host = hostAfter(days * DAY, { arrivals: [steps(DAY, ODD)] });
  const times = host.times();

  it("brings Poisson counts with the integral of the rate, interval by interval", () => {
    const quarters = days * 96;
    const means = Float64Array.from({ length: quarters }, (_, i) => oddCumulative(((i % 96) + 1) * 900) - oddCumulative((i % 96) * 900));
    expectPoisson("quarters of an hour", countsOf(times, 900, quarters), means);
    const byDay = new Float64Array(days).fill(oddCumulative(DAY));
    expectPoisson("days", countsOf(times, DAY, days), byDay);
  });

  it("brings the right number in each step", () => {
    for (const [i, [start, rate]] of ODD.entries()) {
      const end = ODD[i + 1]?.[0] ?? DAY;
      const count = times.filter((t) => t % DAY >= start && t % DAY < end).length;
      const mean = days * rate * (end - start);
      if (rate === 0) expect(count).toBe(0);
      else expectNear(`from ${start / HOUR} h`, count, mean, Math.sqrt(mean));
    }
  });

  it("is a Poisson process on the scale of its cumulative rate, over all borders", () =>
    expectPoissonProcess("odd days", times, oddCumulative));

  it("spreads the contacts of a step evenly", () => {
    const inStep = times.map((t) => t % DAY).filter((t) => t >= 8.25 * HOUR && t < 9 * HOUR);
    expectUniform(
      "08:15 to 09:00",
      inStep.map((t) => (t - 8.25 * HOUR) / (0.75 * HOUR)),
    );
  });

  it("takes one draw for one arrival", () => {
    expect(host.contacts.map((c) => c.number)).toEqual(times.map((_, k) => k));
    expect(host.demand.streams.columns.arrived[0]).toBe(times.length);
  });

  it("with equal rates is the constant rate, whatever the borders", () => {
    const odd = steps(DAY, [
      [0, 0.01],
      [1, 0.01],
      [7777, 0.01],
    ]);
    const split = hostAfter(30 * DAY, { arrivals: [odd] }).times();
    const plain = hostAfter(30 * DAY, { arrivals: [constantRate(0.01)] }).times();
    expect(split.length).toBe(plain.length);
    expect(Math.max(...split.map((t, i) => Math.abs(t - plain[i]!)))).toBeLessThan(1e-6);
  });

  it("multiplies all rates by the load", () => {
    const doubled = ODD.map(([start, rate]) => [start, 2 * rate] as const);
    const loaded = hostAfter(10 * DAY, { arrivals: [steps(DAY, ODD)], load: 2 });
    expect(loaded.times()).toEqual(hostAfter(10 * DAY, { arrivals: [steps(DAY, doubled)] }).times());
  });
});

describe("a rate in steps at its limits", () => {
  it("of 0 everywhere plans nothing", () => {
    const host = hostAfter(WEEK, {
      arrivals: [
        steps(WEEK, [
          [0, 0],
          [HOUR, 0],
        ]),
        steps(WEEK, [[0, 1]]),
      ],
      load: 0,
    });
    expect([host.events, host.core.events.size]).toEqual([0, 0]);
  });

  it("that does not recur ends with a last step of 0", () => {
    const host = hostAfter(WEEK, {
      arrivals: [
        steps(Infinity, [
          [0, 0.01],
          [DAY, 0],
        ]),
      ],
    });
    expectNear("contacts of one day", host.times().length, 864, Math.sqrt(864));
    expect([Math.max(...host.times()) < DAY, host.core.events.size]).toEqual([true, 0]);
  });

  it("that does not recur goes on with a last step above 0", () => {
    const host = hostAfter(3 * DAY, {
      arrivals: [
        steps(Infinity, [
          [0, 0],
          [DAY, 0.01],
        ]),
      ],
    });
    expect(Math.min(...host.times())).toBeGreaterThan(DAY);
    expectNear("contacts of two days", host.times().length, 1728, Math.sqrt(1728));
  });

  it("searches on in later events where arrivals are rare, and loses none", () => {
    // Some 5,000 steps pass between two arrivals, more than are looked through at a time.
    const rare = steps(20, [
      [0, 0],
      [10, 2e-5],
    ]);
    const host = hostAfter(500 * DAY, { arrivals: [rare] });
    expect(host.events).toBeGreaterThan(2 * host.contacts.length);
    expectPoissonProcess("rare", host.times(), (t) => 2e-5 * (10 * Math.floor(t / 20) + Math.max(0, (t % 20) - 10)));
    expectNear("rare", host.contacts.length, 432, Math.sqrt(432));
  });

  it("that is next to nothing neither loops nor comes", () => {
    const host = hostAfter(52 * WEEK, {
      arrivals: [
        steps(WEEK, [
          [0, 0],
          [HOUR, 1e-300],
        ]),
      ],
    });
    expect(host.contacts.length).toBe(0);
    expect(host.events).toBeLessThan(2);
  });

  it("ends with its limit", () => {
    const host = hostAfter(WEEK, { arrivals: [{ arrivals: steps(DAY, ODD), limit: 25 }] });
    expect([host.contacts.length, host.core.events.size]).toEqual([25, 0]);
  });
});
