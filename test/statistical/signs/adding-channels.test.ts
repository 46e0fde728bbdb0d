/** Adding channels without one record: more contacts per case, dearer resolutions, less satisfaction (validation ladder, step 7). */

import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadScenario } from "../../../src/scenario/load.ts";
import { planScenario } from "../../../src/sim/index.ts";
import { estimate } from "../../support/estimate.ts";
import { compared, sumsOf, type Sums } from "../../support/runs.ts";

const file = fileURLToPath(new URL("../../../scenarios/reference/adding-channels.yaml", import.meta.url));
const STRATEGIES = ["one channel", "four channels", "four channels with one record"] as const;
/** 97.5 % quantile of Student's t with 5 degrees of freedom. */
const T5 = 2.5706;

const kpis = {
  "contacts per case": (s: Sums) => s("caseContacts") / s("casesClosed"),
  "cost per resolution": (s: Sums) => (s("contactCost") + s("staffCost")) / 100 / s("casesResolved"),
  satisfaction: (s: Sums) => s("csatTopBox") / s("csatAnswers"),
} as const;

let runs: Sums[][] = [];

beforeAll(async () => {
  const plan = planScenario((await loadScenario(file)).scenario);
  runs = [0, 1, 2, 3, 4, 5].map((replication) => compared(plan, STRATEGIES, replication).map((outcome) => sumsOf(plan, outcome)));
});

/** 95 % interval of the difference of a KPI between two strategies, paired by replication. */
function difference(kpi: keyof typeof kpis, to: number, from: number) {
  const value = (run: readonly Sums[], row: number) => kpis[kpi](run[row] as Sums);
  const { mean, se } = estimate(runs.map((run) => value(run, to) - value(run, from)));
  return { low: mean - T5 * se, high: mean + T5 * se };
}

describe("four channels side by side, against one", () => {
  it("raise contacts per case", () => {
    expect(difference("contacts per case", 1, 0).low).toBeGreaterThan(0);
  });

  it("raise the cost of a resolution", () => {
    expect(difference("cost per resolution", 1, 0).low).toBeGreaterThan(0);
  });

  it("lower satisfaction", () => {
    expect(difference("satisfaction", 1, 0).high).toBeLessThan(0);
  });

  it("make people explain again, which one channel seldom does", () => {
    for (const [one, four] of runs as [Sums, Sums, Sums][]) {
      expect(four("handOffsRepeated") / four("casesClosed")).toBeGreaterThan(2 * (one("handOffsRepeated") / one("casesClosed")));
    }
  });
});

describe("one record over the four channels", () => {
  it("gives back some satisfaction and some contacts, not all: the channels stay four", () => {
    expect(difference("satisfaction", 2, 1).low).toBeGreaterThan(0);
    expect(difference("contacts per case", 2, 1).high).toBeLessThan(0);
    expect(difference("satisfaction", 2, 0).high).toBeLessThan(0);
  });
});
