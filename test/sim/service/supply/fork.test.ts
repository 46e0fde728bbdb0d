/** Supply as part of a state that is saved and continued. */

import { describe, expect, it } from "vitest";
import { DAY, HOUR, hours, steps, TestCrew } from "./crew.ts";

const options = {
  teams: [
    { heads: steps({ 0: 3, 4: 6, 9: 2, 15: 5, 21: 0 }, DAY), absence: 0.2 },
    { shifts: [{ agents: 4, hours: hours([8, 12], [13, 33], [60, 90]) }], absence: 0.1, home: 1 },
  ],
  disruptions: [
    { at: 9 * DAY, lasts: 3 * DAY, missing: Float64Array.of(0.4, 0.3) },
    { at: 9.5 * DAY, lasts: DAY, channel: 1 },
  ],
};

/** Lets the crew work, and notes what happens. */
function work(crew: TestCrew, end: number): unknown[] {
  const notes: unknown[] = [];
  crew.runTo(end, () => {
    const now = crew.core.now;
    for (const agent of [...crew.working(0), ...crew.working(1)]) {
      if (crew.agents.columns.load[agent] !== 0) continue;
      crew.take(agent, 1, 60 + 3 * HOUR * crew.core.draws.uniform(1000, agent, Math.floor(now)));
    }
    notes.push([now, crew.working(0), crew.leaving(0), crew.working(1), crew.leaving(1), ...crew.channelDown]);
  });
  notes.push({ ...crew.pay(0, end) }, crew.log.length);
  return notes;
}

describe("supply", () => {
  it("forked in the middle of disruptions and contacts goes on as the original", () => {
    const original = new TestCrew(options);
    work(original, 10 * DAY);
    expect([...original.leaving(0), ...original.leaving(1), ...original.channelDown]).not.toEqual([0, 0]);
    const saved = original.state.snapshot();
    original.log.length = 0;
    const continued = work(original, 30 * DAY);
    for (let fork = 0; fork < 2; fork++) {
      const other = new TestCrew(options);
      work(other, fork * 13 * DAY);
      other.state.restore(saved);
      other.core.now = 10 * DAY;
      other.log.length = 0;
      expect(work(other, 30 * DAY)).toEqual(continued);
    }
  });
});
