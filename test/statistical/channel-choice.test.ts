/** Channels are chosen by multinomial logit (McFadden 1974). */

import { afterAll, describe, it } from "vitest";
import { logitShares } from "../../src/stats/index.ts";
import { expectExact, expectRefuted, ratio } from "../support/estimate.ts";
import { livedReference } from "../support/reference.ts";
import { outcomesOf, planOf, sumsOf } from "../support/runs.ts";
import { figuresOf } from "./customers/figure.ts";

const AFFINITY = { web: 0, app: 0.5, social: 1 } as const;
const NAMES = Object.keys(AFFINITY) as (keyof typeof AFFINITY)[];

/** Visits by channel and their number, one need after the other, with inertia to the channel used last. */
function visits(inertia: number) {
  const plan = planOf({
    history: "10w",
    horizon: "40w",
    channels: Object.fromEntries(NAMES.map((name) => [name, { kind: "self-service", can: ["inform", "sell"] } as const])),
    segments: { people: { size: 100, affinity: AFFINITY } },
    needs: { r: 1e6, alpha: "1000000w", a: 0, goesOn: 0, inertia, satisfactionWeight: 0 },
  });
  const outcomes = outcomesOf(plan, { replications: 10 });
  return (channel: number) =>
    ratio(outcomes.map((outcome) => [sumsOf(plan, outcome, { channel })("visits"), sumsOf(plan, outcome)("visits")]));
}

const weights = NAMES.map((name) => Math.exp(AFFINITY[name]));
const total = weights.reduce((sum, weight) => sum + weight, 0);

describe("the share of visits (scenarios/reference/logit-shares.yaml)", async () => {
  const { sums } = await livedReference("logit-shares");
  const all = sums();
  const figures = figuresOf("logit-shares");
  afterAll(figures.keep);
  const share = (channel: number) => ratio(sums({ channel }).map((s, row) => [s("visits"), all[row]?.("visits") ?? 0]));
  const shares = logitShares(Object.values(AFFINITY));
  it.each(NAMES.map((name, row) => [name, row] as const))("of %s is exp(V) / Σ exp(V)", (name, row) => {
    figures.expect(`share of ${name}`, share(row), shares[row] as number);
  });
});

describe("with inertia", () => {
  // A Markov chain: from channel i to j in proportion to w_j, times e^0.8 if j = i. It is reversible, with stationary shares in
  // proportion to w_i (total + (e^0.8 − 1) w_i).
  const extra = Math.exp(0.8) - 1;
  const stationary = weights.map((weight) => weight * (total + extra * weight));
  const sum = stationary.reduce((all, weight) => all + weight, 0);
  const share = visits(0.8);

  it.each(NAMES.map((name, row) => [name, row] as const))("the share of %s is that of the stationary Markov chain", (name, row) => {
    expectExact(`logit share of ${name} with inertia`, share(row), (stationary[row] as number) / sum, 0.03);
  });

  it("is not the share without", () => expectRefuted("no inertia", share(2), (weights[2] as number) / total));
});
