/** Several contacts in an agent's hands: everybody gets a share of the agent's attention. */

import { describe, expect, it } from "vitest";
import { planOf } from "../../support/runs.ts";
import { centre } from "./centre.ts";
import { comingAt, ENDLESS, minutes, story, sumIn, told } from "./story.ts";

const patience = { phone: ENDLESS, chat: ENDLESS };
/** Two chats at once, each at four fifths of the speed. */
const groups = { chat: { agents: 1, home: ["chat"], atOnce: 2, totalSpeed: [1, 1.6] } };

describe("chats at once", () => {
  it("slow each other down, and go on faster when one is done", () => {
    const service = { patience, groups, arrivals: { chats: comingAt("chat", [0, 5]) } };
    const { lines, world } = told(planOf(centre({ horizon: "1d", service })));
    // From 5 on both at 0.8: the five minutes that are left of the first take 6.25, and as much is done of the second.
    expect(lines).toEqual(["0 chats 1 answered by 0", "5 chats 2 answered by 0", "11.25 chats 1 handled", "16.25 chats 2 handled"]);
    expect([sumIn(world, "handlingMs"), sumIn(world, "busyMs")].map((ms) => ms / 60_000)).toEqual([22.5, 16.25]);
  });

  it("leave no room for a third, who begins when the first is done", () => {
    const lines = story({ service: { patience, groups, arrivals: { chats: comingAt("chat", [0, 5, 6]) } } });
    expect(lines).toEqual([
      "0 chats 1 answered by 0",
      "5 chats 2 answered by 0",
      "11.25 chats 1 handled",
      "11.25 chats 3 answered by 0",
      "17.5 chats 2 handled",
      "22.5 chats 3 handled",
    ]);
  });

  it("each lose a fifth of their speed to every further one unless the scenario says otherwise", () => {
    const three = { chat: { agents: 1, home: ["chat"], atOnce: 3 } };
    const lines = story({
      service: { patience, groups: three, arrivals: { a: comingAt("chat", [0]), b: comingAt("chat", [0]), c: comingAt("chat", [0]) } },
    });
    // Ten minutes at 0.64.
    expect(lines.slice(3)).toEqual(["15.625 a 1 handled", "15.625 b 1 handled", "15.625 c 1 handled"]);
  });

  it("go to the agent with the fewest in hand", () => {
    const two = { chat: { agents: 2, home: ["chat"], atOnce: 2 } };
    const lines = story({ service: { patience, groups: two, arrivals: { chats: comingAt("chat", [0, 1, 2, 3]) } } });
    expect(lines.slice(0, 4)).toEqual([
      "0 chats 1 answered by 0",
      "1 chats 2 answered by 1",
      "2 chats 3 answered by 0",
      "3 chats 4 answered by 1",
    ]);
  });
});

describe("a contact that needs the agent alone", () => {
  it("waits until the agent has nothing in hand, and then lets nothing beside it", () => {
    const mixed = { team: { agents: 1, home: ["phone", "chat"], atOnce: 2, totalSpeed: [1, 1.6], besideOthers: ["chat"] } };
    const arrivals = { chats: comingAt("chat", [0, 3, 15]), calls: comingAt("phone", [2]) };
    expect(story({ service: { patience, groups: mixed, arrivals } })).toEqual([
      "0 chats 1 answered by 0",
      "3 chats 2 answered by 0",
      // Seven minutes at 0.8.
      "11.75 chats 1 handled",
      "14.75 chats 2 handled",
      "14.75 calls 1 answered by 0",
      "24.75 calls 1 handled",
      "24.75 chats 3 answered by 0",
      "34.75 chats 3 handled",
    ]);
  });
});

describe("wrap-up with several contacts in hand", () => {
  it("takes the place of a contact, slows the others and is slowed by them", () => {
    const service = { patience, groups, wrapUp: minutes(2), arrivals: { chats: comingAt("chat", [0, 1, 2]) } };
    const { lines, world } = told(planOf(centre({ horizon: "1d", service })));
    expect(lines).toEqual([
      "0 chats 1 answered by 0",
      "1 chats 2 answered by 0",
      // Nine minutes at 0.8 after one alone; then one minute is left of the second, and two are to be wrapped up.
      "12.25 chats 1 handled",
      "13.5 chats 2 handled",
      // One of the two minutes was left when the second chat ended.
      "14.75 chats 3 answered by 0",
      // The second wrap-up ends at 16; from then on the chat is alone.
      "25 chats 3 handled",
    ]);
    expect([sumIn(world, "wrapUpMs"), sumIn(world, "busyMs")].map((ms) => ms / 60_000)).toEqual([2.5 + 2.5 + 2, 27]);
  });
});
