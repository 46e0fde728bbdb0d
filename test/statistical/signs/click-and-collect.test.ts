/** Click and collect on live stock: the signs of Gallino & Moreno 2014 (evidence 1.6). Paired by replication: same customers, same luck. */

import { afterAll, describe, expect, it } from "vitest";
import { estimate } from "../../support/estimate.ts";
import { referencePlan } from "../../support/reference.ts";
import { compared, sumsOf } from "../../support/runs.ts";
import { planScenario, type Plan } from "../../../src/sim/index.ts";
import { signsOf } from "./paired.ts";

const { clearly, keep } = signsOf("click-and-collect");

afterAll(keep);

const WEB = 0;
const STORE = 1;

/** Relative changes, one for each replication. */
function differences(plan: Plan, replications: number) {
  const runs = Array.from({ length: replications }, (_, replication) =>
    compared(plan, ["delivery only", "click and collect"], replication).map((outcome) => {
      const [all, web, store] = [{}, { channel: WEB }, { channel: STORE }].map((scope) => sumsOf(plan, outcome, scope));
      if (all === undefined || web === undefined || store === undefined) throw new Error("three scopes");
      return {
        web: web("revenue"),
        store: store("revenue"),
        total: all("revenue"),
        visits: store("visits"),
        abandoned: all("basketsAbandoned") / (all("basketsAbandoned") + all("basketsBought")),
        inventory: all("inventoryCost"),
      };
    }),
  );
  return (figure: "web" | "store" | "total" | "visits" | "abandoned" | "inventory") =>
    estimate(runs.map(([before, after]) => (after?.[figure] ?? Number.NaN) / (before?.[figure] ?? Number.NaN) - 1));
}

describe("click and collect on live stock", async () => {
  const plan = await referencePlan("click-and-collect");
  const change = differences(plan, plan.scenario.replications);

  it("lowers sales of the web shop", () => clearly("online sales", change("web"), "lower"));
  it("raises sales and visits of the store", () => {
    clearly("store sales", change("store"), "higher");
    clearly("store visits", change("visits"), "higher");
  });
  it("raises the total", () => clearly("total sales", change("total"), "higher"));
  it("makes customers leave online baskets more often", () => clearly("share of online baskets abandoned", change("abandoned"), "higher"));
  it("costs more inventory", () => clearly("inventory cost", change("inventory"), "higher"));

  it("moves nobody from the web shop where customers do not care for certainty", () => {
    const { scenario } = plan;
    if (scenario.offer === undefined) throw new Error("the scenario has an offer");
    const collection = { ...scenario.offer.collection, certainty: 0 };
    const indifferent = planScenario({ ...scenario, offer: { ...scenario.offer, collection } });
    const outcomes = compared(indifferent, ["delivery only", "click and collect"]);
    expect(outcomes.map((outcome) => sumsOf(indifferent, outcome)("shopVisitsForStock"))).toEqual([0, 0]);
  });
});
