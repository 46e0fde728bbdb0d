/** One part of a run: `compare --shard`. */

import { type CompareOptions, compareShard, parseShard } from "../experiment/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import { interruptible, type Told } from "./interruptible.ts";

export async function runShard(
  written: string,
  loaded: LoadedScenario,
  path: string,
  options: CompareOptions & { readonly folder: string },
  told: Told & { readonly json: boolean },
): Promise<void> {
  const shard = parseShard(written, process.env);
  const { computed, kept, seconds } = await interruptible(told, async (signal, onProgress) =>
    compareShard(loaded, path, shard, { ...options, signal, onProgress }),
  );
  if (told.quiet) return;
  const before = kept === 0 ? "" : `, ${kept} were there already`;
  // With --json, stdout is for the result document alone, and a shard has none.
  const out = told.json ? process.stderr : process.stdout;
  out.write(
    `Shard ${shard.number} of ${shard.of}: ${computed} replications of a strategy in ${seconds.toFixed(1)} s${before}.\n` +
      `Outcomes: ${options.folder}.outcomes\nWhen all shards are there: journeybench merge ${options.folder}\n`,
  );
}
