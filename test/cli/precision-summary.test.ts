/** What the terminal says of a run to a precision. */

import { describe, expect, it } from "vitest";
import { summary } from "../../src/cli/summary.ts";
import type { ResultDocument } from "../../src/kpi/index.ts";
import { retailResult } from "../report/fixture.ts";

const names = ["multichannel", "omnichannel"] as const;
const result = retailResult({ names });
const told = { kpi: "aov", target: 0.02, stages: [10, 20, 40], cap: 40 };
const sayings = (document: ResultDocument) =>
  summary(document, undefined)
    .split("\n")
    .find((line) => line.startsWith("Precision of"));

describe("the end of a run to a precision", () => {
  it("is told when it was reached, and what it would take when it was not", () => {
    const halfWidths = [{ strategy: "omnichannel", halfWidth: 0.04 }];
    const document = { ...result, replications: 40 };
    expect(sayings({ ...document, precision: { ...told, reached: true, halfWidths } })).toMatch(
      /^Precision of 2 % on Order value reached after 40 replications\./,
    );
    expect(sayings({ ...document, precision: { ...told, reached: false, halfWidths } })).toMatch(
      /not reached: 4 % after 40 replications, the most allowed; judging by them it takes about 160\./,
    );
  });

  it("names the uplift that has no interval, with the reason, and predicts nothing", () => {
    const reason = "the baseline's interval covers zero, so a ratio to it has no meaning";
    const relative = { mean: null, low: null, high: null, reason };
    const comparisons = result.comparisons.map((one) => (one.kpi === "aov" ? { ...one, relative } : one));
    const line = sayings({ ...result, comparisons, replications: 40, precision: { ...told, reached: false, halfWidths: [] } });
    expect(line).toContain(`not reached after 40 replications, the most allowed: the uplift of omnichannel has no interval (${reason}).`);
    expect(line).toContain("How many it takes cannot be said");
    expect(line).not.toMatch(/about|Infinity|NaN/);
  });

  it("of one strategy alone says so of the KPI itself", () => {
    const [first] = result.strategies;
    if (first === undefined) throw new Error("there is no strategy");
    const alone = { ...result, strategies: [first], comparisons: [], precision: { ...told, reached: false, halfWidths: [] } };
    expect(sayings(alone)).toContain("multichannel is zero there, or has no interval.");
  });
});
