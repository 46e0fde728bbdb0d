/** A run in shards, as people and schedulers start it. */

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { tinyText } from "../support/tiny.ts";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function journeybench(cwd: string, environment: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { cwd, maxBuffer: 1e8, env: { ...process.env, ...environment } },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

const WHAT = ["--replications", "8", "--strategies", "multichannel,omnichannel"];

/** All of a run's result but its timing. */
function resultIn(folder: string): string {
  return JSON.stringify({ ...(JSON.parse(readFileSync(join(folder, "result.json"), "utf8")) as object), timing: null });
}

it(
  "eight shards of an array job merge to the bytes of one run; missing ones are named with exit code 3",
  { timeout: 240_000 },
  async () => {
    const cwd = mkdtempSync(join(tmpdir(), "journeybench-shards-"));
    writeFileSync(join(cwd, "tiny.yaml"), tinyText);
    const shard = async (task: number) =>
      journeybench(
        cwd,
        { SLURM_ARRAY_TASK_ID: String(task), SLURM_ARRAY_TASK_MIN: "0", SLURM_ARRAY_TASK_COUNT: "8" },
        "compare",
        "tiny.yaml",
        ...WHAT,
        "--workers",
        "0",
        "--shard",
        "auto",
        "--out",
        "part",
      );
    for (const task of [0, 1, 2, 3, 4, 6]) {
      const { code, stdout } = await shard(task);
      expect(code).toBe(0);
      expect(stdout).toContain(`Shard ${task + 1} of 8`);
    }
    const early = await journeybench(cwd, {}, "merge", "part", "--out", "merged");
    expect(early.code).toBe(3);
    expect(early.stderr).toContain("of 8 shards, 6, 8 are missing");
    expect(early.stderr).toContain("omnichannel: replications 5, 7");
    await Promise.all([5, 7].map(shard));
    const merged = await journeybench(cwd, {}, "merge", "part", "--out", "merged", "--quiet");
    expect({ code: merged.code, stderr: merged.stderr }).toEqual({ code: 0, stderr: "" });
    await journeybench(cwd, {}, "compare", "tiny.yaml", ...WHAT, "--out", "whole", "--quiet");
    expect(resultIn(join(cwd, "merged"))).toBe(resultIn(join(cwd, "whole")));
    const nothing = await journeybench(cwd, {}, "merge", "nowhere");
    expect(nothing.code).toBe(2);
  },
);
