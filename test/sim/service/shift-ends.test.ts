/** Ends of shifts, breaks and closing times while something is in hand or waits. */

import { describe, expect, it } from "vitest";
import { planOf } from "../../support/runs.ts";
import { centre } from "./centre.ts";
import { comingAt, ENDLESS, minutes, story, sumIn, told } from "./story.ts";

const patience = { phone: ENDLESS, chat: ENDLESS };
const calls = { calls: comingAt("phone", [0, 1]) };

describe("an agent whose shift is over", () => {
  it("finishes what is in hand, is paid for it, and takes nothing more", () => {
    const groups = { phone: { agents: 1, hours: { "mon-tue": "00:00-00:05" }, home: ["phone"], costPerHour: 60 } };
    const { lines, world } = told(planOf(centre({ horizon: "30h", service: { patience, groups, arrivals: calls } })));
    expect(lines).toEqual(["0 calls 1 answered by 0", "10 calls 1 handled", "1440 calls 2 answered by 0", "1450 calls 2 handled"]);
    expect([sumIn(world, "staffedMs") / 60_000, sumIn(world, "staffCost")]).toEqual([20, 2000]);
  });

  it("finishes all that is in hand, wrap-up included", () => {
    const groups = { chat: { agents: 1, hours: { mon: "00:00-00:05" }, home: ["chat"], atOnce: 2, totalSpeed: [1, 1.6] } };
    const service = { patience, groups, wrapUp: minutes(2), arrivals: { chats: comingAt("chat", [0, 4, 4.5]) } };
    const { lines, world } = told(planOf(centre({ horizon: "1d", service })));
    expect(lines).toEqual(["0 chats 1 answered by 0", "4 chats 2 answered by 0", "11.5 chats 1 handled", "16 chats 2 handled"]);
    expect(sumIn(world, "staffedMs") / 60_000).toBe(18);
  });
});

describe("a break", () => {
  const withBreak = (breaks: string) =>
    story({
      service: {
        patience,
        groups: { phone: { home: ["phone"], shifts: [{ agents: 1, hours: { mon: "00:00-01:00" }, breaks: { mon: breaks } }] } },
        arrivals: calls,
      },
    });

  it("begins after what is in hand, and ends when it is said to", () => {
    expect(withBreak("00:05-00:25")).toEqual([
      "0 calls 1 answered by 0",
      "10 calls 1 handled",
      "25 calls 2 answered by 0",
      "35 calls 2 handled",
    ]);
  });

  it("is lost if it ends before", () => {
    expect(withBreak("00:05-00:08")).toEqual([
      "0 calls 1 answered by 0",
      "10 calls 1 handled",
      "10 calls 2 answered by 0",
      "20 calls 2 handled",
    ]);
  });
});

describe("a channel that closes", () => {
  const closing = (atClose: "finish" | "disconnect", service = {}) =>
    story({
      channels: { phone: { kind: "live", can: ["serve"], hours: { "mon-sun": "00:00-00:05" } }, chat: { kind: "live", can: ["serve"] } },
      service: { patience, queues: { phone: { atClose } }, arrivals: calls, ...service },
    });

  it("lets who waits be served, or cuts them off; what is in hand goes on", () => {
    expect(closing("finish")).toEqual(["0 calls 1 answered by 0", "10 calls 1 handled", "10 calls 2 answered by 0", "20 calls 2 handled"]);
    expect(closing("disconnect")).toEqual(["0 calls 1 answered by 0", "5 calls 2 is cut off", "10 calls 1 handled"]);
  });

  it("turns away who comes out of self-service after that", () => {
    const queues = { phone: { atClose: "disconnect" as const, selfService: { time: minutes(4.5), settles: 0 } } };
    expect(closing("disconnect", { queues })).toEqual(["4.5 calls 1 answered by 0", "5.5 calls 2 is turned away", "14.5 calls 1 handled"]);
  });

  it("cuts off every day, who called again too", () => {
    const lines = story({
      horizon: "3d",
      channels: { phone: { kind: "live", can: ["serve"], hours: { "mon-sun": "00:00-00:05" } }, chat: { kind: "live", can: ["serve"] } },
      service: {
        patience,
        groups: { phone: { agents: 1, hours: { sun: "00:00-24:00" }, home: ["phone"] } },
        recontact: { givesUp: 0, afterMissedCall: minutes(10), afterOpening: minutes(0) },
        queues: { phone: { atClose: "disconnect" } },
        arrivals: { calls: comingAt("phone", [1]) },
      },
    });
    expect(lines).toEqual(["5 calls 1 is cut off", "1445 calls 1 is cut off", "2885 calls 1 is cut off"]);
  });
});
