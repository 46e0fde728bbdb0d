/** Skills and classes: V, N, inverted V. */

import { type Check, HEAVY, type Refutation } from "../check.ts";
import { withRouting, withTopics } from "./changes.ts";
import { abandoning, meanWait, MINUTE, occupancy, queueLength, waiting } from "./common.ts";

const CLASSES = ["first", "second"];

const classMetrics = CLASSES.flatMap((topic, row) => [
  { name: `Lq${row}`, value: (f: Parameters<typeof waiting>[0]) => queueLength(f, { topic }) },
  { name: `Wq${row}`, value: (f: Parameters<typeof waiting>[0]) => meanWait(f, { topic }) / MINUTE },
  { name: `Pab${row}`, value: (f: Parameters<typeof waiting>[0]) => abandoning(f, { topic }) },
  { name: `Pdelay${row}`, value: (f: Parameters<typeof waiting>[0]) => waiting(f, { topic }) },
]);

const v: Check = {
  id: "cc-060",
  file: "cc-060",
  precision: HEAVY,
  metrics: [...classMetrics, { name: "occ", value: (f) => occupancy(f) }],
};

const n: Check = {
  id: "cc-062",
  file: "cc-062",
  precision: HEAVY,
  metrics: [
    ...classMetrics,
    { name: "occ0", value: (f) => occupancy(f, "specialists") },
    { name: "occ1", value: (f) => occupancy(f, "flexible") },
  ],
};

const inverted = (id: string): Check => ({
  id,
  file: id,
  metrics: [
    { name: "Lq", value: (f) => queueLength(f) },
    { name: "Wq", value: (f) => meanWait(f) / MINUTE },
    { name: "Pab", value: (f) => abandoning(f) },
    { name: "Pdelay", value: (f) => waiting(f) },
    { name: "occ0", value: (f) => occupancy(f, "fast") },
    { name: "occ1", value: (f) => occupancy(f, "slow") },
  ],
});
const fastest = inverted("cc-065fsf");

export const skills: readonly Check[] = [v, n, fastest, inverted("cc-065ssf")];

export const skillsRefuted: readonly Refutation[] = [
  { check: v, metric: "Wq0", wrong: "first come first served", change: withTopics((topic) => ({ ...topic, priority: 1 })) },
  { check: n, metric: "Wq0", wrong: "longest idle agent, whoever waits longest", change: withRouting("one-queue") },
  { check: fastest, metric: "occ0", wrong: "any free agent", change: withRouting("random") },
];
