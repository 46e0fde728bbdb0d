/** Everybody waits, or as many as there is room for: Erlang C, finite queues, pooling. */

import { erlangC } from "../../../../src/stats/index.ts";
import { type Check, HEAVY, type Metric, PRECISE, type Refutation } from "../check.ts";
import type { Figures } from "../figures.ts";
import { withAgents, withRouting, withService } from "./changes.ts";
import { blocking, HOUR, inHand, meanWait, MINUTE, occupancy, queueLength, waiting } from "./common.ts";

const servedInTime = (f: Figures): number => f.contacts("answeredInTime") / f.contacts("joined");
const timeInSystem = (f: Figures): number => meanWait(f) + f.contacts("handlingSeconds") / f.contacts("handlingEnded");

const fourteen: Check = {
  id: "cc-010",
  file: "cc-010",
  metrics: [
    { name: "intensity", value: (f) => inHand(f) },
    { name: "P_wait", value: waiting },
    { name: "service_level", value: servedInTime },
    { name: "asa_s", value: meanWait },
    { name: "occupancy", value: occupancy },
  ],
};

const fiftyFive: Check = {
  id: "cc-011",
  file: "cc-011",
  metrics: [
    { name: "P_wait", value: waiting },
    // 55 agents at 87 %: as slow to average out as heavier traffic at smaller centres.
    { name: "asa_s", value: meanWait, precision: HEAVY },
    { name: "service_level", value: servedInTime },
    { name: "occupancy", value: occupancy },
  ],
};

/** Loads of cc-012 and what 80 % within 20 s takes. */
export const STAFFING = [
  { load: 5, agents: 8, file: "cc-012a" },
  { load: 10, agents: 14, file: "cc-012b" },
  { load: 20, agents: 24, file: "cc-012c" },
  { load: 50, agents: 56, file: "cc-012d" },
  { load: 100, agents: 107, file: "cc-012e" },
] as const;

/** The service level with so many agents, by formula. */
export function levelWith(load: number, agents: number): number {
  return erlangC({ arrivalRate: load / 180, serviceRate: 1 / 180, agents })?.servedWithin(20) ?? Number.NaN;
}

const staffing: Check[] = STAFFING.map(({ load, agents, file }) => ({
  id: "cc-012",
  file,
  precision: load / agents >= 0.9 ? HEAVY : PRECISE,
  metrics: [
    { name: `agents(a=${load})`, label: `service level with ${agents} agents`, value: servedInTime, exact: levelWith(load, agents) },
  ],
}));

const hospital = (id: string): Check => ({
  id,
  file: id,
  observers: [{ level: ({ service }) => (service?.contacts.live === 0 ? 1 : 0) }],
  metrics: [
    { name: "P0", value: (f) => f.observed(0) / f.seconds() },
    { name: "rho", value: occupancy },
    { name: "Lq", value: queueLength },
    { name: "L", value: (f) => queueLength(f) + inHand(f) },
    { name: "Wq", value: (f) => meanWait(f) / HOUR },
    { name: "W", value: (f) => timeInSystem(f) / HOUR },
    { name: "P_wait", value: waiting },
  ],
});
const oneDoctor = hospital("cc-014");

const smallRoom: Check = {
  id: "cc-018",
  file: "cc-018a",
  observers: [{ level: ({ service }) => (service?.contacts.live === 0 ? 1 : 0) }],
  metrics: [
    { name: "p0_first", value: (f) => f.observed(0) / f.seconds() },
    { name: "W_first", value: (f) => timeInSystem(f) / HOUR },
  ],
};
const smallerRoom: Check = { id: "cc-018", file: "cc-018b", metrics: [{ name: "pK_second", value: blocking }] };

// First strategy: split; second: pooled.
const wait = (byStrategy: readonly Figures[], strategy: number): number => meanWait(byStrategy[strategy] as Figures) / MINUTE;
const SPLIT: Metric = { name: "Wq_split", value: (f) => meanWait(f) / MINUTE };
const pooling: Check = {
  id: "cc-044",
  file: "cc-044",
  metrics: [
    SPLIT,
    { ...SPLIT, name: "Wq_pooled", across: (found) => wait(found, 1) },
    { ...SPLIT, name: "ratio", across: (found) => wait(found, 0) / wait(found, 1) },
  ],
};

export const delay: readonly Check[] = [fourteen, fiftyFive, ...staffing, oneDoctor, hospital("cc-015"), smallRoom, smallerRoom, pooling];

export const delayRefuted: readonly Refutation[] = [
  { check: fourteen, metric: "P_wait", wrong: "15 agents instead of 14", change: withAgents("agents", 15) },
  {
    check: oneDoctor,
    metric: "Wq",
    wrong: "treatment always takes 20 minutes",
    change: withService({ handling: { phone: { deterministic: "20min" } } }),
  },
  { check: smallerRoom, metric: "pK_second", wrong: "one place more", change: withService({ queues: { phone: { capacity: 3 } } }) },
  {
    check: { ...pooling, metrics: [SPLIT] },
    metric: "Wq_split",
    wrong: "one queue instead of four",
    change: withRouting("one-queue"),
  },
];
