/** Absence: how many, and that it does not depend on anything but group (or agent) and day. */

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialQuantile } from "../../../../src/sim/service/supply/binomial-quantile.ts";
import { DAY, HOUR, hours, steps, TestCrew } from "./crew.ts";

const DAYS = 10_000;
const everyDay = hours(...[0, 1, 2, 3, 4, 5, 6].map((day) => [24 * day + 8, 24 * day + 16] as const));

/** Agents present at noon, day by day. */
function presentAtNoon(crew: TestCrew, days = DAYS): number[] {
  return Array.from({ length: days }, (_, day) => {
    crew.runTo(day * DAY + 12 * HOUR);
    return crew.working().length;
  });
}

/** Mean and variance of a sample are those of the present of n agents who are each missing with probability p: 4 standard errors. */
function expectBinomial(present: readonly number[], n: number, p: number): void {
  const mean = present.reduce((sum, k) => sum + k, 0) / present.length;
  const variance = present.reduce((sum, k) => sum + (k - mean) * (k - mean), 0) / (present.length - 1);
  const expected = n * p * (1 - p);
  expect(Math.abs(mean - n * (1 - p))).toBeLessThan(4 * Math.sqrt(expected / present.length));
  // Var(S²) = (μ₄ − σ⁴) / N up to 1/N², with the binomial's fourth central moment.
  const fourth = expected * (1 + 3 * (n - 2) * p * (1 - p));
  expect(Math.abs(variance - expected)).toBeLessThan(4 * Math.sqrt((fourth - expected * expected) / present.length));
}

describe("quantiles of the binomial distribution", () => {
  it("are the smallest k whose probability of at most k reaches u", () => {
    // Binomial(4, 1/2): 1, 5, 11, 15, 16 sixteenths.
    const quantiles = [0.01, 1 / 16, 0.07, 5 / 16 - 1e-9, 0.32, 0.5, 0.7, 15 / 16 - 1e-9, 0.95, 0.9999];
    expect(quantiles.map((u) => binomialQuantile(4, 0.5, u))).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it("do not underflow for large n, and know the borders", () => {
    expect(Math.abs(binomialQuantile(100_000, 0.5, 0.5) - 50_000)).toBeLessThan(2);
    expect([binomialQuantile(0, 0.3, 0.9), binomialQuantile(7, 0, 0.9), binomialQuantile(7, 1, 0.1)]).toEqual([0, 0, 7]);
    expect(binomialQuantile(1000, 0.999_999, 1 - 1e-16)).toBe(1000);
  });

  it("with one trial more are the same or one more", () => {
    const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), share, share, (n, p, u) => {
        expect([0, 1]).toContain(binomialQuantile(n + 1, p, u) - binomialQuantile(n, p, u));
      }),
    );
  });
});

describe("absence", () => {
  it("reduces heads by a binomial number each day", () => {
    expectBinomial(presentAtNoon(new TestCrew({ teams: [{ heads: steps({ 0: 20 }), absence: 0.08 }] })), 20, 0.08);
  });

  it("with fewer heads scheduled takes as few in proportion", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 0, 8: 3, 16: 50 }, DAY), absence: 0.3 }] });
    expectBinomial(presentAtNoon(crew), 3, 0.3);
  });

  it("takes each agent with a shift of its own", () => {
    const crew = new TestCrew({ teams: [{ shifts: [{ agents: 12, hours: everyDay }], absence: 0.1 }] });
    const days = new Set<string>();
    const present = Array.from({ length: DAYS }, (_, day) => {
      crew.runTo(day * DAY + 12 * HOUR);
      days.add(crew.working().join(" "));
      return crew.working().length;
    });
    expectBinomial(present, 12, 0.1);
    // All, each of twelve alone missing, each of 66 pairs missing.
    expect(days.size).toBeGreaterThan(1 + 12 + 66);
  });

  it("lasts from midnight to midnight", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 20 }), absence: 0.3 }] });
    const changes: number[] = [];
    let before = crew.working().length;
    crew.runTo(50 * DAY, () => {
      if (crew.working().length !== before) changes.push(crew.core.now % DAY);
      before = crew.working().length;
    });
    expect(changes.length).toBeGreaterThan(30);
    expect(new Set(changes)).toEqual(new Set([0]));
  });

  it("is the same under every strategy, whatever has happened until then", () => {
    const team = { shifts: [{ agents: 6, hours: everyDay }], absence: 0.3 };
    const options = { teams: [team, { heads: steps({ 0: 9 }), absence: 0.2 }] };
    const one = new TestCrew(options);
    const other = new TestCrew(options);
    other.offered.set([0, 0]);
    other.staffing.restaff(other);
    other.runTo(20 * DAY + 9 * HOUR);
    expect([other.working(0), other.working(1)]).toEqual([[], []]);
    other.offered.set([1, 1]);
    other.staffing.restaff(other);
    for (let day = 20; day < 60; day++) {
      for (const crew of [one, other]) crew.runTo(day * DAY + 12 * HOUR);
      expect(other.working(0)).toEqual(one.working(0));
      expect(other.working(1).length).toBe(one.working(1).length);
    }
  });

  it("differs from replication to replication", () => {
    const teams = [{ heads: steps({ 0: 20 }), absence: 0.3 }];
    const [one, other] = [0, 1].map((replication) => presentAtNoon(new TestCrew({ teams, replication }), 30));
    expect(one).not.toEqual(other);
  });
});
