/**
 * Every case with a known answer, simulated. `JB_VALIDATION=full` takes all replications of the scenario files, which makes standard errors as small
 * as issue 4 demands, and keeps what it finds for docs/explanation/validation.md (`-u`); otherwise a share of them, with a bar to match, which
 * `JB_VALIDATION=short` keeps too where nothing better is there.
 */

import { afterAll, describe, expect, it } from "vitest";
import { validationCases } from "../../support/validation-cases.ts";
import { checks, refutations } from "./cases/index.ts";
import { type Check, checkName, type Finding, findingOf, unread } from "./check.ts";
import { foundFile, foundOf, refutedFile, written as asKept } from "./found.ts";
import { batchesOf, endRuns, writtenScenario } from "./runs.ts";

const mode = process.env["JB_VALIDATION"];
const isFull = mode === "full";
/** A short run is kept only for scenarios of which no full one is there. */
const isKept = (name: string) => isFull || (mode === "short" && foundOf(name)?.some(({ share }) => share === 1) !== true);
/** Shares of the scenario's replications, the fewest replications, and by how much standard errors may be larger than in a full run. */
const RUNS = {
  full: { SHARE: 1, LEAST: 16, SLACK: 1 },
  short: { SHARE: 1 / 16, LEAST: 16, SLACK: 5 },
  daily: { SHARE: 1 / 32, LEAST: 8, SLACK: 8 },
} as const;
const { SHARE, LEAST, SLACK } = isFull ? RUNS.full : mode === "short" ? RUNS.short : RUNS.daily;
/** Replications that are enough to tell a wrong model. */
const REFUTING = 10;
const TIMEOUT = 1_800_000;

/** Formulas without a system: limits, checked in test/stats/queueing/many-agents.test.ts. */
const ONLY_FORMULAS = ["HW(0.5)", "HW(2)", "GMR(0.5)", "GMR(2)"];

function told({ id, metric, expected, found, z, precision }: Finding): string {
  return `${id} ${metric}: expected ${expected}, simulated ${found.mean}, standard error ${found.se} (bar ${precision * Math.abs(expected)}), z ${z.toFixed(2)}`;
}

function replicationsOf({ part }: Check, written: number = LEAST): number {
  return Math.max(LEAST, Math.round((part?.replications ?? written) * SHARE));
}

afterAll(endRuns);

it("reads every figure of every case", () => {
  expect(validationCases.flatMap(({ id }) => unread(id, checks)).filter((name) => !ONLY_FORMULAS.includes(name))).toEqual([]);
});

describe("the simulation agrees with", () => {
  it.each(checks.map((check) => ({ name: checkName(check), check })))(
    "$name",
    async ({ name, check }) => {
      const written = writtenScenario(check.file);
      const batches = await batchesOf({ ...written, replications: replicationsOf(check, written.replications) }, check.observers);
      const findings = check.metrics.map((metric) => findingOf(check, metric, batches, SLACK));
      for (const finding of findings) {
        expect.soft(finding.isPrecise, `${told(finding)}: too imprecise to tell`).toBe(true);
        expect.soft(finding.isRight, told(finding)).toBe(true);
      }
      if (isKept(name))
        await expect(asKept(findings.map((finding) => ({ ...finding, share: SHARE })))).toMatchFileSnapshot(foundFile(name));
    },
    TIMEOUT,
  );
});

describe("the simulation refuses", () => {
  it.each(refutations)(
    "$check.file if $wrong",
    async ({ check, metric: name, wrong, change }) => {
      const metric = check.metrics.find((one) => one.name === name);
      if (metric === undefined) throw new Error(`${check.id} has no ${name}`);
      const batches = await batchesOf({ ...change(writtenScenario(check.file)), replications: REFUTING }, check.observers);
      const finding = findingOf(check, metric, batches);
      expect(Math.abs(finding.found.mean - finding.expected), told(finding)).toBeGreaterThan(finding.tolerance + 5 * finding.found.se);
      if (mode !== undefined) await expect(asKept({ wrong, finding })).toMatchFileSnapshot(refutedFile(check.file));
    },
    TIMEOUT,
  );
});
