/** docs/explanation/validation-customers.md is what the last full run of every model found; the scenarios that it names load. */

import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { referencePlan } from "../../support/reference.ts";
import { keptFigures } from "./figure.ts";
import { customersPage, models } from "./page.ts";

const page = new URL("../../../docs/explanation/validation-customers.md", import.meta.url);
const scenarios = models.flatMap(({ scenario }) => (scenario === undefined ? [] : [scenario]));

describe("the page of customers with known answers", () => {
  it("has the figures of every model, all of them right", () => {
    const kept = keptFigures();
    expect([...kept.keys()].sort()).toEqual(models.map(({ model }) => model).sort());
    for (const [model, figures] of kept) {
      expect(figures.length, model).toBeGreaterThan(0);
      expect(
        figures.filter(({ z }) => !(Math.abs(z) <= 3)),
        model,
      ).toEqual([]);
    }
  });

  it("is made of them", async () => {
    await expect(customersPage(keptFigures())).toMatchFileSnapshot(page.pathname);
  });
});

describe("the reference scenarios of customers", () => {
  it.each(scenarios)("%s loads, with its journey, and expects nothing by itself", async (file) => {
    expect(readdirSync(new URL("../../../scenarios/reference/", import.meta.url))).toContain(file);
    const { scenario } = await referencePlan(file.replace(".yaml", ""));
    expect(scenario.expect).toEqual([]);
    expect(`${scenario.seed}.yaml`).toBe(file);
  });
});
