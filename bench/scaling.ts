/**
 * Suite `scaling`: the retail scenario with one worker thread and with two, as people start it: start-up, result and report included. Every run is a
 * process of its own with a fresh folder, so that nothing is taken from the result store.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** From `dist-bench/bench/`, what `npm run build` has made. */
const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
interface Length {
  readonly replications: number;
  readonly rounds: number;
}

/** Runs of half a minute with two workers, and of a minute and a half: what a thread needs until its code is compiled weighs less in these. */
const LENGTHS: readonly Length[] = [
  { replications: 48, rounds: 3 },
  { replications: 160, rounds: 2 },
];

interface Run {
  /** Of the whole process. */
  readonly seconds: number;
  readonly events: number;
}

function run(workers: number, replications: number): Run {
  const folder = mkdtempSync(join(tmpdir(), "journeybench-scaling-"));
  try {
    const out = join(folder, "run");
    const started = performance.now();
    const words = [
      MAIN,
      "compare",
      "retail",
      "--replications",
      String(replications),
      "--workers",
      String(workers),
      "--out",
      out,
      "--quiet",
    ];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    if (status !== 0) throw new Error(`a run with ${workers} workers failed: ${stderr}`);
    const seconds = (performance.now() - started) / 1000;
    const { events } = JSON.parse(readFileSync(join(out, "result.json"), "utf8")) as { events: number };
    return { seconds, events };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
}

/** Runs with one and with two workers in turn, so that a busy spell of the machine meets both. */
function measure({ replications, rounds }: Length) {
  const runs = Array.from({ length: rounds }, () => ({ one: run(1, replications), two: run(2, replications) }));
  const seconds = (of: "one" | "two") => median(runs.map((round) => round[of].seconds));
  const events = runs[0]?.one.events ?? 0;
  return {
    ratio: median(runs.map(({ one, two }) => one.seconds / two.seconds)),
    samples: {
      [`${replications} replications, seconds, 1 worker`]: seconds("one"),
      [`${replications} replications, seconds, 2 workers`]: seconds("two"),
      [`${replications} replications, events/s, 1 worker`]: events / seconds("one"),
      [`${replications} replications, events/s, 2 workers`]: events / seconds("two"),
    },
  };
}

export async function scalingSuite() {
  const ratios: Record<string, number> = {};
  const samples: Record<string, number> = {};
  for (const length of LENGTHS) {
    const measured = measure(length);
    ratios[`2 workers/1 worker, ${length.replications} replications`] = measured.ratio;
    Object.assign(samples, measured.samples);
  }
  return Promise.resolve({ ratios, samples });
}
