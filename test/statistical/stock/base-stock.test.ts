/** Base stock: lost sales are Erlang's loss system, backorders make units on order Poisson; pooling is a larger system of the same kind. */

import { describe, expect, it } from "vitest";
import { erlangB } from "../../support/erlang-b.ts";
import { expectExact, expectRefuted, ratio } from "../../support/estimate.ts";
import { livedReference, referencePlan } from "../../support/reference.ts";
import { compared, type Sums, sumsOf } from "../../support/runs.ts";
import { expected } from "./poisson.ts";

const DAY_MS = 86_400_000;
const lost = (sums: readonly Sums[]) => ratio(sums.map((s) => [s("salesLost"), s("demandEvents")]));

describe("base stock with lost sales", async () => {
  const sums = (await livedReference("stock-erlang-b")).sums();

  it("loses Erlang's share", () => {
    expectExact("stock-erlang-b", lost(sums), erlangB(10, 9), 0.02);
    expectRefuted("nine units", lost(sums), erlangB(9, 9));
  });

  it("has as many units on hand as Erlang's system has free lines", () => {
    const days = 730;
    const onHand = ratio(sums.map((s) => [s("stockHours") / 24, days]));
    expectExact("mean stock", onHand, 10 - 9 * (1 - erlangB(10, 9)), 0.01);
  });
});

describe("two stocks", async () => {
  const plan = await referencePlan("stock-pooling");
  const runs = Array.from({ length: plan.scenario.replications }, (_, replication) =>
    compared(plan, ["apart", "pooled"], replication).map((outcome) => sumsOf(plan, outcome)),
  );
  const under = (index: number) => runs.flatMap((sums) => sums.slice(index, index + 1));

  it("lose like two systems apart", () => expectExact("B(5, 4.5)", lost(under(0)), erlangB(5, 4.5), 0.015));
  it("lose like one system when seen as one", () => {
    expectExact("B(10, 9)", lost(under(1)), erlangB(10, 9), 0.02);
    expectRefuted("no pooling", lost(under(1)), erlangB(5, 4.5));
  });
});

describe("base stock with backorders", async () => {
  const sums = (await livedReference("stock-palm")).sums();

  it("serves at once with the Poisson probability that fewer than S are on order", () => {
    const served = ratio(sums.map((s) => [s("demandEvents") - s("stockOuts"), s("demandEvents")]));
    expectExact(
      "fill rate",
      served,
      expected(9, (n) => (n < 10 ? 1 : 0)),
      0.02,
    );
    expectRefuted(
      "nine units",
      served,
      expected(9, (n) => (n < 9 ? 1 : 0)),
    );
  });

  it("makes customers wait as long as Little's law says of the units that are short", () => {
    const wait = ratio(sums.map((s) => [s("backorderWaitMs") / DAY_MS, s("demandEvents")]));
    expectExact("mean wait, days", wait, expected(9, (n) => Math.max(0, n - 10)) / 9, 0.04);
  });

  it("loses nobody", () => {
    for (const s of sums) expect([s("salesLost"), s("backordersTakenBack")]).toEqual([0, 0]);
  });
});
