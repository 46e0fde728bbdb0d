/** docs/explanation/published-uplifts.md: its arithmetic, and that the run it describes gives the figures it prints. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { folderWith, journeybench } from "../support/command-line.ts";

const page = readFileSync(new URL("../../docs/explanation/published-uplifts.md", import.meta.url), "utf8");
const quick = readFileSync(new URL("../../scenarios/quick.yaml", import.meta.url), "utf8");

interface Span {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly reason?: string;
}

interface Compared {
  readonly kpi: string;
  readonly pAdjusted: number;
  readonly difference: Span;
  readonly relative: Span;
  readonly did: Span;
  readonly ratioOfChanges: Span;
}

/** Retention of omnichannel against multichannel in the small shop, after so much history and with such needs. */
async function retentionAfter(history: string, replications: number, needs = "goesOn: 80%"): Promise<Compared | undefined> {
  const cwd = folderWith();
  expect(quick).toContain("\nneeds: { goesOn: 80% }\n");
  const text = quick.replace(/^history: .*$/m, `history: ${history}`).replace("needs: { goesOn: 80% }", `needs: { ${needs} }`);
  writeFileSync(join(cwd, "quick.yaml"), text);
  const options = ["--strategies", "multichannel,omnichannel", "--replications", String(replications), "--workers", "0", "--json"];
  const { stdout } = await journeybench(cwd, "compare", "quick.yaml", ...options);
  const { comparisons } = JSON.parse(stdout) as { readonly comparisons: readonly Compared[] };
  return comparisons.find(({ kpi }) => kpi === "retention");
}

const signed = (value: number, digits: number) => `${value < 0 ? "−" : "+"}${Math.abs(100 * value).toFixed(digits)}`;
const row = ({ mean, low, high }: Span, unit: string, digits: number) =>
  `${signed(mean, digits)} ${unit} | ${signed(low, digits)} to ${signed(high, digits)} |`;

describe("a ratio of changes of 91 %", () => {
  it.each([60, 80, 85])("is a gap of few percentage points from a retention of %d %%", (before) => {
    const gaps = [0.01, 0.02, 0.05].map((d) => (before * (1 + 1.91 * d) - before * (1 + d)).toFixed(2));
    expect(page).toContain(`| ${before} % | ${gaps.join(" | ")} |`);
  });

  it("cannot be a ratio of levels above the retention that the page names", () => {
    expect(page).toContain(`more than ${(100 / 1.91).toFixed(1)} %`);
  });
});

describe("the run of the page", () => {
  let retention: Compared | undefined;
  beforeAll(async () => {
    retention = await retentionAfter("2y", 12);
  }, 120_000);

  it("gives the four figures", () => {
    if (retention === undefined) throw new Error("the run has no retention");
    const { difference, relative, did, ratioOfChanges, pAdjusted } = retention;
    for (const [field, text] of [
      ["difference", row(difference, "pp", 2)],
      ["relative", row(relative, "%", 2)],
      ["did", row(did, "pp", 2)],
      ["ratioOfChanges", row(ratioOfChanges, "%", 1)],
    ]) {
      expect(page).toContain(`\`${field}\` | ${text}`);
    }
    expect(page).toContain(`p is ${pAdjusted.toFixed(3)}`);
  });

  it("has no change since before adoption with one year of history, and says so", async () => {
    const { did, ratioOfChanges } = (await retentionAfter("1y", 2)) ?? {};
    expect([did?.mean, ratioOfChanges?.mean]).toEqual([null, null]);
    expect(ratioOfChanges?.reason).toContain("undefined in one of the two years");
  }, 120_000);

  it("has a difference but no ratio where customers were won long before, because the baseline hardly changes", async () => {
    const past = "past: { length: 5y, needsMet: 0.4 }";
    expect(page).toContain(past);
    const { difference, ratioOfChanges } = (await retentionAfter("2y", 12, `goesOn: 80%, ${past}`)) ?? {};
    expect(difference?.low).toBeGreaterThan(0);
    expect(ratioOfChanges?.mean).toBeNull();
    expect(ratioOfChanges?.reason).toContain("covers zero");
  }, 120_000);
});
