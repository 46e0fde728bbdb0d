/** Customers who leave without telling. */

import { describe, expect, it } from "vitest";
import { planOf } from "../../support/runs.ts";
import { centre } from "./centre.ts";
import { comingAt, minutes, story, sumIn, told } from "./story.ts";

const silent = { share: 1, noticedAfter: minutes(2) };

describe("who leaves silently", () => {
  it("costs an agent time, is counted once, and is not handled", () => {
    const service = { queues: { phone: { silent } }, arrivals: { calls: comingAt("phone", [0, 1, 9]) } };
    const { lines, world } = told(planOf(centre({ horizon: "1d", service })));
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "6 calls 2 leaves silently",
      "6 calls 2 gives up",
      "10 calls 1 handled",
      "10 calls 2 answered by 0",
      "12 calls 2 found gone",
      "12 calls 3 answered by 0",
      "22 calls 3 handled",
    ]);
    expect([sumIn(world, "contactsAbandoned"), sumIn(world, "contactsAnswered"), sumIn(world, "contactsHandled")]).toEqual([1, 2, 2]);
    expect([sumIn(world, "handlingMs"), sumIn(world, "busyMs"), sumIn(world, "waitMs")].map((ms) => ms / 60_000)).toEqual([20, 22, 5 + 3]);
    expect([world.service?.contacts.live, world.service?.cases.live]).toEqual([0, 0]);
  });

  it("wastes a place in the queue", () => {
    const turnedAway = (share: number) =>
      story({
        service: { queues: { phone: { capacity: 1, silent: { ...silent, share } } }, arrivals: { calls: comingAt("phone", [0, 1, 7]) } },
      }).filter((line) => line.endsWith("turned away"));
    expect([turnedAway(0), turnedAway(1)]).toEqual([[], ["7 calls 3 is turned away"]]);
  });

  it("is forgotten when the channel fails", () => {
    const disruptions = [{ at: "8m", for: "1m", channel: "phone" }];
    const lines = story({ service: { queues: { phone: { silent } }, disruptions, arrivals: { calls: comingAt("phone", [0, 1]) } } });
    expect(lines).toEqual(["0 calls 1 answered by 0", "6 calls 2 leaves silently", "6 calls 2 gives up", "10 calls 1 handled"]);
  });

  it("may come back before it is noticed, and the case goes on", () => {
    const service = {
      queues: { phone: { silent } },
      recontact: { givesUp: 0, afterMissedCall: minutes(1) },
      groups: { phone: { agents: 1, hours: { mon: "00:20-24:00" }, home: ["phone"] } },
      arrivals: { calls: comingAt("phone", [0]) },
    };
    const { lines, world } = told(planOf(centre({ horizon: "1d", service })));
    // Comes at 0, 6, 12, 18 and 24; from 20 on four leftovers are found one after the other, then the fifth try is answered in time.
    expect(lines.filter((line) => line.endsWith("found gone"))).toHaveLength(4);
    expect(lines.slice(-2)).toEqual(["28 calls 1 answered by 0", "38 calls 1 handled"]);
    expect(sumIn(world, "casesResolved")).toBe(1);
    expect([world.service?.contacts.live, world.service?.cases.live]).toEqual([0, 0]);
  });

  it("tells the agent who stays to hand the contact over: nobody is left holding", () => {
    const service = {
      topics: { sales: { patience: { phone: minutes(60) } }, support: { patience: { phone: minutes(2) } } },
      queues: { phone: { silent } },
      transfers: [{ from: { topic: "sales" }, to: { topic: "support" }, share: 1, warm: minutes(3) }],
      groups: {
        sales: { agents: 1, home: ["phone"], topics: ["sales"] },
        support: { agents: 1, hours: { sun: "23:00-24:00" }, home: ["phone"], topics: ["support"] },
      },
      arrivals: { calls: comingAt("phone", [0, 1], { topic: "sales" }) },
    };
    expect(story({ service }).slice(0, 4)).toEqual([
      "0 calls 1 answered by 0",
      "10 calls 1 handled",
      "10 calls 1 is passed on",
      "12 calls 1 gives up",
    ]);
  });
});
