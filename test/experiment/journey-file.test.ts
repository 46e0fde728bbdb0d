/** Scenarios with a journey of their own: the file travels with the run, and nothing runs when it is wrong or changes. */

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { JourneybenchError } from "../../src/errors.ts";
import { compare, estimateRun, scenarioCopy } from "../../src/experiment/index.ts";
import { runTask } from "../../src/experiment/run-task.ts";
import type { Task } from "../../src/experiment/task.ts";
import { loadScenario } from "../../src/scenario/load.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/subscription/", import.meta.url));

const JSON_JOURNEY = {
  id: "payer",
  initial: "active",
  delays: { month: "30d" },
  states: {
    active: {
      entry: [
        { type: "earn", params: { amount: 10 } },
        { type: "count", params: { counter: "payments" } },
      ],
      after: {
        month: [
          { guard: { type: "chance", params: { name: "renews", probability: 0.9 } }, target: "active", reenter: true },
          { target: "gone" },
        ],
      },
    },
    gone: { type: "final", entry: "leave" },
  },
};

/** A folder with a scenario and its journey as JSON. */
function written(journey: object = JSON_JOURNEY): { folder: string; scenario: string; journey: string } {
  const folder = mkdtempSync(join(tmpdir(), "journeybench-own-"));
  const scenario = join(folder, "scenario.yaml");
  const file = join(folder, "payer.json");
  writeFileSync(scenario, "name: payers\nhorizon: 1y\njourney: ./payer.json\nsegments: { people: { size: 50 } }\nreplications: 3\n");
  writeFileSync(file, JSON.stringify(journey));
  return { folder, scenario, journey: file };
}

async function refusal(run: Promise<unknown>): Promise<JourneybenchError> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(JourneybenchError);
  return error as JourneybenchError;
}

describe("a scenario with a journey in JSON", () => {
  it("runs in worker threads and tells its counters, with the difference to the baseline", async () => {
    const { result } = await compare(await loadScenario(written().scenario), { workers: 2 });
    const [multichannel, omnichannel] = result.strategies;
    expect(multichannel?.journey?.["payments"]?.count).toMatchObject({ n: 3, unit: "count", mean: multichannel?.kpis["orders"]?.mean });
    expect(multichannel?.journey?.["payments"]).not.toHaveProperty("difference");
    expect(omnichannel?.journey?.["payments"]?.difference).toEqual({ mean: 0, low: 0, high: 0 });
    expect(multichannel?.kpis["cart_abandon"]).toMatchObject({ mean: null, reason: "no online basket" });
    expect(multichannel?.kpis).not.toHaveProperty("stockout");
  });

  it("has a hash that covers what the journey says, not where it lies", async () => {
    const hash = async (journey?: object) =>
      (await compare(await loadScenario(written(journey).scenario), { replications: 1, workers: 1 })).result.scenario.sha256;
    const first = await hash();
    expect(await hash()).toBe(first);
    expect(await hash({ ...JSON_JOURNEY, id: "other" })).not.toBe(first);
  });

  it("is refused before anything is kept when the journey is wrong, with all mistakes", async () => {
    const wrong = { ...JSON_JOURNEY, states: { ...JSON_JOURNEY.states, gone: { type: "final", entry: ["leaf", { type: "earn" }] } } };
    const { folder, scenario } = written(wrong);
    const error = await refusal(loadScenario(scenario).then(async (loaded) => compare(loaded, { folder: join(folder, "run") })));
    expect(error.code).toBe("bad-input");
    expect(error.problems.map(({ path, file, line }) => [file, line, path])).toEqual([
      [join(folder, "payer.json"), 1, "states.gone.entry[0]"],
      [join(folder, "payer.json"), 1, "states.gone.entry[1].params.amount"],
    ]);
    expect(existsSync(join(folder, "run.outcomes"))).toBe(false);
    expect(await refusal(loadScenario(scenario).then(estimateRun))).toMatchObject({ code: "bad-input" });
  });

  it("is refused by a worker when its journey was changed meanwhile", async () => {
    const { scenario, journey } = written();
    const loaded = await loadScenario(scenario);
    const task: Task = {
      scenario: loaded.scenario,
      sha256: "a study",
      strategies: ["multichannel"],
      replication: 0,
      executor: "compiled",
      journey: { path: journey, fileName: "payer.json", sha256: "0".repeat(64) },
    };
    const error = await refusal(runTask(task));
    expect(error.message).toBe("payer.json was changed while the run was under way.");
  });

  it("is not there: that is told before anything runs", async () => {
    const { folder } = written();
    const scenario = join(folder, "other.yaml");
    writeFileSync(scenario, "name: payers\njourney: ./payr.json\nsegments: { people: { size: 50 } }\n");
    const error = await refusal(loadScenario(scenario).then(async (loaded) => compare(loaded)));
    expect(error.hint).toContain("payer.json");
  });
});

describe("a run's folder", () => {
  it("holds a copy of the journey from which the run can be made again, with the same hash", async () => {
    const loaded = await loadScenario(written().scenario);
    const { journey, result } = await compare(loaded, { replications: 1, workers: 1 });
    const copies = scenarioCopy(loaded.resolved, journey);
    expect([...copies.keys()]).toEqual(["scenario.yaml", "journey.json"]);
    const again = mkdtempSync(join(tmpdir(), "journeybench-again-"));
    for (const [name, text] of copies) writeFileSync(join(again, name), text);
    expect(readFileSync(join(again, "scenario.yaml"), "utf8")).toContain("journey: ./journey.json");
    const rerun = await compare(await loadScenario(join(again, "scenario.yaml")), { replications: 1, workers: 1 });
    expect(rerun.result.scenario.sha256).toBe(result.scenario.sha256);
    expect({ ...rerun.result, timing: undefined }).toEqual({ ...result, timing: undefined });
  });
});

describe("the subscription example", () => {
  it("runs with its journey in TypeScript, the same by tables and by live actors", async () => {
    const loaded = await loadScenario(join(EXAMPLE, "scenario.yaml"));
    const smaller = {
      ...loaded,
      scenario: { ...loaded.scenario, segments: { few: { ...Object.values(loaded.scenario.segments ?? {})[0], size: 60 } } },
    } as typeof loaded;
    const run = async (executor: "compiled" | "reference") => {
      const { result } = await compare(smaller, { replications: 2, workers: 2, executor });
      return { ...result, timing: undefined };
    };
    const compiled = await run("compiled");
    expect(await run("reference")).toEqual(compiled);
    const [multichannel] = compiled.strategies;
    for (const kpi of ["retention", "churn", "revenue", "clv", "fcr", "profit", "repeat_rate"])
      expect(multichannel?.kpis[kpi]?.mean, kpi).not.toBeNull();
    for (const kpi of ["conv_journey", "conv_session", "cart_abandon", "cross_conv", "otif"]) {
      expect(multichannel?.kpis[kpi], kpi).toMatchObject({ mean: null, reason: expect.stringMatching(/^no /) });
    }
    expect(Object.keys(multichannel?.journey ?? {})).toEqual(["payments", "subscriptions", "trials", "won back"]);
  });
});
