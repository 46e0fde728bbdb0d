/** The page of a selection, and its sentences. */

import { describe, expect, it } from "vitest";
import { kpiById, type SelectionDocument, selectionDocument } from "../../../src/kpi/index.ts";
import { promiseSentence, renderSelection, selectedSentence } from "../../../src/report/index.ts";
import { evilName } from "../fixture.ts";

const decided: SelectionDocument = selectionDocument.parse({
  format: "journeybench/selection",
  version: 1,
  scenario: { name: evilName, sha256: "0".repeat(64), description: evilName, currency: "EUR" },
  seed: "seed",
  package: "journeybench 0.1.0",
  confidence: 0.95,
  kpi: { id: "profit", unit: "money", better: "higher" },
  promise: { probability: 0.95, indifference: 500, isDefault: false },
  procedure: "Kim and Nelson 2001",
  first: 10,
  most: 1000,
  replications: 24,
  needed: 31,
  winner: evilName,
  leader: evilName,
  systems: [
    {
      name: "multichannel",
      eliminatedAfter: 10,
      replications: 10,
      kpi: { mean: 9000, low: 8800, high: 9200 },
      behind: { mean: -1000, low: -1100, high: -900 },
    },
    { name: evilName, eliminatedAfter: null, replications: 24, kpi: { mean: 10_000, low: 9800, high: 10_200 }, behind: null },
    {
      name: "third",
      eliminatedAfter: 24,
      replications: 24,
      kpi: { mean: 9500, low: 9300, high: 9700 },
      behind: { mean: -500, low: -700, high: -300 },
    },
  ],
  timing: { seconds: 1, workers: 2 },
});
const open: SelectionDocument = {
  ...decided,
  winner: null,
  systems: decided.systems.map((system) => ({ ...system, eliminatedAfter: system.name === "multichannel" ? 10 : null })),
};

describe("the sentences of a selection", () => {
  it("name who is selected, and when", () => {
    expect(selectedSentence(decided, kpiById)).toBe(
      `${evilName} is selected as the best of 3 in Profit, of which more is better, after 24 replications.`,
    );
  });

  it("state the promise with its condition", () => {
    expect(promiseSentence(decided, kpiById)).toBe(
      "With a probability of at least 95% this choice is the best in Profit, if the best is better than all others by at least €500. If others come closer than that, the choice is one of those that are as good.",
    );
    const share = {
      ...decided,
      kpi: { id: "service_level", unit: "share", better: "higher" },
      promise: { probability: 0.9, indifference: 0.01, isDefault: true },
    } as const;
    expect(promiseSentence(share, kpiById)).toContain("by at least 1.0\u00a0pp (by default).");
  });

  it("promise nothing while it is not decided", () => {
    expect(selectedSentence(open, kpiById)).toBe(
      `Not decided after 24 replications: ${evilName} and third are still in the race for Profit, of which more is better. ${evilName} leads.`,
    );
    expect(promiseSentence(open, kpiById)).toContain("was not reached within 1,000 replications");
  });
});

describe("the page of a selection", () => {
  it("shows who is out and when, and escapes all texts", async () => {
    const { html, charts } = await renderSelection(decided, kpiById);
    expect(html).toContain("out after 10");
    expect(html).toContain("selected");
    expect(html).not.toContain(evilName);
    expect(html.slice(html.indexOf("<main>"), html.indexOf("</main>"))).not.toMatch(/NaN|undefined|Infinity/);
    expect(charts.map(({ id }) => id)).toEqual(["selection"]);
    expect(charts[0]?.svg).not.toContain("<script");
    expect((await renderSelection({ ...decided, timing: { seconds: 5, workers: 1 } }, kpiById)).html).toBe(html);
  });

  it("says on top that it is not decided", async () => {
    const { html } = await renderSelection(open, kpiById);
    expect(html).toContain('<p class="eyebrow">Not decided</p>');
    expect(html).toContain("still in");
  });
});
