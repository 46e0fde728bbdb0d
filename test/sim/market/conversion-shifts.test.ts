/** Conversion under price differences, information and relevance: logit closed forms, three standard errors. */

import { describe, expect, it } from "vitest";
import { logistic, logit } from "../../../src/sim/core/index.ts";
import { wantsArticle } from "../../../src/sim/market/decision.ts";
import { binomialZ, handMarket, type HandMarket } from "../../support/market.ts";
import type { Written } from "../../support/runs.ts";

const PEOPLE = 20_000;
const BASE = 0.3;
const channels: NonNullable<Written["channels"]> = {
  web: { kind: "self-service", can: ["inform", "sell"], conversion: { new: BASE, returning: BASE } },
  shop: { kind: "in-person", can: ["inform", "sell"], conversion: { new: BASE, returning: BASE } },
  kiosk: { kind: "in-person", can: ["sell"], conversion: { new: BASE, returning: BASE } },
};
const plain = { abandonment: 0, deviceSwitch: { share: 0, givesUp: 0 } };

/** Of all people, those who would buy at the end of such visits. */
function wanting({ market, visit }: HandMarket, ...visits: readonly string[]): number {
  let buyers = 0;
  for (let id = 0; id < PEOPLE; id++) {
    visit(id, ...visits);
    if (wantsArticle(market, id)) buyers++;
  }
  return buyers;
}

function expectShare(buyers: number, utility: number, wrong: number): void {
  expect(Math.abs(binomialZ(buyers, PEOPLE, logistic(logit(BASE) + utility)))).toBeLessThan(3);
  expect(Math.abs(binomialZ(buyers, PEOPLE, logistic(logit(BASE) + wrong)))).toBeGreaterThan(5);
}

describe("conversion", () => {
  it("is the channel's own without differences", () => {
    expectShare(wanting(handMarket({ channels, offer: plain }, [], PEOPLE), "web", "shop"), 0, 0.1);
  });

  it("falls by weight × log(price here / lowest price seen)", () => {
    const offer = { ...plain, priceWeight: 3, prices: { web: 0.9 } };
    expectShare(wanting(handMarket({ channels, offer }, [], PEOPLE), "web", "shop"), -3 * Math.log(1 / 0.9), 0);
    expectShare(wanting(handMarket({ channels, offer }, [], PEOPLE), "shop", "web"), 0, -3 * Math.log(1 / 0.9));
    expectShare(wanting(handMarket({ channels, offer }, ["unifiedOffer"], PEOPLE), "web", "shop"), 0, -3 * Math.log(1 / 0.9));
  });

  it("falls where another company, looked up, is cheaper", () => {
    const offer = { ...plain, priceWeight: 3, elsewhere: { compared: 1, price: 0.9 } };
    expectShare(wanting(handMarket({ channels, offer }, [], PEOPLE), "web"), -3 * Math.log(1 / 0.9), 0);
    // Half of them look.
    const half = { ...offer, elsewhere: { compared: 0.5, price: 0.9 } };
    const buyers = wanting(handMarket({ channels, offer: half }, [], PEOPLE), "web");
    const expected = (BASE + logistic(logit(BASE) - 3 * Math.log(1 / 0.9))) / 2;
    expect(Math.abs(binomialZ(buyers, PEOPLE, expected))).toBeLessThan(3);
  });

  it("rises by a weight for each earlier visit that informed", () => {
    const offer = { ...plain, informationWeight: 0.2 };
    expectShare(wanting(handMarket({ channels, offer }, [], PEOPLE), "web", "web", "shop"), 0.4, 0.2);
    expectShare(wanting(handMarket({ channels, offer }, [], PEOPLE), "kiosk", "shop"), 0, 0.2);
    expectShare(wanting(handMarket({ channels, offer }, [], PEOPLE), "web", "kiosk"), 0.2, 0);
  });

  it("rises by the same weight for a scan, where the app is there", () => {
    const offer = { ...plain, informationWeight: 0.3, inStoreApp: { scans: 1 } };
    const scanning = handMarket({ channels, offer }, ["inStoreApp"], PEOPLE);
    expectShare(wanting(scanning, "shop"), 0.3, 0);
    expect(scanning.counted("scans")).toBe(PEOPLE);
    const without = handMarket({ channels, offer }, [], PEOPLE);
    expectShare(wanting(without, "shop"), 0, 0.3);
    expect(without.counted("scans")).toBe(0);
  });

  it("moves with the relevance k / (k + half) of what is known", () => {
    const offer = { ...plain, relevance: { interactions: 4, recognised: 1, conversion: 0.6 } };
    const market = handMarket({ channels, offer }, ["personalisation"], PEOPLE);
    // Two visits to the web before; what is known there is not known in the shop.
    expectShare(wanting(market, "web", "web", "web"), 0.6 * (2 / 6), 0);
    expectShare(wanting(handMarket({ channels, offer }, ["personalisation"], PEOPLE), "web", "web", "shop"), 0, 0.6 * (2 / 6));
    const shared = handMarket({ channels, offer }, ["personalisation", "sharedHistory"], PEOPLE);
    expectShare(wanting(shared, "web", "web", "shop"), 0.6 * (2 / 6), 0);
    expectShare(wanting(handMarket({ channels, offer }, ["sharedHistory"], PEOPLE), "web", "web", "web"), 0, 0.6 * (2 / 6));
  });
});
