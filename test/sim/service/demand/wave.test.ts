/** A rate that is a sine wave: counts by quarter of the period, and the process as a whole. */

import { describe, expect, it } from "vitest";
import type { ArrivalPlan } from "../../../../src/sim/service/plan/index.ts";
import { DAY, gammaDay, hostAfter, HOUR, NONE } from "./host.ts";
import { countsOf, expectNear, expectPoisson, expectPoissonProcess, meanAndVariance } from "./judge.ts";

interface Wave {
  readonly mean: number;
  readonly amplitude: number;
  readonly period: number;
  readonly shift: number;
}

function wave(shape: Wave, busyness = NONE): ArrivalPlan {
  return { kind: "wave", ...shape, busyness };
}

/** The integral of the rate from 0 to t. */
function cumulative({ mean, amplitude, period, shift }: Wave, t: number): number {
  const turn = (2 * Math.PI) / period;
  return mean * t + (amplitude / turn) * (Math.cos(turn * shift) - Math.cos(turn * (t + shift)));
}

const SHAPES: Readonly<Record<string, Wave>> = {
  "a daily wave": { mean: 0.02, amplitude: 0.015, period: DAY, shift: 0 },
  "a wave that touches 0, shifted": { mean: 0.02, amplitude: 0.02, period: DAY, shift: 5 * HOUR },
  "a wave upside down, with a period of its own": { mean: 0.02, amplitude: -0.01, period: 7000, shift: -1234 },
  "no wave at all": { mean: 0.02, amplitude: 0, period: DAY, shift: 0 },
};

for (const [name, shape] of Object.entries(SHAPES)) {
  describe(name, () => {
    const horizon = 100 * DAY;
    const times = hostAfter(horizon, { arrivals: [wave(shape)] }).times();

    it("brings Poisson counts with the integral of the rate in each quarter of the period", () => {
      const quarter = shape.period / 4;
      const quarters = Math.floor(horizon / quarter);
      const means = Float64Array.from(
        { length: quarters },
        (_, i) => cumulative(shape, (i + 1) * quarter) - cumulative(shape, i * quarter),
      );
      expectPoisson(name, countsOf(times, quarter, quarters), means);
    });

    it("is a Poisson process on the scale of its cumulative rate", () => {
      const month = times.filter((t) => t < 20 * DAY);
      expectPoissonProcess(name, month, (t) => cumulative(shape, t));
    });
  });
}

describe("a wave", () => {
  it("is multiplied by the load", () => {
    const shape = SHAPES["a daily wave"]!;
    const tripled = { ...shape, mean: 3 * shape.mean, amplitude: 3 * shape.amplitude };
    const found = hostAfter(10 * DAY, { arrivals: [wave(shape)], load: 3 }).times();
    expectPoissonProcess("three times the load", found, (t) => cumulative(tripled, t));
  });

  it("with busy days spreads daily counts by m + m² cv²", () => {
    const days = 2000;
    const shape = { mean: 100 / DAY, amplitude: 80 / DAY, period: DAY, shift: 0 };
    const host = hostAfter(days * DAY, { arrivals: [wave(shape, 0)], busyness: [gammaDay(0.3)] });
    const { mean, variance } = meanAndVariance(countsOf(host.times(), DAY, days));
    expectNear("mean", mean, 100, Math.sqrt(1000 / days));
    expectNear("variance", variance, 1000, 1000 * Math.sqrt((2 + 6 * 0.09 + 0.001) / days));
  });

  it("of 0 plans nothing, and one with a limit ends with it", () => {
    const none = hostAfter(DAY, { arrivals: [wave({ mean: 0, amplitude: 0, period: DAY, shift: 0 })] });
    expect([none.events, none.core.events.size]).toEqual([0, 0]);
    const limited = hostAfter(DAY, { arrivals: [{ arrivals: wave(SHAPES["a daily wave"]!), limit: 7 }] });
    expect([limited.contacts.length, limited.core.events.size]).toEqual([7, 0]);
  });
});
