/** What customers see of prices, and how they take differences. */

import { describe, expect, it } from "vitest";
import { chooseLogit } from "../../../src/sim/market/choice.ts";
import { beginNeed } from "../../../src/sim/market/needs.ts";
import { marginAtPrice } from "../../../src/sim/market/prices.ts";
import { chooseVisitChannel } from "../../../src/sim/market/visit-choice.ts";
import { fillBasket } from "../../../src/sim/market/basket.ts";
import { Draws, rootKeyOf } from "../../../src/sim/kernel/index.ts";
import { handMarket } from "../../support/market.ts";

const prices = { web: 0.9, app: 0.95, shop: 1.1 };
const irritated = { offer: { prices }, experience: { priceIrritation: 0.5 } };

describe("a customer who sees two prices of one company", () => {
  it("is irritated by each widening of the difference, per log point", () => {
    const { visit, value, countedIn, counted } = handMarket(irritated);
    visit(0, "app");
    expect(value(0, "satisfaction")).toBe(0.8);
    visit(0, "shop");
    expect(value(0, "satisfaction")).toBeCloseTo(0.8 - 0.5 * Math.log(1.1 / 0.95), 12);
    visit(0, "web");
    expect(value(0, "satisfaction")).toBeCloseTo(0.8 - 0.5 * Math.log(1.1 / 0.9), 12);
    expect([countedIn("priceIrritations", "shop"), countedIn("priceIrritations", "web"), counted("priceIrritations")]).toEqual([1, 1, 2]);
  });

  it("is not irritated again by prices between those, nor by the same", () => {
    const { visit, value, counted } = handMarket(irritated);
    visit(0, "shop", "web", "app", "shop", "web");
    expect(counted("priceIrritations")).toBe(1);
    expect(value(0, "satisfaction")).toBeCloseTo(0.8 - 0.5 * Math.log(1.1 / 0.9), 12);
  });

  it("is not irritated where nothing is sold, and forgets with the need", () => {
    const { market, visit, counted } = handMarket(irritated);
    visit(0, "blog", "shop", "blog");
    beginNeed(market, 0);
    visit(0, "web");
    expect(counted("priceIrritations")).toBe(0);
  });

  it("sees one price with one offer: the one that is stated", () => {
    const { market, visit, value, counted } = handMarket({ ...irritated, offer: { prices, unifiedPrice: 0.97 } }, ["unifiedOffer"]);
    visit(0, "shop", "web");
    expect([counted("priceIrritations"), value(0, "satisfaction"), value(0, "lowestPrice")]).toEqual([0, 0.8, 0.97]);
    fillBasket(market, 0);
    const unified = value(0, "basketValue");
    const other = handMarket({ ...irritated, offer: { prices: { web: 0.97 } } });
    other.visit(0, "web");
    fillBasket(other.market, 0);
    expect(unified).toBe(other.value(0, "basketValue"));
  });

  it("never falls below no satisfaction at all", () => {
    const { visit, value } = handMarket({ offer: { prices: { web: 0.1, shop: 10 } }, experience: { priceIrritation: 3 } });
    visit(0, "web", "shop");
    expect(value(0, "satisfaction")).toBe(0);
  });
});

describe("the margin", () => {
  it("is what a price leaves above the cost of goods, which is the same at every price", () => {
    const { market } = handMarket({ offer: { prices, grossMargin: 0.4 } });
    // Goods cost 0.6 of the list price.
    expect(marginAtPrice(market, 0, 0.4)).toBeCloseTo((0.9 - 0.6) / 0.9, 12);
    expect(marginAtPrice(market, 2, 0.4)).toBeCloseTo((1.1 - 0.6) / 1.1, 12);
    expect([marginAtPrice(market, 3, 0.4), marginAtPrice(market, -1, 0.4)]).toEqual([0.4, 0.4]);
    const unified = handMarket({ offer: { prices, grossMargin: 0.4 } }, ["unifiedOffer"]);
    expect(marginAtPrice(unified.market, 0, 0.4)).toBe(0.4);
  });
});

describe("the price of another company", () => {
  it("is the lowest seen, where it is looked up online and is lower", () => {
    const elsewhere = { share: 0, price: 0.8, compared: 1 };
    const { visit, value, counted } = handMarket({ ...irritated, offer: { prices, elsewhere } });
    visit(0, "shop");
    expect(value(0, "lowestPrice")).toBe(1.1);
    visit(0, "blog");
    expect(value(0, "lowestPrice")).toBe(1.1);
    visit(0, "app");
    expect(value(0, "lowestPrice")).toBe(0.8);
    // Only prices of the same company irritate.
    expect(counted("priceIrritations")).toBe(1);
  });
});

describe("the choice of the next channel", () => {
  const written = { offer: { prices }, needs: { priceWeight: 3, inertia: 0.4 } };
  const draws = new Draws(rootKeyOf("prices"), 0);

  function utilities(seen: readonly string[], last: string, weight: number): Float64Array {
    const names = ["web", "app", "shop", "blog"];
    return Float64Array.from(names, (name) => {
      const price = (prices as Record<string, number>)[name] ?? 1;
      return (name === last ? 0.4 : 0) - (seen.includes(name) ? weight * Math.log(price) : 0);
    });
  }

  function expectLogit(on: readonly "unifiedOffer"[], weight: number): void {
    const { market, visit } = handMarket(written, on);
    visit(0, "shop", "blog", "web");
    const v = utilities(["shop", "blog", "web"], "web", weight);
    for (let i = 0; i < 500; i++) {
      const u = draws.uniform(0, 0, i);
      expect(chooseVisitChannel(market, 0, u, Number.NaN)).toBe(chooseLogit(v.slice(), 4, u));
    }
  }

  it("is a logit in which a price seen weighs, per log point", () => expectLogit([], 3));
  it("knows no prices apart where the offer is one", () => expectLogit(["unifiedOffer"], 0));

  it("is the same where utilities are beyond what exponentials hold", () => {
    const { market, visit } = handMarket({ ...written, needs: { priceWeight: 3, inertia: 900 } });
    visit(0, "shop", "web");
    for (let i = 0; i < 50; i++) expect(chooseVisitChannel(market, 0, draws.uniform(0, 1, i), Number.NaN)).toBe(0);
  });
});
