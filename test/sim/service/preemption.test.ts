/** Urgent contacts that interrupt the handling of others, which goes on later where it stopped. */

import { describe, expect, it } from "vitest";
import { planOf } from "../../support/runs.ts";
import { type Centre, centre } from "./centre.ts";
import { comingAt, ENDLESS, minutes, story, sumIn, told } from "./story.ts";

type Service = NonNullable<Centre["service"]>;

const topics = { urgent: { priority: 1, preempts: true }, normal: { priority: 2 }, routine: { priority: 3 } };
const base: Service = { topics, patience: { phone: ENDLESS, chat: ENDLESS } };
const at = (topic: string, times: readonly number[]) => comingAt("phone", times, { topic });

describe("an urgent contact", () => {
  it("interrupts a lower class, which goes on with exactly the work that is left", () => {
    const { lines, world } = told(
      planOf(centre({ horizon: "1d", service: { ...base, arrivals: { routine: at("routine", [0]), urgent: at("urgent", [4]) } } })),
    );
    expect(lines).toEqual([
      "0 routine 1 answered by 0",
      "4 routine 1 interrupted",
      "4 urgent 1 answered by 0",
      "14 urgent 1 handled",
      "14 routine 1 answered by 0",
      "20 routine 1 handled",
    ]);
    // Handled once, for ten minutes; the ten it waited in between are a wait.
    expect([sumIn(world, "contactsHandled"), sumIn(world, "contactsAnswered"), sumIn(world, "interruptions")]).toEqual([2, 2, 1]);
    expect([sumIn(world, "handlingMs"), sumIn(world, "waitMs"), sumIn(world, "busyMs")].map((ms) => ms / 60_000)).toEqual([20, 10, 20]);
  });

  it("may interrupt again and again", () => {
    const lines = story({ service: { ...base, arrivals: { routine: at("routine", [0]), urgent: at("urgent", [4, 15]) } } });
    expect(lines.filter((line) => line.includes("routine"))).toEqual([
      "0 routine 1 answered by 0",
      "4 routine 1 interrupted",
      "14 routine 1 answered by 0",
      "15 routine 1 interrupted",
      "25 routine 1 answered by 0",
      "30 routine 1 handled",
    ]);
  });

  it("interrupts nobody while somebody is free, and none of its own class", () => {
    const groups = { phone: { agents: 2, home: ["phone"] } };
    const lines = story({ service: { ...base, groups, arrivals: { routine: at("routine", [0]), urgent: at("urgent", [1, 2, 3]) } } });
    expect(lines).toEqual([
      "0 routine 1 answered by 0",
      "1 urgent 1 answered by 1",
      "2 routine 1 interrupted",
      "2 urgent 2 answered by 0",
      "11 urgent 1 handled",
      "11 urgent 3 answered by 1",
      "12 urgent 2 handled",
      "12 routine 1 answered by 0",
      "20 routine 1 handled",
      "21 urgent 3 handled",
    ]);
  });

  it("interrupts the lowest class in hand", () => {
    const groups = { phone: { agents: 2, home: ["phone"] } };
    const lines = story({
      service: { ...base, groups, arrivals: { a: at("normal", [0]), b: at("routine", [1]), urgent: at("urgent", [2]) } },
    });
    expect(lines).toContain("2 b 1 interrupted");
    expect(lines).not.toContain("2 a 1 interrupted");
  });

  it("does not interrupt who is about to go home, or wraps up", () => {
    const wrapping = story({
      service: { ...base, wrapUp: { deterministic: "5m" }, arrivals: { routine: at("routine", [0]), urgent: at("urgent", [12]) } },
    });
    expect(wrapping).toEqual(["0 routine 1 answered by 0", "10 routine 1 handled", "15 urgent 1 answered by 0", "25 urgent 1 handled"]);
    const groups = { phone: { agents: 1, hours: { "mon-sun": "00:00-00:05" }, home: ["phone"] } };
    const leaving = story({ service: { ...base, groups, arrivals: { routine: at("routine", [0]), urgent: at("urgent", [6]) } } });
    expect(leaving).toEqual(["0 routine 1 answered by 0", "10 routine 1 handled"]);
  });

  it("without preemption only comes first", () => {
    const patiently = { ...topics, urgent: { priority: 1 } };
    const arrivals = { routine: at("routine", [0, 1]), urgent: at("urgent", [4]) };
    expect(story({ service: { ...base, topics: patiently, arrivals } })).toEqual([
      "0 routine 1 answered by 0",
      "10 routine 1 handled",
      "10 urgent 1 answered by 0",
      "20 urgent 1 handled",
      "20 routine 2 answered by 0",
      "30 routine 2 handled",
    ]);
  });
});

describe("an interrupted contact", () => {
  it.each(["siloed", "one-queue", "skill-tiers", "fastest-first"] as const)(
    "keeps its place before those who came later, under %s",
    (routing) => {
      const arrivals = { routine: at("routine", [0, 1]), urgent: at("urgent", [4]) };
      const groups = { phone: { agents: 1, home: ["phone"] } };
      const lines = story({ service: { ...base, groups, arrivals }, strategies: { multichannel: { routing } } });
      expect(lines.slice(3)).toEqual([
        "14 urgent 1 handled",
        "14 routine 1 answered by 0",
        "20 routine 1 handled",
        "20 routine 2 answered by 0",
        "30 routine 2 handled",
      ]);
    },
  );

  it("keeps its place also before other topics of its class", () => {
    const both = { ...topics, also: { priority: 3 } };
    const arrivals = { routine: at("routine", [0]), also: at("also", [1]), urgent: at("urgent", [4]) };
    expect(story({ service: { ...base, topics: both, arrivals } })).toContain("14 routine 1 answered by 0");
  });

  it("may go on with another agent, who does what is left at the own speed", () => {
    const groups = {
      slow: { agents: 1, home: ["phone"], skills: { phone: { speed: 0.5 } } },
      fast: { agents: 1, home: ["phone"], skills: { phone: { speed: 2 } } },
    };
    const lines = story({
      service: { ...base, groups, arrivals: { routine: at("routine", [0]), urgent: at("urgent", [1, 2]) } },
      strategies: { multichannel: { routing: "one-queue" } },
    });
    expect(lines).toEqual([
      "0 routine 1 answered by 0",
      "1 urgent 1 answered by 1",
      "2 routine 1 interrupted",
      "2 urgent 2 answered by 0",
      "6 urgent 1 handled",
      // Eighteen minutes at half the speed are nine of work, and take four and a half.
      "6 routine 1 answered by 1",
      "10.5 routine 1 handled",
      "22 urgent 2 handled",
    ]);
  });
});

describe("an interrupted contact with patience", () => {
  const groups = { phone: { agents: 1, home: ["phone"] } };

  it("hangs up when that is over, and counts as answered", () => {
    const { lines, world } = told(
      planOf(
        centre({
          horizon: "1d",
          service: {
            ...base,
            groups,
            patienceOnHold: { phone: minutes(7) },
            arrivals: { routine: at("routine", [0]), urgent: at("urgent", [4]) },
          },
        }),
      ),
    );
    expect(lines).toEqual([
      "0 routine 1 answered by 0",
      "4 routine 1 interrupted",
      "4 urgent 1 answered by 0",
      "11 routine 1 hangs up on hold",
      "14 urgent 1 handled",
    ]);
    const count = (counter: Parameters<typeof sumIn>[1]) => sumIn(world, counter);
    expect([count("contactsAnswered"), count("contactsHandled"), count("contactsAbandoned"), count("abandonedOnHold")]).toEqual([
      2, 1, 0, 1,
    ]);
    expect([count("waitMs"), count("answeredWaitMs"), count("busyMs")].map((ms) => ms / 60_000)).toEqual([7, 7, 14]);
    expect([count("casesClosed"), count("casesResolved")]).toEqual([2, 1]);
  });

  it("has new patience at every interruption, and none while somebody talks", () => {
    const lines = story({
      service: {
        ...base,
        groups,
        patienceOnHold: { phone: minutes(12) },
        arrivals: { routine: at("routine", [0]), urgent: at("urgent", [4, 15, 25]) },
      },
    });
    // On hold from 4 to 14, in hand for a minute, and on hold again from 15, behind two urgent calls.
    expect(lines.filter((line) => line.includes("routine"))).toEqual([
      "0 routine 1 answered by 0",
      "4 routine 1 interrupted",
      "14 routine 1 answered by 0",
      "15 routine 1 interrupted",
      "27 routine 1 hangs up on hold",
    ]);
  });

  it("may differ by topic, and lets the case go on as after a call given up", () => {
    const lines = story({
      service: {
        ...base,
        groups,
        topics: { ...topics, routine: { priority: 3, patienceOnHold: { phone: minutes(1) } } },
        patienceOnHold: { phone: minutes(60) },
        recontact: { givesUpWaiting: 0, afterMissedCall: minutes(30) },
        arrivals: { routine: at("routine", [0]), urgent: at("urgent", [4]) },
      },
    });
    expect(lines.filter((line) => line.includes("routine"))).toEqual([
      "0 routine 1 answered by 0",
      "4 routine 1 interrupted",
      "5 routine 1 hangs up on hold",
      "35 routine 1 answered by 0",
      "45 routine 1 handled",
    ]);
  });
});
