/** Before and after the queue: self-service, wrap-up, from one desk to the next, help after a while. */

import { chainOf, type State } from "../../support/markov/chain.ts";
import { longRun } from "../../support/markov/stationary.ts";
import { abandoning, blocking, inHand, meanWait, MINUTE, occupancy, queueLength } from "../contact-centre/cases/common.ts";
import { agrees, type Centre, describe, exponential, perMinute, phone } from "./family.ts";
import { impatient } from "./formulas.ts";

const DESKS: NonNullable<Centre["channels"]> = { front: { kind: "live", can: ["serve"] }, back: { kind: "live", can: ["serve"] } };

describe("a voice menu before impatient callers, on eight lines", () => {
  const [LINES, AGENTS, RATE, MENU, ON, LEAVES] = [8, 3, 4, 1.5, 0.7, 0.5];
  agrees(
    "settles three in ten",
    {
      horizon: "1d",
      service: phone({
        rate: RATE,
        agents: AGENTS,
        patience: exponential(1 / LEAVES),
        queue: { lines: LINES, selfService: { time: exponential(1 / MENU), settles: 1 - ON } },
      }),
    },
    () => {
      const mean = longRun(
        chainOf([0, 0], ([menu = 0, n = 0]) => [
          ...(menu + n < LINES ? [{ to: [menu + 1, n], rate: RATE }] : []),
          ...(menu > 0
            ? [
                { to: [menu - 1, n + 1], rate: menu * MENU * ON },
                { to: [menu - 1, n], rate: menu * MENU * (1 - ON) },
              ]
            : []),
          ...(n > 0 ? [{ to: [menu, n - 1], rate: Math.min(n, AGENTS) + LEAVES * Math.max(0, n - AGENTS) }] : []),
        ]),
      );
      const queue = mean(([, n = 0]) => Math.max(0, n - AGENTS));
      return [
        { what: "share that finds no line", value: blocking, exact: mean(([menu = 0, n = 0]) => Number(menu + n === LINES)) },
        { what: "queue", value: (f) => queueLength(f), exact: queue },
        { what: "wait of who joins", value: (f) => meanWait(f) / MINUTE, exact: queue / (MENU * ON * mean(([menu = 0]) => menu)) },
        { what: "occupancy", value: (f) => occupancy(f), exact: mean(([, n = 0]) => Math.min(n, AGENTS)) / AGENTS },
      ];
    },
  );
});

describe("agents who write down every call before the next", () => {
  const [AGENTS, RATE, WRITING, LEAVES] = [4, 2.8, 2, 0.5];
  agrees(
    "for half a minute",
    {
      horizon: "1d",
      service: { ...phone({ rate: RATE, agents: AGENTS, patience: exponential(1 / LEAVES) }), wrapUp: exponential(1 / WRITING) },
    },
    () => {
      const mean = longRun(
        chainOf([0, 0, 0], ([talking = 0, writing = 0, queue = 0]) => [
          ...(talking + writing < AGENTS
            ? [{ to: [talking + 1, writing, 0], rate: RATE }]
            : queue < 40
              ? [{ to: [talking, writing, queue + 1], rate: RATE }]
              : []),
          ...(talking > 0 ? [{ to: [talking - 1, writing + 1, queue], rate: talking }] : []),
          ...(writing > 0
            ? [{ to: queue > 0 ? [talking + 1, writing - 1, queue - 1] : [talking, writing - 1, 0], rate: writing * WRITING }]
            : []),
          ...(queue > 0 ? [{ to: [talking, writing, queue - 1], rate: queue * LEAVES }] : []),
        ]),
      );
      return [
        { what: "share that gives up", value: (f) => abandoning(f), exact: (LEAVES * mean(([, , q = 0]) => q)) / RATE },
        { what: "agents who talk", value: (f) => inHand(f), exact: mean(([talking = 0]) => talking) },
        { what: "occupancy", value: (f) => occupancy(f), exact: mean(([t = 0, w = 0]) => t + w) / AGENTS },
      ];
    },
  );
});

describe("from the front desk to the back office", () => {
  const [FRONT, BACK, RATE, ON, LEAVES, SLOW] = [3, 2, 3.5, 0.6, 0.5, 0.8];
  const service = {
    handling: { front: exponential(1), back: exponential(1 / SLOW) },
    groups: { front: { agents: FRONT, home: ["front"] }, back: { agents: BACK, home: ["back"] } },
    arrivals: { calls: { channel: "front", rate: perMinute(RATE) } },
  };
  agrees(
    "cold, with two places to wait at the first and patience at the second",
    {
      horizon: "1d",
      channels: DESKS,
      service: {
        ...service,
        queues: { front: { capacity: 2 } },
        patience: { front: { deterministic: "1000y" }, back: exponential(1 / LEAVES) },
        transfers: [{ from: { channel: "front" }, to: { channel: "back" }, share: ON }],
      },
    },
    () => {
      const mean = longRun(
        chainOf([0, 0], ([front = 0, back = 0]) => [
          ...(front < FRONT + 2 ? [{ to: [front + 1, back], rate: RATE }] : []),
          ...(front > 0 ? [{ to: [front - 1, back], rate: Math.min(front, FRONT) * (1 - ON) }] : []),
          ...(front > 0 && back < 40 ? [{ to: [front - 1, back + 1], rate: Math.min(front, FRONT) * ON }] : []),
          ...(back > 0 ? [{ to: [front, back - 1], rate: Math.min(back, BACK) * SLOW + Math.max(0, back - BACK) * LEAVES }] : []),
        ]),
      );
      const queue = mean(([, back = 0]) => Math.max(0, back - BACK));
      return [
        {
          what: "share turned away",
          value: (f) => f.contacts("blocked") / f.contacts("arrived"),
          exact: mean(([front = 0]) => Number(front === FRONT + 2)),
        },
        { what: "queue at the second", value: (f) => queueLength(f, { channel: "back" }), exact: queue },
        {
          what: "share that gives up there",
          value: (f) => abandoning(f, { channel: "back" }),
          exact: (queue * LEAVES) / (ON * mean(([front = 0]) => Math.min(front, FRONT))),
        },
        { what: "occupancy of the second", value: (f) => occupancy(f, "back"), exact: mean(([, back = 0]) => Math.min(back, BACK)) / BACK },
      ];
    },
  );

  const INTRODUCING = 4;
  agrees(
    "warm: the first stays until the second answers, and to introduce",
    {
      horizon: "36h",
      channels: DESKS,
      service: {
        ...service,
        arrivals: { calls: { channel: "front", rate: perMinute(2.2) }, others: { channel: "back", rate: perMinute(0.6) } },
        patience: { front: exponential(1 / LEAVES), back: exponential(1 / LEAVES) },
        transfers: [{ from: { channel: "front" }, to: { channel: "back" }, share: 0.4, warm: exponential(1 / INTRODUCING) }],
      },
    },
    () => {
      const MOST = 9;
      // At the front: serving, waiting. At the back: introducing (an agent of each), serving, then the queue from its head: 1 held by an agent of the front.
      const called = (serving: number, waiting: number): [number, number] => (waiting > 0 ? [serving + 1, waiting - 1] : [serving, 0]);
      const answered = (serving: number, waiting: number, introducing: number, served: number, queue: readonly number[]): State => {
        const [head, ...behind] = queue;
        if (head === undefined) return [serving, waiting, introducing, served];
        return head === 1 ? [serving, waiting, introducing + 1, served, ...behind] : [serving, waiting, introducing, served + 1, ...behind];
      };
      const mean = longRun(
        chainOf([0, 0, 0, 0], ([serving = 0, waiting = 0, introducing = 0, served = 0, ...queue]) => {
          const held = queue.reduce((sum, isHeld) => sum + isHeld, 0);
          const isFree = introducing + served < BACK;
          const frontFree = serving + introducing + held < FRONT;
          return [
            ...(frontFree
              ? [{ to: [serving + 1, 0, introducing, served, ...queue], rate: 2.2 }]
              : waiting < MOST
                ? [{ to: [serving, waiting + 1, introducing, served, ...queue], rate: 2.2 }]
                : []),
            ...(isFree
              ? [{ to: [serving, waiting, introducing, served + 1], rate: 0.6 }]
              : queue.length < MOST
                ? [{ to: [serving, waiting, introducing, served, ...queue, 0], rate: 0.6 }]
                : []),
            ...(serving > 0 ? [{ to: [...called(serving - 1, waiting), introducing, served, ...queue], rate: serving * 0.6 }] : []),
            ...(serving > 0 && (isFree || queue.length < MOST)
              ? [
                  {
                    to: isFree ? [serving - 1, waiting, introducing + 1, served] : [serving - 1, waiting, introducing, served, ...queue, 1],
                    rate: serving * 0.4,
                  },
                ]
              : []),
            // Introduced: the first is free for the next, the second goes on alone.
            ...(introducing > 0
              ? [{ to: [...called(serving, waiting), introducing - 1, served + 1, ...queue], rate: introducing * INTRODUCING }]
              : []),
            ...(served > 0 ? [{ to: answered(serving, waiting, introducing, served - 1, queue), rate: served * SLOW }] : []),
            ...(waiting > 0 ? [{ to: [serving, waiting - 1, introducing, served, ...queue], rate: waiting * LEAVES }] : []),
            ...queue.map((isHeld, place) => {
              const left = queue.filter((_, i) => i !== place);
              return {
                to: [...(isHeld === 1 ? called(serving, waiting) : [serving, waiting]), introducing, served, ...left],
                rate: LEAVES,
              };
            }),
          ];
        }),
      );
      const back = mean(([, , , , ...queue]) => queue.length);
      return [
        { what: "queue at the first", value: (f) => queueLength(f, { channel: "front" }), exact: mean(([, waiting = 0]) => waiting) },
        { what: "queue at the second", value: (f) => queueLength(f, { channel: "back" }), exact: back },
        {
          what: "occupancy of the second",
          value: (f) => occupancy(f, "back"),
          exact: mean(([, , introducing = 0, served = 0]) => introducing + served) / BACK,
        },
        {
          what: "occupancy of the first",
          value: (f) => occupancy(f, "front"),
          exact:
            mean(([serving = 0, , introducing = 0, , ...queue]) => serving + introducing + queue.reduce((sum, isHeld) => sum + isHeld, 0)) /
            FRONT,
        },
      ];
    },
  );
});

describe("plenty of helpers who take whoever has waited for half a minute", () => {
  agrees(
    "get those who would have left M/M/c+D",
    {
      horizon: "1d",
      routing: "skill-tiers",
      service: {
        ...phone({ rate: 5, agents: 5 }),
        groups: {
          own: { agents: 5, home: ["phone"] },
          helpers: { agents: 40, home: ["phone"], skills: { phone: { tier: 2, after: "30s" } } },
        },
      },
    },
    () => {
      const exact = impatient({ rate: 5, service: 1, agents: 5, survival: (x) => (x < 0.5 ? 1 : 0), until: 10 });
      return [
        { what: "helpers busy", value: (f) => inHand(f, "helpers"), exact: 5 * exact.abandoning },
        { what: "wait", value: (f) => meanWait(f) / MINUTE, exact: exact.wait },
        { what: "occupancy of the others", value: (f) => occupancy(f, "own"), exact: 1 - exact.abandoning },
      ];
    },
  );
});
