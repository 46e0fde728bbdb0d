/** `journeybench select`: the best of several strategies or routing policies, with a promise. */

import type { Command } from "commander";
import { tellDamage } from "./damage.ts";
import { interruptible } from "./interruptible.ts";
import { names, shareOption, text, wholeNumber } from "./options.ts";

interface Options {
  readonly on: string;
  readonly strategies?: string[];
  readonly policies?: string[];
  readonly indifference?: string;
  readonly probability?: number;
  readonly first?: number;
  readonly most?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly resume?: boolean;
}

export function addSelect(root: Command): void {
  root
    .command("select")
    .description(
      "select the best of several strategies or routing policies with a promised probability, and as few replications as that takes",
    )
    .argument("<scenario>", "scenario file, or the name of a bundled one")
    .requiredOption("--on <kpi>", "the KPI in which the best is best", text)
    .option("--strategies <names>", "strategies to choose from, separated by commas (default: all of the scenario)", names)
    .option("--policies <names>", "routing policies to choose from: the baseline strategy under each", names)
    .option(
      "--indifference <amount>",
      "smallest difference that matters: 500, 1pp, 30s (default: 1pp for shares; else it must be said)",
      text,
    )
    .option("--probability <share>", "probability of a correct selection (default: 95%)", shareOption)
    .option("--first <n>", "replications before anything is decided (default: 10)", wholeNumber(2))
    .option("--most <n>", "most replications (default: 1000)", wholeNumber(2))
    .option("--seed <text>", "seed of all random numbers", text)
    .option("--workers <n>", "worker threads, 0 for none (default: one per core)", wholeNumber(0))
    .option("--out <dir>", "the study's folder (default: reports/<scenario>-<seed>-select)", text)
    .option("--resume", "go on with an interrupted study (as the same command does anyway)")
    .option("--json", "print the document of the study, and nothing else, on stdout")
    .option("--quiet", "no progress and no table")
    .action(selectCommand);
}

async function selectCommand(path: string, options: Options, command: Command): Promise<void> {
  const { checkRunFolder, defaultRunFolder, select, writeRunFolder } = await import("../experiment/index.ts");
  const { kpiCatalogue } = await import("../kpi/index.ts");
  const { loadScenario } = await import("../scenario/load.ts");
  const { checkStrategies } = await import("./strategies.ts");
  const { selectFiles } = await import("./select-files.ts");
  const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
  checkStrategies(loaded.scenario, options.strategies ?? []);
  const folder = options.out ?? `${defaultRunFolder(loaded.scenario.name, options.seed ?? loaded.scenario.seed)}-select`;
  checkRunFolder(folder);
  const { on, strategies, policies, indifference, probability, first, most, seed, workers } = options;
  const told = { quiet: options.quiet === true, path, command, isKept: true };
  const study = await interruptible(told, async (signal, onProgress) =>
    select(loaded, {
      kpi: on,
      strategies,
      policies,
      indifference,
      probability,
      first,
      most,
      seed,
      workers,
      folder,
      signal,
      onProgress,
      onDamage: tellDamage,
    }),
  );
  writeRunFolder(folder, await selectFiles(study, loaded, commandLine(path, options)));
  if (options.json === true) {
    const { documentText } = await import("./study-files.ts");
    process.stdout.write(documentText(study.document));
  } else if (options.quiet !== true) {
    const { selectSummary } = await import("./select-summary.ts");
    process.stdout.write(selectSummary(study.document, folder));
  }
}

/** The command that gives this study again. */
function commandLine(path: string, { on, strategies, policies, indifference, probability, first, most, seed }: Options): string[] {
  const one = (name: string, value: string | number | undefined) => (value === undefined ? [] : [name, String(value)]);
  return [
    "journeybench",
    "select",
    path,
    ...one("--on", on),
    ...one("--strategies", strategies?.join(",")),
    ...one("--policies", policies?.join(",")),
    ...one("--indifference", indifference),
    ...one("--probability", probability),
    ...one("--first", first),
    ...one("--most", most),
    ...one("--seed", seed),
  ];
}
