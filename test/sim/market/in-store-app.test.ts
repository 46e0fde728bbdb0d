/** Scanning an article in the shop is research online. */

import { describe, expect, it } from "vitest";
import { binomialZ, handMarket } from "../../support/market.ts";

const offer = { prices: { web: 0.9, app: 0.95, shop: 1 }, inStoreApp: { scans: 1 } };

describe("a scan in the shop", () => {
  it("is research online, and shows the lowest price there", () => {
    const { visit, value, countedIn } = handMarket({ offer, experience: { priceIrritation: 0.5 } }, ["inStoreApp"]);
    visit(0, "shop");
    expect([countedIn("scans", "shop"), value(0, "lowestPrice"), value(0, "onlineVisitAt")]).toEqual([1, 0.9, 0]);
    expect(countedIn("priceIrritations", "web")).toBe(1);
    expect(value(0, "satisfaction")).toBeCloseTo(0.8 - 0.5 * Math.log(1 / 0.9), 12);
  });

  it("shows another company's price to those who compare", () => {
    const compared = { ...offer, elsewhere: { price: 0.7, compared: 1 } };
    const { visit, value } = handMarket({ offer: compared }, ["inStoreApp"]);
    visit(0, "shop");
    expect(value(0, "lowestPrice")).toBe(0.7);
  });

  it("shows only channels that are offered", () => {
    const { market, visit, value } = handMarket({ offer }, ["inStoreApp"]);
    market.offered[0] = 0;
    visit(0, "shop");
    expect(value(0, "lowestPrice")).toBe(0.95);
  });

  it("is made by the share of visitors that is stated, in person only and with the app only", () => {
    const people = 4000;
    const some = { inStoreApp: { scans: 0.2 } };
    const { visit, counted } = handMarket({ offer: some }, ["inStoreApp"], people);
    for (let id = 0; id < people; id++) visit(id, "web");
    expect(counted("scans")).toBe(0);
    for (let id = 0; id < people; id++) visit(id, "shop");
    expect(Math.abs(binomialZ(counted("scans"), people, 0.2))).toBeLessThan(3);
    const without = handMarket({ offer: some }, [], 100);
    for (let id = 0; id < 100; id++) without.visit(id, "shop");
    expect(without.counted("scans")).toBe(0);
  });
});
