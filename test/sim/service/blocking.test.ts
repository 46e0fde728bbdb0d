/** Limits: places to wait, lines, a channel that is down. */

import { describe, expect, it } from "vitest";
import { comingAt, ENDLESS, minutes, story } from "./story.ts";

const patient = { patience: { phone: ENDLESS, chat: ENDLESS } };

describe("a channel with places to wait", () => {
  it("turns away who finds nobody free and all places taken", () => {
    const lines = story({
      service: { ...patient, queues: { phone: { capacity: 1 } }, arrivals: { calls: comingAt("phone", [0, 1, 2, 11]) } },
    });
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "2 calls 3 is turned away",
      "10 calls 1 handled",
      "10 calls 2 answered by 0",
      // A place is free again.
      "20 calls 2 handled",
      "20 calls 4 answered by 0",
      "30 calls 4 handled",
    ]);
  });

  it("turns away everybody who would have to wait if there are none, and nobody else", () => {
    const lines = story({
      service: { ...patient, queues: { phone: { capacity: 0 } }, arrivals: { calls: comingAt("phone", [0, 5, 11]) } },
    });
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "5 calls 2 is turned away",
      "10 calls 1 handled",
      "11 calls 3 answered by 0",
      "21 calls 3 handled",
    ]);
  });

  it("counts places by channel", () => {
    const arrivals = { calls: comingAt("phone", [0, 1]), chats: comingAt("chat", [0, 1]) };
    const lines = story({ service: { ...patient, queues: { phone: { capacity: 0 } }, arrivals } });
    expect(lines).toContain("1 calls 2 is turned away");
    expect(lines).toContain("10 chats 2 answered by 1");
  });
});

describe("a channel with lines", () => {
  it("turns away who finds all of them taken, by waiting and by handling", () => {
    const lines = story({
      service: { ...patient, queues: { phone: { lines: 2 } }, arrivals: { calls: comingAt("phone", [0, 1, 2, 11, 12]) } },
    });
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "2 calls 3 is turned away",
      "10 calls 1 handled",
      "10 calls 2 answered by 0",
      "12 calls 5 is turned away",
      "20 calls 2 handled",
      "20 calls 4 answered by 0",
      "30 calls 4 handled",
    ]);
  });

  it("takes the line with a contact that is given up back", () => {
    const lines = story({ service: { queues: { phone: { lines: 2 } }, arrivals: { calls: comingAt("phone", [0, 1, 7]) } } });
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "6 calls 2 gives up",
      "10 calls 1 handled",
      "10 calls 3 answered by 0",
      "20 calls 3 handled",
    ]);
  });
});

describe("a channel that is down", () => {
  const disruptions = [{ at: "5m", for: "10m", channel: "phone" }];

  it("cuts off who waits, turns away who comes, and lets what is in hand go on", () => {
    const lines = story({ service: { ...patient, disruptions, arrivals: { calls: comingAt("phone", [0, 1, 6, 15]) } } });
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "5 calls 2 is cut off",
      "6 calls 3 is turned away",
      "10 calls 1 handled",
      "15 calls 4 answered by 0",
      "25 calls 4 handled",
    ]);
  });

  it("leaves other channels alone", () => {
    const lines = story({ service: { ...patient, disruptions, arrivals: { chats: comingAt("chat", [0, 1]) } } });
    expect(lines).toEqual(["0 chats 1 answered by 1", "10 chats 1 handled", "10 chats 2 answered by 1", "20 chats 2 handled"]);
  });

  it("turns away who comes out of self-service then", () => {
    const queues = { phone: { selfService: { time: minutes(2), settles: 0 } } };
    const lines = story({ service: { ...patient, queues, disruptions, arrivals: { calls: comingAt("phone", [4]) } } });
    expect(lines).toEqual(["6 calls 1 is turned away"]);
  });
});
