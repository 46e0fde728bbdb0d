/** Customers who lose patience: Erlang A, and its limits. */

import { erlangA, erlangC } from "../../../../src/stats/index.ts";
import { type Check, HEAVY, type Refutation } from "../check.ts";
import type { Figures } from "../figures.ts";
import { waitBinEdges } from "../../../../src/kpi/index.ts";
import { withAgents, withService } from "./changes.ts";
import { abandoning, meanWait, MINUTE, occupancy, queueLength, waiting } from "./common.ts";

/** Served within the scenario's threshold, of all contacts. */
const servedInTime = (f: Figures): number => f.contacts("answeredInTime") / f.contacts("joined");

/** Share of contacts in the queue for longer; the time must be an edge of the bins of waits, so that nothing is interpolated. */
function waitsLongerThan(seconds: number): (f: Figures) => number {
  const edge = waitBinEdges.indexOf(seconds);
  if (edge === -1) throw new Error(`${seconds} s is within a bin`);
  return (f) => {
    const waits = f.waits();
    const sum = (part: Float64Array): number => part.reduce((total, count) => total + count, 0);
    return sum(waits.subarray(edge)) / sum(waits);
  };
}

/** Share in the queue for longer than a threshold of the curve. */
const beyond = (seconds: number) => (f: Figures) =>
  1 - (f.within("answered", seconds) + f.within("abandoned", seconds)) / f.contacts("joined");

const patient: Check = {
  id: "cc-030",
  file: "cc-030c",
  precision: HEAVY,
  metrics: [
    { name: "C_asa_s", value: meanWait },
    { name: "C_p90_wait_s", value: (f) => f.waitQuantile(0.9) },
    { name: "C_Lq", value: queueLength },
    { name: "C_occ", value: occupancy },
  ],
};

const impatient: Check = {
  id: "cc-030",
  file: "cc-030a",
  precision: HEAVY,
  metrics: [
    { name: "A_P_abandon", value: abandoning },
    { name: "A_wait_s", value: meanWait },
    { name: "A_p90_wait_s", value: (f) => f.waitQuantile(0.9) },
    { name: "A_Lq", value: queueLength },
    { name: "A_occ", value: occupancy },
    { name: "A_P_wait", value: waiting },
  ],
};

const pyworkforce: Check = {
  id: "cc-031",
  file: "cc-031",
  metrics: [
    { name: "P_wait", value: waiting },
    { name: "P_abandon", value: abandoning },
    { name: "occupancy", value: occupancy },
    { name: "mean_queue_time_min", value: (f) => meanWait(f) / MINUTE },
    { name: "service_level_served_within", value: servedInTime },
  ],
};

const poisson: Check = {
  id: "cc-032",
  file: "cc-032",
  precision: HEAVY,
  metrics: [
    { name: "P_wait", value: waiting },
    { name: "Lq", value: queueLength },
    { name: "P_abandon", value: abandoning },
    { name: "occ", value: occupancy },
    { name: "P_queue_time_gt_0.1", value: waitsLongerThan(6) },
  ],
};

const overloaded: Check = {
  id: "cc-036",
  file: "cc-036",
  precision: HEAVY,
  metrics: [
    { name: "P_wait", value: waiting },
    { name: "Lq", value: queueLength },
    { name: "Wq", value: (f) => meanWait(f) / MINUTE },
    { name: "P_abandon", value: abandoning },
    { name: "occ", value: occupancy },
    { name: "P_queue_time_gt_t", value: beyond(20) },
    { name: "served_within_t", value: servedInTime },
  ],
};

// The limits themselves are formulas; a centre of 100 Erlang is on its way to them.
const CENTRE = { arrivalRate: 100, serviceRate: 1, agents: 110 };
const halfinWhitt: Check = {
  id: "cc-039",
  file: "cc-039-halfin-whitt",
  precision: HEAVY,
  metrics: [
    { name: "HW(1)", label: "share that waits, 100 Erlang", value: waiting, exact: erlangC(CENTRE)?.probabilityOfWaiting ?? Number.NaN },
  ],
};
const garnett: Check = {
  id: "cc-039",
  file: "cc-039-garnett",
  precision: HEAVY,
  metrics: [
    {
      name: "GMR(1)",
      label: "share that waits, 100 Erlang",
      value: waiting,
      exact: erlangA({ ...CENTRE, patienceRate: 0.5 }).probabilityOfWaiting,
    },
  ],
};

export const abandonment: readonly Check[] = [patient, impatient, pyworkforce, poisson, overloaded, halfinWhitt, garnett];

export const abandonmentRefuted: readonly Refutation[] = [
  { check: impatient, metric: "A_P_wait", wrong: "51 agents instead of 50", change: withAgents("agents", 51) },
  {
    check: overloaded,
    metric: "P_abandon",
    wrong: "patience is always two minutes",
    change: withService({ patience: { phone: { deterministic: "2min" } } }),
  },
];
