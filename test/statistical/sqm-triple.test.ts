/** SQM's triple of satisfaction by journey, with the parameters that the scenario states; observational, as the scenario says. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { CounterName } from "../../src/kpi/index.ts";
import { kpiById } from "../../src/kpi/index.ts";
import { loadScenario } from "../../src/scenario/load.ts";
import { planScenario } from "../../src/sim/index.ts";
import { ratio } from "../support/estimate.ts";
import { compared, sumsOf, type Sums } from "../support/runs.ts";

const file = fileURLToPath(new URL("../../scenarios/reference/sqm-triple.yaml", import.meta.url));
const THREE_POINTS = 0.03;

let runs: { readonly startingOver: Sums; readonly seamless: Sums }[] = [];

beforeAll(async () => {
  const plan = planScenario((await loadScenario(file)).scenario);
  runs = [0, 1].map((replication) => {
    const [startingOver, seamless] = compared(plan, ["starting over", "seamless"], replication).map((outcome) => sumsOf(plan, outcome));
    if (startingOver === undefined || seamless === undefined) throw new Error("two outcomes expected");
    return { startingOver, seamless };
  });
});

function topBox(strategy: keyof (typeof runs)[number], top: CounterName, answers: CounterName) {
  return ratio(runs.map((run) => [run[strategy](top), run[strategy](answers)]));
}

describe("top-box satisfaction of resolved cases", () => {
  it.each([
    ["startingOver", "csatTopBoxOneContact", "csatAnswersOneContact", 0.89],
    ["seamless", "csatTopBoxOneContact", "csatAnswersOneContact", 0.89],
    ["seamless", "csatTopBoxSeamless", "csatAnswersSeamless", 0.67],
    ["startingOver", "csatTopBoxStartOver", "csatAnswersStartOver", 0.28],
  ] as const)("%s: %s is within three points of SQM's", (strategy, top, answers, published) => {
    expect(runs.every((run) => run[strategy](answers) > 500)).toBe(true);
    expect(Math.abs(topBox(strategy, top, answers).mean - published)).toBeLessThan(THREE_POINTS);
  });

  it("is told by three KPIs, which say that it is observational", () => {
    for (const id of ["csat_one_contact", "csat_seamless", "csat_start_over"]) {
      expect(kpiById(id)?.conventions.join(" ")).toContain("observational");
    }
  });

  it("is parted over all resolved cases that answered", () => {
    for (const { startingOver } of runs) {
      const parted = startingOver("csatAnswersOneContact") + startingOver("csatAnswersSeamless") + startingOver("csatAnswersStartOver");
      expect(parted).toBe(startingOver("casesResolved"));
    }
  });
});

describe("the scenario", () => {
  it("says that the figures are observational", () => {
    expect(readFileSync(file, "utf8")).toContain("OBSERVATIONAL");
  });
});
