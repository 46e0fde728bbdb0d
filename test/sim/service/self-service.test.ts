/** Self-service before the queue. */

import { describe, expect, it } from "vitest";
import { planOf } from "../../support/runs.ts";
import { centre } from "./centre.ts";
import { comingAt, ENDLESS, minutes, story, sumIn, told } from "./story.ts";

describe("self-service", () => {
  it("settles cases without an agent", () => {
    const queues = { phone: { selfService: { time: minutes(2), settles: 1 } } };
    const { lines, world } = told(planOf(centre({ horizon: "1d", service: { queues, arrivals: { calls: comingAt("phone", [0, 1]) } } })));
    expect(lines).toEqual(["2 calls 1 is contained", "3 calls 2 is contained"]);
    expect([sumIn(world, "casesResolved"), sumIn(world, "casesResolvedOneContact"), sumIn(world, "contactsAnswered")]).toEqual([2, 2, 0]);
  });

  it("comes before the queue, and its time is nobody's wait", () => {
    const queues = { phone: { selfService: { time: minutes(2), settles: 0 } } };
    const { lines, world } = told(planOf(centre({ horizon: "1d", service: { queues, arrivals: { calls: comingAt("phone", [0]) } } })));
    expect(lines).toEqual(["2 calls 1 answered by 0", "12 calls 1 handled"]);
    expect([sumIn(world, "waitMs"), sumIn(world, "contactsWaited")]).toEqual([0, 0]);
  });

  it("in front of a backlog brings the next contact when it settles one, as an answer does", () => {
    const backlog = (settles: number) =>
      story({
        service: {
          patience: { phone: ENDLESS },
          queues: { phone: { selfService: { time: minutes(2), settles } } },
          arrivals: { pile: { channel: "phone", backlog: true, limit: 3 } },
        },
      });
    expect(backlog(1)).toEqual(["2 pile 1 is contained", "4 pile 2 is contained", "6 pile 3 is contained"]);
    expect(backlog(0).filter((line) => line.includes("answered"))).toEqual([
      "2 pile 1 answered by 0",
      "12 pile 2 answered by 0",
      "22 pile 3 answered by 0",
    ]);
  });

  it("holds a line from the beginning", () => {
    const queues = { phone: { lines: 1, selfService: { time: minutes(2), settles: 1 } } };
    const lines = story({ service: { queues, arrivals: { calls: comingAt("phone", [0, 1, 3]) } } });
    expect(lines).toEqual(["1 calls 2 is turned away", "2 calls 1 is contained", "5 calls 3 is contained"]);
  });

  it("holds the same line in the queue and in handling", () => {
    const queues = { phone: { lines: 1, selfService: { time: minutes(2), settles: 0 } } };
    const lines = story({ service: { queues, arrivals: { calls: comingAt("phone", [0, 11, 12.5]) } } });
    expect(lines).toEqual([
      "2 calls 1 answered by 0",
      "11 calls 2 is turned away",
      "12 calls 1 handled",
      "14.5 calls 3 answered by 0",
      "24.5 calls 3 handled",
    ]);
  });

  it("settles the share that it is said to", () => {
    const queues = { phone: { selfService: { time: minutes(2), settles: 0.3 } } };
    const arrivals = { calls: { channel: "phone", rate: "60/h" } };
    const { world } = told(planOf(centre({ horizon: "7d", service: { queues, arrivals } })));
    const came = sumIn(world, "contactsOffered");
    // Binomial: within three standard errors.
    expect(Math.abs(sumIn(world, "contactsContained") / came - 0.3)).toBeLessThan(3 * Math.sqrt(0.21 / came));
  });
});
