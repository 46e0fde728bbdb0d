/** Chats: several at a time, and those that are left silently. */

import { chainOf, type State } from "../../support/markov/chain.ts";
import { longRun } from "../../support/markov/stationary.ts";
import { abandoning, inHand, occupancy } from "../contact-centre/cases/common.ts";
import { agrees, describe, exponential, perMinute } from "./family.ts";

describe("several chats at a time, a new one to whoever has the fewest", () => {
  const centres = [
    { agents: 3, rate: 4.6, parts: { totalSpeed: [1, 1.5] }, pace: [1, 1.5] },
    { agents: 2, rate: 3.8, parts: { slowDown: 0.25 }, pace: [1, 2 * 0.75, 3 * 0.75 * 0.75, 4 * 0.75 * 0.75 * 0.75] },
  ];
  for (const { agents, rate, parts, pace } of centres) {
    const LEAVES = 0.5;
    const atOnce = pace.length;
    agrees(
      `${agents} agents with up to ${atOnce} chats`,
      {
        horizon: "2d",
        routing: "one-queue",
        channels: { chat: { kind: "live", can: ["serve"] } },
        service: {
          handling: { chat: exponential(1) },
          patience: { chat: exponential(1 / LEAVES) },
          groups: { agents: { agents, home: ["chat"], atOnce, ...parts } },
          arrivals: { chats: { channel: "chat", rate: perMinute(rate) } },
        },
      },
      () => {
        // Waiting, then chats by agent from the fewest.
        const sorted = (queue: number, loads: readonly number[]): State => [queue, ...loads.toSorted((a, b) => a - b)];
        const mean = longRun(
          chainOf(
            sorted(
              0,
              Array.from({ length: agents }, () => 0),
            ),
            ([queue = 0, ...loads]) => {
              const [fewest = 0, ...others] = loads;
              return [
                ...(fewest < atOnce
                  ? [{ to: sorted(0, [fewest + 1, ...others]), rate }]
                  : queue < 40
                    ? [{ to: [queue + 1, ...loads], rate }]
                    : []),
                ...loads.flatMap((load, i) =>
                  load === 0
                    ? []
                    : [{ to: queue > 0 ? [queue - 1, ...loads] : sorted(0, loads.with(i, load - 1)), rate: pace[load - 1] as number }],
                ),
                ...(queue > 0 ? [{ to: [queue - 1, ...loads], rate: queue * LEAVES }] : []),
              ];
            },
          ),
        );
        return [
          { what: "share that gives up", value: (f) => abandoning(f), exact: (LEAVES * mean(([queue = 0]) => queue)) / rate },
          { what: "chats in hand", value: (f) => inHand(f), exact: mean(([, ...loads]) => loads.reduce((sum, load) => sum + load, 0)) },
          {
            what: "occupancy",
            value: (f) => occupancy(f),
            exact: mean(([, ...loads]) => loads.filter((load) => load > 0).length) / agents,
          },
        ];
      },
    );
  }
});

describe("chats that are wrapped up beside others", () => {
  // Generalised processor sharing without waiting is insensitive (Cohen 1979): what counts of a chat is the mean of all its work, after it too.
  const agents = [
    { rate: 1.2, handling: exponential(1), wrapUp: { deterministic: "60s" }, totalSpeed: [1, 1, 1], work: 2 },
    { rate: 2, handling: { deterministic: "60s" }, wrapUp: exponential(0.5), totalSpeed: [1, 1.5, 1.8], work: 1.5 },
  ] as const;
  for (const { rate, handling, wrapUp, totalSpeed, work } of agents) {
    const weights = [1];
    for (const speed of totalSpeed) weights.push(((weights.at(-1) as number) * rate * work) / speed);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    agrees(
      `one agent who works at ${totalSpeed.join(", ")} on up to three`,
      {
        horizon: "4d",
        channels: { chat: { kind: "live", can: ["serve"] } },
        service: {
          handling: { chat: handling },
          wrapUp,
          queues: { chat: { capacity: 0 } },
          groups: { agents: { agents: 1, home: ["chat"], atOnce: 3, totalSpeed: [...totalSpeed] } },
          arrivals: { chats: { channel: "chat", rate: perMinute(rate) } },
        },
      },
      () => [
        { what: "share turned away", value: (f) => f.contacts("blocked") / f.contacts("arrived"), exact: (weights.at(-1) as number) / all },
        { what: "occupancy", value: (f) => occupancy(f), exact: 1 - 1 / all },
      ],
    );
  }
});

describe("chats that are left silently", () => {
  agrees(
    "cost an agent half a minute each",
    {
      horizon: "2d",
      channels: { chat: { kind: "live", can: ["serve"] } },
      service: {
        handling: { chat: exponential(1) },
        patience: { chat: exponential(1) },
        queues: { chat: { silent: { share: 0.6, noticedAfter: exponential(0.5) } } },
        groups: { agents: { agents: 2, home: ["chat"] } },
        arrivals: { chats: { channel: "chat", rate: perMinute(1.8) } },
      },
    },
    () => {
      const MOST = 8;
      // Agents with somebody, agents who find out, then the queue from its head: 1 somebody, 0 gone.
      const next = (served: number, wondering: number, queue: readonly number[]): State => {
        const [head, ...behind] = queue;
        if (head === undefined) return [served, wondering];
        return head === 1 ? [served + 1, wondering, ...behind] : [served, wondering + 1, ...behind];
      };
      const mean = longRun(
        chainOf([0, 0], ([served = 0, wondering = 0, ...queue]) => [
          ...(served + wondering < 2
            ? [{ to: [served + 1, wondering], rate: 1.8 }]
            : queue.length < MOST
              ? [{ to: [served, wondering, ...queue, 1], rate: 1.8 }]
              : []),
          ...(served > 0 ? [{ to: next(served - 1, wondering, queue), rate: served }] : []),
          ...(wondering > 0 ? [{ to: next(served, wondering - 1, queue), rate: wondering * 2 }] : []),
          ...queue.flatMap((somebody, i) =>
            somebody === 0
              ? []
              : [
                  { to: [served, wondering, ...queue.with(i, 0)], rate: 0.6 },
                  { to: [served, wondering, ...queue.filter((_, place) => place !== i)], rate: 0.4 },
                ],
          ),
        ]),
      );
      const waiting = mean(([, , ...queue]) => queue.reduce((sum, somebody) => sum + somebody, 0));
      return [
        { what: "share that gives up", value: (f) => abandoning(f), exact: waiting / 1.8 },
        {
          what: "share that does so silently",
          value: (f) => f.contacts("abandonedSilently") / f.contacts("arrived"),
          exact: (0.6 * waiting) / 1.8,
        },
        { what: "occupancy", value: (f) => occupancy(f), exact: mean(([served = 0, wondering = 0]) => served + wondering) / 2 },
      ];
    },
  );
});
