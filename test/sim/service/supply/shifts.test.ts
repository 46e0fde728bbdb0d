/** Explicit shifts: who is on, breaks, the end of a shift in a contact. */

import { describe, expect, it } from "vitest";
import { HOUR, hours, steps, TestCrew, WEEK } from "./crew.ts";

/** Two early with a break from 12:00 to 12:30, three late over midnight; Mondays. */
const teams = [
  {
    shifts: [
      { agents: 2, hours: hours([8, 12], [12.5, 16]) },
      { agents: 3, hours: hours([16, 26]) },
    ],
  },
];

describe("shifts", () => {
  it("bring their own agents to work and home, week after week", () => {
    const crew = new TestCrew({ teams });
    for (const week of [0, 1, 7]) {
      const at = (hour: number) => (crew.runPast(week * WEEK + hour * HOUR), crew.working());
      expect([7.9, 8, 11.9].map(at)).toEqual([[], [0, 1], [0, 1]]);
      expect([12, 12.4, 12.5, 15.9].map(at)).toEqual([[], [], [0, 1], [0, 1]]);
      expect([16, 24, 25.9, 26, 100].map(at)).toEqual([[2, 3, 4], [2, 3, 4], [2, 3, 4], [], []]);
    }
  });

  it("the old shift leaves before the new one begins", () => {
    const crew = new TestCrew({ teams });
    crew.runPast(16 * HOUR);
    expect(crew.log.slice(-5)).toEqual(["0 goes", "1 goes", "2 comes", "3 comes", "4 comes"]);
  });

  it("whoever is busy at the break takes it late, and is back in time", () => {
    const crew = new TestCrew({ teams });
    crew.runTo(11.9 * HOUR);
    crew.take(0, 1, 0.2 * HOUR);
    crew.runTo(12.05 * HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([[], [0]]);
    crew.runTo(12.2 * HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([[], []]);
    crew.runPast(12.5 * HOUR);
    expect(crew.working()).toEqual([0, 1]);
  });

  it("a contact longer than the break: the agent stays, and works on", () => {
    const crew = new TestCrew({ teams });
    crew.runTo(11.9 * HOUR);
    crew.take(0, 1, HOUR);
    crew.runPast(12.5 * HOUR);
    expect(crew.log.slice(-2)).toEqual(["0 stays", "1 comes"]);
    crew.runTo(13 * HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([[0, 1], []]);
  });

  it("nobody is replaced while finishing after the end", () => {
    const crew = new TestCrew({ teams });
    crew.runTo(15.9 * HOUR);
    crew.take(1, 1, HOUR);
    crew.runTo(16.5 * HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([[2, 3, 4], [1]]);
    crew.runTo(17 * HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([[2, 3, 4], []]);
  });

  it("a group with shifts stands beside one with heads", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 2 }) }, ...teams] });
    crew.runPast(8 * HOUR);
    expect([crew.working(0), crew.working(1)]).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});

describe("whoever has a contact in hand", () => {
  it("is never cut off: every agent who works at random goes home only after the last contact", () => {
    const crew = new TestCrew({
      teams: [
        { ...teams[0], absence: 0.2 },
        { heads: steps({ 0: 3, 4: 6, 9: 2, 15: 5, 21: 0 }, 86_400), absence: 0.1 },
      ],
    });
    let contacts = 0;
    let late = 0;
    crew.runTo(8 * WEEK, () => {
      const { status, load } = crew.agents.columns;
      for (let agent = 0; agent < crew.agents.used; agent++) {
        // Off with a contact in hand: cut off.
        expect(status[agent] === 0 && load[agent]! > 0).toBe(false);
      }
      for (const agent of [...crew.working(0), ...crew.working(1)]) {
        if (load[agent] !== 0 || crew.core.draws.uniform(1000, agent, ++contacts) < 0.5) continue;
        crew.take(agent, 1, 1 + 4 * HOUR * crew.core.draws.uniform(1001, agent, contacts));
      }
      late += crew.leaving(0).length + crew.leaving(1).length;
      for (const group of [0, 1]) {
        const { atWork, leaving } = crew.supply.levels.columns;
        expect([atWork[group], leaving[group]]).toEqual([crew.working(group).length, crew.leaving(group).length]);
      }
    });
    expect(contacts).toBeGreaterThan(1000);
    expect(late).toBeGreaterThan(100);
  });
});
