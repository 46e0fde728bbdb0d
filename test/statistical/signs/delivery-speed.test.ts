/** Goods one day earlier: online sales rise a little, store sales less (evidence 3.5). Paired: same customers, same luck. */

import { afterAll, describe, expect, it } from "vitest";
import { planScenario } from "../../../src/sim/index.ts";
import { estimate } from "../../support/estimate.ts";
import { referencePlan } from "../../support/reference.ts";
import { onlyOne, compared, sumsOf } from "../../support/runs.ts";
import { signsOf } from "./paired.ts";

const { clearly, keep } = signsOf("delivery-speed");

afterAll(keep);

const DAY = 86_400;

describe("delivery one day faster", async () => {
  const plan = await referencePlan("delivery-speed");
  const { offer } = plan.scenario;
  if (offer === undefined) throw new Error("the scenario has an offer");
  const time = { kind: "lognormal", mean: 3 * DAY, cv: 0.4 } as const;
  const faster = planScenario({ ...plan.scenario, offer: { ...offer, delivery: { ...offer.delivery, time } } });

  const runs = Array.from({ length: plan.scenario.replications }, (_, replication) =>
    [plan, faster].map((lived) => {
      const outcome = onlyOne(compared(lived, ["reference"], replication));
      return [0, 1].map((channel) => sumsOf(lived, outcome, { channel })("revenue"));
    }),
  );
  /** Relative change of a channel's sales, one for each replication. */
  const change = (channel: number) =>
    runs.map(([before, after]) => (after?.[channel] ?? Number.NaN) / (before?.[channel] ?? Number.NaN) - 1);
  const [web, store] = [change(0), change(1)];

  it("raises online sales, by a few per cent", () => {
    clearly("online sales", estimate(web), "higher");
    expect(estimate(web).mean).toBeLessThan(0.1);
  });
  it("raises store sales", () => clearly("store sales", estimate(store), "higher"));
  it("raises online sales more than store sales", () => {
    clearly("online less store sales", estimate(web.map((value, row) => value - (store[row] ?? Number.NaN))), "higher");
  });
});
