/** Backlogs: one contact always waits. */

import { describe, expect, it } from "vitest";
import { WeeklyHours } from "../../../../src/sim/kernel/index.ts";
import { backlogTaken } from "../../../../src/sim/service/demand/index.ts";
import { constantRate, DAY, hostAfter, HOUR } from "./host.ts";

const BACKLOG = { kind: "backlog" } as const;

describe("a backlog", () => {
  it("puts one contact in at the beginning, and another whenever it is taken", () => {
    const host = hostAfter(100, { arrivals: [constantRate(0), BACKLOG] });
    expect(host.contacts).toEqual([{ time: 0, stream: 1, caller: 0, number: 0 }]);
    backlogTaken(host, 1);
    expect(host.contacts.length).toBe(1);
    host.run(200);
    expect(host.contacts[1]).toEqual({ time: 100, stream: 1, caller: 0, number: 1 });
  });

  it("puts one in, even if told twice", () => {
    const host = hostAfter(100, { arrivals: [BACKLOG] });
    backlogTaken(host, 0);
    backlogTaken(host, 0);
    host.run(200);
    expect(host.contacts.length).toBe(2);
  });

  it("waits for its channel to open and to be offered", () => {
    const nine = WeeklyHours.fromIntervals([[9 * HOUR, 17 * HOUR]]);
    const host = hostAfter(16 * HOUR, { arrivals: [BACKLOG], hours: [nine] });
    expect(host.times()).toEqual([9 * HOUR]);
    host.offered[0] = 0;
    backlogTaken(host, 0);
    host.run(16.5 * HOUR);
    expect(host.times()).toEqual([9 * HOUR]);
    host.offered[0] = 1;
    host.run(DAY);
    expect(host.times()).toEqual([9 * HOUR]);
    expect(host.core.events.size).toBe(1);
  });

  it("ends with its limit", () => {
    const host = hostAfter(100, { arrivals: [{ arrivals: BACKLOG, limit: 3 }] });
    host.onContact = () => backlogTaken(host, 0);
    backlogTaken(host, 0);
    host.run(200);
    expect([host.contacts.length, host.core.events.size]).toEqual([3, 0]);
  });

  it("in a channel that never opens brings nothing; and other streams have none", () => {
    const never = hostAfter(DAY, { arrivals: [BACKLOG], hours: [WeeklyHours.fromIntervals([])] });
    expect([never.contacts.length, never.core.events.size]).toEqual([0, 0]);
    const other = hostAfter(DAY, { arrivals: [constantRate(0)] });
    backlogTaken(other, 0);
    expect(other.core.events.size).toBe(0);
  });
});
