/** Lifetime value from outcomes to the result document and the report. */

import { describe, expect, it } from "vitest";
import { kpiById, resultDocument } from "../../src/kpi/index.ts";
import type { LifetimeResult, LifetimeRow } from "../../src/kpi/index.ts";
import { renderReport } from "../../src/report/index.ts";
import { retailResult } from "./fixture.ts";

const YEAR = 31_536_000;
const figure = (mean: number) => ({ mean, low: mean * 0.9, high: mean * 1.1 });
const unknown = { mean: null, low: null, high: null, reason: "there is no closed form" };

function row(value: number, isKnown: boolean): LifetimeRow {
  return {
    customers: figure(10 * value),
    orders: figure(value / 40),
    realised: figure(value),
    expected: isKnown ? figure(2 * value) : unknown,
    retention: figure(0.4),
    still: figure(0.8),
  };
}

/** A made-up table: a year of history, two years compared. */
function lifetime(factor: number, by: LifetimeResult["residual"]["by"]): LifetimeResult {
  const isKnown = by !== null;
  const curve = (months: number, value: number) =>
    Array.from({ length: months }, (_, age) => ({ age: ((age + 1) * YEAR) / 12, value: figure((value * (age + 1)) / months) }));
  return {
    residual: { by, ...(by === "simulation" ? { tail: 5 * YEAR } : {}), ...(by === null ? { reason: "there is no closed form" } : {}) },
    byAcquisitionChannel: [
      { channel: "web", ...row(66 * factor, isKnown) },
      { channel: "store", ...row(69 * factor, isKnown) },
      { channel: null, ...row(25 * factor, isKnown) },
    ],
    byCohort: [
      { from: null, to: null, ...row(24.7 * factor, isKnown), curve: curve(24, 24.7 * factor) },
      { from: 0, to: YEAR, ...row(49 * factor, isKnown), curve: curve(24, 49 * factor) },
      { from: YEAR, to: 2 * YEAR, ...row(87 * factor, isKnown), curve: curve(12, 77 * factor) },
      { from: 2 * YEAR, to: 3 * YEAR, ...row(58 * factor, isKnown), curve: [] },
    ],
  };
}

async function page(by: LifetimeResult["residual"]["by"]): Promise<string> {
  const result = retailResult();
  const scenario = { ...result.scenario, history: YEAR, horizon: 2 * YEAR };
  const strategies = result.strategies.map((one, index) => ({ ...one, lifetime: lifetime(1 + index / 10, by) }));
  const { html } = await renderReport(resultDocument.parse({ ...result, scenario, strategies }), kpiById);
  const section = /<section id="lifetime"[^]*?<\/section>/.exec(html)?.[0] ?? "";
  return section
    .replace(/<svg[^]*?<\/svg>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

describe("the section on lifetime value", () => {
  it("is not there for a result that has none", async () => {
    expect((await renderReport(retailResult(), kpiById)).html).not.toContain('id="lifetime"');
  });

  it("tells value by channel of the first order and by cohort, with intervals", async () => {
    const text = await page("simulation");
    expect(text).toContain("Realised lifetime value by channel of the first order");
    expect(text).toContain("Expected lifetime value by channel of the first order");
    expect(text).toContain("€66.00 €59.40 to €72.60 €132.0 €118.8 to €145.2");
    for (const cohort of ["customers before the start", "won in year −1", "won in year 1", "won in year 2"]) expect(text).toContain(cohort);
    expect(text).toContain("with what the same customers bring in the 5 years after it, simulated");
  });

  it("draws the value of a customer by age for each strategy", async () => {
    const text = await page("closed form");
    for (const { name } of retailResult().strategies.slice(0, 2)) expect(text).toContain(`Realised value of a customer by age: ${name}`);
    expect(text).toContain("by the model’s closed form");
  });

  it("says why what comes after the horizon is not known, and draws no chart of it", async () => {
    const text = await page(null);
    expect(text).toContain("What comes after is not known: there is no closed form.");
    expect(text).not.toContain("Expected lifetime value by channel");
  });
});
