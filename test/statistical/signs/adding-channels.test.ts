/** Adding channels without one record: more contacts per case, dearer resolutions, less satisfaction (validation ladder, step 7). */

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadScenario } from "../../../src/scenario/load.ts";
import { planScenario } from "../../../src/sim/index.ts";
import { estimate } from "../../support/estimate.ts";
import { compared, sumsOf, type Sums } from "../../support/runs.ts";
import { signsOf } from "./paired.ts";

const file = fileURLToPath(new URL("../../../scenarios/reference/adding-channels.yaml", import.meta.url));
const STRATEGIES = ["one channel", "four channels", "four channels with one record"] as const;
const { clearly, keep } = signsOf("adding-channels");

const kpis = {
  "contacts per case": (s: Sums) => s("caseContacts") / s("casesClosed"),
  "cost per resolution": (s: Sums) => (s("contactCost") + s("staffCost")) / 100 / s("casesResolved"),
  satisfaction: (s: Sums) => s("csatTopBox") / s("csatAnswers"),
} as const;

let runs: Sums[][] = [];

beforeAll(async () => {
  const plan = planScenario((await loadScenario(file)).scenario);
  runs = [0, 1, 2, 3, 4, 5].map((replication) => compared(plan, STRATEGIES, replication).map((outcome) => sumsOf(plan, outcome)));
}, 60_000);

afterAll(keep);

/** Change of a KPI between two strategies, paired by replication; of satisfaction the difference, else relative. */
function change(kpi: keyof typeof kpis, to: number, from: number) {
  const value = (run: readonly Sums[], row: number) => kpis[kpi](run[row] as Sums);
  const isShare = kpi === "satisfaction";
  return estimate(runs.map((run) => (isShare ? value(run, to) - value(run, from) : value(run, to) / value(run, from) - 1)));
}

describe("four channels side by side, against one", () => {
  it("raise contacts per case", () => {
    clearly("contacts per case", change("contacts per case", 1, 0), "higher");
  });

  it("raise the cost of a resolution", () => {
    clearly("cost per resolution", change("cost per resolution", 1, 0), "higher");
  });

  it("lower satisfaction", () => {
    clearly("satisfaction", change("satisfaction", 1, 0), "lower", "pp");
  });

  it("make people explain again, which one channel seldom does", () => {
    for (const [one, four] of runs as [Sums, Sums, Sums][]) {
      expect(four("handOffsRepeated") / four("casesClosed")).toBeGreaterThan(2 * (one("handOffsRepeated") / one("casesClosed")));
    }
  });
});

describe("one record over the four channels", () => {
  it("gives back some satisfaction and some contacts, not all: the channels stay four", () => {
    clearly("one record: satisfaction", change("satisfaction", 2, 1), "higher", "pp");
    clearly("one record: contacts per case", change("contacts per case", 2, 1), "lower");
    clearly("one record, against one channel: satisfaction", change("satisfaction", 2, 0), "lower", "pp");
  });
});
