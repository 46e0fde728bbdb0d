/** Needs that are not met here and are met at another company. */

import { describe, expect, it } from "vitest";
import { fillBasket } from "../../../src/sim/market/basket.ts";
import { giveUpNeed } from "../../../src/sim/market/needs.ts";
import { binomialZ, handMarket } from "../../support/market.ts";

describe("a need that is given up", () => {
  it("is met elsewhere with the share that is stated", () => {
    const people = 4000;
    const { market, counted } = handMarket({ offer: { elsewhere: { share: 0.3 } } }, [], people);
    for (let id = 0; id < people; id++) giveUpNeed(market, id);
    expect(counted("needsUnmet")).toBe(people);
    expect(Math.abs(binomialZ(counted("needsMetElsewhere"), people, 0.3))).toBeLessThan(3);
  });

  it("takes along the value that the order would have had here at list price, at their price level", () => {
    const { market, visit, value, counted } = handMarket({ offer: { elsewhere: { share: 1, price: 0.9 }, prices: { shop: 1.3 } } });
    visit(0, "web");
    fillBasket(market, 0);
    const here = value(0, "basketValue");
    visit(0, "shop");
    giveUpNeed(market, 0);
    expect(Math.abs(counted("elsewhereSpend") - 0.9 * here)).toBeLessThanOrEqual(1);
  });

  it("is competitive showrooming if the shop was visited for it", () => {
    const { market, visit, counted, countedIn } = handMarket({ offer: { elsewhere: { share: 1 } } });
    visit(0, "shop", "web");
    giveUpNeed(market, 0);
    visit(1, "web");
    giveUpNeed(market, 1);
    expect([counted("needsMetElsewhere"), counted("elsewhereAfterShopVisit")]).toEqual([2, 1]);
    expect(countedIn("elsewhereAfterShopVisit", "web")).toBe(1);
  });

  it("goes nowhere where other companies are not modelled", () => {
    const { market, counted } = handMarket({});
    giveUpNeed(market, 0);
    expect([counted("needsUnmet"), counted("needsMetElsewhere"), counted("elsewhereSpend")]).toEqual([1, 0, 0]);
  });
});
