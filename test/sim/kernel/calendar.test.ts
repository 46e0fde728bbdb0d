// Weekly hours against a brute-force grid of minutes.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WEEK_SECONDS, WeeklyHours } from "../../../src/sim/kernel/index.ts";

const MINUTE = 60;
const WEEK_MINUTES = 10080;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** Intervals in minutes of the week: some few, anywhere, touching and overlapping ones among them, and such as reach into the next week. */
const minutes = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: WEEK_MINUTES - 1 }),
      fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 1, max: WEEK_MINUTES })),
    )
    .map(([from, length]) => [from, from + length] as const),
  { maxLength: 5 },
);
const minute = fc.integer({ min: -WEEK_MINUTES, max: 3 * WEEK_MINUTES });

function hoursOf(intervals: readonly (readonly [number, number])[]): WeeklyHours {
  return WeeklyHours.fromIntervals(intervals.map(([a, b]) => [a * MINUTE, b * MINUTE]));
}

/** Minute by minute, whether it is open: the definition. */
function gridOf(intervals: readonly (readonly [number, number])[]): (minute: number) => boolean {
  const week = new Uint8Array(WEEK_MINUTES);
  for (const [a, b] of intervals) {
    for (let m = a; m < b; m++) week[m % WEEK_MINUTES] = 1;
  }
  return (m) => week[((m % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES] === 1;
}

/** The first minute from m on that satisfies a condition; Infinity if none within two weeks does. */
function firstFrom(m: number, condition: (m: number) => boolean): number {
  for (let i = m; i <= m + 2 * WEEK_MINUTES; i++) {
    if (condition(i)) {
      return i;
    }
  }
  return Infinity;
}

describe("weekly hours equal a grid of minutes in", () => {
  const check = (name: string, body: (hours: WeeklyHours, open: (m: number) => boolean, m: number, n: number) => void) =>
    test(name, () => {
      fc.assert(
        fc.property(minutes, minute, fc.nat(2 * WEEK_MINUTES), (intervals, m, n) => body(hoursOf(intervals), gridOf(intervals), m, n)),
        { seed: 1, numRuns: 400 },
      );
    });

  check("isOpen, at the full minute and within it", (hours, open, m) => {
    expect(hours.isOpen(m * MINUTE)).toBe(open(m));
    expect(hours.isOpen(m * MINUTE + 59.999)).toBe(open(m));
  });

  check("nextOpen", (hours, open, m) => {
    expect(hours.nextOpen(m * MINUTE)).toBe(firstFrom(m, open) * MINUTE);
    const within = m * MINUTE + 30.5;
    expect(hours.nextOpen(within)).toBe(open(m) ? within : firstFrom(m + 1, open) * MINUTE);
  });

  check("nextChange", (hours, open, m) => {
    const change = firstFrom(m + 1, (i) => open(i) !== open(i - 1)) * MINUTE;
    expect(hours.nextChange(m * MINUTE)).toBe(change);
    expect(hours.nextChange(m * MINUTE + 0.25)).toBe(change);
  });

  check("openSecondsBetween", (hours, open, m, n) => {
    let seconds = 0;
    for (let i = m; i < m + n; i++) {
      seconds += open(i) ? MINUTE : 0;
    }
    expect(hours.openSecondsBetween(m * MINUTE, (m + n) * MINUTE)).toBe(seconds);
  });

  check("addOpenSeconds", (hours, open, m, n) => {
    // As long as the whole hours of three weeks at most, so that the search below ends soon.
    const wanted = n % Math.max(1, (3 * hours.openSecondsPerWeek) / MINUTE);
    let left = wanted;
    let end = m;
    while (left > 0) {
      left -= open(end) ? 1 : 0;
      end++;
    }
    expect(hours.addOpenSeconds(m * MINUTE, wanted * MINUTE)).toBe(end * MINUTE);
  });
});

describe("deadlines", () => {
  const office = WeeklyHours.fromIntervals([0, 1, 2, 3, 4].map((day) => [day * DAY + 9 * HOUR, day * DAY + 17 * HOUR]));

  test("six working hours from Friday 15:00 end on Monday 13:00", () => {
    expect(office.addOpenSeconds(4 * DAY + 15 * HOUR, 6 * HOUR)).toBe(7 * DAY + 13 * HOUR);
  });

  test("time that runs out at closing ends there, not on the next morning", () => {
    expect(office.addOpenSeconds(9 * HOUR, 8 * HOUR)).toBe(17 * HOUR);
    expect(office.addOpenSeconds(9 * HOUR, 40 * HOUR)).toBe(4 * DAY + 17 * HOUR);
    expect(office.addOpenSeconds(9 * HOUR, 400 * HOUR)).toBe(9 * WEEK_SECONDS + 4 * DAY + 17 * HOUR);
  });

  test("no time at all ends at once, even when closed", () => {
    expect(office.addOpenSeconds(5 * DAY, 0)).toBe(5 * DAY);
  });

  test("undo openSecondsBetween, also for fractions of seconds", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e8, noNaN: true }), fc.double({ min: 0.001, max: 1e7, noNaN: true }), (t, seconds) => {
        const deadline = office.addOpenSeconds(t, seconds);
        expect(Math.abs(office.openSecondsBetween(t, deadline) - seconds)).toBeLessThan(1e-6);
        expect(office.openSecondsBetween(t, deadline - 1e-3)).toBeLessThan(seconds);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("a moment before a week begins still belongs to the week before", () => {
    const fromMonday = WeeklyHours.fromIntervals([[0, DAY]]);
    for (let week = 1; week < 3000; week++) {
      const t = week * WEEK_SECONDS;
      const before = t - t / 4503599627370496;
      expect(before).toBeLessThan(t);
      expect(fromMonday.isOpen(before)).toBe(false);
      expect(fromMonday.nextOpen(before)).toBe(t);
    }
  });
});

describe("hours that never close or never open", () => {
  test("always: open at any time, and nothing changes", () => {
    const always = WeeklyHours.always();
    expect([always.isOpen(0), always.nextOpen(-3.5), always.nextChange(1e9)]).toEqual([true, -3.5, Infinity]);
    expect([always.openSecondsBetween(-5, 1e7), always.addOpenSeconds(17, 1e6)]).toEqual([1e7 + 5, 1e6 + 17]);
  });

  test("never: there is no next opening and no deadline", () => {
    const never = WeeklyHours.fromIntervals([]);
    expect([never.isOpen(0), never.nextOpen(0), never.nextChange(0)]).toEqual([false, Infinity, Infinity]);
    expect([never.openSecondsBetween(0, 1e7), never.addOpenSeconds(0, 1), never.addOpenSeconds(5, 0)]).toEqual([0, Infinity, 5]);
  });

  test("two halves that touch are always open", () => {
    expect(
      WeeklyHours.fromIntervals([
        [DAY, WEEK_SECONDS],
        [0, DAY],
      ]).nextChange(5),
    ).toBe(Infinity);
  });
});

describe("refused are", () => {
  const intervals: readonly (readonly [string, number, number])[] = [
    ["an empty interval", 5, 5],
    ["an interval that ends before it begins", 6, 5],
    ["one before the week", -1, 5],
    ["one beyond the week", WEEK_SECONDS, WEEK_SECONDS + 1],
    ["one of more than a week", 5, WEEK_SECONDS + 6],
    ["fractions of seconds", 0.5, 5],
    ["what is not a number", Number.NaN, 5],
  ];
  for (const [name, opens, closes] of intervals) {
    test(name, () => {
      expect(() => WeeklyHours.fromIntervals([[opens, closes]])).toThrow(RangeError);
    });
  }

  test("times that are no finite number, and counting backwards", () => {
    const always = WeeklyHours.always();
    expect(() => always.isOpen(Number.NaN)).toThrow("a time is a finite number");
    expect(() => always.nextOpen(Infinity)).toThrow(RangeError);
    expect(() => always.openSecondsBetween(5, 4)).toThrow("counted forwards");
    expect(() => always.addOpenSeconds(0, -1)).toThrow("≥ 0, not -1");
    expect(() => always.addOpenSeconds(0, Infinity)).toThrow(RangeError);
  });
});
