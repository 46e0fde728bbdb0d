/** Any rate in steps, with any busy days: between two arrivals passes exactly the exponential draw, on the scale of the cumulative rate. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OUTSIDE, purpose } from "../../../../src/sim/purposes.ts";
import { DAY, gammaDay, type Host, hostAfter, steps } from "./host.ts";

const HORIZON = 20 * DAY;

interface Case {
  readonly cycle: number;
  readonly rates: readonly (readonly [number, number])[];
  readonly load: number;
  readonly busy: boolean;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    cycle: fc.constantFrom(DAY, 7 * DAY, 5000),
    starts: fc.uniqueArray(fc.integer({ min: 1, max: 4999 }), { maxLength: 12 }),
    rates: fc.array(fc.constantFrom(0, 0, 1e-6, 1e-4, 0.003, 0.01), { minLength: 13, maxLength: 13 }),
    load: fc.constantFrom(0.3, 1, 2),
    busy: fc.boolean(),
  })
  .map(({ cycle, starts, rates, load, busy }) => ({
    cycle,
    rates: [0, ...starts.toSorted((a, b) => a - b)].map((start, i) => [(start * cycle) / 5000, rates[i]!] as const),
    load,
    busy,
  }));

/** The cumulative rate at ascending times: summed up from border to border, without any of the simulator's code. */
function cumulativeOf(host: Host, { cycle, rates, load, busy }: Case): (t: number) => number {
  const borders = new Set<number>();
  for (let start = 0; start <= HORIZON; start += cycle) for (const [second] of rates) borders.add(start + second);
  for (let day = 0; day <= HORIZON / DAY; day++) borders.add(day * DAY);
  const times = [...borders].toSorted((a, b) => a - b);
  const rateAt = (t: number) => {
    const inCycle = t - Math.floor(t / cycle) * cycle;
    const rate = rates.findLast(([start]) => start <= inCycle + 1e-7)?.[1] ?? 0;
    const u = host.core.draws.uniform(purpose.busyness, 0, Math.floor(t / DAY + 1e-12));
    return rate * load * (busy ? host.plan.busyness[0]!.quantile(u) : 1);
  };
  const levels = [0];
  for (let i = 1; i < times.length; i++) levels.push(levels[i - 1]! + rateAt(times[i - 1]!) * (times[i]! - times[i - 1]!));
  let i = 0;
  return (t) => {
    while ((times[i + 1] ?? Infinity) <= t) i++;
    return levels[i]! + rateAt(times[i]!) * (t - times[i]!);
  };
}

describe("rates in steps", () => {
  it("use up one exponential draw for one arrival, and leave no arrival out", () => {
    let arrivals = 0;
    fc.assert(
      fc.property(cases, (one) => {
        const host = hostAfter(HORIZON, {
          arrivals: [steps(one.cycle, one.rates, one.busy ? 0 : -1)],
          busyness: [gammaDay(0.8)],
          load: one.load,
        });
        const cumulative = cumulativeOf(host, one);
        const draw = (k: number) => -Math.log(host.core.draws.uniform(purpose.interArrival, OUTSIDE, k));
        let level = 0;
        for (const [k, time] of host.times().entries()) {
          level += draw(k);
          expect(Math.abs(cumulative(time) - level), `arrival ${k} at ${time} s`).toBeLessThan(1e-8 * Math.max(1, level));
        }
        expect(level + draw(host.contacts.length)).toBeGreaterThan(cumulative(HORIZON));
        arrivals += host.contacts.length;
      }),
      { seed: 4, numRuns: 60 },
    );
    expect(arrivals).toBeGreaterThan(10_000);
  });
});
