/** Agents who are missing for a while: of a group, a share of it, a site. */

import { describe, expect, it } from "vitest";
import { planOf } from "../../support/runs.ts";
import { type Centre, centre } from "./centre.ts";
import { comingAt, ENDLESS, story, sumIn, told } from "./story.ts";

type Service = NonNullable<Centre["service"]>;

const patience = { phone: ENDLESS, chat: ENDLESS };

function answers(
  disruption: NonNullable<Service["disruptions"]>[number],
  groups: NonNullable<Service["groups"]>,
  calls: readonly number[],
): string[] {
  const lines = story({ service: { patience, groups, disruptions: [disruption], arrivals: { calls: comingAt("phone", calls) } } });
  return lines.filter((line) => line.includes("answered"));
}

describe("agents who are missing", () => {
  it("finish what is in hand, and are back when it is over", () => {
    const groups = { phone: { agents: 1, home: ["phone"] } };
    expect(answers({ at: "5m", for: "10m", group: "phone", missing: 1 }, groups, [0, 6])).toEqual([
      "0 calls 1 answered by 0",
      "15 calls 2 answered by 0",
    ]);
    expect(answers({ at: "5m", for: "2m", group: "phone", missing: 1 }, groups, [0, 6])).toEqual([
      "0 calls 1 answered by 0",
      "10 calls 2 answered by 0",
    ]);
  });

  it("may be a share of the group: the idle leave first", () => {
    const groups = { phone: { agents: 2, home: ["phone"] } };
    expect(answers({ at: "5m", for: "20m", group: "phone", missing: 0.5 }, groups, [0, 6])).toEqual([
      "0 calls 1 answered by 0",
      "10 calls 2 answered by 0",
    ]);
  });

  it("may be those of a site, in all its groups", () => {
    const groups = {
      north: { agents: 1, home: ["phone"], site: "north" },
      also: { agents: 1, home: ["phone"], site: "north" },
      south: { agents: 1, home: ["phone"], site: "south" },
    };
    expect(answers({ at: "5m", for: "10m", site: "north" }, groups, [6, 7, 8])).toEqual([
      "6 calls 1 answered by 2",
      "15 calls 2 answered by 0",
      "15 calls 3 answered by 1",
    ]);
  });

  it("are paid as if they were there", () => {
    const groups = { phone: { agents: 1, home: ["phone"], costPerHour: 60 } };
    const service = { groups, disruptions: [{ at: "5m", for: "10m", group: "phone" }] };
    const { world } = told(planOf(centre({ horizon: "1h", service })));
    expect([sumIn(world, "staffedMs") / 60_000, sumIn(world, "staffCost")]).toEqual([50, 6000]);
  });
});

describe("a channel that is down", () => {
  const disruptions = [{ at: "5m", for: "30m", channel: "phone" }];

  it("carries no calls that the company has to make: they wait until it works again", () => {
    const callback = { waiting: 0, announcedWait: "0s", accepted: 1 };
    const lines = story({
      service: { patience, disruptions, queues: { phone: { callback } }, arrivals: { calls: comingAt("phone", [0, 1, 6]) } },
    });
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "1 calls 2 will be called back",
      "6 calls 3 is turned away",
      "10 calls 1 handled",
      "35 calls 2 answered by 0",
      "45 calls 2 handled",
    ]);
  });

  it("lets what is in hand end, but not begin again after an interruption", () => {
    const topics = { urgent: { priority: 1, preempts: true }, normal: { priority: 2 } };
    const groups = { all: { agents: 1, home: ["phone", "chat"] } };
    const arrivals = {
      calls: comingAt("phone", [0], { topic: "normal" }),
      chats: comingAt("chat", [6], { topic: "urgent" }),
    };
    expect(story({ service: { topics, patience, groups, disruptions, arrivals } })).toEqual([
      "0 calls 1 answered by 0",
      "6 calls 1 interrupted",
      "6 chats 1 answered by 0",
      "16 chats 1 handled",
      "35 calls 1 answered by 0",
      "39 calls 1 handled",
    ]);
  });

  it.each(["siloed", "one-queue", "skill-tiers", "idleness-ratio", "relationship"] as const)("is left alone by %s routing", (routing) => {
    const callback = { waiting: 0, announcedWait: "0s", accepted: 1 };
    const lines = story({
      service: {
        patience,
        disruptions,
        queues: { phone: { callback } },
        arrivals: { calls: comingAt("phone", [0, 0, 1, 2]), chats: comingAt("chat", [12, 13, 50]) },
      },
      strategies: { multichannel: { routing } },
    });
    const begun = lines.filter((line) => /calls . answered/u.test(line)).map((line) => Number.parseFloat(line));
    expect(begun.filter((minute) => minute >= 5 && minute < 35)).toEqual([]);
    expect(begun.filter((minute) => minute >= 35).length).toBeGreaterThan(1);
  });
});
