/** A contact centre that works over midnight: agents, channel and contacts with intervals into the next day. */

import { describe, expect, it } from "vitest";
import { planOf } from "../../support/runs.ts";
import { tracedLife } from "../../support/worlds.ts";
import { centre } from "./centre.ts";
import { comingAt, ENDLESS, minutes, story, sumIn, told } from "./story.ts";

const patience = { phone: ENDLESS };
/** Minutes of Monday 23:55, and of Tuesday 00:10, 05:55 and 06:05. */
const calls = { calls: comingAt("phone", [1435, 1450, 1795, 1805]) };
const phoneOpen = (hours: Record<string, string>) => ({ phone: { kind: "live" as const, can: ["serve" as const], hours } });

describe("a night shift", () => {
  const shifts = [{ agents: 1, hours: { mon: "22:00-06:00" }, breaks: { tue: "00:00-00:20" } }];
  const groups = { phone: { home: ["phone"], shifts, costPerHour: 60 } };
  const service = { patience, groups, arrivals: calls };

  it("goes on at midnight, with what is in hand, and ends in the morning", () => {
    const whole = { ...groups, phone: { ...groups.phone, shifts: [{ agents: 1, hours: { mon: "22:00-06:00" } }] } };
    const { lines, world } = told(
      planOf(centre({ channels: phoneOpen({ "mon-sun": "00:00-24:00" }), horizon: "2d", service: { ...service, groups: whole } })),
    );
    expect(lines).toEqual([
      "1435 calls 1 answered by 0",
      "1445 calls 1 handled",
      "1450 calls 2 answered by 0",
      "1460 calls 2 handled",
      "1795 calls 3 answered by 0",
      "1805 calls 3 handled",
    ]);
    // Eight hours, and five minutes after the end.
    expect([sumIn(world, "staffedMs") / 60_000, sumIn(world, "staffCost")]).toEqual([485, 48_500]);
  });

  it("has a break after midnight, begun when the call in hand is done", () => {
    expect(story({ channels: phoneOpen({ "mon-sun": "00:00-24:00" }), horizon: "2d", service }).slice(0, 4)).toEqual([
      "1435 calls 1 answered by 0",
      "1445 calls 1 handled",
      "1460 calls 2 answered by 0",
      "1470 calls 2 handled",
    ]);
  });
});

describe("a channel open over midnight", () => {
  it("cuts off when it closes in the morning, not at midnight", () => {
    const lines = story({
      channels: phoneOpen({ mon: "22:00-06:00" }),
      horizon: "2d",
      service: {
        patience,
        handling: { phone: minutes(10) },
        groups: { phone: { agents: 1, hours: { mon: "22:00-23:59" }, home: ["phone"] } },
        queues: { phone: { atClose: "disconnect" } },
        arrivals: { calls: comingAt("phone", [1430, 1435, 1450]) },
      },
    });
    expect(lines).toEqual([
      "1430 calls 1 answered by 0",
      // The agent goes home at 23:59, and nobody comes.
      "1440 calls 1 handled",
      "1800 calls 2 is cut off",
      "1800 calls 3 is cut off",
    ]);
  });
});

describe("rates over midnight", () => {
  const WEEKS = 4;

  /** Contacts by hour of the week. */
  function arrivalsByHour(rates: Record<string, Record<string, string>>): number[] {
    const plan = planOf(centre({ horizon: `${WEEKS * 7}d`, service: { patience, arrivals: { calls: { channel: "phone", rates } } } }));
    const hours = Array.from({ length: 168 }, () => 0);
    for (const { time } of tracedLife(plan, ["contactsOffered"]).counts) {
      const hour = Math.floor(time / 3600) % 168;
      hours[hour] = (hours[hour] ?? 0) + 1;
    }
    return hours;
  }

  it("bring contacts in the evening and after midnight, Tuesday to Saturday, as if written in two", () => {
    const hours = arrivalsByHour({ "mon-fri": { "22:00-02:00": "30/h" } });
    const expected = new Set([0, 1, 2, 3, 4].flatMap((day) => [22, 23, 24, 25].map((hour) => 24 * day + hour)));
    for (const [hour, count] of hours.entries()) expect(count > 0, `hour ${hour}`).toBe(expected.has(hour));
    for (const some of [
      [22, 23],
      [24, 25],
    ]) {
      const sum = [0, 1, 2, 3, 4].flatMap((day) => some.map((hour) => hours[24 * day + hour] ?? 0)).reduce((a, b) => a + b, 0);
      const mean = 30 * 10 * WEEKS;
      // 3 standard errors of a Poisson number.
      expect(Math.abs(sum - mean)).toBeLessThan(3 * Math.sqrt(mean));
    }
    expect(hours).toEqual(arrivalsByHour({ "mon-fri": { "22:00-24:00": "30/h" }, "tue-sat": { "00:00-02:00": "30/h" } }));
  });

  it("reach from Sunday into Monday, of the first week too", () => {
    const hours = arrivalsByHour({ sun: { "23:00-01:00": "60/h" } });
    expect(hours.flatMap((count, hour) => (count > 0 ? [hour] : []))).toEqual([0, 167]);
    expect(hours).toEqual(arrivalsByHour({ mon: { "00:00-01:00": "60/h" }, sun: { "23:00-24:00": "60/h" } }));
  });
});
