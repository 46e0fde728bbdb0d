/** One agent and any distribution of handling times: one after another, or all at once. */

import type { Check, Refutation } from "../check.ts";
import type { Figures } from "../figures.ts";
import { withService } from "./changes.ts";
import { meanWait, MINUTE } from "./common.ts";

const fifo = (file: string, name: string): Check => ({
  id: "cc-040",
  file,
  metrics: [{ name, value: (f) => meanWait(f) / MINUTE }],
});
const deterministic = fifo("cc-040-deterministic", "Wq_det");

const timeInHand = (f: Figures, topic?: string): number => {
  const which = topic === undefined ? {} : { topic };
  return f.contacts("handlingSeconds", which) / f.contacts("handlingEnded", which) / MINUTE;
};

const sharing = (file: string): Check => ({
  id: "cc-043",
  file,
  metrics: [{ name: "mean_sojourn_any_service", value: (f) => timeInHand(f) }],
});
const exponential = sharing("cc-043-exponential");

const sizes: Check = {
  id: "cc-043",
  file: "cc-043-sizes",
  metrics: [
    { name: "conditional_slowdown", value: (f) => timeInHand(f, "short") / 0.5 },
    { name: "conditional_slowdown", value: (f) => timeInHand(f, "long") / 1.5 },
  ],
};

export const oneAgent: readonly Check[] = [
  deterministic,
  fifo("cc-040-erlang2", "Wq_erlang2"),
  fifo("cc-040-exponential", "Wq_exp"),
  fifo("cc-040-lognormal", "Wq_lognormal_cv2_4"),
  exponential,
  sharing("cc-043-deterministic"),
  sharing("cc-043-lognormal"),
  sizes,
];

export const oneAgentRefuted: readonly Refutation[] = [
  {
    check: deterministic,
    metric: "Wq_det",
    wrong: "exponential handling",
    change: withService({ handling: { phone: { exponential: { mean: "1min" } } } }),
  },
  {
    check: exponential,
    metric: "mean_sojourn_any_service",
    wrong: "chats slow each other down more than they share",
    change: withService({
      groups: {
        agents: { agents: 1, home: ["chat"], atOnce: 100, totalSpeed: Array.from({ length: 100 }, (_, k) => (k === 0 ? 1 : 0.95)) },
      },
    }),
  },
];
