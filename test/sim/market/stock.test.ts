/** Categories, policies, waiting, returns, collection and shrinkage, all at once and one by one. */

import { describe, expect, it } from "vitest";
import { at, type CounterName } from "../../../src/kpi/index.ts";
import { begin, runMonths } from "../../../src/sim/engine.ts";
import { replicate } from "../../../src/sim/index.ts";
import { rootKeyOf } from "../../../src/sim/kernel/index.ts";
import { createWorld } from "../../../src/sim/world.ts";
import { retailer } from "../../support/retail.ts";
import { compared, onlyOne, planOf, sumsOf, type Written } from "../../support/runs.ts";

const STRATEGIES = ["multichannel", "omnichannel", "single-channel"] as const;

/** The small retailer with everything that stock knows. */
function everything(): Written {
  return {
    ...retailer(),
    offer: {
      units: {
        discrete: [
          { value: 1, weight: 3 },
          { value: 2, weight: 1 },
        ],
      },
      returns: { online: 0.3, inPerson: 0.1, after: { exponential: { mean: "3d" } }, toStock: { exponential: { mean: "2d" } } },
      collection: { share: 0.4, certainty: 1, attach: 0.3 },
      deliveryWeight: 0.1,
    },
    stock: {
      categories: {
        shoes: { weight: 2, articles: 4, price: 1.5, grossMargin: 0.5, returns: { online: 0.5 } },
        hats: { articles: 3, price: 0.8 },
      },
      locations: {
        warehouse: { channels: ["web"], leadTime: { exponential: { mean: "10d" } }, policy: { sS: { s: 1, S: 3 } } },
        depot: { channels: ["app"], leadTime: { deterministic: "2d" }, policy: { periodic: { every: "7d", upTo: 3, writeOff: 2 } } },
        floor: { channels: ["shop"], units: 2, leadTime: { exponential: { mean: "10d" } } },
      },
      onStockOut: { substitute: 0.3, wait: 0.6, patience: { exponential: { mean: "8d" } } },
      orderCost: 2,
      holdingCost: 10,
      shrinkage: "2/y",
    },
  };
}

describe("a retailer with every kind of stock", () => {
  const plan = planOf(everything());
  const outcomes = compared(plan, STRATEGIES);
  const [multi, omni] = outcomes.map((outcome) => sumsOf(plan, outcome));

  it("gives the same bytes without running ahead, and with live actors", () => {
    const lived = (executor: "compiled" | "reference", runAhead: boolean) =>
      replicate({ plan, strategies: STRATEGIES, replication: 0, executor, runAhead });
    expect(lived("compiled", false)).toEqual(outcomes);
    expect(lived("reference", true)).toEqual(outcomes);
  });

  it("continues after a fork as if nothing had been forked", () => {
    const alone = onlyOne(compared(plan, ["omnichannel"]));
    expect(alone).toEqual(outcomes[1]);
  });

  const used: CounterName[] = [
    "backorders",
    "backordersMet",
    "backordersTakenBack",
    "unitsReceived",
    "unitsSold",
    "unitsShrunk",
    "unitsReturned",
    "unitsWrittenOff",
    "returnedOrders",
    "returnCost",
    "unitsOrdered",
    "collections",
    "collectionsWithExtra",
    "inventoryCost",
    "stockHours",
  ];
  it.each(used)("counts %s", (counter) => expect(multi?.(counter)).toBeGreaterThan(0));

  it("shows the shop's shelf online only where stock is one", () => {
    expect([multi?.("shopVisitsForStock"), multi?.("basketsLeftForShop")]).toEqual([0, 0]);
    expect(omni?.("shopVisitsForStock")).toBeGreaterThan(omni?.("basketsLeftForShop") ?? 0);
    expect(omni?.("basketsLeftForShop")).toBeGreaterThan(0);
  });

  it("ends every wait once: met, taken back, or still under way", () => {
    expect(multi?.("stockOuts")).toBeGreaterThan(multi?.("backorders") ?? 0);
    const whole = sumsOf(plan, outcomes[0] as (typeof outcomes)[number], { fromMonth: 0 });
    expect(whole("backordersMet") + whole("backordersTakenBack")).toBeLessThanOrEqual(whole("backorders"));
  });
});

describe("units", () => {
  it("that appear from nowhere end the run", () => {
    const plan = planOf(everything());
    const world = createWorld(plan, rootKeyOf("test"), 0, "compiled");
    begin(world);
    world.core.count(at.unitsReceived, plan.market.segments.length, plan.market.channels.length, 1);
    expect(() => runMonths(world, 0, 1)).toThrow(/^units are not conserved: \d+ came into stock, \d+ left it, \d+ are there$/);
  });
});

/** One channel, one location; everybody buys at every visit. */
function shop(stock: Partial<NonNullable<Written["stock"]>>, offer: NonNullable<Written["offer"]> = {}): Written {
  return {
    horizon: "1y",
    channels: { shop: { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 } } },
    segments: { people: { size: 60, alreadyCustomers: 1 } },
    needs: { r: 1e6, alpha: "30000000d", a: 0, goesOn: 0 },
    offer,
    stock: { locations: { store: { channels: ["shop"], units: 5, leadTime: { deterministic: "1d" } } }, ...stock },
  };
}

function sums(written: Written) {
  const plan = planOf(written);
  return sumsOf(plan, onlyOne(compared(plan, ["multichannel"])));
}

describe("categories", () => {
  const empty = { store: { channels: ["shop"], units: 0, leadTime: { deterministic: "1d" } } };
  const one = { articles: 1, popularity: 0 };

  it("of one article each have no substitutes, while one category has", () => {
    // Two articles; only the first, with nearly all needs, is ever on the shelf.
    const onStockOut = { substitute: 1, looksAgain: 0 };
    const short = { store: { channels: ["shop"], units: 1, leadTime: { deterministic: "30d" } } };
    const together = sums(shop({ articles: 2, popularity: 0, locations: short, onStockOut }));
    const apart = sums(shop({ categories: { a: one, b: one }, locations: short, onStockOut }));
    expect(apart("salesLost")).toBe(apart("stockOuts"));
    expect(together("salesLost")).toBeLessThan(together("stockOuts"));
  });

  it("have prices and margins of their own", () => {
    const offer = { spend: { deterministic: 10 }, grossMargin: 0.4 };
    const s = sums(shop({ categories: { a: { ...one, price: 3, grossMargin: 0.5 } } }, offer));
    expect(s("revenue") / s("orders")).toBe(3000);
    expect(s("goodsMargin") / s("orders")).toBe(1500);
  });

  it("say how many orders come back, and the units come back with them", () => {
    const offer = { returns: { after: { deterministic: "1d" }, toStock: { deterministic: "0s" } } };
    const s = sums(shop({ categories: { a: { ...one, returns: { inPerson: 1 } } } }, offer));
    expect(s("returnedOrders")).toBeGreaterThan(s("orders") - 60);
    expect(s("refunds")).toBeGreaterThan(0.9 * s("revenue"));
    expect(s("unitsReturned")).toBe(s("returnedOrders"));
    // What comes back is not ordered again.
    expect(s("unitsReceived")).toBeLessThan(0.5 * s("unitsSold"));
  });

  it("of an empty shop sell nothing", () => {
    const s = sums(shop({ categories: { a: one }, locations: empty, onStockOut: { looksAgain: 0 } }));
    expect([s("orders"), s("salesLost") > 100]).toEqual([0, true]);
  });
});

describe("an order of several units", () => {
  it("takes them all, and is worth as many times more", () => {
    const offer = { spend: { deterministic: 10 }, units: { deterministic: 3 } } as const;
    const s = sums(shop({ articles: 1 }, offer));
    expect([s("unitsSold") / s("orders"), s("unitsOrdered") / s("orders"), s("revenue") / s("orders")]).toEqual([3, 3, 3000]);
  });

  it("is a stock-out where there are fewer", () => {
    const s = sums(shop({ articles: 1, onStockOut: { looksAgain: 0 } }, { units: { deterministic: 6 } }));
    expect([s("orders"), s("stockOuts") > 100]).toEqual([0, true]);
  });
});

describe("whoever waits", () => {
  const waiting = (patience: string) =>
    sums(
      shop({
        articles: 1,
        locations: { store: { channels: ["shop"], units: 1, leadTime: { deterministic: "5d" } } },
        onStockOut: { substitute: 0, wait: 1, patience: { deterministic: patience }, looksAgain: 0 },
      }),
    );

  it("gets the article after the lead time at most, first come, first served", () => {
    const s = waiting("100d");
    expect(s("backordersTakenBack")).toBe(0);
    expect(s("backorderWaitMs") / s("backordersMet")).toBeGreaterThan(0);
    // Everybody who joins orders a unit, which comes five days later: nobody waits longer.
    expect(s("backorderWaitMs") / s("backordersMet")).toBeLessThanOrEqual(5 * 86_400_000);
  });

  it("leaves when patience ends first", () => {
    const s = waiting("1h");
    expect(s("backordersTakenBack")).toBeGreaterThan(10);
    expect(s("salesLost")).toBe(s("backordersTakenBack"));
  });
});

describe("shrinkage", () => {
  it("takes each unit at its rate", () => {
    // Four hundred units, replaced at once: 800 losses a year, Poisson.
    const stock = {
      articles: 1,
      shrinkage: "2/y",
      locations: { store: { channels: ["shop"], units: 400, leadTime: { deterministic: "0s" } } },
    };
    const s = sums({ ...shop(stock), segments: { people: { size: 1, alreadyCustomers: 1 } } });
    const expected = 800;
    expect(Math.abs(s("unitsShrunk") - expected)).toBeLessThan(3 * Math.sqrt(expected));
  });
});
