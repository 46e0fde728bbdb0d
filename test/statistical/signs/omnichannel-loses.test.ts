/** A strategy can lose, and both report and terminal say so in plain words. */

import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { summary } from "../../../src/cli/summary.ts";
import { compare } from "../../../src/experiment/index.ts";
import { kpiById } from "../../../src/kpi/index.ts";
import { renderReport } from "../../../src/report/index.ts";
import { loadScenario } from "../../../src/scenario/load.ts";

const file = fileURLToPath(new URL("../../../scenarios/reference/omnichannel-loses.yaml", import.meta.url));
const LOSS =
  /omnichannel is worse for profit than multichannel: it makes €[\d.,]+(?: k)? less over the time compared \((?:very )?strong evidence\)\./;
const COST = /The strategy itself costs €[\d.,]+(?: k)? more\./;

describe("a company for which omnichannel does not pay", async () => {
  const { result } = await compare(await loadScenario(file), { workers: 1 });
  const profit = result.comparisons.find(({ kpi, strategy }) => kpi === "profit" && strategy === "omnichannel")?.difference;

  it("earns less, with all of the interval below zero", () => {
    expect(profit?.high).toBeLessThan(0);
  });

  it("hears so first thing in the report", async () => {
    const { html } = await renderReport(result, kpiById);
    const verdict = /<section id="verdict"[^]*?<\/section>/.exec(html)?.[0] ?? "";
    const words = verdict
      .replace(/<style>[^]*?<\/style>|<svg[^]*?<\/svg>/g, "")
      .replace(/<[^>]+>/g, " ")
      .replaceAll("\u00a0", " ");
    expect(words).toMatch(LOSS);
    expect(words).toMatch(COST);
    expect(words).toContain("worse");
  });

  it("hears so in the terminal", () => {
    const words = summary(result, undefined).replaceAll("\u00a0", " ");
    expect(words).toMatch(LOSS);
    expect(words).toMatch(COST);
    expect(words).toMatch(/Profit.*worse/);
  });

  it("hears nothing of a loss where there is none", async () => {
    const loaded = await loadScenario(file);
    const free = Object.fromEntries(Object.keys(loaded.scenario.costs).map((name) => [name, { setUp: 0, perYear: 0 }]));
    const { result: unpriced } = await compare(
      { ...loaded, scenario: { ...loaded.scenario, costs: free as typeof loaded.scenario.costs } },
      { workers: 1 },
    );
    expect(summary(unpriced, undefined)).not.toContain("worse for profit");
  });
});
