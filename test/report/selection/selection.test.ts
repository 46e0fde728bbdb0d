/** The page of a selection, and its sentences. */

import { describe, expect, it } from "vitest";
import { kpiById, type SelectionDocument, selectionDocument } from "../../../src/kpi/index.ts";
import { promiseSentence, renderSelection, selectedSentence, standingSentences, standingText } from "../../../src/report/index.ts";
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
      "With a probability of at least 95% this choice is the best in Profit, if the best is better than all others by at least €500. Others that come closer than that are as good by this measure, and which of them is chosen is not promised.",
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

describe("what is shown about those who left the race", () => {
  type Behind = { readonly mean: number; readonly low: number | null; readonly high: number | null };
  /** Two that took part: "winner", and one that left the race so far behind. The difference that matters is 500. */
  function race(behind: Behind, better: "higher" | "lower" = "higher"): SelectionDocument {
    const level = { mean: 0, low: -1, high: 1 };
    return {
      ...decided,
      kpi: { id: better === "higher" ? "profit" : "strategy_cost", unit: "money", better },
      winner: "winner",
      leader: "winner",
      systems: [
        { name: "winner", eliminatedAfter: null, replications: 24, kpi: level, behind: null },
        { name: "other", eliminatedAfter: 24, replications: 24, kpi: level, behind },
      ],
    };
  }

  it.each<[string, Behind, string]>([
    ["the whole interval is worse", { mean: -800, low: -900, high: -700 }, "worse than winner"],
    ["it is worse, perhaps by more than matters", { mean: -400, low: -600, high: -200 }, "worse than winner"],
    ["it is worse by less than matters", { mean: -300, low: -400, high: -200 }, "as good as winner: worse, but by less than €500"],
    ["it is equal in every replication", { mean: 0, low: 0, high: 0 }, "as good as winner: the same in every replication"],
    ["it is close on both sides", { mean: -50, low: -450, high: 350 }, "as good as winner: less than €500 apart"],
    ["it may be worse by more than matters", { mean: -200, low: -700, high: 300 }, "not shown to be worse than winner"],
    ["it may be better by more than matters", { mean: 200, low: -300, high: 700 }, "not shown to be worse than winner"],
    ["it is better where both were lived", { mean: 200, low: 100, high: 300 }, "not shown to be worse than winner"],
    ["there is no interval", { mean: -800, low: null, high: null }, "not shown to be worse than winner"],
  ])("%s", (_, behind, words) => {
    const more = race(behind);
    const less = race(
      { mean: -behind.mean, low: behind.high === null ? null : -behind.high, high: behind.low === null ? null : -behind.low },
      "lower",
    );
    for (const document of [more, less]) {
      const [winner, other] = document.systems;
      if (winner === undefined || other === undefined) throw new Error("two took part");
      expect(standingText(document, other).replace(/€0\.5 k/u, "€500")).toBe(words);
      expect(standingText(document, winner)).toBe("selected");
    }
  });

  it("stands in sentences: as good, worse, or neither shown", () => {
    expect(standingSentences(race({ mean: 0, low: 0, high: 0 }))).toBe(
      "other is as good as winner: closer than €500, the difference that matters. (Judged by the 95% interval of each difference.)",
    );
    expect(standingSentences(race({ mean: -800, low: -900, high: -700 }))).toBe(
      "other is worse than winner. (Judged by the 95% interval of each difference.)",
    );
    expect(standingSentences(race({ mean: -200, low: -700, high: 300 }))).toBe(
      "other left the race, but is not shown to be worse than winner. (Judged by the 95% interval of each difference.)",
    );
    const alone = race({ mean: 0, low: 0, high: 0 });
    expect(standingSentences({ ...alone, systems: alone.systems.slice(0, 1) })).toBeNull();
  });

  it("is nothing while nobody left it", () => {
    const level = { mean: 0, low: -1, high: 1 };
    const both = { ...race({ mean: 0, low: 0, high: 0 }), winner: null };
    const systems = both.systems.map((system) => ({ ...system, kpi: level, eliminatedAfter: null }));
    expect(standingSentences({ ...both, systems })).toBeNull();
    expect(systems.map((system) => standingText({ ...both, systems }, system))).toEqual(["leads, still in the race", "still in the race"]);
  });
});

describe("the page of a selection", () => {
  it("shows who is out and when, and escapes all texts", async () => {
    const { html, charts } = await renderSelection(decided, kpiById);
    expect(html).toContain("worse than");
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
