/** Whoever was not helped tries again or gives up, each cause in its own way. */

import { describe, expect, it } from "vitest";
import { planOf, type Written } from "../../support/runs.ts";
import { liveThrough } from "../../support/worlds.ts";
import { type Centre, centre } from "./centre.ts";
import { comingAt, ENDLESS, minutes, story, sumIn, told } from "./story.ts";

type Recontact = NonNullable<NonNullable<Centre["service"]>["recontact"]>;

const times: Recontact = { after: minutes(30), afterMissedCall: minutes(7), afterBlocked: minutes(4) };

function tries(recontact: Recontact, service: Partial<NonNullable<Centre["service"]>> = {}): string[] {
  const lines = story({
    horizon: "1h",
    service: { recontact: { ...times, ...recontact }, arrivals: { calls: comingAt("phone", [0, 1]) }, ...service },
  });
  return lines.filter((line) => line.includes("calls 2"));
}

describe("a caller who hung up", () => {
  it("tries again after the time for missed calls, or gives up with the share for waiting", () => {
    expect(tries({ givesUp: 1, givesUpWaiting: 0 })).toEqual(["6 calls 2 gives up", "13 calls 2 answered by 0", "23 calls 2 handled"]);
    expect(tries({ givesUp: 0, givesUpWaiting: 1 })).toEqual(["6 calls 2 gives up"]);
    expect(tries({ givesUp: 1 })).toEqual(["6 calls 2 gives up"]);
  });

  it("is counted as trying again, and only then", () => {
    const service = { recontact: { ...times, givesUp: 0 }, arrivals: { calls: comingAt("phone", [0, 1]) } };
    const { world } = told(planOf(centre({ horizon: "1d", service })));
    expect([sumIn(world, "redials"), sumIn(world, "recontacts")]).toEqual([1, 1]);
  });
});

describe("a caller who was turned away", () => {
  const queues = { phone: { capacity: 0 } };

  it("tries again after the time for that, or gives up with the share for that", () => {
    expect(tries({ givesUp: 1, givesUpWaiting: 1, givesUpBlocked: 0 }, { queues })).toEqual([
      "1 calls 2 is turned away",
      "5 calls 2 is turned away",
      "9 calls 2 is turned away",
      "13 calls 2 answered by 0",
      "23 calls 2 handled",
    ]);
    expect(tries({ givesUp: 0, givesUpWaiting: 0, givesUpBlocked: 1 }, { queues })).toEqual(["1 calls 2 is turned away"]);
  });
});

describe("a caller who never gives up and loses no time", () => {
  it("ends the run, and the error says what to change", () => {
    const service = { queues: { phone: { capacity: 0 } }, recontact: { givesUpBlocked: 0, afterBlocked: minutes(0) } };
    expect(() => tries(service.recontact, service)).toThrow(/tries again 1000 times at one instant.*afterBlocked.*givesUpBlocked/u);
  });
});

describe("a caller who balked, or was cut off", () => {
  it("behaves as one who hung up", () => {
    const balked = tries({ givesUp: 1, givesUpWaiting: 0 }, { queues: { phone: { balks: 1 } } });
    expect(balked).toEqual(["1 calls 2 balks", "8 calls 2 balks", "15 calls 2 answered by 0", "25 calls 2 handled"]);
    const cutOff = tries({ givesUp: 1, givesUpWaiting: 0 }, { disruptions: [{ at: "3m", for: "1m", channel: "phone" }] });
    expect(cutOff).toEqual(["3 calls 2 is cut off", "10 calls 2 answered by 0", "20 calls 2 handled"]);
  });
});

describe("a caller who was not helped by the answer", () => {
  it("reconnects later, or gives up with the general share", () => {
    const again = (givesUp: number) =>
      tries({ givesUp, givesUpWaiting: 1, givesUpBlocked: 1 }, { firstContactResolution: 0, patience: { phone: ENDLESS } });
    expect(again(0).filter((line) => line.includes("answered"))).toEqual(["10 calls 2 answered by 0", "50 calls 2 answered by 0"]);
    expect(again(1)).toEqual(["10 calls 2 answered by 0", "20 calls 2 handled"]);
  });
});

/** People who call about every purchase an hour after it, all at the same time, and nobody who answers. */
function people(recontact: Recontact, capacity: number): Written {
  return {
    horizon: "6h",
    channels: { shop: { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 } }, phone: { kind: "live", can: ["serve"] } },
    segments: { people: { size: 20 } },
    needs: { r: 1, alpha: "100y", timeBetweenVisits: { deterministic: "0s" }, activeHours: "always" },
    offer: {},
    service: {
      problems: 1,
      timeToProblem: { deterministic: "1h" },
      patience: { phone: minutes(10) },
      queues: { phone: { capacity } },
      recontact: { ...times, ...recontact },
      groups: { phone: { agents: 1, hours: { sun: "23:00-24:00" }, home: ["phone"] } },
    },
    strategies: { multichannel: {} },
  };
}

describe("modelled customers", () => {
  const counted = (recontact: Recontact, capacity: number) => {
    const world = liveThrough(planOf(people(recontact, capacity)));
    return { offered: sumIn(world, "contactsOffered"), closed: sumIn(world, "casesClosed") };
  };

  it("give up after hanging up, or after being turned away, with the shares for these", () => {
    expect(counted({ givesUp: 0, givesUpWaiting: 1 }, 100)).toEqual({ offered: 20, closed: 20 });
    expect(counted({ givesUp: 1, givesUpWaiting: 0 }, 100).closed).toBe(0);
    expect(counted({ givesUp: 0, givesUpBlocked: 1 }, 0)).toEqual({ offered: 20, closed: 20 });
    expect(counted({ givesUp: 1, givesUpBlocked: 0, afterBlocked: minutes(20) }, 0).closed).toBe(0);
  });

  it("try again sooner after being turned away", () => {
    const every = (after: number) => counted({ givesUp: 0, afterBlocked: minutes(after) }, 0).offered;
    expect(every(20)).toBeGreaterThan(1.8 * every(40));
  });
});
