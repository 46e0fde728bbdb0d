/** Contacts that come in batches. */

import { chainOf } from "../../support/markov/chain.ts";
import { longRun } from "../../support/markov/stationary.ts";
import { blocking, inHand, meanWait, MINUTE, queueLength, waiting } from "../contact-centre/cases/common.ts";
import { agrees, type Centre, describe, perMinute, phone } from "./family.ts";

type Batch = NonNullable<NonNullable<NonNullable<Centre["service"]["arrivals"]>[string]>["batch"]>;

const wait = (f: Parameters<typeof meanWait>[0]) => meanWait(f) / MINUTE;

/** One queue by phone, to which contacts come in batches. */
function inBatches({ batch, ...parts }: Parameters<typeof phone>[0] & { readonly batch: Batch }): Centre["service"] {
  return { ...phone(parts), arrivals: { calls: { channel: "phone", rate: perMinute(parts.rate), batch } } };
}

/** Mean wait of M^X/G/1 (Gross & Harris, Fundamentals of Queueing Theory, section 3.1; service 1 on average, E S² = `second`). */
function oneAgent(rate: number, mean: number, pairs: number, second: number): number {
  const room = 2 * (1 - rate * mean);
  return (rate * mean * second) / room + pairs / (mean * room);
}

describe("one agent, to whom contacts come together, keeps them waiting as in M^X/G/1", () => {
  agrees("in threes, exponential", { service: inBatches({ rate: 0.2, agents: 1, batch: { deterministic: 3 } }), horizon: "14d" }, () => [
    { what: "wait", value: wait, exact: oneAgent(0.2, 3, 6, 2) },
  ]);
  agrees(
    "in fours at the mean, geometric, gamma distributed handling",
    {
      service: inBatches({ rate: 0.15, agents: 1, batch: { geometric: { mean: 4 } }, handling: { gamma: { mean: "1min", cv: 0.5 } } }),
      horizon: "20d",
    },
    () => [{ what: "wait", value: wait, exact: oneAgent(0.15, 4, 24, 1.25) }],
  );
});

/** The chain of a centre to which `sizes[k]` per time come k + 1 at a time, of whom those find room who still can. */
function batchFigures(sizes: readonly number[], agents: number, most: number) {
  const mean = longRun(
    chainOf([0], ([n = 0]) => [
      ...sizes.map((rate, k) => ({ to: [Math.min(most, n + k + 1)], rate })),
      ...(n > 0 ? [{ to: [n - 1], rate: Math.min(n, agents) }] : []),
    ]),
  );
  const offered = sizes.reduce((sum, rate, k) => sum + rate * (k + 1), 0);
  const over = (room: (n: number) => number) =>
    mean(([n = 0]) => sizes.reduce((sum, rate, k) => sum + rate * Math.max(0, k + 1 - Math.max(0, room(n))), 0));
  const blocked = over((n) => most - n);
  const queue = mean(([n = 0]) => Math.max(0, n - agents));
  return {
    queue,
    busy: mean(([n = 0]) => Math.min(n, agents)),
    blocking: blocked / offered,
    delay: (over((n) => agents - n) - blocked) / (offered - blocked),
    wait: queue / (offered - blocked),
  };
}

describe("several agents, to whom contacts come together", () => {
  agrees(
    "keep them waiting as the chain of M^X/M/5 says",
    { service: inBatches({ rate: 0.75, agents: 5, batch: { geometric: { mean: 4 } } }), horizon: "12d" },
    () => {
      const geometric = Array.from({ length: 120 }, (_, k) => 0.75 * 0.25 * 0.75 ** k);
      const exact = batchFigures(geometric, 5, 400);
      return [
        { what: "wait", value: wait, exact: exact.wait },
        { what: "share that waits", value: waiting, exact: exact.delay },
        { what: "agents busy", value: (f) => inHand(f), exact: exact.busy },
        { what: "queue", value: (f) => queueLength(f), exact: exact.queue },
      ];
    },
  );
  agrees(
    "and six places lose of a batch those who find no room",
    {
      service: inBatches({
        rate: 2,
        agents: 4,
        queue: { capacity: 2 },
        batch: {
          discrete: [
            { value: 1, weight: 2 },
            { value: 3, weight: 1 },
          ],
        },
      }),
      horizon: "2d",
    },
    () => {
      const exact = batchFigures([4 / 3, 0, 2 / 3], 4, 6);
      return [
        { what: "share lost", value: blocking, exact: exact.blocking },
        { what: "wait of who joins", value: wait, exact: exact.wait },
        { what: "agents busy", value: (f) => inHand(f), exact: exact.busy },
      ];
    },
  );
});
