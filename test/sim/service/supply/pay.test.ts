/** Paid time and its cost, against hand computation. */

import { describe, expect, it } from "vitest";
import { DAY, HOUR, hours, steps, TestCrew } from "./crew.ts";

const MONTH = 2_628_000;
const WORKDAYS = [0, 1, 2, 3, 4];

describe("a month's pay", () => {
  it("of constant heads is heads times its seconds, without any event", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 4 }), costPerHour: 24 }] });
    expect(crew.pay(0, MONTH)).toEqual({ seconds: 4 * MONTH, cents: (4 * MONTH * 2400) / 3600 });
    expect(crew.pay(MONTH, 2 * MONTH)).toEqual({ seconds: 4 * MONTH, cents: (4 * MONTH * 2400) / 3600 });
  });

  it("of heads with weekly hours is heads times the open seconds", () => {
    const open = hours(...WORKDAYS.map((day) => [24 * day + 9, 24 * day + 18] as const));
    const byDay = WORKDAYS.flatMap((day) => [
      [24 * day + 9, 7],
      [24 * day + 18, 0],
    ]);
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 0, ...Object.fromEntries(byDay) }), costPerHour: 19.3 }] });
    for (let month = 0; month < 24; month++) {
      const seconds = 7 * open.openSecondsBetween(month * MONTH, (month + 1) * MONTH);
      const cents = Math.round((seconds / 3600) * 19.3 * 100);
      expect(crew.pay(month * MONTH, (month + 1) * MONTH)).toEqual({ seconds, cents });
    }
  });

  it("of shifts leaves breaks out", () => {
    // 4 h + 3.5 h a Monday; a month of 30.4 days from a Monday has five.
    const crew = new TestCrew({ teams: [{ shifts: [{ agents: 2, hours: hours([8, 12], [12.5, 16]) }] }] });
    expect(crew.pay(0, MONTH)).toEqual({ seconds: 5 * 2 * 7.5 * HOUR, cents: 5 * 2 * 7.5 * 3600 });
  });

  it("counts who finishes after the end as at work and pays it, in the months in which it was", () => {
    // Until 20:00; one of two finishes at midnight plus 90 minutes, in the next month.
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 2, 20: 0 }, 2 * DAY) }] });
    crew.runTo(19 * HOUR);
    crew.take(1, 1, 6.5 * HOUR);
    expect(crew.pay(0, DAY)).toEqual({ seconds: 44 * HOUR, cents: 44 * 3600 });
    expect(crew.pay(DAY, 2 * DAY)).toEqual({ seconds: 1.5 * HOUR, cents: 1.5 * 3600 });
  });

  it("takes back whoever is needed again before leaving: one time, paid once", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 1, 10: 0, 12: 1, 14: 0 }, 2 * DAY) }] });
    crew.take(0, 1, 13 * HOUR);
    expect(crew.pay(0, DAY)).toEqual({ seconds: 14 * HOUR, cents: 14 * 3600 });
  });

  it("pays the absent, who are not at work", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 10 }), absence: 0.2 }] });
    let present = 0;
    for (let day = 0; day < 30; day++) {
      crew.runPast(day * DAY);
      present += crew.working().length;
    }
    expect(present).toBeLessThan(300);
    expect(crew.pay(0, 30 * DAY)).toEqual({ seconds: present * DAY, cents: 300 * 24 * 3600 });
  });

  it("pays the knocked out, and those of them who finish first only once", () => {
    const disruptions = [{ at: HOUR, lasts: 4 * HOUR, missing: Float64Array.of(1) }];
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 3 }) }], disruptions });
    crew.take(0, 1, 2 * HOUR);
    // Two are away for four hours, one for three.
    expect(crew.pay(0, DAY)).toEqual({ seconds: (72 - 8 - 3) * HOUR, cents: 72 * 3600 });
  });

  it("pays nobody whom the strategy does not employ, but who still finishes", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 3 }) }] });
    crew.pay(0, DAY);
    crew.take(2, 1, 600);
    crew.offered.fill(0);
    crew.staffing.restaff(crew);
    expect(crew.pay(DAY, 2 * DAY)).toEqual({ seconds: 600, cents: 600 });
  });

  it("covers all the time that anybody is at work, and so all the time worked", () => {
    const crew = new TestCrew({ teams: [{ shifts: [{ agents: 5, hours: hours([0, 3], [7, 9], [30, 50], [100, 101]) }], absence: 0.3 }] });
    const end = 52 * 7 * DAY;
    let contacts = 0;
    let since = 0;
    let there = crew.working().length;
    let staffed = 0;
    crew.runTo(end, () => {
      staffed += there * (crew.core.now - since);
      for (const agent of crew.working()) {
        if (crew.agents.columns.load[agent] !== 0) continue;
        crew.take(agent, 1, Math.round(3 * HOUR * crew.core.draws.uniform(1000, agent, ++contacts)));
      }
      since = crew.core.now;
      there = crew.working().length + crew.leaving().length;
    });
    expect(contacts).toBeGreaterThan(1000);
    expect(crew.pay(0, end).seconds).toBe(staffed + there * (end - since));
  });

  it("finds out when somebody went off unnoticed", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 2 }) }] });
    crew.agents.columns.status[0] = 0;
    expect(() => crew.pay(0, DAY)).toThrow("lost count: 1 agents at work and 0 leaving, but 2 and 0 are booked");
  });
});
