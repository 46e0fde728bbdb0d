/** What the company remembers of a customer, and what a personal offer makes of it. */

import { describe, expect, it } from "vitest";
import { fillBasket } from "../../../src/sim/market/basket.ts";
import { countOrder } from "../../../src/sim/market/orders.ts";
import { relevanceOf } from "../../../src/sim/market/relevance.ts";
import { binomialZ, handMarket } from "../../support/market.ts";

const relevance = { interactions: 4, recognised: 1, conversion: 0.5, basket: 0.2 };
const offer = { relevance, inStoreApp: { scans: 1 } };

describe("relevance", () => {
  it("grows with the interactions known in the channel, more and more slowly", () => {
    const { market, visit } = handMarket({ offer }, ["personalisation"]);
    const steps = Array.from({ length: 5 }, () => {
      visit(0, "web");
      return relevanceOf(market, 0);
    });
    expect(steps).toEqual([0, 1 / 5, 2 / 6, 3 / 7, 4 / 8]);
    visit(0, "app");
    expect(relevanceOf(market, 0)).toBe(0);
  });

  it("knows orders too, and with a shared history what every channel knows", () => {
    const { market, visit } = handMarket({ offer }, ["personalisation", "sharedHistory"]);
    visit(0, "web");
    countOrder(market, 0);
    visit(0, "shop");
    visit(0, "app");
    expect(relevanceOf(market, 0)).toBe(3 / 7);
  });

  it("is nothing for visitors whom nobody knows, except those who scan", () => {
    const unknown = { ...offer, relevance: { ...relevance, recognised: 0 } };
    const { market, visit } = handMarket({ offer: unknown }, ["personalisation", "inStoreApp"]);
    visit(0, "web", "web");
    expect(relevanceOf(market, 0)).toBe(0);
    visit(0, "shop", "shop");
    expect(relevanceOf(market, 0)).toBe(1 / 5);
  });

  it("is remembered for the share of visits that is recognised", () => {
    const people = 3000;
    const some = { relevance: { ...relevance, recognised: 0.35 } };
    const { market, visit } = handMarket({ offer: some }, [], people);
    let known = 0;
    for (let id = 0; id < people; id++) {
      visit(id, "web");
      known += market.customers.columns.known[id * market.customers.stride] ?? 0;
    }
    expect(Math.abs(binomialZ(known, people, 0.35))).toBeLessThan(3);
  });

  it("makes orders larger by its share, and never more than 255 things are known", () => {
    const { market, visit, value } = handMarket({ offer }, ["personalisation"]);
    visit(0, "web");
    fillBasket(market, 0);
    const plain = value(0, "basketValue");
    for (let k = 0; k < 300; k++) visit(0, "web");
    fillBasket(market, 0);
    expect(Math.abs(value(0, "basketValue") - plain * (1 + 0.2 * (254 / 258)))).toBeLessThanOrEqual(1);
  });
});
