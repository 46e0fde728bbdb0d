/** `journeybench sensitivity`: which parameters and which capabilities move a KPI. */

import { type Command, InvalidArgumentError } from "commander";
import type { SensitivityMethod } from "../experiment/index.ts";
import { tellDamage } from "./damage.ts";
import { interruptible } from "./interruptible.ts";
import { again, names, text, wholeNumber } from "./options.ts";
import { queueOptions } from "./queue.ts";
import { closeStudy, type KeptStudyOptions, openStudy, optionWords, withKeptStudyOptions } from "./study-command.ts";

const METHODS = ["morris", "tornado", "sobol", "capabilities"] as const satisfies readonly SensitivityMethod[];

interface Options extends KeptStudyOptions {
  readonly method?: SensitivityMethod;
  readonly vary?: string[];
  readonly on?: string;
  readonly trajectories?: number;
  readonly rows?: number;
  readonly orders?: number;
  readonly replications?: number;
}

function method(value: string): SensitivityMethod {
  const found = METHODS.find((one) => one === value);
  if (found === undefined) throw new InvalidArgumentError(`expected ${METHODS.join(", ")}, found "${value}"`);
  return found;
}

export function addSensitivity(root: Command): void {
  const command = root
    .command("sensitivity")
    .description("find the parameters, or the capabilities, that move a KPI and the difference between strategies")
    .argument("<scenario>", "scenario file, or the name of a bundled one")
    .option(
      "--method <name>",
      "morris (screening), tornado (one at a time), sobol (shares of variance) or capabilities (default: morris)",
      method,
    )
    .option(
      "--vary <path=low..high>",
      "what varies; may be given several times (default: every number of the scenario, over its stated range or a fifth less and more)",
      again,
    )
    .option("--on <kpi>", "the KPI (default: profit)", text)
    .option("--strategies <names>", "strategies, separated by commas", names)
    .option("--trajectories <n>", "morris: walks through the parameters (default: 10)", wholeNumber(1))
    .option("--rows <n>", "sobol: rows of the design, a power of two (default: 64)", wholeNumber(2))
    .option("--orders <n>", "capabilities: orders to try where there are more than 8 (default: 32)", wholeNumber(4))
    .option("--replications <n>", "replications at each point", wholeNumber(1));
  withKeptStudyOptions(command, "sensitivity-<method>").action(sensitivityCommand);
}

async function sensitivityCommand(path: string, options: Options, command: Command): Promise<void> {
  const { sensitivity } = await import("../experiment/index.ts");
  const { loaded, folder } = await openStudy(path, options, `sensitivity-${options.method ?? "morris"}`);
  const { method: chosen, vary, on, strategies, trajectories, rows, orders, replications, seed, workers } = options;
  const told = { quiet: options.quiet === true, path, command, isKept: true };
  const study = await interruptible(told, async (signal, onProgress) =>
    sensitivity(loaded, {
      method: chosen,
      vary,
      kpi: on,
      strategies,
      trajectories,
      rows,
      orders,
      replications,
      seed,
      workers,
      queue: queueOptions(options),
      folder,
      signal,
      onProgress,
      onDamage: tellDamage,
    }),
  );
  const { sensitivityFiles } = await import("./sensitivity-files.ts");
  const files = await sensitivityFiles(study, loaded, commandLine(path, options));
  await closeStudy({ folder, files, document: study.document }, options, async () => {
    const { sensitivitySummary } = await import("./sensitivity-summary.ts");
    return sensitivitySummary(study.document, folder);
  });
}

/** The command that gives this study again. */
function commandLine(path: string, options: Options): string[] {
  const { vary = [], on, strategies, trajectories, rows, orders, replications, seed } = options;
  return [
    "journeybench",
    "sensitivity",
    path,
    ...optionWords("--method", options.method),
    ...vary.flatMap((range) => ["--vary", range]),
    ...optionWords("--on", on),
    ...optionWords("--strategies", strategies?.join(",")),
    ...optionWords("--trajectories", trajectories),
    ...optionWords("--rows", rows),
    ...optionWords("--orders", orders),
    ...optionWords("--replications", replications),
    ...optionWords("--seed", seed),
  ];
}
