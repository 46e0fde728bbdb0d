/** Head-count by the calendar. */

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headsAt, nextHeadChange } from "../../../../src/sim/service/supply/head-steps.ts";
import { DAY, HOUR, steps, TestCrew, WEEK } from "./crew.ts";

/** Monday 08–12 four, 12–18 six; Sunday 22 to Monday 02 two, over the week's end. */
const weekly = steps({ 0: 2, 2: 0, 8: 4, 12: 6, 18: 0, 166: 2 });

describe("head-count by the calendar", () => {
  it("is that of the step in force, week after week", () => {
    const expected = [
      [0, 2],
      [1.9, 2],
      [2, 0],
      [8, 4],
      [11.99, 4],
      [12, 6],
      [18, 0],
      [100, 0],
      [166, 2],
      [167.99, 2],
      [168, 2],
      [170, 0],
    ] as const;
    for (const week of [0, 1, 60]) {
      for (const [hour, heads] of expected) expect([hour, headsAt(weekly, week * WEEK + hour * HOUR)]).toEqual([hour, heads]);
    }
  });

  it("changes next at the next step with another number, also over the week's end", () => {
    expect(nextHeadChange(weekly, 0)).toBe(2 * HOUR);
    expect(nextHeadChange(weekly, 8 * HOUR)).toBe(12 * HOUR);
    // Sunday night goes on on Monday: no change at the week's end.
    expect(nextHeadChange(weekly, 166 * HOUR)).toBe(WEEK + 2 * HOUR);
    expect(nextHeadChange(weekly, 5 * WEEK + 167 * HOUR)).toBe(6 * WEEK + 2 * HOUR);
  });

  it("never changes if all steps are alike", () => {
    expect(nextHeadChange(steps({ 0: 3 }), 5)).toBe(Infinity);
    expect(nextHeadChange(steps({ 0: 3, 8: 3, 20: 3 }), 5)).toBe(Infinity);
  });

  it("between two changes is constant, and differs before and after one", () => {
    const counts = fc.uniqueArray(fc.integer({ min: 1, max: 167 }), { maxLength: 8 }).chain((hours) =>
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: hours.length + 1, maxLength: hours.length + 1 }).map((heads) => {
        const at = [0, ...hours.toSorted((a, b) => a - b)];
        return steps(Object.fromEntries(at.map((hour, i) => [hour, heads[i]!])));
      }),
    );
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 3 * WEEK }), (plan, t) => {
        const next = nextHeadChange(plan, t);
        const heads = headsAt(plan, t);
        const end = Math.min(next, t + 2 * WEEK);
        for (let at = t; at < end; at += HOUR) expect(headsAt(plan, at)).toBe(heads);
        if (next < Infinity) {
          expect(headsAt(plan, next - 1)).toBe(heads);
          expect(headsAt(plan, next)).not.toBe(heads);
        } else expect(new Set(plan.counts).size).toBe(1);
      }),
    );
  });
});

describe("a group with heads by the calendar", () => {
  it("has so many at work, over midnight and the week's end, for weeks", () => {
    const crew = new TestCrew({ teams: [{ heads: weekly }] });
    for (let hour = 0; hour < 3 * 168; hour++) {
      crew.runPast(hour * HOUR);
      expect([hour, crew.working().length]).toEqual([hour, headsAt(weekly, hour * HOUR)]);
      crew.runTo((hour + 0.5) * HOUR);
      expect([hour, crew.working().length]).toEqual([hour, headsAt(weekly, (hour + 0.5) * HOUR)]);
    }
  });

  it("plans no event if nothing ever changes", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 5 }) }] });
    expect(crew.core.events.size).toBe(0);
    expect(crew.working()).toEqual([0, 1, 2, 3, 4]);
  });

  it("has at most one event planned at a time", () => {
    const crew = new TestCrew({ teams: [{ heads: weekly, absence: 0.2 }] });
    let events = 0;
    crew.runTo(4 * WEEK, () => {
      events++;
      expect(crew.core.events.size).toBe(1);
    });
    // A week has seven midnights and five changes besides.
    expect(events).toBe(4 * 12 - 1);
    expect(crew.core.now).toBe(28 * DAY);
  });
});
