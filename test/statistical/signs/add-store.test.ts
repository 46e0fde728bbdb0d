/** A store is added: people order more often, not more at a time, and send more back (validation ladder 2). */

import { afterAll, describe, it } from "vitest";
import { estimate } from "../../support/estimate.ts";
import { referencePlan } from "../../support/reference.ts";
import { compared, type Sums, sumsOf } from "../../support/runs.ts";
import { signsOf } from "./paired.ts";

const { between, clearly, keep } = signsOf("add-store");

afterAll(keep);

const figures = {
  orders: (s: Sums) => s("orders"),
  "order value": (s: Sums) => s("revenue") / s("orders"),
  "orders sent back": (s: Sums) => s("returnedOrders") / s("orders"),
  "net revenue": (s: Sums) => s("revenue") - s("refunds"),
  "online orders": (s: Sums) => s("onlineOrders"),
} as const;

describe("a store", async () => {
  const plan = await referencePlan("add-store");
  const runs = Array.from({ length: plan.scenario.replications }, (_, replication) =>
    compared(plan, ["online", "with a store"], replication).map((outcome) => sumsOf(plan, outcome)),
  );
  /** Relative change by the store, paired by replication: same customers, same luck. */
  const change = (figure: keyof typeof figures) =>
    estimate(runs.map(([without, withIt]) => (without && withIt ? figures[figure](withIt) / figures[figure](without) - 1 : Number.NaN)));

  it("makes customers order more often", () => clearly("orders", change("orders"), "higher"));
  it("leaves the size of orders as it is", () => between("order value", change("order value"), -0.02, 0.02));
  it("raises the share of orders sent back", () => clearly("orders sent back", change("orders sent back"), "higher"));
  it("raises net revenue by 5 to 35 %", () => between("net revenue", change("net revenue"), 0.05, 0.35));
  it("takes some orders from the web", () => clearly("online orders", change("online orders"), "lower"));
});
