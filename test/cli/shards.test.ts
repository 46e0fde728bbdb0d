/** A run in shards, as people and schedulers start it. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commandSession, folderWith, journeybenchAt } from "../support/command-line.ts";
import { tinyText } from "../support/tiny.ts";

const scenario = tinyText.replace("history: 1y", "history: 4w").replace("horizon: 2y", "horizon: 26w");
const WHAT = ["--replications", "8", "--strategies", "multichannel,omnichannel"];

/** All of a run's result but its timing. */
function resultIn(folder: string): string {
  return JSON.stringify({ ...(JSON.parse(readFileSync(join(folder, "result.json"), "utf8")) as object), timing: null });
}

const inSession = commandSession();

it(
  "eight shards of an array job merge to the bytes of one run; missing ones are named with exit code 3",
  { timeout: 240_000 },
  async () => {
    const cwd = folderWith({ "tiny.yaml": scenario });
    const shard = async (task: number) => {
      const env = { SLURM_ARRAY_TASK_ID: String(task), SLURM_ARRAY_TASK_MIN: "0", SLURM_ARRAY_TASK_COUNT: "8" };
      const options = ["--workers", "0", "--shard", "auto", "--out", "part"];
      const { code, stdout } = await journeybenchAt({ cwd, env }, "compare", "tiny.yaml", ...WHAT, ...options);
      expect(code).toBe(0);
      expect(stdout).toContain(`Shard ${task + 1} of 8`);
    };
    for (const tasks of [[0, 1], [2, 3], [4], [6]]) await Promise.all(tasks.map(shard));
    const early = await inSession(cwd, "merge", "part", "--out", "merged");
    expect(early.code).toBe(3);
    expect(early.stderr).toContain("shards 6, 8 of 8 are missing");
    expect(early.stderr).toContain("omnichannel: replications 5, 7");
    await Promise.all([5, 7].map(shard));
    const merged = await journeybenchAt({ cwd }, "merge", "part", "--out", "merged", "--quiet");
    expect({ code: merged.code, stderr: merged.stderr }).toEqual({ code: 0, stderr: "" });
    await inSession(cwd, "compare", "tiny.yaml", ...WHAT, "--out", "whole", "--quiet");
    expect(resultIn(join(cwd, "merged"))).toBe(resultIn(join(cwd, "whole")));
    const nothing = await inSession(cwd, "merge", "nowhere");
    expect(nothing.code).toBe(2);
  },
);

it(
  "a shard keeps stdout for the result document, which it does not have; merge notes the scenario it was given",
  { timeout: 60_000 },
  async () => {
    const cwd = folderWith({ "tiny.yaml": scenario, "moved.yaml": scenario });
    const what = ["--replications", "1", "--strategies", "multichannel,omnichannel", "--workers", "0"];
    const told = await inSession(cwd, "compare", "tiny.yaml", ...what, "--shard", "1/1", "--out", "part", "--json");
    expect({ code: told.code, stdout: told.stdout }).toEqual({ code: 0, stdout: "" });
    expect(told.stderr).toContain("Shard 1 of 1");
    const merged = await inSession(cwd, "merge", "part", "--scenario", "moved.yaml", "--out", "merged", "--quiet");
    expect(merged.code).toBe(0);
    const { command } = JSON.parse(readFileSync(join(cwd, "merged", "manifest.json"), "utf8")) as { command: string[] };
    expect(command).toEqual(["journeybench", "merge", "part", "--scenario", "moved.yaml"]);
  },
);
