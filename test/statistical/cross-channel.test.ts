/** Effects across channels that the source documents name: research online and purchase offline, webrooming, showrooming, irritation, scans. */

import { describe, expect, it } from "vitest";
import type { CounterName } from "../../src/kpi/index.ts";
import { type Estimate, ratio } from "../support/estimate.ts";
import { outcomesOf, planOf, sumsOf, type Written } from "../support/runs.ts";

type Offer = NonNullable<Written["offer"]>;

const plain: Offer = { abandonment: 0, deviceSwitch: { share: 0, givesUp: 0 }, priceWeight: 4 };
const dear: Offer = { ...plain, prices: { web: 0.95, shop: 1.1 } };

/** A web shop and a shop that inform and sell alike; people look on until the tenth visit or so. */
function world(offer: Offer, priceWeight = 0): Written {
  const channel = { can: ["inform" as const, "sell" as const], conversion: { new: 0.1, returning: 0.1 } };
  return {
    horizon: "26w",
    channels: { web: { kind: "self-service", ...channel }, shop: { kind: "in-person", ...channel } },
    segments: { all: { size: 1200, alreadyCustomers: 1 } },
    needs: { r: 5, alpha: "20w", a: 0, goesOn: 0.8, inertia: 0, priceWeight },
    offer,
    experience: { priceIrritation: 0.5 },
    strategies: { multichannel: {}, "one offer": { unifiedOffer: true }, app: { inStoreApp: true } },
  };
}

function found(offer: Offer, strategy = "multichannel", priceWeight = 0) {
  const plan = planOf(world(offer, priceWeight));
  const runs = outcomesOf(plan, { strategy, replications: 4 }).map((outcome) => sumsOf(plan, outcome));
  return {
    share: (part: CounterName, whole: CounterName): Estimate => ratio(runs.map((s) => [s(part), s(whole)])),
    total: (counter: CounterName): number => runs.reduce((sum, s) => sum + s(counter), 0),
  };
}

/** Standard errors between two shares. */
function gap(more: Estimate, less: Estimate): number {
  return (more.mean - less.mean) / Math.sqrt(more.se * more.se + less.se * less.se);
}

describe("research online, purchase offline", () => {
  const uninformed = found(plain);
  const informed = found({ ...plain, informationWeight: 0.5 });

  it("is frequent already because people look in several channels", () => {
    expect(uninformed.share("shopOrdersResearchedOnline", "shopOrders").mean).toBeGreaterThan(0.2);
  });

  it("is more frequent where what was learnt online helps to decide in the shop (webrooming)", () => {
    const [more, less] = [informed, uninformed].map((one) => one.share("shopOrdersResearchedOnline", "shopOrders"));
    expect(more && less && gap(more, less)).toBeGreaterThan(5);
  });

  it("makes more visits end in an order, all channels together", () => {
    const [more, less] = [informed, uninformed].map((one) => one.share("orders", "visits"));
    expect(more && less && gap(more, less)).toBeGreaterThan(5);
  });
});

describe("showrooming", () => {
  const alike = found(plain, "multichannel", 8);
  const cheaperOnline = found(dear, "multichannel", 8);
  const oneOffer = found(dear, "one offer", 8);

  it("grows where the web is cheaper than the shop, and shop orders after research online shrink", () => {
    const loyal = [cheaperOnline, alike].map((one) => one.share("onlineOrdersAfterShopVisit", "onlineOrders"));
    expect(loyal[0] && loyal[1] && gap(loyal[0], loyal[1])).toBeGreaterThan(5);
    const webroomed = [alike, cheaperOnline].map((one) => one.share("shopOrdersResearchedOnline", "orders"));
    expect(webroomed[0] && webroomed[1] && gap(webroomed[0], webroomed[1])).toBeGreaterThan(5);
  });

  it("leaks sales to the cheapest channel", () => {
    const online = [cheaperOnline, alike].map((one) => one.share("onlineOrders", "orders"));
    expect(online[0] && online[1] && gap(online[0], online[1])).toBeGreaterThan(5);
  });

  it("irritates those who notice, and with one offer nobody notices anything: as if prices had never differed", () => {
    expect(cheaperOnline.total("priceIrritations")).toBeGreaterThan(100);
    expect(oneOffer.total("priceIrritations")).toBe(0);
    for (const counter of ["orders", "onlineOrders", "onlineOrdersAfterShopVisit", "revenue", "visits"] as const) {
      expect([counter, oneOffer.total(counter)]).toEqual([counter, alike.total(counter)]);
    }
  });

  it("is competitive where another company is cheaper still, and a scan in the shop brings it about", () => {
    const elsewhere = { share: 0.6, price: 0.85, compared: 0.7 };
    const scanning: Offer = { ...plain, elsewhere, inStoreApp: { scans: 0.8 } };
    const withApp = found(scanning, "app").share("elsewhereAfterShopVisit", "needs");
    const without = found(scanning).share("elsewhereAfterShopVisit", "needs");
    const expensive = found({ ...scanning, elsewhere: { ...elsewhere, price: 1 } }).share("elsewhereAfterShopVisit", "needs");
    expect(gap(withApp, without)).toBeGreaterThan(5);
    expect(gap(without, expensive)).toBeGreaterThan(5);
  });
});

describe("the app in the shop", () => {
  const offer: Offer = { ...plain, informationWeight: 0.5, inStoreApp: { scans: 0.4 } };
  const app = found(offer, "app");
  const without = found(offer);

  it("makes purchases in the shop informed ones, and more of them", () => {
    for (const [part, whole] of [
      ["shopOrdersResearchedOnline", "shopOrders"],
      ["shopOrders", "visits"],
    ] as const) {
      expect(gap(app.share(part, whole), without.share(part, whole)), part).toBeGreaterThan(5);
    }
    expect(without.total("scans")).toBe(0);
  });

  it("makes every purchase in the shop a researched one if all scan, and changes nothing else if information moves nobody", () => {
    const all: Offer = { ...plain, inStoreApp: { scans: 1 } };
    const scanned = found(all, "app");
    expect(scanned.total("shopOrdersResearchedOnline")).toBe(scanned.total("shopOrders"));
    const before = found(all);
    for (const counter of ["orders", "shopOrders", "revenue", "visits", "needsMet"] as const) {
      expect([counter, scanned.total(counter)]).toEqual([counter, before.total(counter)]);
    }
  });
});
