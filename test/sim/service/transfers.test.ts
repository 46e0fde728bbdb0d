/** Contacts passed on after handling, cold or with an introduction. */

import { describe, expect, it } from "vitest";
import { planOf } from "../../support/runs.ts";
import { type Centre, centre } from "./centre.ts";
import { comingAt, ENDLESS, minutes, story, sumIn, told } from "./story.ts";

type Service = NonNullable<Centre["service"]>;

const onward = { from: { topic: "sales" }, to: { topic: "support" }, share: 1 };

function desks(more: Partial<Service>): Service {
  return {
    topics: { sales: {}, support: {} },
    patience: { phone: ENDLESS, chat: ENDLESS },
    groups: { sales: { agents: 1, home: ["phone"], topics: ["sales"] }, support: { agents: 1, home: ["phone"], topics: ["support"] } },
    transfers: [onward],
    ...more,
  };
}

describe("a cold transfer", () => {
  it("frees the first agent at once, and is a further contact of the same case", () => {
    const { lines, world } = told(
      planOf(centre({ horizon: "1d", service: desks({ arrivals: { calls: comingAt("phone", [0, 1], { topic: "sales" }) } }) })),
    );
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "10 calls 1 handled",
      "10 calls 1 is passed on",
      "10 calls 2 answered by 0",
      "10 calls 1 answered by 1",
      "20 calls 1 handled",
      "20 calls 2 handled",
      "20 calls 2 is passed on",
      "20 calls 2 answered by 1",
      "30 calls 2 handled",
    ]);
    expect([sumIn(world, "contactsOffered"), sumIn(world, "transfers"), sumIn(world, "contactsHandled")]).toEqual([2, 2, 4]);
    expect([sumIn(world, "casesResolved"), sumIn(world, "caseContacts"), sumIn(world, "casesResolvedOneContact")]).toEqual([2, 4, 0]);
  });

  it("into another channel takes the line along", () => {
    const transfers = [{ from: { channel: "phone" }, to: { channel: "chat" }, share: 1 }];
    const lines = story({
      service: {
        ...desks({ transfers }),
        groups: { phone: { agents: 1, home: ["phone"] }, chat: { agents: 1, home: ["chat"] } },
        topics: { question: {} },
        queues: { phone: { lines: 1 }, chat: { lines: 1 } },
        arrivals: { calls: comingAt("phone", [0, 5, 11]), chats: comingAt("chat", [12]) },
      },
    });
    expect(lines.filter((line) => line.endsWith("turned away"))).toEqual(["5 calls 2 is turned away", "12 chats 1 is turned away"]);
    expect(lines).toContain("11 calls 3 answered by 0");
  });

  it("does not go to a channel that is down", () => {
    const transfers = [{ from: { channel: "phone" }, to: { channel: "chat" }, share: 1 }];
    const lines = story({
      service: {
        patience: { phone: ENDLESS, chat: ENDLESS },
        transfers,
        disruptions: [{ at: "5m", for: "1h", channel: "chat" }],
        arrivals: { calls: comingAt("phone", [0]) },
      },
    });
    expect(lines).toEqual(["0 calls 1 answered by 0", "10 calls 1 handled"]);
  });

  it("does not go round for ever", () => {
    const round = desks({
      transfers: [onward, { from: { topic: "support" }, to: { topic: "sales" }, share: 1 }],
      arrivals: { calls: comingAt("phone", [0], { topic: "sales" }) },
    });
    const { world } = told(planOf(centre({ horizon: "1y", service: round })));
    expect([sumIn(world, "transfers"), sumIn(world, "casesResolved")]).toEqual([32_766, 1]);
  });
});

describe("a warm transfer", () => {
  const warm = [{ ...onward, warm: minutes(3) }];

  it("keeps the first agent until the next one answers, and for the introduction, which is work of both", () => {
    const arrivals = { sales: comingAt("phone", [0, 1], { topic: "sales" }), support: comingAt("phone", [4], { topic: "support" }) };
    const lines = story({ service: desks({ transfers: warm, arrivals }) });
    expect(lines.slice(0, 8)).toEqual([
      "0 sales 1 answered by 0",
      "4 support 1 answered by 1",
      "10 sales 1 handled",
      "10 sales 1 is passed on",
      "14 support 1 handled",
      "14 sales 1 answered by 1",
      "17 sales 2 answered by 0",
      "27 sales 1 handled",
    ]);
  });

  it("needs no wait where somebody is free", () => {
    const lines = story({ service: desks({ transfers: warm, arrivals: { sales: comingAt("phone", [0, 1], { topic: "sales" }) } }) });
    expect(lines.slice(1, 6)).toEqual([
      "10 sales 1 handled",
      "10 sales 1 is passed on",
      "10 sales 1 answered by 1",
      "13 sales 2 answered by 0",
      "23 sales 1 handled",
    ]);
  });

  it("takes no introduction where an agent with several in hand takes the contact again", () => {
    const groups = { chat: { agents: 1, home: ["chat"], atOnce: 2 } };
    const lines = story({ service: desks({ groups, transfers: warm, arrivals: { sales: comingAt("chat", [0], { topic: "sales" }) } }) });
    expect(lines).toEqual([
      "0 sales 1 answered by 0",
      "10 sales 1 handled",
      "10 sales 1 is passed on",
      "10 sales 1 answered by 0",
      "20 sales 1 handled",
    ]);
  });

  it("releases the first agent when the customer gives up waiting for the next", () => {
    const lines = story({
      service: desks({
        topics: { sales: {}, support: { patience: { phone: minutes(2) } } },
        transfers: warm,
        arrivals: { sales: comingAt("phone", [0, 1], { topic: "sales" }), support: comingAt("phone", [4], { topic: "support" }) },
      }),
    });
    expect(lines.slice(2, 6)).toEqual(["10 sales 1 handled", "10 sales 1 is passed on", "12 sales 1 gives up", "12 sales 2 answered by 0"]);
  });

  it("keeps an agent beyond the end of the shift", () => {
    const arrivals = { sales: comingAt("phone", [0, 1], { topic: "sales" }), support: comingAt("phone", [4], { topic: "support" }) };
    const groups = {
      sales: { agents: 1, hours: { mon: "00:00-00:11" }, home: ["phone"], topics: ["sales"] },
      support: { agents: 1, hours: { mon: "00:00-02:00" }, home: ["phone"], topics: ["support"] },
    };
    const { lines, world } = told(planOf(centre({ horizon: "1d", service: desks({ groups, transfers: warm, arrivals }) })));
    expect(lines.some((line) => line.includes("sales 2 answered"))).toBe(false);
    expect(sumIn(world, "staffedMs") / 60_000).toBe(17 + 120);
  });
});
