/** Scenarios with a routing policy of their author's: the file travels with the run, and nothing runs when it is wrong or changes. */

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { JourneybenchError } from "../../src/errors.ts";
import { compare, estimateRun, scenarioCopy } from "../../src/experiment/index.ts";
import { studyHash } from "../../src/experiment/journey-file.ts";
import { loadPolicies } from "../../src/experiment/policy-files.ts";
import { runTask } from "../../src/experiment/run-task.ts";
import type { Task } from "../../src/experiment/task.ts";
import { loadScenario } from "../../src/scenario/load.ts";

const LAZY = `export default { name: "lazy", selectAgent: () => -1, selectContact: () => -1 };\n`;
const SERVING = `export default {
  name: "serving",
  selectAgent: (view, contact) => view.freest(0, view.typeOf(contact)),
  selectContact: (view) => view.first(0),
};
`;
const SCENARIO = `name: own routing
horizon: 2d
replications: 2
channels: { phone: { kind: live, can: [serve] } }
service:
  groups: { team: { agents: 2, home: [phone] } }
  arrivals: { calls: { channel: phone, rate: 6/h } }
strategies:
  plain: { routing: one-queue }
  own: { routing: ./own.ts }
  heir: { extends: own }
baseline: plain
`;

function written(policy: string): { folder: string; scenario: string; policy: string } {
  const folder = mkdtempSync(join(tmpdir(), "journeybench-policy-"));
  const [scenario, file] = [join(folder, "scenario.yaml"), join(folder, "own.ts")];
  writeFileSync(scenario, SCENARIO);
  writeFileSync(file, policy);
  return { folder, scenario, policy: file };
}

async function refusal(run: Promise<unknown>): Promise<JourneybenchError> {
  const error: unknown = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof JourneybenchError) return error;
  throw new Error(`no JourneybenchError but ${String(error)}`);
}

async function hashOf(policy: string): Promise<string> {
  const loaded = await loadScenario(written(policy).scenario);
  return studyHash(loaded, undefined, await loadPolicies(loaded));
}

describe("a scenario with a routing policy in a file", () => {
  it("runs by it in worker threads, also under a strategy that extends the one that names it", async () => {
    const { result } = await compare(await loadScenario(written(LAZY).scenario), { workers: 2 });
    const abandon = result.strategies.map(({ kpis }) => kpis["abandon"]?.mean ?? 0);
    expect(abandon[0]).toBeLessThan(0.2);
    expect(abandon.slice(1)).toEqual([1, 1]);
  });

  it("has a hash that covers what the policy says, not where it lies", async () => {
    const first = await hashOf(SERVING);
    expect(await hashOf(SERVING)).toBe(first);
    expect(await hashOf(`${SERVING}// changed\n`)).not.toBe(first);
  });

  it("is refused before anything runs when the policy is wrong", async () => {
    const loaded = await loadScenario(written("export default {};").scenario);
    expect((await refusal(compare(loaded))).message).toContain("exports no routing policy");
    expect((await refusal(estimateRun(loaded))).code).toBe("bad-input");
  });

  it("is refused by a worker when the policy was changed meanwhile", async () => {
    const { scenario, policy } = written(LAZY);
    const loaded = await loadScenario(scenario);
    const task: Task = {
      scenario: loaded.scenario,
      sha256: "a study with a policy",
      strategies: ["own"],
      replication: 0,
      executor: "compiled",
      journey: undefined,
      policies: [{ named: "./own.ts", path: policy, fileName: "own.ts", sha256: "0".repeat(64) }],
    };
    expect((await refusal(runTask(task))).message).toBe("own.ts was changed while the run was under way.");
  });
});

describe("a policy that ends the process when it is asked", () => {
  const quitting = async (first: string, end: string) =>
    loadScenario(
      written(`${first}\nexport default {\n  name: "quitter",\n  selectAgent: () => ${end},\n  selectContact: () => -1,\n};\n`).scenario,
    );

  it("has failed with its line, in this process and in an estimate", async () => {
    const loaded = await quitting("", "process.exit(0)");
    const told = /routing policy "quitter" failed in selectAgent \(.*own\.ts:4\): process\.exit\(\) was called/u;
    const error = await refusal(compare(loaded, { workers: 0 }));
    expect(error.code).toBe("failed");
    expect(error.message).toMatch(told);
    await expect(estimateRun(loaded)).rejects.toThrow(told);
  });

  it("is looked for when a worker thread ends in spite of that", async () => {
    const error = await refusal(compare(await quitting('import { exit } from "node:process";', "exit(0)"), { workers: 2 }));
    expect(error.code).toBe("failed");
    expect(error.message).toMatch(
      /^own routing failed: its worker thread ended\. Look for process\.exit\(\) in .*own\.ts, and throw an Error instead$/u,
    );
  });
});

describe("a run's folder", () => {
  it("holds a copy of the policy from which the run can be made again, with the same hash", async () => {
    const loaded = await loadScenario(written(SERVING).scenario);
    const { journey, policies, result } = await compare(loaded, { replications: 1, workers: 1 });
    const [plain, own] = result.strategies;
    // With one group, whoever serves in order of arrival does what one queue does.
    expect(own?.kpis["service_level"]?.mean).toBe(plain?.kpis["service_level"]?.mean);
    const copies = scenarioCopy(loaded.resolved, journey, policies);
    expect([...copies.keys()]).toEqual(["scenario.yaml", "policy.ts"]);
    const again = mkdtempSync(join(tmpdir(), "journeybench-again-"));
    for (const [name, text] of copies) writeFileSync(join(again, name), text);
    expect(readFileSync(join(again, "scenario.yaml"), "utf8")).toContain("routing: ./policy.ts");
    const rerun = await compare(await loadScenario(join(again, "scenario.yaml")), { replications: 1, workers: 1 });
    expect(rerun.result.scenario.sha256).toBe(result.scenario.sha256);
    expect({ ...rerun.result, timing: undefined }).toEqual({ ...result, timing: undefined });
  });
});
