/** Hours and numbers of a week, however they are written, against a walk through every quarter of an hour of it. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { weeklyHours, weeklySteps } from "../../../src/scenario/schema/week.ts";
import { rate } from "../../../src/scenario/schema/units.ts";
import { WeeklyHours } from "../../../src/sim/kernel/index.ts";
import { stepFunction } from "../../../src/sim/service/plan/week-steps.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const QUARTER = 900;
const A_DAY = 96;
const A_WEEK = 7 * A_DAY;

/** An interval of the clock in quarters of an hour, on a range of days. */
interface Interval {
  readonly first: number;
  readonly days: number;
  readonly begin: number;
  readonly end: number;
}

const clock = (quarter: number) => `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
const rangeOf = ({ first, days }: Interval) => (days === 1 ? `${DAYS[first]}` : `${DAYS[first]}-${DAYS[(first + days - 1) % 7]}`);
const textOf = ({ begin, end }: Interval) => `${clock(begin)}-${clock(end)}`;

// Mostly short, so that many weeks are without overlap; many begin in the evening.
const interval: fc.Arbitrary<Interval> = fc
  .record({
    first: fc.nat(6),
    days: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 7 })),
    begin: fc.oneof(fc.integer({ min: 80, max: 95 }), fc.nat(95), fc.constantFrom(0, 96)),
    length: fc.oneof(fc.integer({ min: 1, max: 24 }), fc.nat(96)),
  })
  .map(({ length, ...rest }) => ({ ...rest, end: rest.begin + length > A_DAY ? (rest.begin + length) % A_DAY : rest.begin + length }));
/** No two with the same range and texts: they would be one. */
const week = fc.uniqueArray(interval, { maxLength: 4, selector: (one) => `${rangeOf(one)} ${textOf(one)}` });

/** Which interval each quarter of the week belongs to, -1 none; undefined if the week makes no sense. */
function walked(intervals: readonly Interval[]): Int8Array | undefined {
  const owner = new Int8Array(A_WEEK).fill(-1);
  for (const [i, { first, days, begin, end }] of intervals.entries()) {
    if (begin === end || begin === A_DAY) return undefined;
    for (let day = first; day < first + days; day++) {
      let quarter = begin;
      do {
        const here = (day * A_DAY + quarter) % A_WEEK;
        if (owner[here] !== -1) return undefined;
        owner[here] = i;
        quarter++;
      } while (quarter !== end && quarter !== end + A_DAY);
    }
  }
  return owner;
}

/** Second of the week in the middle of a quarter. */
const middle = (quarter: number) => quarter * QUARTER + 450;

/** Checks a property for many weeks, many of each kind: with fewer it would prove little. */
function asserted(property: (intervals: readonly Interval[], owner: Int8Array | undefined) => void): void {
  const seen = { valid: 0, refused: 0, overMidnight: 0, overSunday: 0 };
  fc.assert(
    fc.property(week, (intervals) => {
      const owner = walked(intervals);
      seen[owner === undefined ? "refused" : "valid"]++;
      if (owner !== undefined && intervals.some(({ begin, end }) => end < begin && end > 0)) seen.overMidnight++;
      if (owner !== undefined && owner[0] !== -1 && owner[0] === owner[A_WEEK - 1]) seen.overSunday++;
      property(intervals, owner);
    }),
    { seed: 1, numRuns: 1500 },
  );
  expect(Math.min(seen.valid, seen.refused)).toBeGreaterThan(400);
  expect(Math.min(seen.overMidnight, seen.overSunday * 4)).toBeGreaterThan(200);
}

describe("a week as it is written", () => {
  it("is open in the quarters that its hours cover, and refused where they overlap or are none", () => {
    asserted((intervals, owner) => {
      const written: Record<string, string> = {};
      for (const one of intervals) {
        const before = written[rangeOf(one)];
        written[rangeOf(one)] = before === undefined ? textOf(one) : `${before}, ${textOf(one)}`;
      }
      const parsed = weeklyHours.safeParse(written);
      expect(parsed.success).toBe(owner !== undefined);
      if (owner === undefined || !parsed.success) return;
      const hours = WeeklyHours.fromIntervals(parsed.data);
      expect(owner.map((_, quarter) => (hours.isOpenAtSecond(middle(quarter)) ? 1 : 0)).join("")).toBe(owner.map((of) => Number(of !== -1)).join(""));
      // An interval into the next day is one.
      expect(parsed.data).toHaveLength(intervals.reduce((sum, { days }) => sum + days, 0));
      expect(parsed.data.map(([from]) => from)).toEqual(parsed.data.map(([from]) => from).toSorted((a, b) => a - b));
    });
  });

  it("has the number of the interval that a quarter lies in, and 0 elsewhere", () => {
    const schema = weeklySteps(rate, "100/h");
    asserted((intervals, owner) => {
      const written: Record<string, Record<string, string>> = {};
      for (const [i, one] of intervals.entries()) (written[rangeOf(one)] ??= {})[textOf(one)] = `${i + 1}/s`;
      const parsed = schema.safeParse(written);
      expect(parsed.success).toBe(owner !== undefined);
      if (owner === undefined || !parsed.success) return;
      const { starts, values } = stepFunction(parsed.data);
      const numbers = owner.map((_, quarter) => values[starts.findLastIndex((start) => start <= middle(quarter))] ?? Number.NaN);
      expect(numbers.join("")).toBe(owner.map((of) => of + 1).join(""));
      expect([...starts]).toEqual([...starts].toSorted((a, b) => a - b));
      expect(starts[0]).toBe(0);
    });
  });
});
