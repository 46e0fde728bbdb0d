/** Base-stock with lost sales is Erlang's loss system, whatever the lead times (Karush 1957); one view of two stocks pools them. */

import { describe, expect, it } from "vitest";
import { erlangB } from "../support/erlang-b.ts";
import { expectExact, expectRefuted, ratio } from "../support/estimate.ts";
import { outcomesOf, planOf, sumsOf, type Written } from "../support/runs.ts";

type LeadTime = NonNullable<Written["stock"]>["locations"][string]["leadTime"];
const SHOP = { kind: "in-person", can: ["sell"], conversion: { new: 1, returning: 1 }, visitDuration: { deterministic: "0s" } } as const;

/** Nine people a day want the one article at once; `locations` keep it. */
function demand(locations: NonNullable<Written["stock"]>["locations"], horizon = "2y"): Written {
  const shops = Object.values(locations).flatMap(({ channels }) => channels);
  return {
    history: "10d",
    horizon,
    channels: Object.fromEntries(shops.map((shop) => [shop, { ...SHOP, can: [...SHOP.can] }])),
    segments: { people: { size: 9 } },
    // All alike: a gamma distribution of need rates with next to no spread, one a day each.
    needs: { r: 1e6, alpha: "1000000d", a: 0, goesOn: 0, timeBetweenVisits: { deterministic: "0s" }, activeHours: "always", inertia: 0 },
    // From another shop the article comes at once too: whoever waits for goods has no further need meanwhile.
    offer: { delivery: { time: { deterministic: "0s" }, promised: "1d", cost: 0 } },
    stock: { articles: 1, locations, onStockOut: { substitute: 0, looksAgain: 0 } },
    strategies: { multichannel: {}, unified: { unifiedStock: true } },
  };
}

function lost(written: Written, strategy = "multichannel") {
  const plan = planOf(written);
  const sums = outcomesOf(plan, { strategy, replications: 12 }).map((outcome) => sumsOf(plan, outcome));
  return ratio(sums.map((s) => [s("salesLost"), s("demandEvents")]));
}

describe("Erlang's loss formula as these tests compute it", () => {
  // Validation cases cc-001 (traffic tables, ITU handbook) and cc-003.
  it.each([
    [10, 4.461, 0.009997786687902762],
    [20, 12.03, 0.00999586791306609],
    [100, 84.06, 0.00999170258802648],
    [10, 9, 0.16796322629158644],
  ])("is that of the tables: %i servers, load %f", (servers, load, blocked) => expect(erlangB(servers, load)).toBeCloseTo(blocked, 12));
});

describe("ten units of an article that nine people a day want, one day of lead time", () => {
  const one = (leadTime: LeadTime, horizon: string) => demand({ store: { channels: ["shop"], units: 10, leadTime } }, horizon);
  // Validation case cc-003: c = 10, load 9, also for lognormal times with cv² = 4.
  const BLOCKED = 0.16796322629158644;

  it("are missed by Erlang's share with exponential lead times", () => {
    const found = lost(one({ exponential: { mean: "1d" } }, "2y"));
    expectExact("cc-003 exponential", found, BLOCKED, 0.02);
    expectRefuted("eleven units", found, erlangB(11, 9));
  });

  it("are missed by the same share with lognormal lead times of cv 2", () => {
    expectExact("cc-003 lognormal cv² 4", lost(one({ lognormal: { mean: "1d", cv: 2 } }, "7y")), BLOCKED, 0.02);
  });
});

describe("the same stock in two shops", () => {
  const leadTime: LeadTime = { exponential: { mean: "1d" } };
  const two = demand({ north: { channels: ["a"], units: 5, leadTime }, south: { channels: ["b"], units: 5, leadTime } });

  it("loses more while each shop sees its own", () => expectExact("B(5, 4.5)", lost(two), erlangB(5, 4.5), 0.02));
  it("loses as little as one stock of ten when both see all of it", () => {
    expectExact("B(10, 9) pooled", lost(two, "unified"), 0.16796322629158644, 0.02);
  });
});
