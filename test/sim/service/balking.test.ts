/** Customers who leave at once instead of waiting. */

import { describe, expect, it } from "vitest";
import { comingAt, minutes, story } from "./story.ts";

describe("who balks", () => {
  it("leaves at once when nobody is free, and stays when somebody is", () => {
    const lines = story({ service: { queues: { phone: { balks: 1 } }, arrivals: { calls: comingAt("phone", [0, 1, 11]) } } });
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "1 calls 2 balks",
      "10 calls 1 handled",
      "11 calls 3 answered by 0",
      "21 calls 3 handled",
    ]);
  });
});

describe("an announced wait", () => {
  const announced = (patience: number, agents: number, calls: readonly number[]) =>
    story({
      service: {
        queues: { phone: { announce: true } },
        patience: { phone: minutes(patience) },
        groups: { phone: { agents, home: ["phone"] } },
        arrivals: { calls: comingAt("phone", calls) },
      },
    });

  it("is that of those in front and the own, at the pace of all who can serve: longer than the patience, it drives away", () => {
    // One agent, handling of 10 minutes: 10 minutes are announced to the first who waits, 20 to the second.
    expect(announced(9, 1, [0, 7, 8])).toEqual(["0 calls 1 answered by 0", "7 calls 2 balks", "8 calls 3 balks", "10 calls 1 handled"]);
    expect(announced(10, 1, [0, 7, 8])).toEqual([
      "0 calls 1 answered by 0",
      "8 calls 3 balks",
      "10 calls 1 handled",
      "10 calls 2 answered by 0",
      "20 calls 2 handled",
    ]);
  });

  it("is shorter with more agents", () => {
    // Two agents: 5 minutes to the first, 10 to the second, 15 to the third.
    expect(announced(10, 2, [0, 1, 7, 8, 9]).filter((line) => line.endsWith("balks"))).toEqual(["9 calls 5 balks"]);
  });

  it("counts the agents whom routing asks: siloed the own desk only, one queue everybody with the skill", () => {
    const under = (routing: "siloed" | "one-queue") =>
      story({
        service: {
          queues: { phone: { announce: true } },
          patience: { phone: minutes(9) },
          groups: { phone: { agents: 1, home: ["phone"] }, chat: { agents: 1, home: ["chat"], skills: { phone: {} } } },
          arrivals: { calls: comingAt("phone", [0, 1, 2]), chats: comingAt("chat", [0]) },
        },
        strategies: { multichannel: { routing } },
      }).filter((line) => line.endsWith("balks"));
    // Handling takes 10 minutes: that is what one agent is waited for, and 5 with two.
    expect(under("siloed")).toEqual(["1 calls 2 balks", "2 calls 3 balks"]);
    expect(under("one-queue")).toEqual(["2 calls 3 balks"]);
  });

  it("is endless while nobody is at work", () => {
    const lines = story({
      service: {
        queues: { phone: { announce: true } },
        groups: { phone: { agents: 1, hours: { mon: "12:00-13:00" }, home: ["phone"] } },
        arrivals: { calls: comingAt("phone", [0]) },
      },
    });
    expect(lines).toEqual(["0 calls 1 balks"]);
  });
});
