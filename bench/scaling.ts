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
/** So many that a run with two workers takes 20 s or more. */
const REPLICATIONS = 48;
const ROUNDS = 3;

interface Run {
  /** Of the whole process. */
  readonly seconds: number;
  readonly events: number;
}

function run(workers: number): Run {
  const folder = mkdtempSync(join(tmpdir(), "journeybench-scaling-"));
  try {
    const out = join(folder, "run");
    const started = performance.now();
    const words = [
      MAIN,
      "compare",
      "retail",
      "--replications",
      String(REPLICATIONS),
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
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** Runs with one and with two workers in turn, so that a busy spell of the machine meets both. */
export async function scalingSuite() {
  const rounds = Array.from({ length: ROUNDS }, () => ({ one: run(1), two: run(2) }));
  const seconds = (of: "one" | "two") => median(rounds.map((round) => round[of].seconds));
  const { events } = rounds[0]?.one ?? { events: 0 };
  return Promise.resolve({
    ratios: { "2 workers/1 worker": median(rounds.map(({ one, two }) => one.seconds / two.seconds)) },
    samples: {
      "seconds, 1 worker": seconds("one"),
      "seconds, 2 workers": seconds("two"),
      "events/s, 1 worker": events / seconds("one"),
      "events/s, 2 workers": events / seconds("two"),
    },
  });
}
