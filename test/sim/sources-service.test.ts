/** What the source documents ask of the service side, end to end: each row is a small company in which it happens, and one in which not. */

import { describe, expect, it } from "vitest";
import { compared, onlyOne, planOf, sumsOf, type Written } from "../support/runs.ts";
import { type Centre, centre } from "./service/centre.ts";
import { comingAt, ENDLESS, minutes, story } from "./service/story.ts";

type Service = NonNullable<Written["service"]>;

function sums(scenario: Centre, strategy: string) {
  const plan = planOf(centre({ history: "0s", horizon: "14d", ...scenario }));
  const outcome = onlyOne(compared(plan, [strategy]));
  const by = (channel: number) => sumsOf(plan, outcome, { channel });
  return { all: sumsOf(plan, outcome), by };
}

/** Everything that was said is written down, and found only in the channel in which it was said. */
const context = { recorded: 1, sameChannel: 1, otherChannel: 0, rebuilding: minutes(5), resolutionLoss: 0 } as const;

describe("source 000: a complaint on a social network goes on in a messenger, then in the chat", () => {
  const channels: NonNullable<Written["channels"]> = {
    social: { kind: "deferred", can: ["serve"] },
    messenger: { kind: "live", can: ["serve"] },
    chat: { kind: "live", can: ["serve"] },
  };
  const service: Partial<Service> = {
    context,
    handling: { social: minutes(5), messenger: minutes(5), chat: minutes(5) },
    patience: { social: ENDLESS, messenger: ENDLESS, chat: ENDLESS },
    documentation: minutes(0),
    transfers: [
      { from: { channel: "social" }, to: { channel: "messenger" }, share: 1 },
      { from: { channel: "messenger" }, to: { channel: "chat" }, share: 1 },
    ],
    // Three people, so nobody knows by having been there.
    groups: {
      "social desk": { agents: 1, home: ["social"] },
      "messenger desk": { agents: 1, home: ["messenger"] },
      "chat desk": { agents: 1, home: ["chat"] },
    },
    arrivals: { complaints: comingAt("social", [60, 120, 180, 240]) },
  };
  const strategies = { apart: {}, together: { sharedHistory: true } };

  it("takes three channels, and nothing is asked twice where history is shared", () => {
    const { all } = sums({ channels, service, strategies }, "together");
    expect([all("casesResolved"), all("caseChannels"), all("contactsHandled")]).toEqual([4, 12, 12]);
    expect([all("handOffs"), all("handOffsRepeated"), all("rebuildingMs")]).toEqual([8, 0, 0]);
    expect(all("handlingMs")).toBe(4 * 3 * 5 * 60_000);
  });

  it("is told again at each of the two changes where it is not", () => {
    const { all } = sums({ channels, service, strategies }, "apart");
    expect([all("handOffs"), all("handOffsRepeated")]).toEqual([8, 8]);
    expect(all("handlingMs")).toBe(4 * (3 * 5 + 2 * 5) * 60_000);
  });
});

/** Mails about something that only the phone settles. */
const betterByPhone: Centre = {
  channels: { email: { kind: "deferred", can: ["serve"], contactCost: 0.1 }, phone: { kind: "live", can: ["serve"], contactCost: 1 } },
  service: {
    context,
    topics: { defect: { settledIn: ["phone"] } },
    handling: { email: minutes(5), phone: minutes(5) },
    patience: { email: ENDLESS, phone: ENDLESS },
    documentation: minutes(0),
    handover: minutes(1),
    recontact: { givesUp: 0, afterMissedCall: minutes(30) },
    groups: { "mail desk": { agents: 1, home: ["email"] }, "phone desk": { agents: 1, home: ["phone"] } },
    arrivals: { mails: comingAt("email", [60, 120, 180]) },
  },
  strategies: { "sends away": {}, calls: { channelHandoff: true } },
};

describe("source 004: a mail that is better solved by phone", () => {
  it("is moved by the agent, who has the customer called; the customer starts nothing", () => {
    const { all, by } = sums(betterByPhone, "calls");
    expect([all("contactsHandedOver"), all("callsMade"), all("contactsSentAway")]).toEqual([3, 3, 0]);
    expect([by(1)("contactsOffered"), by(1)("contactsHandled"), all("recontacts")]).toEqual([0, 3, 0]);
    expect([all("casesResolved"), all("handOffsRepeated")]).toEqual([3, 0]);
  });

  it("is told in its order: answered, called a moment later, solved", () => {
    expect(story({ ...betterByPhone, baseline: "calls" }, { strategy: "calls" }).slice(0, 4)).toEqual([
      "60 mails 1 answered by 0",
      "65 mails 1 handled",
      "65 mails 1 answered by 1",
      "70 mails 1 handled",
    ]);
  });
});

describe("source 002: the customer is sent away to another channel, the worst practice", () => {
  it("is followed by the customer's own call, with everything said again", () => {
    const { all, by } = sums(betterByPhone, "sends away");
    expect([all("contactsSentAway"), all("contactsHandedOver"), all("callsMade")]).toEqual([3, 0, 0]);
    expect([by(1)("contactsOffered"), all("recontacts"), all("handOffsRepeated")]).toEqual([3, 3, 3]);
  });

  it("costs agents' time and, of customers who do not go along, the resolution", () => {
    const away = sums(betterByPhone, "sends away").all;
    const called = sums(betterByPhone, "calls").all;
    const agentsTime = (s: typeof away) => s("handlingMs") + s("wrapUpMs");
    // Explaining again takes five minutes, handing over one.
    expect(agentsTime(away) - agentsTime(called)).toBe(3 * (5 - 1) * 60_000);
    const impatient = { ...betterByPhone, service: { ...betterByPhone.service, recontact: { givesUp: 1 } } };
    expect(sums(impatient, "sends away").all("casesResolved")).toBe(0);
    expect(sums(impatient, "calls").all("casesResolved")).toBe(3);
  });

  it("costs satisfaction", () => {
    const plan = planOf({
      history: "0s",
      horizon: "26w",
      channels: { shop: { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 } }, ...betterByPhone.channels },
      segments: { people: { size: 60, alreadyCustomers: 1, serviceAffinity: { phone: -20 } } },
      needs: { r: 4, alpha: "8w", a: 0, timeBetweenVisits: { deterministic: "0s" }, activeHours: "always" },
      offer: {},
      experience: { surveyResponse: 1 },
      service: { groups: {}, ...betterByPhone.service, problems: 1, arrivals: {} },
      strategies: betterByPhone.strategies ?? {},
    });
    const [away, called] = compared(plan, ["sends away", "calls"]).map((outcome) => sumsOf(plan, outcome));
    const share = (s: typeof away) => (s === undefined ? Number.NaN : s("csatTopBox") / s("csatAnswers"));
    expect(away?.("csatAnswers")).toBeGreaterThan(300);
    expect(share(called) - share(away)).toBeGreaterThan(0.1);
  });
});

describe("source 002: e-mail within 6 working hours", () => {
  const FRIDAY_5PM = (4 * 24 + 17) * 60;
  const mails: Centre = {
    channels: { email: { kind: "deferred", can: ["serve"] } },
    service: {
      handling: { email: minutes(50) },
      patience: { email: ENDLESS },
      // Three mails from the last working hour of the week; somebody answers from Monday 13:00, one every 50 minutes.
      groups: { desk: { agents: 1, hours: { mon: "13:00-24:00" }, home: ["email"] } },
      arrivals: { mails: comingAt("email", [FRIDAY_5PM, FRIDAY_5PM + 1, FRIDAY_5PM + 2]) },
    },
    strategies: { plain: {} },
  };

  it("is due on Monday at 14:00, and kept by two of three", () => {
    const { all } = sums(mails, "plain");
    expect([all("promisesDue"), all("promisesKept"), all("contactsAnsweredWithin")]).toEqual([3, 2, 2]);
  });

  it("would be broken by all if nights and weekends counted", () => {
    const { all } = sums({ ...mails, service: { ...mails.service, promises: { answers: { email: "6h" } } } }, "plain");
    expect([all("promisesDue"), all("promisesKept")]).toEqual([3, 0]);
  });

  it("puts what is due first in front where promises are kept", () => {
    // An agent comes at 14:00: a mail from 09:00 is due at 15:00, a call from 13:59 at 14:01.
    const both: Centre = {
      channels: { email: { kind: "deferred", can: ["serve"] }, chat: { kind: "deferred", can: ["serve"] } },
      service: {
        handling: { email: minutes(10), chat: minutes(10) },
        patience: { email: ENDLESS, chat: ENDLESS },
        promises: { answers: { chat: "2m" } },
        groups: { desk: { agents: 1, hours: { mon: "14:00-24:00" }, home: ["email", "chat"] } },
        arrivals: { mails: comingAt("email", [540]), chats: comingAt("chat", [839]) },
      },
      strategies: { plain: {}, promises: { responsePromises: true } },
    };
    const answered = (strategy: string) => story({ ...both, baseline: strategy }, { strategy }).filter((line) => line.includes("answered"));
    expect(answered("plain")).toEqual(["840 mails 1 answered by 0", "850 chats 1 answered by 0"]);
    expect(answered("promises")).toEqual(["840 chats 1 answered by 0", "850 mails 1 answered by 0"]);
  });
});

describe("source 002: a missed call is returned within 1 hour", () => {
  /** One line, busy from the first minute for so long; a caller who hangs up after five minutes. */
  const missed = (busyFor: number): Centre => ({
    service: {
      topics: { long: { weight: 0, handling: { phone: minutes(busyFor) } }, short: {} },
      recontact: { givesUp: 0, afterMissedCall: minutes(600) },
      groups: { phone: { agents: 1, home: ["phone", "chat"] } },
      arrivals: { first: comingAt("phone", [1], { topic: "long" }), calls: comingAt("phone", [10], { topic: "short" }) },
    },
    strategies: { lost: {}, returned: { responsePromises: true } },
  });
  const told = (strategy: string) => story({ ...missed(60), baseline: strategy }, { strategy });

  it("by the agent, as soon as the line is free: the caller need not try again", () => {
    expect(told("returned")).toEqual([
      "1 first 1 answered by 0",
      "15 calls 1 gives up",
      "61 first 1 handled",
      "61 calls 1 answered by 0",
      "71 calls 1 handled",
    ]);
    const { all } = sums(missed(60), "returned");
    // Three promises: two calls to be answered, of which one was not, and one to be returned, which was.
    expect([all("callsMade"), all("recontacts"), all("promisesDue"), all("promisesKept")]).toEqual([1, 0, 3, 2]);
  });

  it("too late counts as broken", () => {
    const { all } = sums(missed(90), "returned");
    expect([all("callsMade"), all("promisesDue"), all("promisesKept")]).toEqual([1, 3, 1]);
  });

  it("and is lost without the promise: the caller tries again ten hours later", () => {
    expect(told("lost").slice(3)).toEqual(["615 calls 1 answered by 0", "625 calls 1 handled"]);
  });
});

describe("source 002: the right person, by skill in that channel and by who knows the customer", () => {
  const two: Partial<Service> = {
    handling: { phone: minutes(10), chat: minutes(10) },
    patience: { phone: ENDLESS, chat: ENDLESS },
    documentation: minutes(0),
    // The first is quick on the phone and slow in the chat, the second the other way round.
    groups: {
      talker: { agents: 1, home: ["phone"], skills: { phone: { speed: 1 }, chat: { speed: 0.5 } } },
      writer: { agents: 1, home: ["chat"], skills: { chat: { speed: 1 }, phone: { speed: 0.5 } } },
    },
  };
  const answered = (parts: Partial<Service>) =>
    story({ service: { ...two, ...parts }, strategies: { contextual: { contextualRouting: true } } }, { strategy: "contextual" })
      .filter((line) => line.includes("answered"))
      .map((line) => line.replace(/ answered/, ""));

  it("gives calls to the talker and chats to the writer, whoever has been idle longer", () => {
    const arrivals = { calls: comingAt("phone", [60, 180]), chats: comingAt("chat", [120, 240]) };
    expect(answered({ arrivals })).toEqual(["60 calls 1 by 0", "120 chats 1 by 1", "180 calls 2 by 0", "240 chats 2 by 1"]);
  });

  it("gives a call to the writer if the talker is busy", () => {
    expect(answered({ arrivals: { calls: comingAt("phone", [60, 61]) } })).toEqual(["60 calls 1 by 0", "61 calls 2 by 1"]);
  });

  it("gives who calls again to the agent who had the case, though another is quicker", () => {
    // The first call finds the talker busy, so the writer learns the case; nothing is settled, and both call again.
    const again = answered({
      arrivals: { calls: comingAt("phone", [60, 61]) },
      firstContactResolution: 0,
      recontact: { givesUp: 0, after: minutes(60) },
      context: { ...context, sameChannel: 0 },
    }).slice(0, 4);
    expect(again).toEqual(["60 calls 1 by 0", "61 calls 2 by 1", "130 calls 1 by 0", "141 calls 2 by 1"]);
  });
});
