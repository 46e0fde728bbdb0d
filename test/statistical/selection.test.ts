/** Selecting the best: the promise is kept by whole studies, not by the procedure alone (test/stats/selection). */

import { describe, expect, it } from "vitest";
import { select } from "../../src/experiment/index.ts";
import { tiny } from "../support/tiny.ts";

/** Hand-offs need contacts, of which there are none: that strategy differs by its cost alone. */
const COST = 40;
const byCost = tiny(
  ["history: 1y", "history: 1w"],
  ["horizon: 2y", "horizon: 3w"],
  ["size: 35", "size: 8"],
  ["size: 25", "size: 5"],
  ["  omnichannel: {}\n  single-channel: {}", "  dear: { channelHandoff: true }"],
  ["problems: 50%", "problems: 0%"],
  ["channelHandoff: { setUp: 100, perYear: 50 }", `channelHandoff: { setUp: ${COST}, perYear: 0 }`],
);

describe("selecting the better of two strategies that differ by a known cost", () => {
  it("is right at least as often as promised, where independent luck is against it", async () => {
    const runs = 40;
    const probability = 0.8;
    let right = 0;
    const replications: number[] = [];
    for (let run = 0; run < runs; run++) {
      const { document } = await select(byCost, {
        kpi: "profit",
        luck: "independent",
        probability,
        indifference: String(COST),
        first: 5,
        most: 300,
        workers: 0,
        seed: `run ${run}`,
      });
      if (document.winner === "multichannel") right++;
      replications.push(document.replications);
    }
    expect(right / runs).toBeGreaterThan(probability - 3 * Math.sqrt((probability * (1 - probability)) / runs));
    // Luck is large enough that the first stage seldom decides.
    expect(replications.filter((count) => count > 5).length).toBeGreaterThan(runs / 4);
  }, 180_000);
});
