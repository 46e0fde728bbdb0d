/** What customers and the company do beyond waiting and serving: try again, call back, work ahead. */

import { chainOf, type State, type Transition } from "../../support/markov/chain.ts";
import { longRun } from "../../support/markov/stationary.ts";
import { abandoning, blocking, meanWait, MINUTE, occupancy, queueLength } from "../contact-centre/cases/common.ts";
import { agrees, describe, exponential, perMinute, phone } from "./family.ts";

describe("customers who call again", () => {
  agrees(
    "half of those who hang up, and a fifth of those served",
    {
      horizon: "2d",
      history: "8h",
      service: {
        ...phone({ rate: 2, agents: 3, patience: exponential(1) }),
        firstContactResolution: 0.8,
        recontact: { givesUp: 0, after: exponential(4), givesUpWaiting: 0.5, afterMissedCall: exponential(1.5) },
      },
    },
    () => {
      const [AGENTS, RATE, LEAVES, REDIAL, RECONNECT] = [3, 2, 1, 1 / 1.5, 1 / 4];
      const mean = longRun(
        chainOf([0, 0, 0], ([n = 0, missed = 0, unsettled = 0]) => {
          const waiting = Math.max(0, n - AGENTS);
          const served = Math.min(n, AGENTS);
          const most = n === 24;
          return [
            ...(most ? [] : [{ to: [n + 1, missed, unsettled], rate: RATE }]),
            ...(most || missed === 0 ? [] : [{ to: [n + 1, missed - 1, unsettled], rate: missed * REDIAL }]),
            ...(most || unsettled === 0 ? [] : [{ to: [n + 1, missed, unsettled - 1], rate: unsettled * RECONNECT }]),
            ...(n === 0 ? [] : [{ to: [n - 1, missed, unsettled], rate: 0.8 * served + 0.5 * LEAVES * waiting }]),
            ...(n === 0 || unsettled === 20 ? [] : [{ to: [n - 1, missed, unsettled + 1], rate: 0.2 * served }]),
            ...(n === 0 || missed === 14 ? [] : [{ to: [n - 1, missed + 1, unsettled], rate: 0.5 * LEAVES * waiting }]),
          ];
        }),
      );
      const calls = RATE + mean(([, missed = 0, unsettled = 0]) => missed * REDIAL + unsettled * RECONNECT);
      const queue = mean(([n = 0]) => Math.max(0, n - AGENTS));
      return [
        { what: "calls a minute", value: (f) => (f.contacts("arrived") / f.seconds()) * MINUTE, exact: calls },
        { what: "share that hangs up", value: (f) => abandoning(f), exact: queue / calls },
        { what: "queue", value: (f) => queueLength(f), exact: queue },
        { what: "occupancy", value: (f) => occupancy(f), exact: mean(([n = 0]) => Math.min(n, AGENTS)) / AGENTS },
      ];
    },
  );

  agrees(
    "two thirds of those who find three agents busy",
    {
      horizon: "2d",
      history: "8h",
      service: {
        ...phone({ rate: 2, agents: 3, queue: { capacity: 0 } }),
        recontact: { givesUp: 0, givesUpBlocked: 0.25, afterBlocked: exponential(2) },
      },
    },
    () => {
      const mean = longRun(
        chainOf([0, 0], ([busy = 0, orbit = 0]) =>
          busy < 3
            ? [
                { to: [busy + 1, orbit], rate: 2 },
                ...(orbit > 0 ? [{ to: [busy + 1, orbit - 1], rate: orbit / 2 }] : []),
                ...(busy > 0 ? [{ to: [busy - 1, orbit], rate: busy }] : []),
              ]
            : [
                { to: [busy - 1, orbit], rate: busy },
                ...(orbit < 60 ? [{ to: [busy, orbit + 1], rate: 2 * 0.75 }] : []),
                ...(orbit > 0 ? [{ to: [busy, orbit - 1], rate: (orbit / 2) * 0.25 }] : []),
              ],
        ),
      );
      const calls = 2 + mean(([, orbit = 0]) => orbit / 2);
      const lost = mean(([busy = 0, orbit = 0]) => (busy === 3 ? 2 + orbit / 2 : 0));
      return [
        { what: "calls a minute", value: (f) => (f.contacts("arrived") / f.seconds()) * MINUTE, exact: calls },
        { what: "share turned away", value: blocking, exact: lost / calls },
        { what: "occupancy", value: (f) => occupancy(f), exact: mean(([busy = 0]) => busy) / 3 },
      ];
    },
  );
});

describe("callbacks", () => {
  const [AGENTS, RATE, LEAVES] = [5, 4.6, 0.8];
  // Until all of them are busy no more, hours pass: one figure a few per cent sure would take a minute to be as sure as the others.
  const CALLS_WAIT_LONG = 0.03;
  const cases = [
    { waiting: 1, accepted: 0.5, reserve: 0 },
    { waiting: 2, accepted: 0.8, reserve: 1 },
    { waiting: 3, accepted: 0.9, reserve: 2 },
  ];
  for (const { waiting, accepted, reserve } of cases) {
    agrees(
      `offered with ${waiting} waiting, accepted by ${accepted * 100} %, returned while ${reserve} stay free`,
      {
        horizon: "2d",
        history: "8h",
        routing: "one-queue",
        service: phone({
          rate: RATE,
          agents: AGENTS,
          patience: exponential(1 / LEAVES),
          queue: { callback: { waiting, announcedWait: "0s", accepted, priority: 9, reserve } },
        }),
      },
      () => {
        const mean = longRun(
          chainOf([0, 0, 0], ([busy = 0, queue = 0, calls = 0]) => {
            const offered = queue >= waiting;
            const arrival: Transition[] =
              busy < AGENTS
                ? [{ to: [busy + 1, queue, calls], rate: RATE }]
                : [
                    ...(queue < 25 ? [{ to: [busy, queue + 1, calls], rate: offered ? RATE * (1 - accepted) : RATE }] : []),
                    ...(offered && calls < 70 ? [{ to: [busy, queue, calls + 1], rate: RATE * accepted }] : []),
                  ];
            const freed: State =
              queue > 0
                ? [busy, queue - 1, calls]
                : calls > 0 && AGENTS - (busy - 1) > reserve
                  ? [busy, 0, calls - 1]
                  : [busy - 1, 0, calls];
            return [
              ...arrival,
              ...(busy > 0 ? [{ to: freed, rate: busy }] : []),
              ...(queue > 0 ? [{ to: [busy, queue - 1, calls], rate: queue * LEAVES }] : []),
            ];
          }),
        );
        const queue = mean(([, q = 0]) => q);
        const taken = mean(([, q = 0]) => (q >= waiting ? RATE * accepted : 0));
        return [
          { what: "share that takes the offer", value: (f) => f.contacts("calledBack") / f.contacts("arrived"), exact: taken / RATE },
          { what: "share that gives up", value: (f) => abandoning(f), exact: (queue * LEAVES) / RATE },
          { what: "occupancy", value: (f) => occupancy(f), exact: mean(([b = 0]) => b) / AGENTS },
          {
            what: "waiting or to be called",
            value: (f) => queueLength(f),
            exact: mean(([, q = 0, c = 0]) => q + c),
            precision: CALLS_WAIT_LONG,
          },
        ];
      },
    );
  }
});

describe("work that can be done at any time, by whoever is free beyond a reserve", () => {
  const [AGENTS, RATE, LEAVES, OTHER] = [6, 4.5, 0.5, 0.5];
  for (const reserve of [1, 3]) {
    agrees(
      `${reserve} stay free for calls`,
      {
        horizon: "1d",
        routing: "one-queue",
        channels: { phone: { kind: "live", can: ["serve"] }, outbound: { kind: "deferred", can: ["serve"] } },
        service: {
          handling: { phone: exponential(1), outbound: exponential(1 / OTHER) },
          patience: { phone: exponential(1 / LEAVES), outbound: { deterministic: "1000y" } },
          topics: { calls: {}, outbound: { reserve } },
          groups: { agents: { agents: AGENTS, home: ["phone", "outbound"] } },
          arrivals: {
            calls: { channel: "phone", topic: "calls", rate: perMinute(RATE) },
            outbound: { channel: "outbound", topic: "outbound", backlog: true },
          },
        },
      },
      () => {
        // Calls and other work in hand, calls waiting; whoever is idle beyond the reserve does other work.
        const settled = (calls: number, other: number, queue: number): State => [
          calls,
          other + Math.max(0, AGENTS - calls - other - reserve),
          queue,
        ];
        const mean = longRun(
          chainOf(settled(0, 0, 0), ([calls = 0, other = 0, queue = 0]) => {
            const full = calls + other === AGENTS;
            return [
              ...(full ? (queue < 40 ? [{ to: [calls, other, queue + 1], rate: RATE }] : []) : [{ to: [calls + 1, other, 0], rate: RATE }]),
              ...(calls > 0 ? [{ to: queue > 0 ? [calls, other, queue - 1] : settled(calls - 1, other, 0), rate: calls }] : []),
              ...(other > 0
                ? [{ to: queue > 0 ? [calls + 1, other - 1, queue - 1] : settled(calls, other - 1, 0), rate: other * OTHER }]
                : []),
              ...(queue > 0 ? [{ to: [calls, other, queue - 1], rate: queue * LEAVES }] : []),
            ];
          }),
        );
        const queue = mean(([, , q = 0]) => q);
        return [
          { what: "wait of calls", value: (f) => meanWait(f, { channel: "phone" }) / MINUTE, exact: queue / RATE },
          {
            what: "other work done a minute",
            value: (f) => (f.contacts("handlingEnded", { channel: "outbound" }) / f.seconds()) * MINUTE,
            exact: OTHER * mean(([, o = 0]) => o),
          },
          { what: "occupancy", value: (f) => occupancy(f), exact: mean(([c = 0, o = 0]) => c + o) / AGENTS },
        ];
      },
    );
  }
});

describe("a class that leaves two agents free for the other", () => {
  const [AGENTS, RESERVE, FIRST, SECOND, LEAVES] = [5, 2, 2, 1.5, 0.5];
  agrees(
    "waits although agents are idle",
    {
      horizon: "1d",
      routing: "one-queue",
      service: {
        handling: { phone: exponential(1) },
        patience: { phone: exponential(1 / LEAVES) },
        topics: { first: { priority: 1 }, second: { priority: 2, reserve: RESERVE } },
        groups: { agents: { agents: AGENTS, home: ["phone"] } },
        arrivals: {
          first: { channel: "phone", topic: "first", rate: perMinute(FIRST) },
          second: { channel: "phone", topic: "second", rate: perMinute(SECOND) },
        },
      },
    },
    () => {
      // In hand, waiting of the first class, of the second.
      const freed = (busy: number, first: number, second: number): State => {
        if (first > 0) return [busy, first - 1, second];
        return second > 0 && AGENTS - (busy - 1) > RESERVE ? [busy, 0, second - 1] : [busy - 1, 0, second];
      };
      const mean = longRun(
        chainOf([0, 0, 0], ([busy = 0, first = 0, second = 0]) => [
          ...(busy < AGENTS
            ? [{ to: [busy + 1, 0, second], rate: FIRST }]
            : first < 25
              ? [{ to: [busy, first + 1, second], rate: FIRST }]
              : []),
          ...(AGENTS - busy > RESERVE
            ? [{ to: [busy + 1, first, second], rate: SECOND }]
            : second < 25
              ? [{ to: [busy, first, second + 1], rate: SECOND }]
              : []),
          ...(busy > 0 ? [{ to: freed(busy, first, second), rate: busy }] : []),
          ...(first > 0 ? [{ to: [busy, first - 1, second], rate: first * LEAVES }] : []),
          ...(second > 0 ? [{ to: [busy, first, second - 1], rate: second * LEAVES }] : []),
        ]),
      );
      return [
        {
          what: "share of the second that gives up",
          value: (f) => abandoning(f, { topic: "second" }),
          exact: (LEAVES * mean(([, , second = 0]) => second)) / SECOND,
        },
        { what: "occupancy", value: (f) => occupancy(f), exact: mean(([busy = 0]) => busy) / AGENTS },
        { what: "queue of the second", value: (f) => queueLength(f, { topic: "second" }), exact: mean(([, , second = 0]) => second) },
      ];
    },
  );
});
