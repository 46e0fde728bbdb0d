/** A finite number of customers; customers who go from desk to desk. */

import type { Check, Metric, Refutation } from "../check.ts";
import type { Figures } from "../figures.ts";
import { withService } from "./changes.ts";
import { blocking, HOUR, inHand, meanWait, MINUTE, occupancy, queueLength } from "./common.ts";

const AGENTS = 5;
const engset: Check = {
  id: "cc-045",
  file: "cc-045-engset",
  observers: [{ level: ({ service }) => (service?.contacts.live === AGENTS ? 1 : 0) }],
  metrics: [
    { name: "time_congestion", value: (f) => f.observed(0) / f.seconds() },
    { name: "call_congestion", value: blocking },
  ],
};

const repair: Check = {
  id: "cc-045",
  file: "cc-045-repair",
  observers: [{ level: ({ service }) => (service?.contacts.live === 0 ? 1 : 0) }],
  metrics: [
    { name: "repair_L", value: (f) => queueLength(f) + inHand(f) },
    { name: "repair_Lq", value: (f) => queueLength(f) },
    { name: "repair_Wq", value: (f) => meanWait(f) / MINUTE },
    { name: "repair_p0", value: (f) => f.observed(0) / f.seconds() },
  ],
};

const DESKS = ["one", "two", "three", "four"];

function handlingTime(f: Figures, channel: string): number {
  return f.contacts("handlingSeconds", { channel }) / f.contacts("handlingEnded", { channel });
}

const network: Check = {
  id: "cc-047",
  file: "cc-047",
  metrics: DESKS.flatMap((channel, place): Metric[] => [
    { name: "X", place, value: (f) => (f.contacts("handlingEnded", { channel }) / f.seconds()) * HOUR },
    { name: "U", place, value: (f) => occupancy(f, channel) },
    { name: "R", place, value: (f) => (meanWait(f, { channel }) + handlingTime(f, channel)) / HOUR },
    { name: "L", place, value: (f) => queueLength(f, { channel }) + inHand(f, channel) },
  ]),
};

export const sourcesAndNetworks: readonly Check[] = [engset, repair, network];

export const sourcesAndNetworksRefuted: readonly Refutation[] = [
  {
    check: engset,
    metric: "call_congestion",
    wrong: "a Poisson stream with the same load",
    change: withService({ arrivals: { calls: { channel: "phone", rate: "1.82/min" } } }),
  },
];
