/** Several classes and groups: designs, priorities, which agent takes a contact. */

import { chainOf, type State, type Transition } from "../../support/markov/chain.ts";
import { longRun } from "../../support/markov/stationary.ts";
import { abandoning, meanWait, MINUTE, occupancy, queueLength } from "../contact-centre/cases/common.ts";
import { agrees, type Centre, describe, type Exact, exponential, perMinute } from "./family.ts";
import { cobham } from "./formulas.ts";
import { type Skilled, skilledFigures } from "./skilled.ts";

const NAMES = ["a", "b", "c"];

/** Waits and abandonment by class, occupancy by group. */
function figuresOf(centre: Skilled, precision = 0.01): Exact[] {
  const { waits, abandoning: lost, occupancies } = skilledFigures(centre);
  return [
    ...waits.map((exact, row) => ({
      what: `wait of ${NAMES[row]}`,
      value: (f: Parameters<typeof meanWait>[0]) => meanWait(f, { topic: NAMES[row] ?? "" }) / MINUTE,
      exact,
      precision,
    })),
    ...lost.map((exact, row) => ({
      what: `share of ${NAMES[row]} that gives up`,
      value: (f: Parameters<typeof meanWait>[0]) => abandoning(f, { topic: NAMES[row] ?? "" }),
      exact,
      precision,
    })),
    ...occupancies.map((exact, row) => ({
      what: `occupancy of group ${row + 1}`,
      value: (f: Parameters<typeof meanWait>[0]) => occupancy(f, `group ${row + 1}`),
      exact,
    })),
  ];
}

/** The centre of a chain as a scenario. Times of group 1 (the first that serves a class) are the class's, others by their speed. */
function centreOf(centre: Skilled, horizon: string): Centre {
  const base = centre.arrivals.map((_, type) => centre.pools.find(({ rates }) => (rates[type] as number) > 0)?.rates[type] ?? 1);
  const arrives = centre.arrivals.map((rate, type) => [NAMES[type], { channel: "phone", topic: NAMES[type] ?? "", rate: perMinute(rate) }]);
  return {
    horizon,
    routing: "skill-tiers",
    service: {
      topics: Object.fromEntries(
        base.map((rate, type) => [
          NAMES[type],
          { handling: { phone: exponential(1 / rate) }, patience: { phone: exponential(1 / (centre.leaving[type] as number)) } },
        ]),
      ),
      groups: Object.fromEntries(
        centre.pools.map(({ agents, rates, takes, reserves }, pool) => [
          `group ${pool + 1}`,
          {
            agents,
            home: ["phone"],
            topics: takes.map((type) => NAMES[type] ?? ""),
            skills: {
              phone: {
                topics: Object.fromEntries(
                  takes.map((type, place) => [
                    NAMES[type],
                    {
                      speed: (rates[type] as number) / (base[type] as number),
                      // A class asks groups, and a group takes classes, in the order of tiers.
                      tier: 1 + place + (centre.asks[type] as readonly number[]).indexOf(pool),
                      ...(reserves === undefined ? {} : { reserve: reserves[type] ?? 0 }),
                    },
                  ]),
                ),
              },
            },
          },
        ]),
      ),
      arrivals: Object.fromEntries(arrives),
    },
  };
}

describe("classes and groups with a speed of their own each", () => {
  const designs: Readonly<Record<string, Skilled>> = {
    "N: specialists, and helpers who have a class of their own": {
      arrivals: [4, 3],
      leaving: [1, 0.5],
      pools: [
        { agents: 2, rates: [1, 0], takes: [0] },
        { agents: 4, rates: [0.8, 1.25], takes: [1, 0] },
      ],
      asks: [[0, 1], [1]],
      most: 30,
    },
    "N with a threshold: helpers stay free for their own class, specialists for nobody": {
      arrivals: [4, 3],
      leaving: [1, 0.5],
      pools: [
        { agents: 2, rates: [1, 0], takes: [0], reserves: [0] },
        { agents: 4, rates: [0.8, 1.25], takes: [1, 0], reserves: [1, 0] },
      ],
      asks: [[0, 1], [1]],
      most: 30,
    },
    "X: each helps the other": {
      arrivals: [2.5, 3.5],
      leaving: [0.8, 1.2],
      pools: [
        { agents: 3, rates: [1, 0.7], takes: [0, 1] },
        { agents: 3, rates: [0.6, 1.5], takes: [1, 0] },
      ],
      asks: [
        [0, 1],
        [1, 0],
      ],
      most: 20,
    },
    "W: both groups help the class in the middle": {
      arrivals: [1.5, 2, 2],
      leaving: [1, 1, 1],
      pools: [
        { agents: 2, rates: [1, 0.8, 0], takes: [0, 1] },
        { agents: 3, rates: [0, 1.2, 1.1], takes: [2, 1] },
      ],
      asks: [[0], [0, 1], [1]],
      most: 11,
    },
    "M: a group of each class, and one that helps both": {
      arrivals: [3, 2.5],
      leaving: [1, 1],
      pools: [
        { agents: 2, rates: [1.2, 0], takes: [0] },
        { agents: 2, rates: [0, 1.1], takes: [1] },
        { agents: 2, rates: [1, 0.8], takes: [1, 0] },
      ],
      asks: [
        [0, 2],
        [1, 2],
      ],
      most: 20,
    },
  };
  for (const [name, design] of Object.entries(designs)) agrees(name, centreOf(design, "18h"), () => figuresOf(design));

  const v: Skilled = {
    arrivals: [3.5, 2.5],
    leaving: [0.5, 2],
    pools: [{ agents: 5, rates: [1, 0.6], takes: [0, 1] }],
    asks: [[0], [0]],
    most: 30,
  };
  const { service, ...rest } = centreOf(v, "16h");
  const { a, b } = service.topics ?? {};
  agrees(
    "V: the first class before the second, which is more work",
    { ...rest, routing: "one-queue", service: { ...service, topics: { a: { ...a, priority: 1 }, b: { ...b, priority: 2 } } } },
    () => figuresOf(v),
  );
});

describe("priority classes of the same work, nobody gives up (Cobham)", () => {
  const rates = [0.4, 0.4, 0.3];
  agrees(
    "two agents and three classes",
    {
      horizon: "7d",
      service: {
        handling: { phone: exponential(1) },
        patience: { phone: { deterministic: "1000y" } },
        topics: { a: { priority: 1 }, b: { priority: 4 }, c: { priority: 7 } },
        groups: { agents: { agents: 2, home: ["phone"] } },
        arrivals: Object.fromEntries(
          rates.map((rate, row) => [NAMES[row], { channel: "phone", topic: NAMES[row] ?? "", rate: perMinute(rate) }]),
        ),
      },
    },
    () =>
      cobham(rates, 1, 2).map((exact, row) => ({
        what: `wait of ${NAMES[row]}`,
        value: (f) => meanWait(f, { topic: NAMES[row] ?? "" }) / MINUTE,
        exact,
      })),
  );
});

describe("a class that interrupts another; who waits for the first time may give up", () => {
  const AGENTS = 3;
  const GIVES_UP = 0.5;

  /** Calls of the two classes a minute, and the rate at which one who was interrupted hangs up; 0: stays. */
  const agreesWith = (name: string, first: number, second: number, hangsUp: number) => {
    /** First class in the centre, second in service, interrupted, waiting; who was interrupted came first and goes on first. */
    const happens = ([f = 0, s = 0, i = 0, w = 0]: State): Transition[] => {
      const busy = Math.min(AGENTS, f) + s;
      const resumed = (to: State): State => {
        const [g = 0, t = 0, k = 0, v = 0] = to;
        if (Math.min(AGENTS, g) + t === AGENTS || k + v === 0) return to;
        return k > 0 ? [g, t + 1, k - 1, v] : [g, t + 1, 0, v - 1];
      };
      const cut = busy === AGENTS && s > 0;
      const leaving = Math.min(AGENTS, f) + GIVES_UP * Math.max(0, f - AGENTS);
      return [
        ...(f < 30 ? [{ to: cut ? [f + 1, s - 1, i + 1, w] : [f + 1, s, i, w], rate: first }] : []),
        ...(w < 30 ? [{ to: busy < AGENTS ? [f, s + 1, i, w] : [f, s, i, w + 1], rate: second }] : []),
        ...(f > 0 ? [{ to: resumed([f - 1, s, i, w]), rate: leaving }] : []),
        ...(s > 0 ? [{ to: resumed([f, s - 1, i, w]), rate: s }] : []),
        ...(i > 0 && hangsUp > 0 ? [{ to: [f, s, i - 1, w], rate: hangsUp * i }] : []),
        ...(w > 0 ? [{ to: [f, s, i, w - 1], rate: GIVES_UP * w }] : []),
      ];
    };
    agrees(
      name,
      {
        horizon: "1d",
        service: {
          handling: { phone: exponential(1) },
          patience: { phone: exponential(1 / GIVES_UP) },
          ...(hangsUp > 0 ? { patienceOnHold: { phone: exponential(1 / hangsUp) } } : {}),
          topics: { a: { priority: 1, preempts: true }, b: { priority: 2 } },
          groups: { agents: { agents: AGENTS, home: ["phone"] } },
          arrivals: {
            a: { channel: "phone", topic: "a", rate: perMinute(first) },
            b: { channel: "phone", topic: "b", rate: perMinute(second) },
          },
        },
      },
      () => {
        const mean = longRun(chainOf([0, 0, 0, 0], happens));
        const onHold: Exact = {
          what: "share of the second that hangs up on hold",
          value: (f) => f.contacts("abandonedOnHold", { topic: "b" }) / f.contacts("arrived", { topic: "b" }),
          exact: (hangsUp * mean(([, , i = 0]) => i)) / second,
        };
        return [
          ...(hangsUp > 0 ? [onHold] : []),
          {
            what: "share of the second that gives up waiting for the first time",
            value: (f) => abandoning(f, { topic: "b" }),
            exact: (GIVES_UP * mean(([, , , w = 0]) => w)) / second,
          },
          {
            what: "second class waiting or interrupted",
            value: (f) => queueLength(f, { topic: "b" }),
            exact: mean(([, , i = 0, w = 0]) => i + w),
          },
          {
            what: "interruptions a minute",
            value: (f) => (f.contacts("rejoined", { topic: "b" }) / f.seconds()) * MINUTE,
            exact: mean(([f = 0, s = 0]) => (s > 0 && Math.min(AGENTS, f) + s === AGENTS ? first : 0)),
          },
          { what: "occupancy", value: (f) => occupancy(f), exact: mean(([f = 0, s = 0]) => Math.min(AGENTS, f) + s) / AGENTS },
        ];
      },
    );
  };

  agreesWith("three agents", 1, 2, 0);
  agreesWith("three agents, and who is interrupted hangs up at a rate of its own", 1.2, 2.4, 0.8);
});

describe("fast and slow agents, whoever is chosen", () => {
  const SIZES = [2, 3] as const;
  const SPEEDS = [2, 1] as const;
  const [RATE, GIVES_UP, MOST] = [7, 0.5, 60];
  const centre = (routing: Centre["routing"]): Centre => ({
    horizon: "16h",
    ...(routing === undefined ? {} : { routing }),
    service: {
      handling: { phone: exponential(1) },
      patience: { phone: exponential(1 / GIVES_UP) },
      groups: {
        fast: { agents: SIZES[0], home: ["phone"], skills: { phone: { speed: SPEEDS[0] } } },
        slow: { agents: SIZES[1], home: ["phone"] },
      },
      arrivals: { calls: { channel: "phone", rate: perMinute(RATE) } },
    },
  });
  /** Waiting, then the groups of the idle agents, longest idle first; `chosen` says with which probability each of them takes a contact. */
  const inverted = (chosen: (idle: readonly number[], place: number) => number, orderly: boolean) => {
    const order = (idle: readonly number[]) => (orderly ? idle : idle.toSorted((one, other) => one - other));
    const busy = (idle: readonly number[], group: number) => (SIZES[group] as number) - idle.filter((one) => one === group).length;
    const mean = longRun(
      chainOf([0], ([queue = 0, ...idle]) => [
        ...(idle.length === 0 && queue < MOST ? [{ to: [queue + 1], rate: RATE }] : []),
        ...idle.map((_, place) => ({ to: [0, ...idle.filter((__, i) => i !== place)], rate: RATE * chosen(idle, place) })),
        ...SPEEDS.map((speed, group) => ({
          to: queue > 0 ? [queue - 1] : [0, ...order([...idle, group])],
          rate: speed * busy(idle, group),
        })).filter(({ rate }) => rate > 0),
        ...(queue > 0 ? [{ to: [queue - 1], rate: queue * GIVES_UP }] : []),
      ]),
    );
    const occupied = (group: number) => mean(([, ...idle]) => busy(idle, group)) / (SIZES[group] as number);
    return (): Exact[] => [
      { what: "share that gives up", value: (f) => abandoning(f), exact: (GIVES_UP * mean(([queue = 0]) => queue)) / RATE },
      { what: "occupancy of the fast", value: (f) => occupancy(f, "fast"), exact: occupied(0) },
      { what: "occupancy of the slow", value: (f) => occupancy(f, "slow"), exact: occupied(1) },
    ];
  };
  agrees(
    "the longest idle",
    centre("one-queue"),
    inverted((_, place) => (place === 0 ? 1 : 0), true),
  );
  agrees(
    "any of the idle",
    centre("random"),
    inverted((idle) => 1 / idle.length, false),
  );
  agrees(
    "the slowest first",
    centre({ "fastest-first": { order: "slowest" } }),
    inverted((idle, place) => (place === idle.length - 1 ? 1 : 0), false),
  );
});
