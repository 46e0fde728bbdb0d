/**
 * Every case with a known answer, simulated. `JB_VALIDATION=full` takes all replications of the scenario files, which makes standard errors as small
 * as issue 4 demands, and writes docs/explanation/validation.md (`-u`); otherwise a share of them, with a bar to match.
 */

import { afterAll, describe, expect, it } from "vitest";
import { validationCases } from "../../support/validation-cases.ts";
import { checks, refutations } from "./cases/index.ts";
import { type Finding, findingOf, type Size, unread } from "./check.ts";
import { type Refuted, validationPage } from "./page.ts";
import { batchesOf, writtenScenario } from "./runs.ts";

const FULL: Size = { share: 1, slack: 1 };
const QUICK: Size = { share: 1 / 16, slack: 4 };
const isFull = process.env["JB_VALIDATION"] === "full";
const size = isFull ? FULL : QUICK;
/** Fewer would leave the standard errors themselves too unsure. */
const LEAST = 16;
const TIMEOUT = 600_000;

const page = new URL("../../../docs/explanation/validation.md", import.meta.url);

/** Formulas without a system: their limits are checked in test/stats/queueing/many-agents.test.ts. */
const ONLY_FORMULAS = ["HW(0.5)", "HW(2)", "GMR(0.5)", "GMR(2)"];

const findings: Finding[] = [];
const refuted: Refuted[] = [];

function replicationsOf(replications: number | undefined, share: number): number {
  return Math.max(LEAST, Math.round((replications ?? LEAST) * share));
}

function told({ id, metric, expected, found, z, precision }: Finding): string {
  return `${id} ${metric}: expected ${expected}, simulated ${found.mean}, standard error ${found.se} (bar ${precision * Math.abs(expected)}), z ${z.toFixed(2)}`;
}

it("reads every figure of every case", () => {
  expect(validationCases.flatMap(({ id }) => unread(id, checks)).filter((name) => !ONLY_FORMULAS.includes(name))).toEqual([]);
});

describe("the simulation agrees with", () => {
  it.each(checks)(
    "$file",
    (check) => {
      const written = writtenScenario(check.file);
      const batches = batchesOf({ ...written, replications: replicationsOf(written.replications, size.share) }, check.observers);
      for (const metric of check.metrics) {
        const finding = findingOf(check, metric, batches, size.slack);
        findings.push(finding);
        expect.soft(finding.isPrecise, `${told(finding)}: too imprecise to tell`).toBe(true);
        expect.soft(finding.isRight, told(finding)).toBe(true);
      }
    },
    TIMEOUT,
  );
});

describe("the simulation refuses", () => {
  it.each(refutations)(
    "$check.file if $wrong",
    ({ check, metric: name, wrong, change }) => {
      const metric = check.metrics.find((one) => one.name === name);
      if (metric === undefined) throw new Error(`${check.id} has no ${name}`);
      const written = change(writtenScenario(check.file));
      const batches = batchesOf({ ...written, replications: replicationsOf(written.replications, QUICK.share) }, check.observers);
      const finding = findingOf(check, metric, batches);
      refuted.push({ id: check.id, wrong, finding });
      const off = Math.abs(finding.found.mean - finding.expected);
      expect(off, told(finding)).toBeGreaterThan(finding.tolerance + 5 * finding.found.se);
    },
    TIMEOUT,
  );
});

afterAll(async () => {
  if (isFull) await expect(validationPage(findings, refuted)).toMatchFileSnapshot(page.pathname);
});
