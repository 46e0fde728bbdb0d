/** `journeybench stress`: loads policies until their promises break. */

import { type Command, InvalidArgumentError } from "commander";
import type { StressOptions } from "../experiment/index.ts";
import { tellDamage } from "./damage.ts";
import { interruptible } from "./interruptible.ts";
import { again, names, wholeNumber } from "./options.ts";
import { queueOptions } from "./queue.ts";
import { closeStudy, type KeptStudyOptions, openStudy, optionWords, withKeptStudyOptions } from "./study-command.ts";

interface Options extends KeptStudyOptions {
  readonly policies?: string[];
  readonly promise?: string[];
  readonly knockOut?: string[];
  readonly from?: number;
  readonly to?: number;
  readonly replications?: number;
}

function load(value: string): number {
  const number = Number(value);
  if (!/^[0-9]+(?:\.[0-9]+)?$/.test(value) || number <= 0) throw new InvalidArgumentError(`expected a number above zero, found "${value}"`);
  return number;
}

export function addStress(root: Command): void {
  const command = root
    .command("stress")
    .description("load a scenario's routing policies until their promises break, and compare them")
    .argument("<scenario>", "scenario file, or the name of a bundled one")
    .option("--strategies <names>", "strategies to compare, separated by commas (default: all of the scenario)", names)
    .option("--policies <names>", "routing policies to compare: the baseline strategy under each", names)
    .option("--promise <condition>", 'what must hold: "service_level in phone >= 80%"; may be given several times', again)
    .option("--from <load>", "least load, as a multiple of the scenario's own (default: 0.5)", load)
    .option("--to <load>", "greatest load (default: 3)", load)
    .option(
      "--knock-out <what>",
      'what fails: "group=team 50% at 2d for 4h", "channel=phone at …", "site=north at …"; may be given several times',
      again,
    )
    .option("--replications <n>", "replications at each load", wholeNumber(1));
  withKeptStudyOptions(command, "stress").action(stressCommand);
}

async function stressCommand(path: string, options: Options, command: Command): Promise<void> {
  const { stress } = await import("../experiment/index.ts");
  const { loaded, folder } = await openStudy(path, options, "stress");
  const told = { quiet: options.quiet === true, path, command, isKept: true };
  const study = await interruptible(told, async (signal, onProgress) =>
    stress(loaded, { ...studyOptions(options), folder, signal, onProgress, onDamage: tellDamage }),
  );
  const { stressFiles } = await import("./stress-files.ts");
  const files = await stressFiles(study, loaded, commandLine(path, options));
  await closeStudy({ folder, files, document: study.document }, options, async () => {
    const { stressSummary } = await import("./stress-summary.ts");
    return stressSummary(study.document, folder);
  });
}

function studyOptions(options: Options): StressOptions {
  const { strategies, policies, promise, knockOut, from, to, replications, seed, workers } = options;
  const queue = queueOptions(options);
  return { strategies, policies, promises: promise, knockOuts: knockOut, from, to, replications, seed, workers, queue };
}

/** The command that gives this study again. */
function commandLine(path: string, options: Options): string[] {
  const each = (name: string, values: readonly string[] = []) => values.flatMap((value) => [name, value]);
  return [
    "journeybench",
    "stress",
    path,
    ...optionWords("--strategies", options.strategies?.join(",")),
    ...optionWords("--policies", options.policies?.join(",")),
    ...each("--promise", options.promise),
    ...optionWords("--from", options.from),
    ...optionWords("--to", options.to),
    ...each("--knock-out", options.knockOut),
    ...optionWords("--replications", options.replications),
    ...optionWords("--seed", options.seed),
  ];
}
