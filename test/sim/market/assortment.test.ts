/** What channels carry: not carried is no stock-out, and one offer carries everything everywhere. */

import { describe, expect, it } from "vitest";
import { articleNotCarried, missArticle, reachesAllStock } from "../../../src/sim/market/assortment.ts";
import { articleAvailable, canSell } from "../../../src/sim/market/decision.ts";
import { acceptsSubstitute, takeSubstitute } from "../../../src/sim/market/stock-out.ts";
import { binomialZ, handMarket } from "../../support/market.ts";
import { compared, onlyOne, outcomesOf, planOf, sumsOf, type Written } from "../../support/runs.ts";

const stock: NonNullable<Written["stock"]> = {
  articles: 10,
  popularity: 0,
  locations: {
    warehouse: { channels: ["web", "app"], units: 2, leadTime: { deterministic: "10d" } },
    floor: { channels: ["shop"], units: 3, leadTime: { deterministic: "10d" } },
  },
  onStockOut: { substitute: 1 },
};
const offer = { assortment: { shop: 0.6 } };

describe("a channel's assortment", () => {
  it("is the best-selling articles, as many as its share says", () => {
    const { market, visit, set } = handMarket({ offer, stock });
    visit(0, "shop");
    const carried = Array.from({ length: 10 }, (_, article) => {
      set(0, "article", article);
      return !articleNotCarried(market, 0);
    });
    expect(carried).toEqual([true, true, true, true, true, true, false, false, false, false]);
    visit(0, "web");
    expect(articleNotCarried(market, 0)).toBe(false);
  });

  it("is taken category by category", () => {
    const { locations, onStockOut } = stock;
    const categories = { shoes: { articles: 2 }, hats: { articles: 4 } };
    const { market, visit, set } = handMarket({ offer: { assortment: { shop: 0.5 } }, stock: { locations, onStockOut, categories } });
    visit(0, "shop");
    const carried = Array.from({ length: 6 }, (_, article) => {
      set(0, "article", article);
      return !articleNotCarried(market, 0);
    });
    expect(carried).toEqual([true, false, true, true, false, false]);
  });

  it("is a share of needs where no stock is modelled", () => {
    const people = 5000;
    const { market, visit } = handMarket({ offer }, [], people);
    let missing = 0;
    for (let id = 0; id < people; id++) {
      visit(id, "shop");
      if (articleNotCarried(market, id)) missing++;
    }
    expect(Math.abs(binomialZ(missing, people, 0.4))).toBeLessThan(3);
  });

  it("leaves no stock of other articles at the location", () => {
    const { market } = handMarket({ offer, stock });
    expect([5, 6].map((article) => market.stock?.has(1, article))).toEqual([true, false]);
    expect(market.stock?.has(0, 9)).toBe(true);
  });

  it("says what may stand in for an article that is missing: one that is carried", () => {
    const { market, visit, set, value, counted } = handMarket({ offer, stock, experience: { notCarriedPenalty: 0.1 } });
    visit(0, "shop");
    set(0, "article", 7);
    missArticle(market, 0);
    expect([counted("notCarried"), counted("stockOuts")]).toEqual([1, 0]);
    expect(value(0, "satisfaction")).toBeCloseTo(0.7, 12);
    expect(acceptsSubstitute(market, 0)).toBe(true);
    takeSubstitute(market, 0);
    expect(value(0, "article")).toBe(0);
  });
});

describe("one offer", () => {
  it("has every article in every channel, ordered from where it is", () => {
    const { market, visit, set } = handMarket({ offer, stock }, ["unifiedOffer"]);
    visit(0, "shop");
    set(0, "article", 9);
    expect([articleNotCarried(market, 0), reachesAllStock(market, 0, 9), articleAvailable(market, 0)]).toEqual([false, true, true]);
  });

  it("does not make one stock of what each channel keeps", () => {
    const { market, visit } = handMarket({ offer, stock }, ["unifiedOffer"]);
    visit(0, "shop");
    for (let unit = 0; unit < 3; unit++) market.stock?.take(1, 0);
    expect([reachesAllStock(market, 0, 0), canSell(market, 0, 2, 0)]).toEqual([false, false]);
  });

  it("lets a scan in the shop order what is not on the shelf; without one offer a scan only informs", () => {
    const scanned = { ...offer, inStoreApp: { scans: 1 } };
    const ways = [["unifiedOffer", "inStoreApp"], ["inStoreApp"]] as const;
    const sold = ways.map((on) => {
      const { market, visit } = handMarket({ offer: scanned, stock }, on);
      visit(0, "shop");
      for (let unit = 0; unit < 3; unit++) market.stock?.take(1, 0);
      return canSell(market, 0, 2, 0);
    });
    expect(sold).toEqual([true, false]);
  });
});

describe("an article that is not on the shelf", () => {
  it("is ordered for delivery by the share of visitors who take that, online by all", () => {
    const people = 3000;
    const written = { offer: { delivery: { insteadOfShelf: 0.4 } }, stock };
    // Each channel's own location has sold its last unit of the article.
    const sold = (channel: string, row: number, location: number, units: number) => {
      const { market, visit, set } = handMarket(written, ["unifiedStock"], people);
      for (let unit = 0; unit < units; unit++) market.stock?.take(location, 0);
      let count = 0;
      for (let id = 0; id < people; id++) {
        visit(id, channel);
        set(id, "article", 0);
        if (canSell(market, id, row, 0)) count++;
      }
      return count;
    };
    expect(Math.abs(binomialZ(sold("shop", 2, 1, 3), people, 0.4))).toBeLessThan(3);
    expect(sold("web", 0, 0, 2)).toBe(people);
  });
});

describe("over a life", () => {
  const world: Written = {
    horizon: "26w",
    channels: { shop: { kind: "in-person", can: ["inform", "sell"], conversion: { new: 0.5, returning: 0.5 } } },
    segments: { all: { size: 400, alreadyCustomers: 1 } },
    needs: { r: 2, alpha: "8w", a: 0, goesOn: 0 },
    offer: { assortment: { shop: 0.7 } },
    strategies: { multichannel: {}, "one offer": { unifiedOffer: true } },
  };

  it("the share of wanted articles that is missing is the share not carried", () => {
    const plan = planOf(world);
    const s = sumsOf(plan, onlyOne(outcomesOf(plan)));
    const wanted = s("notCarried") + s("demandEvents");
    expect(wanted).toBeGreaterThan(1000);
    expect(Math.abs(binomialZ(s("notCarried"), wanted, 0.3))).toBeLessThan(3);
    expect([s("stockOuts"), s("salesLost")]).toEqual([0, 0]);
  });

  it("is with one offer as if everything had been carried always, because the same customers want the same", () => {
    const everything = planOf({ ...world, offer: {} });
    const some = planOf(world);
    const [one] = compared(some, ["one offer"]).map((outcome) => sumsOf(some, outcome));
    const [all] = compared(everything, ["multichannel"]).map((outcome) => sumsOf(everything, outcome));
    expect(one?.("notCarried")).toBe(0);
    expect(one?.("revenue")).toBe(all?.("revenue"));
  });
});
