/** Nobody comes through a channel that is closed or not offered; the luck of those who come later does not change. */

import { describe, expect, it } from "vitest";
import { WeeklyHours } from "../../../../src/sim/kernel/index.ts";
import { beginArrivals } from "../../../../src/sim/service/demand/index.ts";
import { constantRate, DAY, Host, hostAfter, HOUR, WEEK } from "./host.ts";

const NINE_TO_FIVE = WeeklyHours.fromIntervals([0, 1, 2, 3, 4].map((day) => [day * DAY + 9 * HOUR, day * DAY + 17 * HOUR] as const));

describe("contacts from outside", () => {
  const always = hostAfter(WEEK, { arrivals: [constantRate(0.01)] }).contacts;

  it("at a closed channel are dropped, with their numbers", () => {
    const found = hostAfter(WEEK, { arrivals: [constantRate(0.01)], hours: [NINE_TO_FIVE] }).contacts;
    expect(found).toEqual(always.filter((c) => NINE_TO_FIVE.isOpen(c.time)));
    expect(found.length).toBeGreaterThan(500);
  });

  it("at a channel that is not offered are dropped, and come again when it is", () => {
    const host = new Host({ arrivals: [constantRate(0.01)] });
    host.offered[0] = 0;
    beginArrivals(host);
    host.run(DAY);
    expect(host.contacts).toEqual([]);
    host.offered[0] = 1;
    host.run(WEEK);
    expect(host.contacts).toEqual(always.filter((c) => c.time > DAY));
  });

  it("count towards the limit only if they came", () => {
    const found = hostAfter(WEEK, { arrivals: [{ arrivals: constantRate(0.01), limit: 25 }], hours: [NINE_TO_FIVE] });
    expect(found.contacts).toEqual(always.filter((c) => NINE_TO_FIVE.isOpen(c.time)).slice(0, 25));
  });

  it("go by the hours of their own channel", () => {
    const streams = [constantRate(0.01), { arrivals: constantRate(0.01), channel: 1 }];
    const host = hostAfter(WEEK, { arrivals: streams, hours: [WeeklyHours.always(), NINE_TO_FIVE] });
    expect(host.times(0)).toEqual(always.map((c) => c.time));
    expect(host.times(1).every((t) => NINE_TO_FIVE.isOpen(t))).toBe(true);
  });

  it("of a surge at a closed channel are dropped", () => {
    const surges = [
      { stream: 0, at: 8 * HOUR, contacts: 100, over: 2 * HOUR },
      { stream: 0, at: 5 * DAY, contacts: 100, over: 0 },
    ];
    const host = hostAfter(WEEK, { arrivals: [constantRate(0)], hours: [NINE_TO_FIVE], surges });
    expect(host.times().every((t) => t >= 9 * HOUR && t < 10 * HOUR)).toBe(true);
    expect(host.contacts.length).toBeGreaterThan(25);
    expect(host.contacts.length).toBeLessThan(75);
  });
});
