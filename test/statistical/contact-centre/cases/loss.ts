/** Loss systems: Erlang B. */

import type { Check, Refutation } from "../check.ts";
import { blocking, inHand } from "./common.ts";
import { withAgents } from "./changes.ts";

const TABLE = ["B(c=10,a=4.461)", "B(c=20,a=12.03)", "B(c=50,a=37.9)", "B(c=100,a=84.06)", "B(c=10,a=5.084)", "B(c=30,a=21.93)"];

const table: Check[] = TABLE.map((name, row) => ({
  id: "cc-001",
  file: `cc-001${"abcdef".charAt(row)}`,
  metrics: [{ name, value: blocking }],
}));

const lognormal: Check = {
  id: "cc-003",
  file: "cc-003",
  metrics: [
    { name: "P_block", value: blocking },
    { name: "mean_busy", value: (f) => inHand(f) },
  ],
};

export const loss: readonly Check[] = [...table, lognormal];

export const lossRefuted: readonly Refutation[] = [
  { check: lognormal, metric: "P_block", wrong: "11 agents instead of 10", change: withAgents("agents", 11) },
];
