/** All parts of a contact centre at once, with random times: tables and live actors agree to the last bit, and forks lose nothing. */

import { describe, expect, it, vi } from "vitest";
import { type CounterName } from "../../../src/kpi/index.ts";
import type { Outcome } from "../../../src/sim/index.ts";
import { compared, onlyOne, planOf, sumsOf, type Written } from "../../support/runs.ts";

const exponential = (mean: string) => ({ exponential: { mean } });

const NAMES = ["tiers", "one queue", "known agents", "shares", "promises"] as const;

/** Chats at once, calls with a menu, mails by deadline, a backlog; people with a journey, a finite source, recorded counts, surges. */
const everything: Written = {
  history: "3d",
  horizon: "4d",
  channels: {
    shop: { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 } },
    phone: { kind: "live", can: ["serve"], hours: { "mon-sat": "08:00-20:00" } },
    chat: { kind: "live", can: ["serve"] },
    email: { kind: "deferred", can: ["serve"] },
  },
  segments: { people: { size: 40, alreadyCustomers: 0.8, serviceAffinity: { phone: 1, chat: 1 } } },
  needs: { r: 2, alpha: "2w" },
  offer: {},
  experience: {},
  service: {
    load: 1.1,
    problems: 0.8,
    timeToProblem: exponential("6h"),
    topics: {
      question: { weight: 2, priority: 2, ageing: "5m", handling: { phone: exponential("4m") }, firstContactResolution: 0.7 },
      sales: { priority: 3, reserve: 1, patience: { phone: exponential("3m") } },
      urgent: { priority: 1, preempts: true, weight: 0.5 },
      defect: { settledIn: ["phone", "email"], refund: 0.2, priority: 3 },
    },
    handling: { phone: exponential("6m"), chat: { lognormal: { mean: "8m", cv: 1 } }, email: exponential("5m") },
    patience: { phone: exponential("4m"), chat: exponential("5m"), email: exponential("1d") },
    patienceOnHold: { phone: exponential("3m") },
    wrapUp: exponential("1m"),
    firstContactResolution: 0.8,
    queues: {
      phone: {
        capacity: 8,
        lines: 14,
        atClose: "disconnect",
        balks: 0.1,
        announce: true,
        callback: { waiting: 2, announcedWait: "1m", accepted: 0.5, priority: 4, reserve: 1 },
        selfService: { time: exponential("40s"), settles: 0.2 },
      },
      chat: { silent: { share: 0.5, noticedAfter: exponential("1m") }, capacity: 10 },
    },
    transfers: [
      { from: { topic: "sales" }, to: { topic: "question" }, share: 0.3 },
      { from: { channel: "chat", topic: "question" }, to: { channel: "phone" }, share: 0.2, warm: exponential("1m") },
      { from: { topic: "defect" }, to: { topic: "urgent" }, share: 0.2, warm: exponential("30s") },
    ],
    groups: {
      phone: {
        schedule: { "mon-fri": { "07:00-12:00": 3, "12:00-22:00": 2 }, sat: { "08:00-20:00": 2 } },
        home: ["phone"],
        absence: 0.1,
        site: "north",
      },
      versatile: {
        shifts: [
          { agents: 1, hours: { "mon-sun": "08:00-16:00" }, breaks: { "mon-sun": "12:00-12:30" } },
          { agents: 1, hours: { "mon-fri": "12:00-21:00" } },
        ],
        home: ["phone", "email"],
        skills: { phone: { speed: 0.8, tier: 2, after: "1m", topics: { sales: { speed: 1.2, tier: 1 } } }, chat: { speed: 0.7, tier: 2 } },
        atOnce: 2,
        besideOthers: ["chat", "email"],
        site: "south",
      },
      chat: {
        agents: 1,
        home: ["chat"],
        topics: ["question", "sales", "defect"],
        atOnce: 3,
        totalSpeed: [1, 1.5, 1.7],
        skills: { email: { tier: 2 } },
      },
    },
    recontact: {
      after: exponential("6h"),
      afterMissedCall: exponential("10m"),
      afterBlocked: exponential("5m"),
      givesUp: 0.2,
      givesUpWaiting: 0.4,
      givesUpBlocked: 0.5,
    },
    busyness: { daily: { cv: 0.3 } },
    disruptions: [
      { at: "2d", for: "2h", group: "phone", missing: 0.5 },
      { at: "6366m", for: "1h", channel: "phone" },
      { at: "100h", for: "5h", site: "south" },
      { at: "129h", for: "30m", channel: "chat" },
    ],
    arrivals: {
      calls: { channel: "phone", rates: { "mon-sat": { "08:00-12:00": "20/h", "12:00-20:00": "12/h" } }, busyness: "daily" },
      urgent: { channel: "phone", topic: "urgent", rate: "1/h", surges: [{ at: "106h", contacts: 30, over: "10m" }] },
      chats: { channel: "chat", wave: { mean: "5/h", amplitude: "4/h", period: "1d" } },
      mails: { channel: "email", topic: "question", counts: { interval: "6h", values: [3, 9, 12, 4] } },
      regulars: { channel: "chat", topic: "sales", callers: { number: 4, until: exponential("3h") } },
      checks: { channel: "phone", topic: "sales", between: { gamma: { mean: "2h", cv: 0.5 } }, limit: 60 },
      chores: { channel: "email", topic: "sales", backlog: true, limit: 300 },
    },
  },
  strategies: {
    tiers: { extends: "multichannel", routing: "skill-tiers" },
    "one queue": { extends: "omnichannel", routing: "one-queue" },
    "known agents": { extends: "multichannel", routing: { relationship: { waitLimit: "2m" } } },
    shares: { extends: "omnichannel", routing: "idleness-ratio", channels: ["shop", "phone", "email"] },
    promises: { extends: "multichannel", responsePromises: true, routing: "random" },
  },
  baseline: "tiers",
};

/** An outcome without its strategy's name. */
function bytes({ ledger, flows, service, events, historyEvents, digest }: Outcome) {
  return { ledger, flows, service, events, historyEvents, digest };
}

const plan = planOf(everything);
const tables = compared(plan, NAMES);

describe("a contact centre with everything", () => {
  const seen: CounterName[] = [
    "contactsBlocked",
    "contactsBalked",
    "contactsDisconnected",
    "contactsContained",
    "abandonedSilently",
    "callbacksAccepted",
    "redials",
    "transfers",
    "interruptions",
    "abandonedOnHold",
    "recontacts",
    "contactsSentAway",
    "wrapUpMs",
    "handOffsRepeated",
  ];

  it("shows all of it", () => {
    const [first] = tables;
    if (first === undefined) throw new Error("an outcome expected");
    const sums = sumsOf(plan, first);
    expect(seen.filter((counter) => sums(counter) === 0)).toEqual([]);
    expect(new Set(tables.map(({ digest }) => digest)).size).toBe(NAMES.length);
  });

  it("gives the same bytes with tables as with live actors", () => {
    const warn = vi.spyOn(console, "warn");
    const actors = compared(plan, NAMES, 0, "reference");
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
    expect(actors.map(bytes)).toEqual(tables.map(bytes));
  });

  it("goes on after a fork as if there had been none", () => {
    for (const [n, name] of NAMES.entries()) {
      const alone = onlyOne(compared(plan, [name]));
      expect(bytes(alone)).toEqual(bytes(tables[n] as Outcome));
    }
  });

  it("gives the same again", () => {
    expect(compared(plan, NAMES)).toEqual(tables);
  });
});
