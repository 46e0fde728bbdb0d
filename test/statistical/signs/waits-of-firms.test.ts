/** Companies with longer waits have the more satisfied customers, and waiting makes customers less satisfied: both at once (evidence 3.2). */

import { afterAll, describe, expect, it } from "vitest";
import { planScenario } from "../../../src/sim/index.ts";
import type { Scenario } from "../../../src/scenario/index.ts";
import { estimate } from "../../support/estimate.ts";
import { referencePlan } from "../../support/reference.ts";
import { compared, onlyOne, sumsOf } from "../../support/runs.ts";
import { signsOf } from "./paired.ts";

const { between, clearly, keep } = signsOf("waits-of-firms");

afterAll(keep);

const FIRMS = 24;

/** A company whose line settles problems with these odds (times the reference's), and whose customers buy so much more often. */
function firm(scenario: Scenario, row: number, { quality, popularity }: { quality: number; popularity: number }, agents: number): Scenario {
  const { segments, service } = scenario;
  const { people } = segments ?? {};
  const { line } = service?.groups ?? {};
  if (people === undefined || service === undefined || line === undefined) throw new Error("the scenario has people and a line");
  const phone = { speed: 1, resolution: quality, tier: 1, after: 0, topics: {} };
  return {
    ...scenario,
    seed: `${scenario.seed} ${row}`,
    segments: { people: { ...people, needFactor: popularity } },
    service: { ...service, groups: { line: { ...line, agents, skills: { phone } } } },
  };
}

/** Mean wait in seconds and share of very satisfied answers. */
function figuresOf(scenario: Scenario) {
  const plan = planScenario(scenario);
  const s = sumsOf(plan, onlyOne(compared(plan, ["reference"])));
  return { wait: s("answeredWaitMs") / s("contactsAnswered") / 1000, csat: s("csatTopBox") / s("csatAnswers") };
}

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [0, 1].map((side) => pairs.map((pair) => pair[side] as number)) as [number[], number[]];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, row) => sum + (value - mean(a)) * ((b[row] as number) - mean(b)), 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

describe("a population of companies", async () => {
  const { scenario } = await referencePlan("waits-of-firms");
  const firms = Array.from({ length: FIRMS }, (_, row) => {
    const rank = row / (FIRMS - 1);
    const traits = { quality: Math.exp(3 * rank - 0.5), popularity: 0.6 + 1.8 * rank };
    const [staffed, short] = [2, 1].map((agents) => figuresOf(firm(scenario, row, traits, agents)));
    if (staffed === undefined || short === undefined) throw new Error("two line-ups");
    return { staffed, short };
  });

  it("has longer waits where customers are more satisfied", () => {
    // Fisher's z: its standard error is 1 / √(n − 3).
    const z = Math.atanh(correlation(firms.map(({ staffed }) => [staffed.wait, staffed.csat] as const)));
    between(
      "correlation of wait and satisfaction across companies (Fisher's z)",
      { mean: z, se: 1 / Math.sqrt(FIRMS - 3), replications: FIRMS },
      0,
      Infinity,
      "number",
    );
  });

  it("has longer waits and less satisfied customers in the same company with an agent fewer, in every one", () => {
    for (const { staffed, short } of firms) {
      expect(short.wait).toBeGreaterThan(staffed.wait);
      expect(short.csat).toBeLessThan(staffed.csat);
    }
    clearly(
      "satisfaction with an agent fewer, mean over companies",
      estimate(firms.map(({ staffed, short }) => short.csat - staffed.csat)),
      "lower",
      "pp",
    );
  });
});
