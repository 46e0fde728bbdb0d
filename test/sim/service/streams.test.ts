/** Finite sources, backlogs and load, as agents see them. */

import { describe, expect, it } from "vitest";
import type { Centre } from "./centre.ts";
import { comingAt, ENDLESS, minutes, story } from "./story.ts";

const patience = { phone: ENDLESS, outbound: ENDLESS };

describe("a finite source", () => {
  it("brings each caller back some time after the case is closed", () => {
    const calls = { channel: "phone", callers: { number: 2, until: minutes(5) }, limit: 4 };
    expect(story({ service: { patience, arrivals: { calls } } })).toEqual([
      "5 calls 1 answered by 0",
      "15 calls 1 handled",
      "15 calls 2 answered by 0",
      "25 calls 2 handled",
      "25 calls 3 answered by 0",
      "35 calls 3 handled",
      "35 calls 4 answered by 0",
      "45 calls 4 handled",
    ]);
  });

  it("counts the time from the end of the case, not of the contact", () => {
    const calls = { channel: "phone", callers: { number: 1, until: minutes(5) }, limit: 2 };
    const recontact = { givesUp: 0, givesUpWaiting: 0, afterMissedCall: minutes(10) };
    const groups = { phone: { agents: 1, hours: { mon: "00:20-10:00" }, home: ["phone"] } };
    const lines = story({ service: { patience: { phone: minutes(3) }, recontact, groups, arrivals: { calls } } });
    expect(lines).toEqual([
      "8 calls 1 gives up",
      "20 calls 1 answered by 0",
      "30 calls 1 handled",
      "35 calls 2 answered by 0",
      "45 calls 2 handled",
    ]);
  });
});

describe("a backlog", () => {
  const channels: NonNullable<Centre["channels"]> = {
    phone: { kind: "live", can: ["serve"] },
    outbound: { kind: "deferred", can: ["serve"] },
  };
  const strategies = { multichannel: { routing: "one-queue" as const } };
  const blended = (reserve: number) =>
    story({
      channels,
      strategies,
      service: {
        topics: { calls: {}, chores: { reserve } },
        handling: { phone: minutes(10), outbound: minutes(10) },
        patience,
        groups: { team: { agents: 2, home: ["phone", "outbound"] } },
        arrivals: {
          calls: comingAt("phone", [5], { topic: "calls" }),
          work: { channel: "outbound", topic: "chores", backlog: true, limit: 4 },
        },
      },
    }).filter((line) => line.includes("answered"));

  it("keeps everybody busy, and lets calls come before it", () => {
    expect(blended(0)).toEqual([
      "0 work 1 answered by 0",
      "0 work 2 answered by 1",
      "10 calls 1 answered by 0",
      "10 work 3 answered by 1",
      "20 work 4 answered by 1",
    ]);
  });

  it("leaves its reserve of agents to the calls", () => {
    expect(blended(1)).toEqual([
      "0 work 1 answered by 0",
      "5 calls 1 answered by 1",
      "15 work 2 answered by 1",
      "25 work 3 answered by 1",
      "35 work 4 answered by 1",
    ]);
  });

  it("does not run dry when a contact is lost: given up, or cut off by an outage", () => {
    const lost = (patient: typeof ENDLESS, disruptions: { at: string; for: string; channel: string }[]) =>
      story({
        channels,
        strategies,
        service: {
          handling: { outbound: minutes(10) },
          patience: { outbound: patient },
          groups: { team: { agents: 1, hours: { mon: "02:00-03:00" }, home: ["outbound"] } },
          disruptions,
          arrivals: { work: { channel: "outbound", backlog: true, limit: 4 } },
        },
      }).filter((line) => !line.includes("handled"));
    expect(lost(minutes(2), []).slice(0, 3)).toEqual(["2 work 1 gives up", "64 work 2 gives up", "124 work 3 answered by 0"]);
    expect(lost(ENDLESS, [{ at: "5m", for: "70m", channel: "outbound" }]).slice(0, 3)).toEqual([
      "5 work 1 is cut off",
      "65 work 2 is turned away",
      "125 work 3 answered by 0",
    ]);
  });
});

describe("load", () => {
  it("brings contacts so many times as often, and so many more in surges", () => {
    const answered = (load: number) =>
      story({
        horizon: "1h",
        service: {
          load,
          patience,
          groups: { phone: { agents: 50, home: ["phone"] } },
          arrivals: {
            calls: { channel: "phone", between: minutes(12) },
            more: { channel: "phone", between: ENDLESS, surges: [{ at: "5m", contacts: 4 }] },
          },
        },
      })
        .filter((line) => line.includes("answered"))
        .map((line) => line.split(" ").slice(0, 2).join(" "));
    expect(answered(1)).toEqual([...Array<string>(4).fill("5 more"), "12 calls", "24 calls", "36 calls", "48 calls"]);
    expect(answered(2)).toHaveLength(8 + 9);
    expect(answered(0)).toEqual([]);
  });
});
