/** One queue, one group: loss, finite rooms, any service, any patience, finite sources, renewal arrivals. */

import { erlangB } from "../../support/erlang-b.ts";
import { abandoning, blocking, inHand, meanWait, MINUTE, occupancy, queueLength, waiting } from "../contact-centre/cases/common.ts";
import { agrees, describe, exponential, phone, type Spread } from "./family.ts";
import { constantService, impatient, renewalArrivals } from "./formulas.ts";
import { lineFigures } from "./line.ts";

const wait = (f: Parameters<typeof meanWait>[0]) => meanWait(f) / MINUTE;

describe("without a place to wait, contacts are lost as Erlang's formula says, however long they take", () => {
  const minute: Readonly<Record<string, Spread>> = {
    "always a minute": { deterministic: "1min" },
    "between 20 and 100 seconds": { uniform: { low: "20s", high: "100s" } },
    "gamma distributed with cv 1.5": { gamma: { mean: "1min", cv: 1.5 } },
    "mostly short, seldom long": {
      discrete: [
        { value: "12s", weight: 0.8 },
        { value: "252s", weight: 0.2 },
      ],
    },
    "Weibull distributed": { weibull: { shape: 2, scale: "67.7027500573s" } },
  };
  for (const [name, handling] of Object.entries(minute)) {
    agrees(name, { service: phone({ rate: 6, agents: 6, handling, queue: { capacity: 0 } }), horizon: "12h" }, () => [
      { what: "share lost", value: blocking, exact: erlangB(6, 6) },
      { what: "agents busy", value: (f) => inHand(f), exact: 6 * (1 - erlangB(6, 6)) },
    ]);
  }
});

describe("with so many places to wait", () => {
  agrees(
    "one agent and four contacts at most lose what M/M/1/4 loses",
    { service: phone({ rate: 1.2, agents: 1, queue: { capacity: 3 } }), horizon: "2d" },
    () => {
      const exact = lineFigures({ arrivals: () => 1.2, service: 1, agents: 1, most: 4 });
      return [
        { what: "share lost", value: blocking, exact: exact.blocking },
        { what: "wait of who joins", value: wait, exact: exact.wait },
        { what: "occupancy", value: (f) => occupancy(f), exact: exact.busy },
      ];
    },
  );

  agrees(
    "two impatient places beside five agents: as M/M/5/7+M",
    { service: phone({ rate: 6, agents: 5, patience: exponential(0.5), queue: { capacity: 2 } }), horizon: "16h" },
    () => {
      const exact = lineFigures({ arrivals: () => 6, service: 1, leaving: 2, agents: 5, most: 7 });
      return [
        { what: "share lost", value: blocking, exact: exact.blocking },
        { what: "share that gives up", value: (f) => abandoning(f), exact: exact.abandoning },
        { what: "queue", value: (f) => queueLength(f), exact: exact.queue },
        { what: "share that waits", value: waiting, exact: exact.delay },
      ];
    },
  );

  agrees(
    "a third of those who would have to wait leave at once, the others as patience lets them",
    { service: phone({ rate: 7, agents: 6, patience: exponential(1.5), queue: { balks: 0.3 } }), horizon: "16h" },
    () => {
      const exact = lineFigures({ arrivals: (n) => (n < 6 ? 7 : 4.9), service: 1, leaving: 1 / 1.5, agents: 6, most: 80 });
      return [
        { what: "share that balks", value: (f) => f.contacts("balked") / f.contacts("arrived"), exact: 1 - exact.offered / 7 },
        { what: "share that gives up", value: (f) => f.contacts("abandoned") / f.contacts("joined"), exact: exact.abandoning },
        { what: "wait of who joins", value: wait, exact: exact.wait },
        { what: "occupancy", value: (f) => occupancy(f), exact: exact.busy / 6 },
      ];
    },
  );
});

describe("calls that all take as long wait as in M/D/c", () => {
  agrees("with two agents", { service: phone({ rate: 1.2, agents: 2, handling: { deterministic: "1min" } }), horizon: "3d" }, () => [
    { what: "wait", value: wait, exact: constantService({ rate: 1.2, time: 1, agents: 2 }) },
  ]);
  agrees("with five agents", { service: phone({ rate: 1.75, agents: 5, handling: { deterministic: "2min" } }), horizon: "7d" }, () => [
    { what: "wait", value: wait, exact: constantService({ rate: 1.75, time: 2, agents: 5 }) },
  ]);
});

describe("callers of any patience wait and give up as in M/M/c+G", () => {
  const cases: readonly { name: string; patience: Spread; survival: (x: number) => number; until: number }[] = [
    { name: "exactly half a minute", patience: { deterministic: "30s" }, survival: (x) => (x < 0.5 ? 1 : 0), until: 8 },
    {
      name: "anything up to two minutes",
      patience: { uniform: { low: "0s", high: "2min" } },
      survival: (x) => Math.max(0, 1 - x / 2),
      until: 8,
    },
    {
      name: "ten seconds for some, two minutes for others",
      patience: {
        discrete: [
          { value: "12s", weight: 0.4 },
          { value: "120s", weight: 0.6 },
        ],
      },
      survival: (x) => (x < 0.2 ? 1 : x < 2 ? 0.6 : 0),
      until: 8,
    },
    {
      name: "Weibull with falling hazard",
      patience: { weibull: { shape: 0.5, scale: "1min" } },
      survival: (x) => Math.exp(-Math.sqrt(x)),
      until: 20,
    },
    { name: "Weibull with rising hazard", patience: { weibull: { shape: 2, scale: "1min" } }, survival: (x) => Math.exp(-x * x), until: 8 },
    {
      name: "gamma of two stages",
      patience: { gamma: { mean: "1min", cv: Math.SQRT1_2 } },
      survival: (x) => Math.exp(-2 * x) * (1 + 2 * x),
      until: 10,
    },
  ];
  for (const { name, patience, survival, until } of cases) {
    agrees(name, { service: phone({ rate: 8, agents: 7, patience }), horizon: "15h" }, () => {
      const exact = impatient({ rate: 8, service: 1, agents: 7, survival, until });
      return [
        { what: "share that gives up", value: (f) => abandoning(f), exact: exact.abandoning },
        { what: "share that waits", value: waiting, exact: exact.delay },
        { what: "wait", value: wait, exact: exact.wait },
      ];
    });
  }
});

describe("a finite number of callers", () => {
  agrees(
    "fifteen who call every three minutes and hang up after a while",
    {
      service: {
        ...phone({ rate: 1, agents: 3, patience: exponential(2) }),
        arrivals: { calls: { channel: "phone", callers: { number: 15, until: exponential(3) } } },
      },
      horizon: "3d",
    },
    () => {
      const exact = lineFigures({ arrivals: (n) => (15 - n) / 3, service: 1, leaving: 0.5, agents: 3, most: 15 });
      return [
        { what: "calls a minute", value: (f) => (f.contacts("arrived") / f.seconds()) * MINUTE, exact: exact.offered },
        { what: "share that gives up", value: (f) => abandoning(f), exact: exact.abandoning },
        { what: "wait", value: wait, exact: exact.wait },
      ];
    },
  );
});

describe("arrivals that are not Poisson wait as in GI/M/1", () => {
  const cases: readonly { name: string; between: Spread; transform: (s: number) => number }[] = [
    { name: "one exactly every minute", between: { deterministic: "1min" }, transform: (s) => Math.exp(-s) },
    { name: "in two stages", between: { gamma: { mean: "1min", cv: Math.SQRT1_2 } }, transform: (s) => (2 / (2 + s)) * (2 / (2 + s)) },
    {
      name: "in bursts",
      between: {
        discrete: [
          { value: "6s", weight: 0.7 },
          { value: "186s", weight: 0.3 },
        ],
      },
      transform: (s) => 0.7 * Math.exp(-0.1 * s) + 0.3 * Math.exp(-3.1 * s),
    },
  ];
  for (const { name, between, transform } of cases) {
    agrees(
      name,
      {
        service: {
          ...phone({ rate: 1, agents: 1, handling: { exponential: { mean: "0.5min" } } }),
          arrivals: { calls: { channel: "phone", between } },
        },
        horizon: "6d",
      },
      () => {
        const exact = renewalArrivals(transform, 2);
        return [
          { what: "share that waits", value: waiting, exact: exact.delay },
          { what: "wait", value: wait, exact: exact.wait },
        ];
      },
    );
  }
});
