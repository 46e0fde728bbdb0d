/** The naive gap between customers of several channels and of one exceeds what several channels do (validation ladder 4). */

import { afterAll, describe, expect, it } from "vitest";
import { estimate } from "../../support/estimate.ts";
import { referencePlan } from "../../support/reference.ts";
import { compared, type Sums, sumsOf } from "../../support/runs.ts";
import { signsOf } from "./paired.ts";

const { clearly, keep } = signsOf("multichannel-gap");

afterAll(keep);

const gapOf = (s: Sums) => s("manyChannelSpend") / s("manyChannelCustomers") / (s("oneChannelSpend") / s("oneChannelCustomers")) - 1;

describe("customers of several channels", async () => {
  const plan = await referencePlan("multichannel-gap");
  const runs = Array.from({ length: plan.scenario.replications }, (_, replication) =>
    compared(plan, ["one channel", "several channels"], replication).map((outcome) =>
      [undefined, 0, 1].map((segment) => sumsOf(plan, outcome, segment === undefined ? {} : { segment })),
    ),
  );
  /** The gap among customers who are offered several channels, and what the offer does to the same customers' spend; of all or a segment. */
  const figures = (part = 0) =>
    runs.map(([one, several]) => {
      const [before, after] = [one?.[part], several?.[part]];
      if (before === undefined || after === undefined) throw new Error("two strategies");
      return { gap: gapOf(after), effect: after("revenue") / before("revenue") - 1 };
    });
  const gap = (part?: number) => estimate(figures(part).map((run) => run.gap));
  const effect = estimate(figures().map((run) => run.effect));
  const excess = estimate(figures().map((run) => run.gap - run.effect));

  it("spend more than customers of one", () => clearly("naive gap", gap(), "higher"));
  it("are a little more valuable than they would be with one channel", () => clearly("causal effect", effect, "higher"));
  it("look more valuable than several channels make them", () => {
    clearly("selection gap", excess, "higher");
    expect(gap().mean).toBeGreaterThan(5 * effect.mean);
  });
  it("spend more within one segment too: more orders are more chances to use a second channel", () => {
    clearly("naive gap of light buyers", gap(1), "higher");
    clearly("naive gap of heavy buyers", gap(2), "higher");
  });
});
