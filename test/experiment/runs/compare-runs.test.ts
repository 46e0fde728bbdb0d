/** Two finished runs side by side: the inputs that differ, then paired differences of KPIs. */

import { describe, expect, it } from "vitest";
import { compare, compareRuns, type CompareOptions, type FinishedRun, replicationsParquet } from "../../../src/experiment/index.ts";
import { readWithout } from "../../../src/experiment/replications-table.ts";
import { runComparison, type RunComparison } from "../../../src/kpi/index.ts";
import type { LoadedScenario } from "../../../src/scenario/index.ts";
import { tiny } from "../../support/tiny.ts";

/** A run as it is read back from its folder: through JSON and Parquet. */
async function runOf(scenario: LoadedScenario, options: CompareOptions = {}, folder = "run"): Promise<FinishedRun> {
  const { result, plan, outcomes } = await compare(scenario, {
    strategies: ["multichannel", "omnichannel"],
    replications: 3,
    workers: 0,
    ...options,
  });
  return {
    folder,
    result: JSON.parse(JSON.stringify(result)) as FinishedRun["result"],
    without: await readWithout(replicationsParquet(result, plan, outcomes)),
  };
}

const first = await runOf(tiny());

function rowOf({ strategies }: RunComparison, strategy: string, id: string) {
  const row = strategies.find(({ name }) => name === strategy)?.kpis.find(({ kpi }) => kpi === id);
  if (row === undefined) throw new Error(`${strategy} has no ${id}`);
  return row;
}

describe("two runs of the same scenario", () => {
  it("differ by nothing, in every KPI to the last digit", async () => {
    const compared = compareRuns(first, await runOf(tiny()));
    expect(compared.inputs).toEqual([]);
    expect(compared.onlyIn).toEqual([]);
    expect(compared.pairing).toEqual({ isPaired: true });
    expect(compared.strategies.map(({ name }) => name)).toEqual(first.result.strategies.map(({ name }) => name));
    for (const { difference, p } of compared.strategies.flatMap(({ kpis }) => kpis)) {
      if (difference.mean === null) expect(difference.reason).toMatch(/\w/);
      else expect([difference.mean, p ?? 1]).toEqual([0, 1]);
    }
  });

  it("are not paired under different seeds, and it is said why", async () => {
    const compared = compareRuns(first, await runOf(tiny(), { seed: "another" }));
    expect(compared.inputs).toEqual([{ of: "run", path: "seed", a: "quick", b: "another" }]);
    expect(compared.pairing.reason).toMatch(/seeds differ/);
    const { a, b, difference } = rowOf(compared, "omnichannel", "revenue");
    expect(difference.mean).toBe((b.mean ?? 0) - (a.mean ?? 0));
    expect(difference.low).toBeLessThan(difference.mean ?? 0);
  });

  it("are not paired where one gave every strategy luck of its own, which is an input that differs", async () => {
    const own = await runOf(tiny(), { luck: "independent" });
    const compared = compareRuns(first, own);
    expect(compared.inputs).toEqual([{ of: "run", path: "luck", a: "common", b: "independent" }]);
    expect(compared.pairing.reason).toMatch(/luck of its own/);
    expect(compareRuns(own, await runOf(tiny(), { luck: "independent" })).pairing).toEqual({ isPaired: true });
  });

  it("are not paired with different numbers of replications, or where the folder lost its table", () => {
    const fewer = { ...first, result: { ...first.result, replications: 2 } };
    expect(compareRuns(first, fewer).pairing.reason).toMatch(/numbers of replications/);
    expect(compareRuns(first, { ...first, without: undefined }).pairing.reason).toMatch(/replications\.parquet/);
  });
});

describe("two runs that differ in one value", () => {
  it("show that value, who set it in which run, and no fact that it explains already", async () => {
    const compared = compareRuns(first, await runOf(tiny(["size: 25", "size: 26"])));
    expect(compared.inputs.map(({ of }) => of)).toEqual(["parameter"]);
    expect(compared.inputs[0]).toMatchObject({ a: "25", b: "26", setBy: { a: "scenario", b: "scenario" } });
    expect(compared.inputs[0]?.path).toMatch(/^segments\..*size$/);
    expect(runComparison.safeParse(compared).success).toBe(true);
  });

  it("are compared replication by replication, exactly as two strategies of one run are", () => {
    // The strategies of one run, each as if it had had a run of its own.
    const alone = (name: string): FinishedRun => ({
      folder: name,
      result: {
        ...first.result,
        strategies: first.result.strategies.filter((one) => one.name === name).map((one) => ({ ...one, name: "x" })),
      },
      without: (_, kpi) => first.without?.(name, kpi),
    });
    const compared = compareRuns(alone("multichannel"), alone("omnichannel"));
    expect(compared.inputs.map(({ of, path }) => [of, path])).toEqual([["strategy", "strategies.x.capabilities"]]);
    const inOne = first.result.comparisons.filter(({ strategy }) => strategy === "omnichannel");
    expect(inOne.length).toBeGreaterThan(50);
    for (const { kpi, difference, relative, p, pAdjusted } of inOne)
      expect(rowOf(compared, "x", kpi)).toMatchObject({ difference, relative, p, pAdjusted });
  });
});

describe("strategies that only one run has", () => {
  it("are named, and the others compared", () => {
    const strategies = first.result.strategies.filter(({ name }) => name === "omnichannel");
    const compared = compareRuns(first, { ...first, result: { ...first.result, strategies } });
    expect(compared.onlyIn).toEqual([{ run: "a", strategies: ["multichannel"], kpis: [] }]);
    expect(compared.strategies.map(({ name }) => name)).toEqual(["omnichannel"]);
  });
});
