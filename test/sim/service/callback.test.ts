/** The offer to call back instead of waiting. */

import { describe, expect, it } from "vitest";
import { planOf, type Written } from "../../support/runs.ts";
import { liveThrough } from "../../support/worlds.ts";
import { centre } from "./centre.ts";
import { comingAt, ENDLESS, minutes, story, sumIn, told } from "./story.ts";

const patient = { patience: { phone: ENDLESS, chat: ENDLESS } };
const offer = { waiting: 1, announcedWait: "0s", accepted: 1, priority: 9, reserve: 0 };

describe("a callback", () => {
  const arrivals = { calls: comingAt("phone", [0, 1, 2, 12]) };

  it("is offered when so many wait, and made when nobody waits any more", () => {
    const { lines, world } = told(
      planOf(centre({ horizon: "1d", service: { ...patient, queues: { phone: { callback: offer } }, arrivals } })),
    );
    expect(lines).toEqual([
      "0 calls 1 answered by 0",
      "2 calls 3 will be called back",
      "10 calls 1 handled",
      "10 calls 2 answered by 0",
      "20 calls 2 handled",
      // Who came later and waits comes before the call.
      "20 calls 4 answered by 0",
      "30 calls 4 handled",
      "30 calls 3 answered by 0",
      "40 calls 3 handled",
    ]);
    // Nobody's wait, nobody's answer, and no further contact of the case.
    expect([sumIn(world, "contactsAnswered"), sumIn(world, "waitMs"), sumIn(world, "contactsAbandoned")]).toEqual([3, (9 + 8) * 60_000, 0]);
    expect([sumIn(world, "callsMade"), sumIn(world, "callbacksAccepted"), sumIn(world, "contactsHandled")]).toEqual([1, 1, 4]);
    expect([sumIn(world, "casesResolved"), sumIn(world, "caseContacts")]).toEqual([4, 4]);
  });

  it("leaves no place and no line taken", () => {
    const lines = story({
      service: { ...patient, queues: { phone: { lines: 2, capacity: 1, callback: { ...offer, waiting: 0 } } }, arrivals },
    });
    expect(lines.filter((line) => line.endsWith("called back"))).toHaveLength(3);
    expect(lines.filter((line) => line.endsWith("turned away"))).toHaveLength(0);
  });

  it("gives the line of self-service back", () => {
    const selfService = { time: minutes(0.5), settles: 0 };
    const queues = { phone: { lines: 2, selfService, callback: { ...offer, waiting: 0 } } };
    const lines = story({ service: { ...patient, queues, arrivals: { calls: comingAt("phone", [0, 1, 2]) } } });
    expect(lines.slice(0, 3)).toEqual(["0.5 calls 1 answered by 0", "1.5 calls 2 will be called back", "2.5 calls 3 will be called back"]);
  });

  it("is offered from an announced wait on", () => {
    const queues = { phone: { callback: { ...offer, waiting: 0, announcedWait: "15m" } } };
    const groups = { phone: { agents: 1, home: ["phone"] } };
    const lines = story({ service: { ...patient, queues, groups, arrivals: { calls: comingAt("phone", [0, 1, 2]) } } });
    // 10 minutes are announced to the second, 20 to the third.
    expect(lines.filter((line) => line.endsWith("called back"))).toEqual(["2 calls 3 will be called back"]);
  });

  it("announces the time after contacts too", () => {
    const queues = { phone: { callback: { ...offer, waiting: 0, announcedWait: "15m" } } };
    const groups = { phone: { agents: 1, home: ["phone"] } };
    const lines = story({ service: { ...patient, wrapUp: minutes(5), queues, groups, arrivals: { calls: comingAt("phone", [0, 1]) } } });
    // 10 minutes of talk and 5 after it are announced to the second.
    expect(lines.filter((line) => line.endsWith("called back"))).toEqual(["1 calls 2 will be called back"]);
  });

  it("may be declined by all", () => {
    const lines = story({ service: { ...patient, queues: { phone: { callback: { ...offer, accepted: 0 } } }, arrivals } });
    expect(lines.filter((line) => line.endsWith("called back"))).toEqual([]);
    expect(lines).toContain("20 calls 3 answered by 0");
  });

  it("leaves its reserve of agents idle", () => {
    const called = (reserve: number) =>
      story({
        service: {
          ...patient,
          queues: { phone: { callback: { ...offer, waiting: 0, reserve } } },
          groups: { phone: { agents: 2, home: ["phone"] } },
          arrivals: { calls: comingAt("phone", [0, 2, 3]) },
        },
      }).filter((line) => line.includes("calls 3 answered"));
    // The first agent is idle at 10, the second at 12: only then another is.
    expect([called(0), called(1)]).toEqual([["10 calls 3 answered by 0"], ["12 calls 3 answered by 1"]]);
  });
});

/** Sixty people who call about every purchase, an hour after it, and one agent on the phone. */
function people(more: Partial<NonNullable<Written["service"]>>, rest: Partial<Written> = {}): Written {
  return {
    horizon: "50h",
    channels: {
      shop: { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 } },
      phone: { kind: "live", can: ["serve"] },
      chat: { kind: "live", can: ["serve"] },
    },
    segments: { people: { size: 60, serviceAffinity: { phone: 50, chat: 0 } } },
    needs: { r: 1, alpha: "100y", timeBetweenVisits: { deterministic: "0s" }, activeHours: "always" },
    offer: {},
    service: {
      problems: 1,
      timeToProblem: { deterministic: "1h" },
      firstContactResolution: 1,
      handling: { phone: minutes(10), chat: minutes(10) },
      patience: { phone: ENDLESS, chat: ENDLESS },
      queues: { phone: { callback: { ...offer, waiting: 0 } } },
      groups: { phone: { agents: 1, home: ["phone"] }, chat: { agents: 1, home: ["chat"] } },
      ...more,
    },
    strategies: { multichannel: {}, "without phone": { channels: ["shop", "chat"] } },
    ...rest,
  };
}

describe("a modelled customer who is to be called back", () => {
  it("has one contact, and hears of it once", () => {
    const world = liveThrough(planOf(people({})));
    expect(sumIn(world, "callbacksAccepted")).toBeGreaterThan(50);
    expect(sumIn(world, "callsMade")).toBe(sumIn(world, "callbacksAccepted"));
    expect([sumIn(world, "contactsOffered"), sumIn(world, "casesResolved"), sumIn(world, "caseContacts")]).toEqual([60, 60, 60]);
  });

  it("is told that it came to nothing when the channel is given up, and turns to another", () => {
    const nobody = { phone: { agents: 1, hours: { sun: "23:00-24:00" }, home: ["phone"] }, chat: { agents: 5, home: ["chat"] } };
    const world = liveThrough(
      planOf(people({ groups: nobody, recontact: { givesUp: 0, after: minutes(30) } }, { history: "2h", horizon: "2d" })),
      {
        strategy: "without phone",
      },
    );
    const called = sumIn(world, "callsMade");
    expect(called).toBeGreaterThan(0);
    expect(sumIn(world, "callsWithdrawn")).toBe(called);
    expect([sumIn(world, "casesResolved"), sumIn(world, "casesClosed")]).toEqual([60, 60]);
    expect([world.service?.contacts.live, world.service?.cases.live]).toEqual([0, 0]);
  });
});
