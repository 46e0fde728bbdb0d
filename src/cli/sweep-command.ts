/** `journeybench sweep`: what if, over a grid, a Latin hypercube or a Sobol sequence. */

import { type Command, InvalidArgumentError } from "commander";
import type { SweepDesign } from "../experiment/index.ts";
import { tellDamage } from "./damage.ts";
import { interruptible } from "./interruptible.ts";
import { again, names, wholeNumber } from "./options.ts";
import { queueOptions } from "./queue.ts";
import { closeStudy, type KeptStudyOptions, openStudy, optionWords, withKeptStudyOptions } from "./study-command.ts";

interface Options extends KeptStudyOptions {
  readonly vary: string[];
  readonly design?: SweepDesign;
  readonly points?: number;
  readonly on?: string[];
  readonly replications?: number;
}

function design(value: string): SweepDesign {
  if (value !== "grid" && value !== "lhs" && value !== "sobol")
    throw new InvalidArgumentError(`expected grid, lhs or sobol, found "${value}"`);
  return value;
}

export function addSweep(root: Command): void {
  const command = root
    .command("sweep")
    .description("compare strategies over other values of the scenario: grid, Latin hypercube or Sobol sequence")
    .argument("<scenario>", "scenario file, or the name of a bundled one")
    .requiredOption("--vary <path=low..high>", "what varies: needs.goesOn=50%..90%, or PATH=ONE,OTHER; may be given several times", again)
    .option("--design <name>", "grid (every combination), lhs (Latin hypercube) or sobol (default: grid)", design)
    .option("--points <n>", "grid: values of every parameter (default: 5); otherwise: points in all (default: 32)", wholeNumber(2))
    .option("--on <kpis>", "KPIs to tell, separated by commas; the first come first in the report", names)
    .option("--strategies <names>", "strategies to compare, separated by commas", names)
    .option("--replications <n>", "replications at each point", wholeNumber(1));
  withKeptStudyOptions(command, "sweep").action(sweepCommand);
}

async function sweepCommand(path: string, options: Options, command: Command): Promise<void> {
  const { sweep } = await import("../experiment/index.ts");
  const { loaded, folder } = await openStudy(path, options, "sweep");
  const { vary, design: chosen, points, on, strategies, replications, seed, workers } = options;
  const told = { quiet: options.quiet === true, path, command, isKept: true };
  const study = await interruptible(told, async (signal, onProgress) =>
    sweep(loaded, {
      vary,
      design: chosen,
      points,
      kpis: on,
      strategies,
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
  const { sweepFiles } = await import("./sweep-files.ts");
  const files = await sweepFiles(study, loaded, commandLine(path, options));
  await closeStudy({ folder, files, document: study.document }, options, async () => {
    const { sweepSummary } = await import("./sweep-summary.ts");
    return sweepSummary(study.document, folder);
  });
}

/** The command that gives this study again. */
function commandLine(path: string, { vary, design: chosen, points, on, strategies, replications, seed }: Options): string[] {
  return [
    "journeybench",
    "sweep",
    path,
    ...vary.flatMap((range) => ["--vary", range]),
    ...optionWords("--design", chosen),
    ...optionWords("--points", points),
    ...optionWords("--on", on?.join(",")),
    ...optionWords("--strategies", strategies?.join(",")),
    ...optionWords("--replications", replications),
    ...optionWords("--seed", seed),
  ];
}
