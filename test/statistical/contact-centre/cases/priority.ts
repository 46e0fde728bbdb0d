/** Priority classes. */

import type { Check, Metric, Refutation } from "../check.ts";
import type { Figures } from "../figures.ts";
import { withTopics } from "./changes.ts";
import { HOUR, meanWait, MINUTE } from "./common.ts";

const CLASSES = ["critical", "serious", "stable"];

/** Interruptions are part of the wait: all time in the queue over contacts, whoever joined. */
const classWait = (topic: string) => (f: Figures) => meanWait(f, { topic }) / HOUR;

function hospital(discipline: "np" | "p", doctors: number, rare: Readonly<Record<number, number>> = {}): Check {
  return {
    id: "cc-020",
    file: `cc-020-${discipline}-s${doctors}`,
    metrics: CLASSES.map((topic, row): Metric => ({
      name: `Wq_${discipline}_s${doctors}_class${row + 1}`,
      value: classWait(topic),
      ...(rare[row] === undefined ? {} : { precision: rare[row] }),
    })),
  };
}

const oneDoctor = hospital("np", 1);
const interrupting = hospital("p", 1);

const desk: Check = {
  id: "cc-023",
  file: "cc-023",
  metrics: [
    { name: "W1", value: (f) => timeInSystem(f, "first") / MINUTE },
    { name: "W2", value: (f) => timeInSystem(f, "second") / MINUTE },
  ],
};

function timeInSystem(f: Figures, topic: string): number {
  return meanWait(f, { topic }) + f.contacts("handlingSeconds", { topic }) / f.contacts("handlingEnded", { topic });
}

// A critical patient waits for a second doctor about once in 500 times: 0.5 % would take 300 million patients.
const rarely = hospital("p", 2, { 0: 0.04 });

export const priority: readonly Check[] = [oneDoctor, hospital("np", 2), interrupting, rarely, desk];

export const priorityRefuted: readonly Refutation[] = [
  { check: oneDoctor, metric: "Wq_np_s1_class1", wrong: "all classes alike", change: withTopics((topic) => ({ ...topic, priority: 1 })) },
  {
    check: interrupting,
    metric: "Wq_p_s1_class1",
    wrong: "nobody is interrupted",
    change: withTopics((topic) => ({ ...topic, preempts: false })),
  },
  { check: desk, metric: "W2", wrong: "first come first served", change: withTopics((topic) => ({ ...topic, priority: 1 })) },
];
