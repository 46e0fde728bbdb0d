/** `journeybench merge`: makes the result of a run whose shards were run apart. */

import type { Command } from "commander";
import { JourneybenchError } from "../errors.ts";
import type { MissingParts } from "../experiment/index.ts";
import { tellDamage } from "./damage.ts";
import { text } from "./options.ts";
import { optionWords } from "./study-command.ts";

interface Options {
  readonly scenario?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export function addMerge(root: Command): void {
  root
    .command("merge")
    .description("make the result of a run from the outcomes of its shards; what is missing is named, with exit code 3")
    .argument("<run...>", "the folders that the shards were run with (--out); shards may share one")
    .option("--scenario <file>", "the scenario, if it is not where the shards found it", text)
    .option("--out <dir>", "the run's folder (default: reports/<scenario>-<seed>)", text)
    .option("--json", "print the result document, and nothing else, on stdout")
    .option("--quiet", "no table")
    .action(mergeCommand);
}

/** At most eight numbers in words. */
function listed(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 8).join(", ");
  return numbers.length > 8 ? `${shown}, … (${numbers.length} in all)` : shown;
}

function missing({ shards, replications }: MissingParts, of: number): JourneybenchError {
  const parts = [...replications].map(([strategy, numbers]) => `${strategy}: replications ${listed(numbers)}`);
  return new JourneybenchError(
    "failed",
    `The run is not complete: ${shards.length === 1 ? "shard" : "shards"} ${listed(shards)} of ${of} ${shards.length === 1 ? "is" : "are"} missing.`,
    {
      hint: `Run them with --shard I/${of}, then merge again. Missing are ${parts.join("; ")}.`,
    },
  );
}

async function mergeCommand(folders: readonly string[], options: Options): Promise<void> {
  const { checkRunFolder, defaultRunFolder, mergeShards, shardedRun } = await import("../experiment/index.ts");
  const { kpiCatalogue } = await import("../kpi/index.ts");
  const { loadScenario } = await import("../scenario/load.ts");
  const run = shardedRun(folders);
  const path = options.scenario ?? run.scenario;
  const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
  const folder = options.out ?? defaultRunFolder(loaded.scenario.name, run.seed);
  checkRunFolder(folder);
  const merged = await mergeShards(loaded, folders, run, { onDamage: tellDamage });
  if ("shards" in merged) throw missing(merged, run.of);
  const { finishComparison } = await import("./finish-comparison.ts");
  const command = ["journeybench", "merge", ...folders, ...optionWords("--scenario", options.scenario)];
  await finishComparison(merged, loaded, { ...options, folder }, command);
}
