/** `journeybench select`: the best of several strategies or routing policies, with a promise. */

import type { Command } from "commander";
import { tellDamage } from "./damage.ts";
import { interruptible } from "./interruptible.ts";
import { names, shareOption, text, wholeNumber } from "./options.ts";
import { queueOptions } from "./queue.ts";
import { closeStudy, type KeptStudyOptions, openStudy, optionWords, withKeptStudyOptions } from "./study-command.ts";

interface Options extends KeptStudyOptions {
  readonly on: string;
  readonly policies?: string[];
  readonly indifference?: string;
  readonly probability?: number;
  readonly first?: number;
  readonly most?: number;
}

export function addSelect(root: Command): void {
  const command = root
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
    .option("--most <n>", "most replications (default: 1000)", wholeNumber(2));
  withKeptStudyOptions(command, "select").action(selectCommand);
}

async function selectCommand(path: string, options: Options, command: Command): Promise<void> {
  const { select } = await import("../experiment/index.ts");
  const { loaded, folder } = await openStudy(path, options, "select");
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
      queue: queueOptions(options),
      folder,
      signal,
      onProgress,
      onDamage: tellDamage,
    }),
  );
  const { selectFiles } = await import("./select-files.ts");
  const files = await selectFiles(study, loaded, commandLine(path, options));
  await closeStudy({ folder, files, document: study.document }, options, async () => {
    const { selectSummary } = await import("./select-summary.ts");
    return selectSummary(study.document, folder);
  });
}

/** The command that gives this study again. */
function commandLine(path: string, { on, strategies, policies, indifference, probability, first, most, seed }: Options): string[] {
  return [
    "journeybench",
    "select",
    path,
    ...optionWords("--on", on),
    ...optionWords("--strategies", strategies?.join(",")),
    ...optionWords("--policies", policies?.join(",")),
    ...optionWords("--indifference", indifference),
    ...optionWords("--probability", probability),
    ...optionWords("--first", first),
    ...optionWords("--most", most),
    ...optionWords("--seed", seed),
  ];
}
