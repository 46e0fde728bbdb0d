/** One agent and any distribution of handling times: M/G/1, Wq = λ E[S²] / (2 (1 − ρ)). */

import { describe, it } from "vitest";
import { singleQueue } from "../support/contact-centre.ts";
import { type Estimate, expectExact, expectRefuted, ratio } from "../support/estimate.ts";
import { outcomesOf, planOf, sumsOf } from "../support/runs.ts";

type Handling = Parameters<typeof singleQueue>[0]["handling"];

/** Mean wait in units of the mean handling time. */
function meanWait(rate: `${number}/h`, handling: Handling, replications: number): Estimate {
  const plan = planOf(singleQueue({ rate, agents: 1, handling, history: "5d", horizon: "30d" }));
  const sums = outcomesOf(plan, { replications }).map((outcome) => sumsOf(plan, outcome));
  return ratio(sums.map((s) => [s("waitMs") / 60_000, s("contactsAnswered")]));
}

describe("waits behind one agent", () => {
  it("are 2 handling times if the agent is 80 % busy and all handling takes the same", () => {
    // Validation case cc-040, Pollaczek–Khinchine.
    const found = meanWait("48/h", { deterministic: "1min" }, 12);
    expectExact("cc-040 deterministic", found, 2);
    expectRefuted("exponential handling", found, 4);
  });

  it("are ρ(1 + cv²) / (2(1 − ρ)) = 1.625 handling times if the agent is half busy and handling is lognormal with cv 1.5", () => {
    const found = meanWait("30/h", { lognormal: { mean: "1min", cv: 1.5 } }, 24);
    expectExact("Pollaczek–Khinchine, lognormal", found, 1.625);
    expectRefuted("exponential handling", found, 1);
  });
});
