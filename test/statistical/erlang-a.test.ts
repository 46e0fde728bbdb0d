/** With exponential patience the phone line is M/M/c+M (Palm 1946, "Erlang A"). */

import { describe, it } from "vitest";
import { singleQueue } from "../support/contact-centre.ts";
import { estimate, expectExact, expectRefuted, ratio } from "../support/estimate.ts";
import { outcomesOf, planOf, sumsOf } from "../support/runs.ts";

function callCentre(agents: number) {
  const plan = planOf(
    singleQueue({
      rate: "48/min",
      agents,
      handling: { exponential: { mean: "1min" } },
      patience: { exponential: { mean: "2min" } },
      history: "2h",
      horizon: "2d",
    }),
  );
  const sums = outcomesOf(plan, { replications: 8 }).map((outcome) => sumsOf(plan, outcome));
  return {
    abandoned: ratio(sums.map((s) => [s("contactsAbandoned"), s("contactsOffered")])),
    waited: ratio(sums.map((s) => [s("contactsWaited"), s("contactsOffered")])),
    wait: ratio(sums.map((s) => [s("waitMs") / 1000, s("contactsOffered")])),
    served20: ratio(sums.map((s) => [s("contactsAnsweredWithin"), s("contactsOffered")])),
    // P(Ab) = E[W] / mean patience, so this difference is 0 in expectation.
    identity: estimate(sums.map((s) => s("contactsAbandoned") / s("contactsOffered") / (s("waitMs") / 120_000 / s("contactsOffered")))),
  };
}

describe("48 calls a minute of one minute, 50 agents, patience two minutes (Garnett, Mandelbaum & Reiman 2002, table 1)", () => {
  // Validation case cc-030.
  const found = callCentre(50);

  it("loses 3.1 % of the calls", () => expectExact("cc-030 P(abandon)", found.abandoned, 0.030912249162193216, 0.02));
  it("lets callers wait 3.7 s", () => expectExact("cc-030 mean wait", found.wait, 3.709469899463186, 0.02));
  it("lets 47 % wait at all", () => expectExact("cc-030 P(wait)", found.waited, 0.4677740685537904, 0.02));
  it("loses the share E[W] / mean patience", () => expectExact("cc-030 P(Ab) θ⁻¹ / E[W]", found.identity, 1, 0.01));
  it("is not Erlang C, which would say 20.8 s", () => expectRefuted("Erlang C", found.wait, 20.83366833590503));
});

describe("the same with 45 agents, overloaded", () => {
  // Validation case cc-036: Palm 1946; Mandelbaum & Zeltyn 2007.
  const found = callCentre(45);

  it("loses 8.4 % of the calls", () => expectExact("cc-036 P(abandon)", found.abandoned, 0.08360246379412417, 0.02));
  it("lets callers wait 10 s", () => expectExact("cc-036 mean wait", found.wait, 0.16720492758824834 * 60, 0.02));
  it("serves 76 % within 20 s", () => expectExact("cc-036 served within 20 s", found.served20, 0.7647467929334263, 0.01));
  it("lets 79 % wait at all", () => expectExact("cc-036 P(wait)", found.waited, 0.7868670433635245, 0.01));
});
