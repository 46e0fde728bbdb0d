/** Busy and quiet days: a Gamma factor a day, shared by the streams that name it (Jongbloed & Koole 2001). */

import { describe, expect, it } from "vitest";
import { purpose } from "../../../../src/sim/purposes.ts";
import { constantRate, DAY, gammaDay, type Host, hostAfter, HOUR, steps } from "./host.ts";
import { countsOf, expectNear, expectPoisson, expectPoissonProcess, meanAndVariance } from "./judge.ts";

/**
 * Demands that counts are Poisson with a Gamma mean: variance m + m² cv². The standard error of the variance is from the excess
 * kurtosis of the negative binomial distribution, 6 cv² + 1 / variance.
 */
function expectOverdispersed(what: string, counts: Float64Array, m: number, cv: number): void {
  const found = meanAndVariance(counts);
  const variance = m + m * m * cv * cv;
  expectNear(`${what}, mean`, found.mean, m, Math.sqrt(variance / counts.length));
  const se = variance * Math.sqrt((2 + 6 * cv * cv + 1 / variance) / counts.length);
  expectNear(`${what}, variance`, found.variance, variance, se);
  expect((found.variance - m) / se, `${what}: a plain Poisson variance of ${m} would be seen`).toBeGreaterThan(10);
}

function factors(host: Host, row: number, days: number): Float64Array {
  return Float64Array.from({ length: days }, (_, day) =>
    host.plan.busyness[row]!.quantile(host.core.draws.uniform(purpose.busyness, row, day)),
  );
}

const DAYS = 3000;
const RATE = 100 / DAY;
/** Two thirds by day, one third in the evening, nothing at night. */
const WORKDAY = [
  [0, 0],
  [8 * HOUR, 60 / (8 * HOUR)],
  [16 * HOUR, 30 / (4 * HOUR)],
  [20 * HOUR, 0],
] as const;

describe("busyness", () => {
  const host = hostAfter(DAYS * DAY, {
    arrivals: [constantRate(RATE, 0), steps(DAY, WORKDAY, 0), constantRate(RATE, 1), constantRate(RATE)],
    busyness: [gammaDay(0.3), gammaDay(0.3)],
  });
  const daily = [0, 1, 2, 3].map((stream) => countsOf(host.times(stream), DAY, DAYS));

  it("spreads daily counts by m + m² cv²", () => {
    expectOverdispersed("constant rate", daily[0]!, 100, 0.3);
    expectOverdispersed("rates in steps", daily[1]!, 90, 0.3);
  });

  it("leaves streams without it alone", () => {
    expectPoisson("plain", daily[3]!, new Float64Array(DAYS).fill(100));
  });

  it("makes counts Poisson given the day's factor, which is drawn by row and day", () => {
    const [shared, other] = [factors(host, 0, DAYS), factors(host, 1, DAYS)];
    expectPoisson(
      "constant rate",
      daily[0]!,
      shared.map((f) => 100 * f),
    );
    expectPoisson(
      "rates in steps",
      daily[1]!,
      shared.map((f) => 90 * f),
    );
    expectPoisson(
      "another row",
      daily[2]!,
      other.map((f) => 100 * f),
    );
  });

  it("is shared by the streams that name one row, and by no others", () => {
    const correlation = (a: Float64Array, b: Float64Array) => {
      const [x, y] = [meanAndVariance(a), meanAndVariance(b)];
      const sum = a.reduce((all, value, i) => all + (value - x.mean) * (b[i]! - y.mean), 0);
      return sum / a.length / Math.sqrt(x.variance * y.variance);
    };
    // Covariance m₁ m₂ cv² over the root of both variances.
    const exact = (100 * 90 * 0.09) / Math.sqrt((100 + 900) * (90 + 729));
    expectNear("one row", correlation(daily[0]!, daily[1]!), exact, (1 - exact * exact) / Math.sqrt(DAYS));
    expectNear("two rows", correlation(daily[0]!, daily[2]!), 0, 1 / Math.sqrt(DAYS));
    expectNear("none", correlation(daily[0]!, daily[3]!), 0, 1 / Math.sqrt(DAYS));
  });

  it("changes exactly at midnight", () => {
    const factor = factors(host, 0, DAYS);
    const before = [0, ...factor];
    for (let day = 0; day < DAYS; day++) before[day + 1] = before[day]! + factor[day]!;
    const cumulative = (t: number) => RATE * (before[Math.floor(t / DAY)]! * DAY + factor[Math.floor(t / DAY)]! * (t % DAY));
    const year = host.times(0).filter((t) => t < 365 * DAY);
    expectPoissonProcess("a year", year, cumulative);
  });

  it("is exact with few arrivals a day, and with a load", () => {
    const rare = hostAfter(DAYS * DAY, { arrivals: [constantRate(0.5 / DAY, 0)], busyness: [gammaDay(1)], load: 3 });
    expectOverdispersed("one and a half a day", countsOf(rare.times(), DAY, DAYS), 1.5, 1);
  });

  it("searches on in later events over years without arrivals", () => {
    const rare = hostAfter(10_000 * DAY, { arrivals: [constantRate(1e-300, 0)], busyness: [gammaDay(1)] });
    expect(rare.contacts.length).toBe(0);
    expect(rare.events).toBeGreaterThan(5);
    expect(rare.events).toBeLessThan(20);
  });
});
