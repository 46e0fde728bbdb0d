/** Whatever parts a contact centre has: nobody is lost, Little's law holds, nothing is left over, and tables agree with live actors. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/sim/index.ts";
import { compared, onlyOne, planOf, type Written } from "../../support/runs.ts";

const exponential = (mean: string) => ({ exponential: { mean } });
const fixed = (value: string) => ({ deterministic: value });
/** Not before trying again: with nobody who gives up, time would stand still. */
const NO_TIME = fixed("0s");
/** Round times make things happen at the same moment. */
const time = fc.constantFrom(exponential("3m"), exponential("12m"), fixed("5m"), fixed("10m"), NO_TIME);
const share = fc.constantFrom(0, 0.3, 1);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Without what is undefined: the scenario's defaults hold. */
const given = <T extends object>(parts: T): T => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;

const queue = fc
  .record({
    capacity: maybe(fc.constantFrom(0, 1, 4)),
    lines: maybe(fc.constantFrom(1, 3, 6)),
    atClose: fc.constantFrom("finish" as const, "disconnect" as const),
    balks: fc.constantFrom(0, 0, 0.3),
    announce: fc.boolean(),
    callback: maybe(
      fc.record({
        waiting: fc.constantFrom(0, 2),
        announcedWait: fc.constantFrom("0s", "5m"),
        accepted: share,
        priority: fc.constantFrom(1, 2, 9),
        reserve: fc.constantFrom(0, 1),
      }),
    ),
    silent: maybe(fc.record({ share, noticedAfter: fc.constantFrom(exponential("1m"), fixed("0s"), fixed("5m")) })),
    selfService: maybe(fc.record({ time: fc.constantFrom(exponential("1m"), fixed("0s"), fixed("5m")), settles: share })),
  })
  .map(given);

const topic = fc
  .record({
    priority: fc.constantFrom(1, 2, 3),
    ageing: maybe(fc.constantFrom("2m", "20m")),
    preempts: fc.boolean(),
    patienceOnHold: maybe(fc.constantFrom({ phone: exponential("3m") }, { phone: fixed("5m"), chat: fixed("0s") })),
    reserve: fc.constantFrom(0, 0, 1),
    settledIn: maybe(fc.constantFrom<string[]>(["phone"], ["chat"])),
  })
  .map(given);

const group = fc
  .record({
    agents: fc.constantFrom(1, 2, 3),
    hours: fc.constantFrom<"always" | Record<string, string>>(
      "always",
      { "mon-sun": "00:00-09:00, 09:05-24:00" },
      { "mon-fri": "08:00-16:00" },
    ),
    home: fc.constantFrom<string[]>(["phone"], ["chat"], ["phone", "chat", "email"], ["email", "phone"]),
    atOnce: fc.constantFrom(1, 1, 2, 3),
    besideOthers: maybe(fc.constantFrom<string[]>(["chat"], ["chat", "email"])),
    absence: fc.constantFrom(0, 0.2),
    skills: fc.constantFrom<Record<string, { speed?: number; tier?: number; after?: string }>>(
      {},
      { phone: { speed: 0.7, tier: 2, after: "2m" } },
      { chat: { speed: 1.5 }, email: { tier: 3 } },
    ),
    site: fc.constantFrom("north", "south"),
  })
  .map(given);

const transfer = fc
  .record({
    from: fc.constantFrom({}, { topic: "a" }, { channel: "phone", topic: "b" }),
    to: fc.constantFrom({ topic: "b" }, { topic: "a" }, { channel: "chat" }, { channel: "email", topic: "a" }),
    share: fc.constantFrom(0.1, 0.3),
    warm: maybe(fc.constantFrom(exponential("1m"), fixed("0s"), fixed("5m"))),
  })
  .map(given);

const disruption = fc.oneof(
  fc.record({ at: fc.constantFrom("6h", "30h"), for: fc.constantFrom("5m", "3h"), channel: fc.constantFrom("phone", "chat", "email") }),
  fc.record({
    at: fc.constantFrom("6h", "30h"),
    for: fc.constantFrom("5m", "3h"),
    site: fc.constantFrom("north", "south"),
    missing: fc.constantFrom(0.5, 1),
  }),
);

const routing = fc.constantFrom(
  "siloed",
  "one-queue",
  "skill-tiers",
  "fastest-first",
  "least-flexible-first",
  "earliest-deadline",
  "contextual",
  "value-based",
  "idleness-ratio",
  "random",
  "relationship",
  { "one-queue": { order: "last-come" } },
  { "one-queue": { order: "random" } },
) as fc.Arbitrary<"siloed">;

const arrivals = {
  calls: { channel: "phone", rate: "8/h" },
  regular: { channel: "phone", topic: "a", between: fixed("10m") },
  chats: { channel: "chat", rate: "5/h", surges: [{ at: "31h", contacts: 15, over: "0s" }] },
  mails: { channel: "email", topic: "b", rate: "2/h" },
  few: { channel: "chat", callers: { number: 3, until: fixed("10m") } },
  chores: { channel: "email", topic: "a", backlog: true as const, limit: 100 },
};

const centres = fc
  .record({
    queues: fc.record({ phone: queue, chat: queue }),
    topics: fc.record({ a: topic, b: topic }),
    groups: fc.array(group, { minLength: 1, maxLength: 3 }),
    transfers: fc.array(transfer, { maxLength: 2 }),
    disruptions: fc.array(disruption, { maxLength: 3 }),
    times: fc.record({ handling: time, other: time, patience: time, wrapUp: fc.constantFrom(fixed("0s"), fixed("5m"), exponential("1m")) }),
    routings: fc.tuple(routing, routing),
    promises: fc.boolean(),
    moves: fc.boolean(),
    recontact: fc.record({
      givesUp: fc.constantFrom(0.5, 1),
      givesUpWaiting: share,
      givesUpBlocked: fc.constantFrom(0.5, 1),
      afterMissedCall: time.filter((one) => one !== NO_TIME),
    }),
    hours: fc.constantFrom<"always" | Record<string, string>>("always", { "mon-sun": "06:00-18:00" }),
    seed: fc.constantFrom("a", "b", "c"),
  })
  .map(({ times, routings, groups, hours, promises, moves, seed, ...service }): Written => ({
    seed,
    history: "1d",
    horizon: "2d",
    channels: {
      phone: { kind: "live", can: ["serve"], hours },
      chat: { kind: "live", can: ["serve"] },
      email: { kind: "deferred", can: ["serve"] },
    },
    service: {
      ...service,
      firstContactResolution: 0.7,
      handling: { phone: times.handling, chat: times.other, email: times.other },
      patience: { phone: times.patience, chat: times.patience, email: exponential("1d") },
      wrapUp: times.wrapUp,
      groups: Object.fromEntries(groups.map((one, n) => [`g${n}`, one])),
      arrivals,
    },
    strategies: {
      before: { routing: routings[0] },
      after: { routing: routings[1], responsePromises: promises, channelHandoff: moves },
      fewer: { routing: routings[0], responsePromises: promises, channels: ["chat", "email"] },
    },
  }));

const NAMES = ["before", "after", "fewer"];

function bytes({ ledger, service, events, digest }: Outcome) {
  return { ledger, service, events, digest };
}

describe("any contact centre", () => {
  it("keeps the laws, and continues after a fork as if there had been none", { timeout: 120_000 }, () => {
    const law = (written: Written) => {
      const plan = planOf(written);
      const [, after] = compared(plan, NAMES);
      expect(after === undefined ? undefined : bytes(after)).toEqual(bytes(onlyOne(compared(plan, ["after"]))));
    };
    fc.assert(fc.property(centres, law), { numRuns: Number(process.env["RUNS"] ?? 15) });
  });

  it("gives the same bytes in a world that others have lived in as in a new one", { timeout: 120_000 }, () => {
    const law = (written: Written) => {
      const plan = planOf(written);
      compared(plan, NAMES, 0);
      expect(compared(plan, NAMES, 1).map(bytes)).toEqual(compared(planOf(written), NAMES, 1).map(bytes));
    };
    fc.assert(fc.property(centres, law), { numRuns: Number(process.env["RUNS"] ?? 15) });
  });

  it("gives the same bytes with tables as with live actors", { timeout: 120_000 }, () => {
    const law = (written: Written) => {
      const plan = planOf({ ...written, history: "6h", horizon: "12h" });
      expect(compared(plan, ["after"], 0, "reference").map(bytes)).toEqual(compared(plan, ["after"]).map(bytes));
    };
    fc.assert(fc.property(centres, law), { numRuns: Number(process.env["RUNS"] ?? 15) });
  });
});
