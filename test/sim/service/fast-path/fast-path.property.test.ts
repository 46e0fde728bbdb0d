/** The fast path is a shortcut and nothing else: with it and without it every count, every digest and every time are the same. */

import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { type Outcome, planScenario, replicate } from "../../../../src/sim/index.ts";
import { scenarioSchema } from "../../../../src/scenario/schema/index.ts";
import { FastPath } from "../../../../src/sim/service/index.ts";
import type { Written } from "../../../support/runs.ts";
import { nosyPolicy } from "./nosy-policy.ts";

const exponential = (mean: string) => ({ exponential: { mean } });
const fixed = (value: string) => ({ deterministic: value });
/** Round times make things happen at the same moment. */
const time = fc.constantFrom(exponential("4m"), exponential("10m"), fixed("5m"), fixed("10m"));
/** Somebody has none: what begins ends at the same moment. */
const timeOrNone = fc.oneof({ weight: 6, arbitrary: time }, { weight: 1, arbitrary: fc.constant(fixed("0s")) });
const oneOf = fc.constantFrom;
/** Without what is undefined: the scenario's defaults hold. */
const given = <T extends object>(parts: T): T => Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as T;
/** Seldom: each of many things that keep contacts off the fast path. */
const maybe = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const group = fc
  .record({
    staff: oneOf<object>(
      { agents: 1 },
      { agents: 3 },
      { agents: 5 },
      { agents: 3, hours: { "mon-sun": "00:00-09:00, 09:05-24:00" } },
      { schedule: { "mon-sun": { "00:00-08:00": 2, "08:00-12:00": 5, "12:00-18:00": 3, "18:00-24:00": 1 } } },
    ),
    home: oneOf<string[]>(["phone"], ["phone", "email"], ["phone"], ["phone", "chat"], ["chat"]),
    atOnce: oneOf(1, 1, 1, 2),
    absence: oneOf(0, 0.2),
    skills: oneOf<Record<string, { speed?: number; tier?: number; after?: string }>>(
      {},
      { phone: { speed: 0.7, tier: 2, after: "2m" } },
      { chat: { speed: 1.5 }, email: { tier: 3 } },
    ),
    site: oneOf("north", "south"),
  })
  .map(({ staff, ...parts }) => ({ ...staff, ...given(parts) }));

const routing = oneOf(
  "siloed",
  "one-queue",
  "skill-tiers",
  "skill-tiers",
  "skill-tiers",
  "fastest-first",
  "contextual",
  "relationship",
  "idleness-ratio",
  "random",
  "nosy.js",
) as fc.Arbitrary<"siloed">;

const arrivals = {
  calls: { channel: "phone", rate: "12/h" },
  regular: { channel: "phone", topic: "a", between: fixed("10m") },
  busy: { channel: "phone", rates: { "mon-sun": { "08:00-20:00": "8/h" } }, surges: [{ at: "31h", contacts: 15, over: "0s" }] },
  chats: { channel: "chat", wave: { mean: "5/h", amplitude: "4/h", period: "1d" } },
  together: { channel: "chat", rate: "1/h", batch: { geometric: { mean: 3 } } },
  mails: { channel: "email", topic: "b", counts: { interval: "6h", values: [3, 9, 12, 4] } },
  few: { channel: "phone", callers: { number: 3, until: fixed("10m") } },
  chores: { channel: "email", topic: "a", backlog: true as const, limit: 100 },
};

const centres = fc
  .record({
    groups: fc.array(group, { minLength: 1, maxLength: 4 }),
    disruptions: fc.array(
      fc.oneof(
        fc.record({ at: oneOf("6h", "30h"), for: oneOf("5m", "3h"), channel: oneOf("phone", "chat", "email") }),
        fc.record({ at: oneOf("6h", "30h"), for: oneOf("5m", "3h"), site: oneOf("north", "south"), missing: oneOf(0.5, 1) }),
      ),
      { maxLength: 2 },
    ),
    times: fc.record({ handling: timeOrNone, other: time, patience: timeOrNone }),
    fails: maybe(
      fc.record({
        planned: oneOf<{ at: string; for: string }[]>([], [{ at: "7h", for: "30m" }]),
        failures: fc.constant({ up: "8h", down: "20m" }),
      }),
    ),
    patience: oneOf<"drawn" | "endless">("drawn", "drawn", "endless"),
    wrapUp: oneOf(fixed("0s"), fixed("0s"), fixed("5m"), exponential("1m")),
    queue: maybe(
      fc.record({
        capacity: maybe(oneOf(2, 5)),
        balks: oneOf(0, 0.3),
        silent: maybe(fc.constant({ share: 0.5, noticedAfter: fixed("1m") })),
      }),
    ),
    topic: fc
      .record({ priority: oneOf(1, 2), ageing: maybe(oneOf("2m")), reserve: oneOf(0, 0, 1), settledIn: maybe(oneOf<string[]>(["phone"])) })
      .map(given),
    transfers: maybe(
      fc
        .boolean()
        .map((warm) => [given({ from: { topic: "b" }, to: { topic: "a" }, share: 0.3, warm: warm ? exponential("1m") : undefined })]),
    ),
    solved: oneOf(1, 0.7),
    returns: oneOf(0, 0.2),
    recorded: oneOf(1, 0.5),
    tail: oneOf("0s", "0s", "1d"),
    givesUp: fc.record({ givesUp: oneOf(0.5, 1), givesUpWaiting: oneOf(0.3, 1), patience: oneOf("new", "kept") }),
    switches: fc.record({
      responsePromises: fc.boolean(),
      sharedHistory: fc.boolean(),
      agentTraining: fc.boolean(),
      channelHandoff: oneOf(false, false, false, true),
      plannedFollowUp: oneOf(false, false, false, true),
    }),
    routings: fc.tuple(routing, routing, routing),
    people: fc.boolean(),
    hours: oneOf<"always" | Record<string, string>>("always", { "mon-sun": "06:00-18:00" }),
    seed: oneOf("a", "b", "c"),
  })
  .map(
    ({
      groups,
      disruptions,
      times,
      fails,
      tail,
      patience,
      wrapUp,
      queue,
      topic,
      transfers,
      solved,
      returns,
      recorded,
      givesUp,
      switches,
      ...rest
    }): Written => ({
      seed: rest.seed,
      history: "1d",
      horizon: "2d",
      channels: {
        phone: {
          kind: "live",
          can: ["serve", "sell"],
          hours: rest.hours,
          contactCost: 0.5,
          conversion: { new: 1, returning: 1 },
          ...(fails === undefined ? {} : { outages: fails }),
        },
        chat: { kind: "live", can: ["serve"] },
        email: { kind: "deferred", can: ["serve"] },
      },
      ...(rest.people
        ? {
            segments: { people: { size: 20, alreadyCustomers: 0.8, serviceAffinity: { phone: 1, chat: 1 } } },
            needs: { r: 2, alpha: "2d" },
            offer: {},
            experience: {},
            lifetimeValue: { tail },
          }
        : {}),
      service: {
        ...(rest.people ? { problems: 0.8, timeToProblem: exponential("6h") } : {}),
        topics: { a: { weight: 2 }, b: topic },
        ...(queue === undefined ? {} : { queues: { phone: given(queue) } }),
        ...(transfers === undefined ? {} : { transfers }),
        firstContactResolution: solved,
        context: { recorded },
        handling: { phone: times.handling, chat: times.other, email: times.other },
        patience: patience === "drawn" ? { phone: times.patience, chat: times.patience, email: exponential("1d") } : {},
        wrapUp,
        recontact: {
          givesUp: givesUp.givesUp,
          givesUpWaiting: givesUp.givesUpWaiting,
          patience: givesUp.patience,
          afterMissedCall: exponential("10m"),
          returns,
        },
        groups: Object.fromEntries(groups.map((one, n) => [`g${n}`, one])),
        disruptions,
        arrivals,
      },
      strategies: {
        before: { routing: rest.routings[0] },
        after: { routing: rest.routings[1], ...switches },
        instead: { routing: rest.routings[2] },
      },
      baseline: "before",
    }),
  );

const POLICIES = new Map([["nosy.js", nosyPolicy]]);
const STRATEGIES = ["before", "after", "instead"];

describe("the fast path", () => {
  const finishes = vi.spyOn(FastPath.prototype, "finishes");
  const abandons = vi.spyOn(FastPath.prototype, "abandons");

  it("changes nothing, whatever the centre", { timeout: 120_000 }, () => {
    const law = (written: Written) => {
      const plan = planScenario(scenarioSchema.parse({ name: "test", ...written }), { policies: POLICIES });
      const lived = (fastPath: boolean): Outcome[] =>
        replicate({ plan, strategies: STRATEGIES, replication: 0, executor: "compiled", fastPath });
      const stepByStep = lived(false);
      expect(lived(true)).toEqual(stepByStep);
      // What the fast path remembers of one strategy is not there for the next.
      const alone = replicate({ plan, strategies: ["instead"], replication: 0, executor: "compiled" });
      expect(alone).toEqual(stepByStep.slice(2));
    };
    fc.assert(fc.property(centres, law), { numRuns: Number(process.env["RUNS"] ?? 30) });
  });

  it("was taken, and left to the journey, by many contacts of these centres", () => {
    for (const { mock } of [finishes, abandons]) {
      const taken = mock.results.filter(({ value }) => value === true).length;
      expect(taken).toBeGreaterThan(mock.results.length / 10);
      expect(taken).toBeLessThan(mock.results.length * 0.9);
    }
  });
});
