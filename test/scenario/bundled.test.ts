/** The scenarios that come with the package: each is valid, runs at full size, and says where its values come from. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { kpiCatalogue } from "../../src/kpi/index.ts";
import { bundledScenarios, loadScenario } from "../../src/scenario/load.ts";
import { planScenario, replicate } from "../../src/sim/index.ts";

const file = (name: string) => fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url));
const names = await bundledScenarios();
const knownKpis = kpiCatalogue.map((kpi) => kpi.id);

describe("bundled scenarios", () => {
  it("are retail, the default, quick, and the contact centre", () => {
    expect(names).toEqual(["contact-centre", "quick", "retail"]);
  });

  it.each(names)("%s runs under all its strategies", async (name) => {
    const { scenario } = await loadScenario(file(name), { knownKpis });
    const strategies = Object.keys(scenario.strategies);
    const outcomes = replicate({ plan: planScenario(scenario), strategies, replication: 0, executor: "compiled" });
    expect(outcomes.map((outcome) => outcome.strategy)).toEqual(strategies);
    expect(Math.min(...outcomes.map((outcome) => outcome.events))).toBeGreaterThan(1000);
  });
});

describe("the retail scenario", async () => {
  const { scenario, assumptions } = await loadScenario(file("retail"), { knownKpis });

  it("is a retailer with seven channels, three segments and 20,000 people, a year of history and two years compared", () => {
    const sizes = Object.values(scenario.segments ?? {}).map((segment) => segment.size);
    expect(Object.keys(scenario.channels ?? {})).toHaveLength(7);
    expect(sizes).toHaveLength(3);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(20_000);
    expect([scenario.history, scenario.horizon].map((seconds) => seconds / 31_536_000)).toEqual([1, 2]);
  });

  it("takes its buyers from CDNOW: the parameters that test/statistical holds against the real order log", () => {
    const { r, alpha, a, b } = scenario.needs ?? {};
    // Fader, Hardie & Lee 2005, published values; alpha in weeks.
    expect([r, Math.round(((alpha ?? 0) / 604_800) * 1000) / 1000, a, b]).toEqual([0.243, 4.414, 0.793, 2.426]);
  });

  it("converts visitors as the real web sessions did", () => {
    // UCI 468: 422 of 1,694 new and 1,470 of 10,551 returning visitors' sessions ended in a purchase.
    expect(scenario.channels?.["web"]?.conversion.new).toBeCloseTo(422 / 1694, 3);
    expect(scenario.channels?.["web"]?.conversion.returning).toBeCloseTo(1470 / 10_551, 3);
  });

  it("says of every parameter that it sets where the value comes from, with a trust tag", () => {
    const unsourced = assumptions.filter(
      ({ setBy, tag, path }) => setBy === "scenario" && tag === null && !/^(costs|history|horizon)|skills|\.(kind|can)$/.test(path),
    );
    expect(unsourced.map(({ path }) => path)).toEqual([]);
  });

  it("uses no value that is only remembered", () => {
    expect(readFileSync(file("retail"), "utf8")).not.toContain("[R]");
  });
});
