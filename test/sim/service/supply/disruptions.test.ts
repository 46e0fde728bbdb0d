/** Disruptions: agents knocked out, channels down, for a while and over each other. */

import { describe, expect, it } from "vitest";
import { HOUR, hours, steps, TestCrew } from "./crew.ts";

const missing = (...shares: number[]) => Float64Array.from(shares);

describe("a disruption of a group", () => {
  it("takes its share away, rounded up to heads, and gives it back", () => {
    const disruptions = [{ at: HOUR, lasts: 2 * HOUR, missing: missing(0.3, 0) }];
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 5 }) }, { heads: steps({ 0: 4 }) }], disruptions });
    const at = (hour: number) => (crew.runPast(hour * HOUR), [crew.working(0).length, crew.working(1).length]);
    expect([0.5, 1, 2.9, 3].map(at)).toEqual([
      [5, 4],
      [3, 4],
      [3, 4],
      [5, 4],
    ]);
  });

  it("takes its share of whoever the calendar has at work meanwhile", () => {
    const disruptions = [{ at: HOUR, lasts: 10 * HOUR, missing: missing(0.5) }];
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 2, 2: 8, 4: 1 }, 86_400) }], disruptions });
    const at = (hour: number) => (crew.runPast(hour * HOUR), crew.working().length);
    expect([0, 1, 2, 4, 11, 26].map(at)).toEqual([2, 1, 4, 0, 1, 8]);
  });

  it("lets those who are busy finish, and takes them back when it ends before they do", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 2 }) }], disruptions: [{ at: HOUR, lasts: HOUR, missing: missing(1) }] });
    crew.take(0, 1, 1.5 * HOUR);
    crew.take(1, 1, 5 * HOUR);
    crew.runPast(HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([[], [0, 1]]);
    crew.runTo(1.9 * HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([[], [1]]);
    crew.runPast(2 * HOUR);
    expect(crew.log.slice(-2)).toEqual(["1 stays", "0 comes"]);
  });

  it("over another adds up, to all at most; decimal shares are exact", () => {
    const disruptions = [
      { at: HOUR, lasts: 4 * HOUR, missing: missing(0.1) },
      { at: 2 * HOUR, lasts: HOUR, missing: missing(0.2) },
      { at: 4 * HOUR, lasts: 4 * HOUR, missing: missing(0.95) },
    ];
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 10 }) }], disruptions });
    const at = (hour: number) => (crew.runPast(hour * HOUR), crew.working().length);
    expect([0, 1, 2, 3, 4, 5, 8].map(at)).toEqual([10, 9, 7, 9, 0, 0, 10]);
  });

  it("knocks out agents with shifts by number", () => {
    const shifts = [
      { agents: 3, hours: hours([8, 16]) },
      { agents: 4, hours: hours([12, 20]) },
    ];
    const disruptions = [{ at: 10 * HOUR, lasts: 8 * HOUR, missing: missing(0.25) }];
    const crew = new TestCrew({ teams: [{ shifts }], disruptions });
    const at = (hour: number) => (crew.runPast(hour * HOUR), crew.working());
    expect([9, 10, 12, 16, 18, 20].map(at)).toEqual([[0, 1, 2], [0, 1], [0, 1, 2, 3, 4], [3, 4, 5], [3, 4, 5, 6], []]);
  });

  it("without end lasts", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 2 }) }], disruptions: [{ at: HOUR, missing: missing(1) }] });
    crew.runTo(1e9);
    expect([crew.working(), crew.core.events.size]).toEqual([[], 0]);
  });
});

describe("a disruption of a channel", () => {
  it("keeps it down until the last of those that overlap ends, cuts off once, and has agents look again once", () => {
    const disruptions = [
      { at: HOUR, lasts: 2 * HOUR, channel: 1 },
      { at: 2 * HOUR, lasts: 3 * HOUR, channel: 1 },
      { at: 3 * HOUR, lasts: HOUR, channel: 0 },
      { at: 7 * HOUR, lasts: HOUR, channel: 1 },
    ];
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 1 }) }], disruptions });
    const at = (hour: number) => (crew.runPast(hour * HOUR), Array.from(crew.channelDown));
    expect([0, 1, 2, 3, 4, 5].map(at)).toEqual([
      [0, 0],
      [0, 1],
      [0, 1],
      [1, 1],
      [0, 1],
      [0, 0],
    ]);
    expect(crew.log).toEqual(["0 comes", "cut off 1", "cut off 0", "look again", "look again"]);
    crew.runTo(10 * HOUR);
    expect(crew.log.slice(5)).toEqual(["cut off 1", "look again"]);
    expect(crew.working()).toEqual([0]);
  });

  it("may have no length: it begins and ends at the same time", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 1 }) }], disruptions: [{ at: HOUR, lasts: 0, channel: 0 }] });
    crew.runPast(HOUR);
    expect([Array.from(crew.channelDown), crew.log]).toEqual([
      [0, 0],
      ["0 comes", "cut off 0", "look again"],
    ]);
  });

  it("cuts off only when agents whose time begins then have looked for work", () => {
    const disruptions = [{ at: HOUR, lasts: HOUR, channel: 0, missing: missing(0.5) }];
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 0, 1: 4 }) }], disruptions });
    crew.runPast(HOUR);
    expect(crew.log).toEqual(["0 comes", "1 comes", "cut off 0"]);
  });
});
