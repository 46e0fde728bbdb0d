/** Mistakes in the stock part are refused where they are made. */

import { describe, expect, it } from "vitest";
import { parseScenario } from "../../src/scenario/index.ts";
import { printed, wholeWith } from "./texts.ts";

const DEPOT = "depot: { channels: [web], units: 5, leadTime: { deterministic: 3d } }";
const depot = (policy: string) => wholeWith(DEPOT, `depot: { channels: [web], leadTime: { deterministic: 3d }${policy} }`);

describe("a stock part", () => {
  it.each([
    ["base stock without units", depot(""), "stock.locations.depot.units: expected units, the stock kept under base-stock"],
    ["a reorder point that is not below the level", depot(", policy: { sS: { s: 5, S: 5 } }"), "expected s below S"],
    ["a review without interval", depot(", policy: { periodic: { upTo: 5 } }"), "every"],
    ["an unknown policy", depot(", policy: kanban"), "stock.locations.depot.policy"],
    ["neither articles nor categories", wholeWith("  articles: 10\n", ""), "expected either articles or categories"],
    [
      "both",
      wholeWith("  articles: 10\n", "  articles: 10\n  categories: { shoes: { articles: 3 } }\n"),
      "expected either articles or categories",
    ],
    ["half a unit in an order", wholeWith("prices: { web: 0.95 }", "units: { deterministic: 0.5 }"), "offer.units"],
  ])("with %s is refused", (_, text, message) => {
    const lines = printed(text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(message);
  });

  it.each([
    ["(s, S)", depot(", policy: { sS: { s: 2, S: 5 } }")],
    ["periodic review", depot(", policy: { periodic: { every: 1w, upTo: 5, writeOff: 3 } }")],
    ["categories", wholeWith("  articles: 10\n", "  categories: { shoes: { articles: 3 }, hats: { articles: 2, price: 0.5 } }\n")],
  ])("with %s is accepted", (_, text) => expect(parseScenario(text, { fileName: "shop.yaml" }).scenario.stock).toBeDefined());
});
