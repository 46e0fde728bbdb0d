/** Stock, baskets and how goods arrive. */

import { describe, expect, it } from "vitest";
import { rootKeyOf } from "../../../src/sim/kernel/index.ts";
import { createWorld } from "../../../src/sim/world.ts";
import { retailer } from "../../support/retail.ts";
import { compared, onlyOne, planOf, sumsOf, type Written } from "../../support/runs.ts";
import { tracedLife } from "../../support/worlds.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEB = { kind: "self-service", can: ["inform", "sell"], conversion: { new: 1, returning: 1 } } as const;
const SHOP = { kind: "in-person", can: ["inform", "sell"], conversion: { new: 1, returning: 1 } } as const;

/** One person who buys on the web and always wants to collect in the shop. */
function collecting(shelf: number, store: number): Written {
  return {
    horizon: "1y",
    channels: { web: { ...WEB, can: [...WEB.can] }, shop: { ...SHOP, can: [...SHOP.can] } },
    segments: { one: { size: 1, affinity: { web: 50, shop: 0 } } },
    needs: { r: 1e6, alpha: "30000000d", a: 0 },
    offer: {
      abandonment: 0,
      deviceSwitch: { share: 0, givesUp: 0 },
      delivery: { time: { deterministic: "2d" }, promised: "5d", cost: 0 },
      collection: { share: 1, fromStore: { deterministic: "4h" }, shippedToStore: { deterministic: "4d" }, cost: 0 },
    },
    stock: {
      articles: 1,
      locations: {
        warehouse: { channels: ["web"], units: store, leadTime: { deterministic: "1d" } },
        floor: { channels: ["shop"], units: shelf, leadTime: { deterministic: "1d" } },
      },
    },
    strategies: { multichannel: {}, unified: { unifiedStock: true } },
  };
}

/** Seconds from each order to its goods. */
function waits(written: Written, strategy: string): number[] {
  const { counts } = tracedLife(planOf(written), ["orders", "ordersDue"], { strategy });
  const times = (name: string) => counts.filter(({ counter }) => counter === name).map(({ time }) => time);
  const orders = times("orders");
  const found = times("ordersDue").map((time, n) => Math.round(time - (orders[n] ?? Number.NaN)));
  expect(found.length).toBeGreaterThan(5);
  return [...new Set(found)];
}

describe("goods to be collected in the shop", () => {
  it("come from its shelf in hours only if stock is one", () => {
    expect(waits(collecting(5, 5), "unified")).toEqual([4 * HOUR]);
    expect(waits(collecting(5, 5), "multichannel")).toEqual([4 * DAY]);
  });

  it("are shipped there if the shelf is empty", () => {
    expect(waits(collecting(0, 5), "unified")).toEqual([4 * DAY]);
  });

  it("can be ordered on the web from a shelf that the web does not see otherwise", () => {
    const plan = planOf(collecting(5, 0));
    const [without, unified] = compared(plan, ["multichannel", "unified"]).map((outcome) => sumsOf(plan, outcome));
    expect([without?.("orders"), (unified?.("orders") ?? 0) > 5]).toEqual([0, true]);
    expect(without?.("stockOuts")).toBeGreaterThan(5);
    expect(unified?.("stockOuts")).toBe(0);
  });
});

describe("stock", () => {
  const plan = planOf(retailer());

  it("is never sold below zero: whoever tries is stopped", () => {
    const { market } = createWorld(planOf(collecting(1, 1)), rootKeyOf("test"), 0, "compiled");
    market.stock?.take(0, 0);
    expect(market.stock?.has(0, 0)).toBe(false);
    expect(() => market.stock?.take(0, 0)).toThrow("article 0 was sold from location 0, which has none");
  });

  it.each(["multichannel", "omnichannel"])("runs short at times and is short of nobody's goods, %s", (strategy) => {
    const s = sumsOf(plan, onlyOne(compared(plan, [strategy])));
    expect(s("stockOuts")).toBeGreaterThan(10);
    expect(s("salesLost")).toBeLessThanOrEqual(s("stockOuts"));
    expect(s("orders")).toBe(s("onlineOrders") + s("shopOrders"));
    expect(s("basketsBought")).toBe(s("onlineOrders"));
  });

  it("of all locations is seen only if stock is one", () => {
    const [without, unified] = compared(plan, ["multichannel", "omnichannel"]).map((outcome) => sumsOf(plan, outcome));
    expect(without?.("ordersFromElsewhere")).toBe(0);
    expect(unified?.("ordersFromElsewhere")).toBeGreaterThan(0);
    expect((unified?.("stockOuts") ?? 1) / (unified?.("demandEvents") ?? 1)).toBeLessThan(
      (without?.("stockOuts") ?? 0) / (without?.("demandEvents") ?? 1),
    );
  });
});

describe("a basket", () => {
  const plan = planOf({
    ...retailer(),
    offer: { deviceSwitch: { share: 0.8, givesUp: 0.8 } },
    strategies: { multichannel: {}, shared: { sharedBasket: true } },
  });
  const [without, shared] = compared(plan, ["multichannel", "shared"]).map((outcome) => sumsOf(plan, outcome));

  it("is lost between devices only if it does not follow", () => {
    expect(without?.("basketsLostOnDevice")).toBeGreaterThan(10);
    expect(shared?.("basketsLostOnDevice")).toBe(0);
  });
});
