/** Over the day: demand and staffing that change, surges, busy and quiet days, absence, the end of opening hours. */

import { type Chain, chainOf, type State } from "../../support/markov/chain.ts";
import { stationary } from "../../support/markov/stationary.ts";
import { passThrough } from "../../support/markov/transient.ts";
import { DAY, MINUTE } from "../contact-centre/cases/common.ts";
import type { Figures } from "../contact-centre/figures.ts";
import { agrees, describe, exponential, perMinute, phone } from "./family.ts";
import { lineOf } from "./line.ts";

const perDay = (count: (f: Figures) => number) => (f: Figures) => count(f) / (f.seconds() / DAY);
const HOUR_IN_MINUTES = 60;

describe("a day whose demand and staffing change by the hour", () => {
  const LEAVES = 0.5;
  const STEPS = [
    { rate: 3, agents: 4, hours: 1 },
    { rate: 7, agents: 6, hours: 1 },
    { rate: 4, agents: 3, hours: 1 },
    { rate: 0, agents: 2, hours: 21 },
  ];
  const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  const from = STEPS.map((_, step) => STEPS.slice(0, step).reduce((sum, { hours }) => sum + hours, 0));
  const spans = STEPS.map(({ hours }, step) => `${clock(from[step] as number)}-${clock((from[step] as number) + hours)}`);
  /** In service of those who stay, of those who go home afterwards, waiting. */
  const leg = (rate: number, agents: number): Chain =>
    chainOf([0, 0, 0], ([staying = 0, going = 0, queue = 0]) =>
      [
        ...(staying < agents ? [{ to: [staying + 1, going, 0], rate }] : queue < 60 ? [{ to: [staying, going, queue + 1], rate }] : []),
        ...(staying < agents
          ? [{ to: [staying, going + 1, queue], rate: 0 }]
          : going < 6
            ? [{ to: [staying, going + 1, queue], rate: 0 }]
            : []),
        ...(queue < 60 && rate === 0 && staying === agents ? [{ to: [staying, going, queue + 1], rate: 0 }] : []),
        // Nobody in particular is to go: while there are too many, whoever finishes first does.
        ...(staying > 0 && going === 0 ? [{ to: queue > 0 ? [staying, 0, queue - 1] : [staying - 1, 0, 0], rate: staying }] : []),
        ...(going > 0 ? [{ to: [staying, going - 1, queue], rate: staying + going }] : []),
        ...(queue > 0 ? [{ to: [staying, going, queue - 1], rate: queue * LEAVES }] : []),
      ].filter(({ to }) => (to[1] as number) <= 6),
    );
  agrees(
    "who finishes first when the hour has ended goes home",
    {
      history: "0s",
      horizon: "10d",
      service: {
        ...phone({ rate: 1, agents: 1, patience: exponential(1 / LEAVES) }),
        groups: {
          agents: {
            schedule: { "mon-sun": Object.fromEntries(spans.map((span, step) => [span, STEPS[step]?.agents ?? 0])) },
            home: ["phone"],
          },
        },
        arrivals: {
          calls: {
            channel: "phone",
            rates: { "mon-sun": Object.fromEntries(spans.map((span, step) => [span, perMinute(STEPS[step]?.rate ?? 0)])) },
          },
        },
      },
    },
    () => {
      const changes = STEPS.map(({ agents }) => ([staying = 0, going = 0, queue = 0]: State): State => {
        // Staff who were to go stay where more are needed again; then come new ones.
        const busy = staying + going;
        const kept = Math.min(agents, busy);
        const taken = Math.min(queue, agents - kept);
        return [kept + taken, busy - kept, queue - taken];
      });
      const passed = passThrough(
        STEPS.map(({ rate, agents, hours }, step) => ({
          chain: leg(rate, agents),
          time: hours * HOUR_IN_MINUTES,
          first: changes[step] ?? ((s) => s),
        })),
      );
      const lost = passed.map(({ integral }) => LEAVES * integral(([, , queue = 0]) => queue));
      return [
        { what: "abandoned a day", value: perDay((f) => f.contacts("abandoned")), exact: lost.reduce((sum, one) => sum + one, 0) },
        ...[0, 1, 2].map((hour) => ({
          what: `minutes of work in hour ${hour}`,
          value: perDay((f) => f.agents("working", undefined, [hour, hour + 1]) / MINUTE),
          exact: passed[hour]?.integral(([staying = 0, going = 0]) => staying + going) ?? Number.NaN,
        })),
      ];
    },
  );
});

describe("a surge of thirty calls at once", () => {
  const [AGENTS, RATE, LEAVES] = [4, 1, 0.2];
  const EVERY = 90;
  agrees(
    "on top of a quiet day",
    {
      history: "0s",
      horizon: "2d",
      service: {
        ...phone({ rate: RATE, agents: AGENTS, patience: exponential(1 / LEAVES) }),
        arrivals: {
          calls: {
            channel: "phone",
            rate: perMinute(RATE),
            surges: Array.from({ length: 32 }, (_, i) => ({ at: `${i * EVERY + 45}m`, contacts: 30 })),
          },
        },
      },
    },
    () => {
      const chain = lineOf({ arrivals: () => RATE, service: 1, leaving: LEAVES, agents: AGENTS, most: 80 });
      const quiet = stationary(chain);
      const [, after] = passThrough(
        [
          { chain, time: 1 },
          { chain, time: EVERY, first: ([n = 0]) => [Math.min(80, n + 30)] },
        ],
        quiet,
      );
      const surges = 16;
      return [
        {
          what: "abandoned a day",
          value: perDay((f) => f.contacts("abandoned")),
          exact: surges * LEAVES * (after?.integral(([n = 0]) => Math.max(0, n - AGENTS)) ?? Number.NaN),
        },
        {
          what: "minutes waited a day",
          value: perDay((f) => f.contacts("waitingSeconds") / MINUTE),
          exact: surges * (after?.integral(([n = 0]) => Math.max(0, n - AGENTS)) ?? Number.NaN),
        },
        {
          what: "minutes of work a day",
          value: perDay((f) => f.agents("working") / MINUTE),
          exact: surges * (after?.integral(([n = 0]) => Math.min(n, AGENTS)) ?? Number.NaN),
        },
      ];
    },
  );
});

describe("calls that are cut off when the line closes after twenty minutes", () => {
  const [AGENTS, RATE, LEAVES] = [3, 6, 0.4];
  agrees(
    "are those who wait then",
    {
      history: "0s",
      horizon: "8w",
      channels: { phone: { kind: "live", can: ["serve"], hours: { "mon-sun": "00:00-00:20" } } },
      service: phone({ rate: RATE, agents: AGENTS, patience: exponential(1 / LEAVES), queue: { atClose: "disconnect" } }),
    },
    () => {
      const [open] = passThrough([
        { chain: lineOf({ arrivals: () => RATE, service: 1, leaving: LEAVES, agents: AGENTS, most: 60 }), time: 20 },
      ]);
      return [
        {
          what: "cut off a day",
          value: perDay((f) => f.contacts("disconnected")),
          exact: open?.end(([n = 0]) => Math.max(0, n - AGENTS)) ?? Number.NaN,
        },
        {
          what: "abandoned a day",
          value: perDay((f) => f.contacts("abandoned")),
          exact: LEAVES * (open?.integral(([n = 0]) => Math.max(0, n - AGENTS)) ?? Number.NaN),
        },
      ];
    },
  );
});

describe("days of their own", () => {
  const MEAN = 6;
  const CV = 0.4;
  agrees(
    "busy and quiet ones: counts are negative binomial",
    {
      history: "0s",
      horizon: "300d",
      service: {
        ...phone({ rate: 1, agents: 60, handling: { deterministic: "1h" } }),
        busyness: { day: { cv: CV } },
        arrivals: { calls: { channel: "phone", busyness: "day", rates: { "mon-sun": { "11:30-12:00": `${MEAN * 2}/h` } } } },
      },
    },
    () => [
      { what: "calls a day", value: (f) => f.observed(0) / (f.seconds() / DAY), exact: MEAN },
      {
        what: "their mean square",
        value: (f) => f.observed(1) / (f.seconds() / DAY),
        exact: MEAN + MEAN * MEAN * (1 + CV * CV),
        precision: 0.015,
      },
    ],
    [1, 2].map((power) => ({
      looks: { offset: DAY / 2, every: DAY },
      level: ({ service }) => {
        const live = service?.contacts.live ?? 0;
        return power === 1 ? live : live * live;
      },
    })),
  );

  const [AGENTS, ABSENT, RATE] = [6, 0.25, 5];
  agrees(
    "each agent missing on one day in four",
    {
      history: "0s",
      horizon: "6w",
      service: {
        ...phone({ rate: 1, agents: 1, queue: { capacity: 0 } }),
        groups: { agents: { agents: AGENTS, home: ["phone"], absence: ABSENT } },
        arrivals: { calls: { channel: "phone", rates: { "mon-sun": { "02:00-03:00": perMinute(RATE) } } } },
      },
    },
    () => {
      let probability = Math.pow(1 - ABSENT, AGENTS);
      let lost = 0;
      for (let missing = 0; missing <= AGENTS; missing++) {
        const agents = AGENTS - missing;
        const [hour] = passThrough([{ chain: lineOf({ arrivals: () => RATE, service: 1, agents, most: agents }), time: 60 }]);
        lost += probability * RATE * (hour?.integral(([n = 0]) => Number(n === agents)) ?? Number.NaN);
        probability *= ((AGENTS - missing) / (missing + 1)) * (ABSENT / (1 - ABSENT));
      }
      return [{ what: "turned away a day", value: perDay((f) => f.contacts("blocked")), exact: lost }];
    },
  );
});
