/** docs/explanation/validation.md is what the last full run of every case found. */

import { describe, expect, it } from "vitest";
import { checks, refutations } from "./cases/index.ts";
import { checkName } from "./check.ts";
import { foundOf, refutedOf } from "./found.ts";
import { validationPage } from "./page.ts";

const page = new URL("../../../docs/explanation/validation.md", import.meta.url);
const all = checks.map((check) => ({ file: checkName(check), findings: foundOf(checkName(check)) }));
const findings = all.flatMap((one) => one.findings ?? []);

describe("the page of validation", () => {
  it("has every figure of every case, all of them right and precise", () => {
    for (const [row, { file, findings: found }] of all.entries()) {
      expect(
        found?.map(({ metric }) => metric),
        `${file}: run JB_VALIDATION=full`,
      ).toHaveLength(checks[row]?.metrics.length ?? -1);
    }
    expect(findings.filter(({ isRight, isPrecise }) => !isRight || !isPrecise)).toEqual([]);
  });

  it("is made of them", async () => {
    const refuted = refutations.flatMap(({ check }) => refutedOf(check.file) ?? []);
    expect(refuted).toHaveLength(refutations.length);
    await expect(validationPage(findings, refuted)).toMatchFileSnapshot(page.pathname);
  });
});
