/** Routing that is asked again about a contact that waits: overflow to helping groups, waiting for the agent who knows the case. */

import { describe, expect, it } from "vitest";
import { comingAt, ENDLESS, minutes, story } from "./story.ts";

describe("an overflow delay", () => {
  const groups = {
    phone: { agents: 1, home: ["phone"] },
    help: { agents: 1, home: ["chat"], skills: { phone: { tier: 2, after: "3m" } } },
  };
  const strategies = { multichannel: { routing: "skill-tiers" as const } };
  const calls = (times: readonly number[]) => ({ calls: comingAt("phone", times) });

  it("passes before another group helps, though somebody is idle there", () => {
    const lines = story({ service: { patience: { phone: ENDLESS }, groups, arrivals: calls([0, 1]) }, strategies });
    expect(lines).toEqual(["0 calls 1 answered by 0", "4 calls 2 answered by 1", "10 calls 1 handled", "14 calls 2 handled"]);
  });

  it("has no effect on who has been answered by then, or has given up", () => {
    const answered = story({ service: { patience: { phone: ENDLESS }, groups, arrivals: calls([0, 8]) }, strategies });
    expect(answered).toEqual(["0 calls 1 answered by 0", "10 calls 1 handled", "10 calls 2 answered by 0", "20 calls 2 handled"]);
    const givenUp = story({ service: { patience: { phone: minutes(2) }, groups, arrivals: calls([0, 1]) }, strategies });
    expect(givenUp).toEqual(["0 calls 1 answered by 0", "3 calls 2 gives up", "10 calls 1 handled"]);
  });

  it("holds for agents who become free as well", () => {
    const arrivals = { chats: comingAt("chat", [0]), calls: comingAt("phone", [0, 8, 8.5]) };
    const quick = { phone: minutes(20), chat: minutes(10) };
    // At 10 the helper is free; the first who waits may be taken at 11, the next is left.
    const lines = story({ service: { handling: quick, patience: { phone: ENDLESS }, groups, arrivals }, strategies });
    expect(lines.filter((line) => line.includes("answered"))).toEqual([
      "0 chats 1 answered by 1",
      "0 calls 1 answered by 0",
      "11 calls 2 answered by 1",
      "20 calls 3 answered by 0",
    ]);
  });
});

describe("a contact whose agent is known", () => {
  const firstCaller = (waitLimit: string) =>
    story({
      horizon: "1h",
      service: {
        firstContactResolution: 0,
        recontact: { givesUp: 0, after: minutes(20) },
        patience: { phone: ENDLESS },
        groups: { phone: { agents: 2, home: ["phone"] } },
        // The first caller calls again at 30: the agent who knows the case is busy from 25 to 35, the other from 21 to 31.
        arrivals: { calls: comingAt("phone", [0, 21, 25]) },
      },
      strategies: { multichannel: { routing: { relationship: { waitLimit } } } },
    }).filter((line) => line.includes("calls 1 answered"));

  it("waits for that agent within the limit, though another is free", () => {
    expect(firstCaller("10m")).toEqual(["0 calls 1 answered by 0", "35 calls 1 answered by 0"]);
  });

  it("is given to another when the limit has passed", () => {
    expect(firstCaller("3m")).toEqual(["0 calls 1 answered by 0", "33 calls 1 answered by 1"]);
  });

  it("is given to whoever is free first without patience for it", () => {
    expect(firstCaller("30s")).toEqual(["0 calls 1 answered by 0", "31 calls 1 answered by 1"]);
  });
});
