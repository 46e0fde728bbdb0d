/** Customers of several channels are the most valuable for hedonic goods, those of one channel for utilitarian ones (validation ladder 5). */

import { afterAll, describe, expect, it } from "vitest";
import { type Plan, planScenario } from "../../../src/sim/index.ts";
import { estimate } from "../../support/estimate.ts";
import { referencePlan } from "../../support/reference.ts";
import { compared, onlyOne, type Sums, sumsOf } from "../../support/runs.ts";
import { signsOf } from "./paired.ts";

const { clearly, keep } = signsOf("hedonic-utilitarian");

afterAll(keep);

const gapOf = (s: Sums) => s("manyChannelSpend") / s("manyChannelCustomers") / (s("oneChannelSpend") / s("oneChannelCustomers")) - 1;

/** The same customers with habits, and without a use for what other channels tell. */
function withHabit({ scenario }: Plan, habit: number): Plan {
  const { needs, offer } = scenario;
  if (needs === undefined || offer === undefined) throw new Error("the scenario has needs and an offer");
  return planScenario({ ...scenario, needs: { ...needs, habit }, offer: { ...offer, informationWeight: 0 } });
}

describe("who spends most in a year", async () => {
  const hedonic = await referencePlan("hedonic-utilitarian");
  const lived = (plan: Plan, replications: number) =>
    Array.from({ length: replications }, (_, replication) => sumsOf(plan, onlyOne(compared(plan, ["reference"], replication))));
  const { replications } = hedonic.scenario;
  const runs = { hedonic: lived(hedonic, replications), utilitarian: lived(withHabit(hedonic, 2.5), replications) };
  const gap = (sums: readonly Sums[]) => estimate(sums.map(gapOf));

  it("of hedonic goods: customers of several channels", () => clearly("hedonic gap", gap(runs.hedonic), "higher"));
  it("of utilitarian goods: customers of one channel", () => clearly("utilitarian gap", gap(runs.utilitarian), "lower"));

  it("it is the habit that turns the sign: without it, information or not, it is customers of several channels", () => {
    clearly("gap without habit and information", gap(lived(withHabit(hedonic, 0), 3)), "higher");
  });

  it("there are customers of either kind in both", () => {
    for (const s of [...runs.hedonic, ...runs.utilitarian]) {
      const many = s("manyChannelCustomers") / (s("manyChannelCustomers") + s("oneChannelCustomers"));
      expect(many).toBeGreaterThan(0.05);
      expect(many).toBeLessThan(0.95);
    }
  });
});
