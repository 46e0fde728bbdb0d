/** A loyalty programme: the naive gap, and what it does to the same people (validation ladder 6). */

import { afterAll, describe, expect, it } from "vitest";
import { estimate } from "../../support/estimate.ts";
import { referencePlan } from "../../support/reference.ts";
import { compared, sumsOf } from "../../support/runs.ts";
import { signsOf } from "./paired.ts";

const { between, clearly, keep } = signsOf("loyalty-programme");

afterAll(keep);

const STRATEGIES = ["without", "with programme"];
const SEGMENTS = { light: 0, moderate: 1, heavy: 2 } as const;

describe("a loyalty programme", async () => {
  const plan = await referencePlan("loyalty-programme");
  const outcomes = Array.from({ length: plan.scenario.replications }, (_, replication) => compared(plan, STRATEGIES, replication));

  /** Spend of members, or of those who would be, by replication: without and with the programme. */
  const pairs = (segment?: number, months: { fromMonth?: number; toMonth?: number } = {}) =>
    outcomes.map((pair) => pair.map((outcome) => sumsOf(plan, outcome, { ...(segment === undefined ? {} : { segment }), ...months })));
  const uplift = (segment?: number, months = {}) =>
    estimate(
      pairs(segment, months).map(
        ([without, withIt]) => (withIt?.("memberSpend") ?? Number.NaN) / (without?.("memberSpend") ?? Number.NaN) - 1,
      ),
    );
  const gap = (strategy: number) =>
    estimate(
      pairs().map((pair) => {
        const s = pair[strategy];
        if (s === undefined) throw new Error("two strategies");
        return s("memberSpend") / s("memberMonths") / (s("nonMemberSpend") / s("nonMemberMonths")) - 1;
      }),
    );

  it("compares the same members under both strategies", () => {
    for (const [without, withIt] of pairs()) expect(withIt?.("memberMonths")).toBe(without?.("memberMonths"));
  });

  it("leaves everybody else alone", () => {
    for (const [without, withIt] of pairs()) expect(withIt?.("nonMemberSpend")).toBe(without?.("nonMemberSpend"));
  });

  it("shows a large naive gap, even where there is no programme at all", () => {
    clearly("naive gap with the programme", gap(1), "higher");
    clearly("naive gap without a programme", gap(0), "higher");
  });

  it("has a causal uplift, far smaller than the naive gap", () => {
    clearly("uplift", uplift(), "higher");
    expect(gap(1).mean).toBeGreaterThan(10 * uplift().mean);
  });

  it("moves light and moderate buyers, and heavy ones hardly", () => {
    clearly("uplift of light buyers", uplift(SEGMENTS.light), "higher");
    clearly("uplift of moderate buyers", uplift(SEGMENTS.moderate), "higher");
    between("uplift of heavy buyers", uplift(SEGMENTS.heavy), -0.01, 0.01);
    expect(uplift(SEGMENTS.light).mean).toBeGreaterThan(uplift(SEGMENTS.moderate).mean);
  });

  it("fades: in the second year little is left", () => {
    const { adoptionMonth } = plan.calendar;
    clearly("uplift of the first half-year", uplift(undefined, { fromMonth: adoptionMonth, toMonth: adoptionMonth + 6 }), "higher");
    between("uplift of the second year", uplift(undefined, { fromMonth: adoptionMonth + 12 }), -0.01, 0.01);
  });
});
