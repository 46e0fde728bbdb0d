/** Shifts over midnight: one shift, of the day on which it begins. */

import { describe, expect, it } from "vitest";
import { service } from "../../../../src/scenario/schema/service/index.ts";
import type { StaffingPlan } from "../../../../src/sim/service/plan/types.ts";
import { planStaffing } from "../../../../src/sim/service/plan/staffing.ts";
import { DAY, HOUR, TestCrew, WEEK } from "./crew.ts";

/** What the plan says of a group that is written like this. */
function written(group: Record<string, unknown>): StaffingPlan {
  const parsed = service.parse({ groups: { desk: { home: ["phone"], ...group } } });
  const [desk] = Object.values(parsed.groups);
  if (desk === undefined) throw new Error("no group");
  return planStaffing(desk);
}

const shift = (hours: unknown, more: Record<string, unknown> = {}) => written({ shifts: [{ agents: 2, hours, ...more }] });

describe("a shift over midnight", () => {
  it("is one: who works it comes in the evening and goes in the morning, on Sunday too", () => {
    const crew = new TestCrew({ teams: [shift({ sun: "22:00-06:00", wed: "20:00-04:30" })] });
    // The run begins in the night to Monday.
    expect(crew.log.splice(0)).toEqual(["0 comes", "1 comes"]);
    const log: string[] = [];
    crew.runTo(2 * WEEK, () => log.push(...crew.log.splice(0).map((line) => `${crew.core.now / HOUR} ${line}`)));
    expect(log).toEqual([
      "6 0 goes",
      "6 1 goes",
      "68 0 comes",
      "68 1 comes",
      "76.5 0 goes",
      "76.5 1 goes",
      "166 0 comes",
      "166 1 comes",
      "174 0 goes",
      "174 1 goes",
      "236 0 comes",
      "236 1 comes",
      "244.5 0 goes",
      "244.5 1 goes",
      "334 0 comes",
      "334 1 comes",
    ]);
  });

  it("has breaks on the day on which they are, over midnight too", () => {
    const breaks = { mon: "23:45-00:15", tue: "02:00-02:30" };
    const { shifts } = shift({ mon: "22:00-06:00" }, { breaks });
    const isOpen = (hour: number) => shifts[0]?.hours.isOpen(hour * HOUR);
    expect([21.9, 23.75, 24, 24.2, 26, 26.4, 30].filter(isOpen)).toEqual([]);
    expect([22, 23.7, 24.25, 25.9, 26.5, 29.9].filter(isOpen)).toEqual([22, 23.7, 24.25, 25.9, 26.5, 29.9]);
    const sunday = shift({ sun: "22:00-06:00" }, { breaks: { sun: "23:45-00:15", mon: "02:00-02:30" } }).shifts[0]?.hours;
    expect(sunday?.openSecondsPerWeek).toBe(7 * HOUR);
    expect([0, 0.2, 2, 6, 165.9, 167.75].filter((hour) => sunday?.isOpen(hour * HOUR))).toEqual([]);
    expect([0.25, 1.9, 2.5, 166, 167.7].filter((hour) => sunday?.isOpen(hour * HOUR))).toEqual([0.25, 1.9, 2.5, 166, 167.7]);
  });

  it("is paid from its begin to its end", () => {
    const crew = new TestCrew({ teams: [shift({ "mon-sun": "22:00-06:00" }, { breaks: { "mon-sun": "02:00-02:30" } })] });
    expect(crew.pay(0, WEEK)).toEqual({ seconds: 2 * 7 * 7.5 * HOUR, cents: 2 * 7 * 7.5 * 3600 });
    expect(crew.pay(WEEK, WEEK + DAY)).toEqual({ seconds: 2 * 7.5 * HOUR, cents: 2 * 7.5 * 3600 });
  });
});

/** How many are at work just after each of some hours of the day, day by day from the second on. */
function atWork(team: StaffingPlan, hours: readonly number[], days = 200): number[][] {
  const crew = new TestCrew({ teams: [team] });
  return Array.from({ length: days }, (_, day) =>
    hours.map((hour) => {
      crew.runPast((day + 1) * DAY + hour * HOUR);
      return crew.working().length;
    }),
  );
}

/** Distinct pairs of two columns. */
const differing = (rows: readonly number[][], a: number, b: number) => rows.filter((row) => row[a] !== row[b]).length;

describe("absence from a shift over midnight", () => {
  const nightly = { "mon-sun": "22:00-06:00" };

  it("is of the day on which it begins, and lasts to its end", () => {
    const crew = new TestCrew({ teams: [written({ shifts: [{ agents: 9, hours: nightly }], absence: 0.3 })] });
    const changes = new Set<number>();
    let before = crew.working().join();
    crew.runTo(400 * DAY, () => {
      if (crew.working().join() !== before) changes.add((crew.core.now % DAY) / HOUR);
      before = crew.working().join();
    });
    expect(changes).toEqual(new Set([6, 22]));
  });

  it("is that of the day alone for who works in the evening only", () => {
    const evening = new TestCrew({ teams: [written({ shifts: [{ agents: 9, hours: { "mon-sun": "22:00-24:00" } }], absence: 0.3 })] });
    const night = new TestCrew({ teams: [written({ shifts: [{ agents: 9, hours: nightly }], absence: 0.3 })] });
    for (let day = 0; day < 100; day++) {
      for (const crew of [evening, night]) crew.runPast(day * DAY + 23 * HOUR);
      expect(night.working()).toEqual(evening.working());
      night.runPast((day + 1) * DAY + 3 * HOUR);
      expect(night.working()).toEqual(evening.working());
    }
  });

  it("changes with the day where the night is written as two, as it always did", () => {
    const rows = atWork(written({ shifts: [{ agents: 9, hours: { "mon-sun": "00:00-06:00, 22:00-24:00" } }], absence: 0.3 }), [23, 24, 29]);
    expect(differing(rows, 0, 1)).toBeGreaterThan(100);
    expect(differing(rows, 1, 2)).toBe(0);
  });

  it("ends where the next shift of the same persons begins, without a gap", () => {
    const rows = atWork(
      written({ shifts: [{ agents: 9, hours: { "mon-sun": "22:00-06:00, 06:00-10:00" } }], absence: 0.3 }),
      [23, 29, 30, 33],
    );
    expect([differing(rows, 0, 1), differing(rows, 2, 3)]).toEqual([0, 0]);
    expect(differing(rows, 1, 2)).toBeGreaterThan(100);
  });

  it("is the same with heads by the calendar: written as hours or as a schedule", () => {
    const absence = 0.3;
    for (const group of [
      { agents: 9, hours: { "mon-sun": "22:00-06:00, 06:00-10:00" } },
      { schedule: { "mon-sun": { "22:00-06:00": 9, "06:00-10:00": 9 } } },
    ]) {
      const rows = atWork(written({ ...group, absence }), [23, 24, 29, 30, 33, 35]);
      expect([differing(rows, 0, 1), differing(rows, 1, 2), differing(rows, 3, 4)]).toEqual([0, 0, 0]);
      expect(differing(rows, 2, 3)).toBeGreaterThan(100);
      expect(rows.every((row) => row[5] === 0)).toBe(true);
    }
  });

  it("is drawn for the night to the first Monday too", () => {
    const team = written({ shifts: [{ agents: 2000, hours: nightly }], absence: 0.3 });
    const [first, again] = ["a", "a"].map((seed) => new TestCrew({ teams: [team], seed }).working());
    // 3 standard errors of a binomial number of 2,000 with probability 0.7.
    expect(Math.abs((first?.length ?? 0) - 1400)).toBeLessThan(3 * Math.sqrt(2000 * 0.3 * 0.7));
    expect(again).toEqual(first);
    const crew = new TestCrew({ teams: [team], seed: "a" });
    crew.runPast(DAY);
    expect(crew.working()).not.toEqual(first);
  });
});
