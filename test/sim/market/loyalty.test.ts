/** Dropout: nobody leaves over a first purchase that went as expected; the less satisfied leave more. */

import { describe, expect, it } from "vitest";
import { rootKeyOf } from "../../../src/sim/kernel/index.ts";
import { dropsOut } from "../../../src/sim/market/loyalty.ts";
import { createWorld } from "../../../src/sim/world.ts";
import { planOf } from "../../support/runs.ts";

const SIZE = 2_000;
const plan = planOf({ horizon: "1y", segments: { people: { size: SIZE } }, needs: {}, experience: { reference: 0.8, dropoutSlope: 4 } });

interface Buyer {
  readonly trait: number;
  readonly satisfaction: number;
  readonly orders: number;
  readonly before?: number;
}

/** Share of many such buyers who drop out now. */
function leaving({ trait, satisfaction, orders, before = 0 }: Buyer): number {
  const { market } = createWorld(plan, rootKeyOf("test"), 0, "compiled");
  const { columns, stride } = market.customers;
  const ids = Array.from({ length: SIZE }, () => market.customers.allocate());
  for (const id of ids) {
    columns.dropoutTrait[id * stride] = trait;
    columns.satisfaction[id * stride] = satisfaction;
    columns.orders[id * stride] = orders;
    columns.ordersBefore[id * stride] = before;
  }
  return ids.filter((id) => dropsOut(market, id)).length / SIZE;
}

describe("at reference satisfaction", () => {
  it("nobody drops out after the first purchase, whatever the trait", () => {
    expect(leaving({ trait: 0.999, satisfaction: 0.8, orders: 1 })).toBe(0);
  });

  it("after later ones everybody does with the own probability", () => {
    expect(leaving({ trait: 0.3, satisfaction: 0.8, orders: 2 })).toBeCloseTo(0.3, 1);
  });

  it("the first purchase of somebody who was a customer before counts as a later one", () => {
    expect(leaving({ trait: 0.3, satisfaction: 0.8, orders: 1, before: 1 })).toBeCloseTo(0.3, 1);
  });

  it("who never drops out by nature never does", () => {
    expect(leaving({ trait: 0, satisfaction: 0, orders: 5 })).toBe(0);
  });
});

describe("below the reference", () => {
  it("customers drop out as the logit of their own probability shifts: 4 × 0.25 from 0.3 gives 0.538", () => {
    expect(leaving({ trait: 0.3, satisfaction: 0.55, orders: 2 })).toBeCloseTo(0.538, 1);
  });

  it("more do, the less satisfied they are, and fewer above it", () => {
    const shares = [0.95, 0.8, 0.6, 0.4, 0.1].map((satisfaction) => leaving({ trait: 0.3, satisfaction, orders: 2 }));
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(new Set(shares).size).toBe(5);
  });

  it("a bad first purchase costs what the shift adds, 0.538 − 0.3", () => {
    expect(leaving({ trait: 0.3, satisfaction: 0.55, orders: 1 })).toBeCloseTo(0.238, 1);
  });
});
