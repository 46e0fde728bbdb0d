/** Attribution in the page: methods against the truth. */

import { describe, expect, it } from "vitest";
import type { AttributionChannel, AttributionFigure, AttributionResult, ResultDocument } from "../../src/kpi/index.ts";
import { kpisCsv, renderReport } from "../../src/report/index.ts";
import { evilName, retailResult } from "./fixture.ts";

const at = (mean: number, half = 0.02): AttributionFigure => ({ mean, low: mean - half, high: mean + half });
const undefinedFigure: AttributionFigure = { mean: null, low: null, high: null, reason: "no revenue is lost" };

function channel(name: string, truth: AttributionFigure, credited: number): AttributionChannel {
  const credit = { lastTouch: at(credited), firstTouch: at(credited), linear: at(credited), markov: at(credited), shapley: at(credited) };
  return {
    channel: name,
    touches: 12_345,
    credit,
    incremental: { revenue: at(4_200, 300), profit: at(-150, 20), share: truth },
    single: { revenue: at(4_000, 300), perTouch: at(7.25, 1), share: truth, sampled: 100 },
  };
}

function attribution(truth: AttributionFigure): AttributionResult {
  const error = truth.mean === null ? truth : at(0.123, 0.011);
  return {
    revenue: at(10_000, 100),
    channels: [channel(evilName, truth, 0.4), channel("store", truth, 0.6)],
    methods: [
      { method: "lastTouch", error, misplaced: error, singleError: error, rank: truth.mean === null ? null : 2 },
      { method: "shapley", error, misplaced: error, singleError: error, rank: truth.mean === null ? null : 1 },
    ],
  };
}

function withAttribution(truth: AttributionFigure): ResultDocument {
  const result = retailResult();
  return { ...result, strategies: result.strategies.map((strategy) => ({ ...strategy, attribution: attribution(truth) })) };
}

async function sectionOf(result: ResultDocument): Promise<{ section: string; charts: readonly string[] }> {
  const { html, charts } = await renderReport(result, () => undefined);
  expect(html).not.toContain(evilName);
  return { section: /<section[^>]*id="attribution".*?<\/section>/su.exec(html)?.[0] ?? "", charts: charts.map(({ id }) => id) };
}

describe("the section on attribution", () => {
  it("shows a chart per strategy, the methods best first, and what touches are worth", async () => {
    const result = withAttribution(at(0.5));
    const { section, charts } = await sectionOf(result);
    for (const [index] of result.strategies.entries()) expect(charts).toContain(`attribution-${index + 1}`);
    expect(section).toContain("Which channel earned the revenue?");
    expect(section.indexOf("Shapley</th>")).toBeLessThan(section.indexOf("Last touch</th>"));
    expect(section).toContain("12.3 pp <small>11.2 to 13.4 pp</small>");
    expect(section).toContain("12,345");
    expect(section).toContain("True share");
  });

  it("says why there is no truth", async () => {
    const { section } = await sectionOf(withAttribution(undefinedFigure));
    expect(section).toContain("no revenue is lost");
    expect(section).not.toContain("NaN");
  });

  it("has rows of its own in the table", () => {
    const csv = kpisCsv(withAttribution(at(0.5)));
    expect(csv).toMatch(/,attribution,store,attr_credit\.lastTouch,0\.6,0\.58,0\.62,,\d+,share,/u);
    expect(csv).toMatch(/,attribution,store,attr_credit\.true,0\.5,/u);
    expect(csv).toMatch(/,attribution,lastTouch,attribution_error,0\.123,/u);
    expect(kpisCsv(retailResult())).not.toContain("attr_credit");
  });

  it("is left out where no study was made", async () => {
    const { section, charts } = await sectionOf(retailResult());
    expect(section).toBe("");
    expect(charts.some((id) => id.startsWith("attribution"))).toBe(false);
  });
});
