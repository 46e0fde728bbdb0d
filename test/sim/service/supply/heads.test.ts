/** Who leaves and who comes when the head-count changes. */

import { expect, describe, it } from "vitest";
import { HOUR, steps, TestCrew } from "./crew.ts";

/** Five from the start, and another number from 01:00 and 02:00 on. */
const fiveThen = (at1: number, at2 = at1) => new TestCrew({ teams: [{ heads: steps({ 0: 5, 1: at1, 2: at2 }) }] });

describe("fewer heads", () => {
  it("the idle go first, those who are idle for the shortest time before the others", () => {
    const crew = fiveThen(2);
    crew.take(0);
    crew.take(1);
    crew.take(2);
    crew.runTo(100);
    crew.finish(1);
    crew.runTo(200);
    crew.finish(2);
    crew.runPast(HOUR);
    // 2 is idle since 200 s, 1 since 100 s; 3 and 4 since the start.
    expect(crew.log.slice(5)).toEqual(["2 goes", "1 goes", "4 goes"]);
    expect(crew.working()).toEqual([0, 3]);
  });

  it("then those who only wrap up, then those with the fewest contacts in hand; they finish and leave", () => {
    const crew = fiveThen(1);
    for (const [agent, contacts] of [1, 3, 1, 2, 1].entries()) crew.take(agent, contacts);
    crew.hangUp(2);
    crew.runPast(HOUR);
    expect(crew.log.slice(5)).toEqual([2, 4, 0, 3].map((agent) => `${agent} leaves when free`));
    expect([crew.working(), crew.leaving()]).toEqual([[1], [0, 2, 3, 4]]);
    for (const agent of [3, 0, 4, 2]) crew.finish(agent);
    expect(crew.log.slice(9)).toEqual(["3 goes late", "0 goes late", "4 goes late", "2 goes late"]);
    expect([crew.working(), crew.leaving()]).toEqual([[1], []]);
  });

  it("whoever is marked leaving counts as gone: later reductions take others", () => {
    const crew = fiveThen(3, 2);
    for (let agent = 0; agent < 5; agent++) crew.take(agent);
    crew.runPast(HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
    crew.runPast(2 * HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
  });
});

describe("more heads", () => {
  it("those who are about to leave are taken back first, then others come", () => {
    const crew = fiveThen(1, 4);
    crew.take(3);
    crew.take(4);
    crew.runPast(HOUR);
    expect([crew.working(), crew.leaving()]).toEqual([[3], [4]]);
    crew.runPast(2 * HOUR);
    expect(crew.log.slice(9)).toEqual(["4 stays", "0 comes", "1 comes"]);
    expect([crew.working(), crew.leaving()]).toEqual([[0, 1, 3, 4], []]);
    crew.finish(4);
    expect(crew.working()).toEqual([0, 1, 3, 4]);
  });
});

describe("a strategy", () => {
  it("employs a group only if a channel of its desk is offered", () => {
    const crew = new TestCrew({ teams: [{ heads: steps({ 0: 2 }) }, { heads: steps({ 0: 3 }), home: 1 }] });
    crew.take(2);
    crew.offered[1] = 0;
    crew.staffing.restaff(crew);
    expect([crew.working(0), crew.working(1), crew.leaving(1)]).toEqual([[0, 1], [], [2]]);
    crew.offered[1] = 1;
    crew.staffing.restaff(crew);
    expect([crew.working(0), crew.working(1)]).toEqual([
      [0, 1],
      [2, 3, 4],
    ]);
  });
});
