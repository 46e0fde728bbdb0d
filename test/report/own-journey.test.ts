/** What a journey of the author's own counted, in the page and in the table. */

import { describe, expect, it } from "vitest";
import type { ResultDocument } from "../../src/kpi/index.ts";
import { kpisCsv, renderReport } from "../../src/report/index.ts";
import { evilName, retailResult } from "./fixture.ts";

/** The retail result as if its customers lived a journey that counts payments, one of them under an evil name. */
function withJourney(): ResultDocument {
  const result = retailResult();
  const count = (mean: number) => ({ mean, low: mean - 2, high: mean + 2, sd: 1, n: result.replications, unit: "count" as const });
  return {
    ...result,
    scenario: { ...result.scenario, journey: { id: evilName, sha256: "0".repeat(64) } },
    strategies: result.strategies.map((strategy, index) => ({
      ...strategy,
      journey: {
        payments:
          index === 0
            ? { count: count(700) }
            : { count: count(700 + index), difference: { mean: index, low: index - 0.5, high: index + 0.5 } },
      },
    })),
  };
}

describe("a result of an own journey", () => {
  it("shows its counters with the differences to the baseline, and no verdict on them", async () => {
    const { html } = await renderReport(withJourney(), () => undefined);
    const section = /<section[^>]*id="journey".*?<\/section>/su.exec(html)?.[0] ?? "";
    expect(section).toContain("What did the journey count?");
    expect(section).toContain("payments");
    expect(section).toContain("700");
    expect(section).toContain("+1");
    expect(section).not.toContain("badge");
    expect(html).not.toContain(evilName);
  });

  it("has rows of its own in the table", () => {
    expect(kpisCsv(withJourney())).toMatch(/,journey,payments,count,700,698,702,1,\d+,count,/u);
  });
});

it("the bundled journey has no such section", async () => {
  const { html } = await renderReport(retailResult(), () => undefined);
  expect(html).not.toContain("What did the journey count?");
});
