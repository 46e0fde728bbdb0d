/** `journeybench sweep`: what if, over a grid, a Latin hypercube or a Sobol sequence. */

import { type Command, InvalidArgumentError } from "commander";
import type { SweepDesign } from "../experiment/index.ts";
import { tellDamage } from "./damage.ts";
import { interruptible } from "./interruptible.ts";
import { again, names, text, wholeNumber } from "./options.ts";
import { QUEUE_HELP, queueOptions } from "./queue.ts";

interface Options {
  readonly vary: string[];
  readonly design?: SweepDesign;
  readonly points?: number;
  readonly on?: string[];
  readonly strategies?: string[];
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly queue?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly resume?: boolean;
}

function design(value: string): SweepDesign {
  if (value !== "grid" && value !== "lhs" && value !== "sobol")
    throw new InvalidArgumentError(`expected grid, lhs or sobol, found "${value}"`);
  return value;
}

export function addSweep(root: Command): void {
  root
    .command("sweep")
    .description("compare strategies over other values of the scenario: grid, Latin hypercube or Sobol sequence")
    .argument("<scenario>", "scenario file, or the name of a bundled one")
    .requiredOption("--vary <path=low..high>", "what varies: needs.goesOn=50%..90%, or PATH=ONE,OTHER; may be given several times", again)
    .option("--design <name>", "grid (every combination), lhs (Latin hypercube) or sobol (default: grid)", design)
    .option("--points <n>", "grid: values of every parameter (default: 5); otherwise: points in all (default: 32)", wholeNumber(2))
    .option("--on <kpis>", "KPIs to tell, separated by commas; the first come first in the report", names)
    .option("--strategies <names>", "strategies to compare, separated by commas", names)
    .option("--replications <n>", "replications at each point", wholeNumber(1))
    .option("--seed <text>", "seed of all random numbers", text)
    .option("--workers <n>", "worker threads, 0 for none (default: one per core)", wholeNumber(0))
    .option("--queue <url>", QUEUE_HELP, text)
    .option("--out <dir>", "the study's folder (default: reports/<scenario>-<seed>-sweep)", text)
    .option("--resume", "go on with an interrupted study (as the same command does anyway)")
    .option("--json", "print the document of the study, and nothing else, on stdout")
    .option("--quiet", "no progress and no table")
    .action(sweepCommand);
}

async function sweepCommand(path: string, options: Options, command: Command): Promise<void> {
  const { checkRunFolder, defaultRunFolder, sweep, writeRunFolder } = await import("../experiment/index.ts");
  const { kpiCatalogue } = await import("../kpi/index.ts");
  const { loadScenario } = await import("../scenario/load.ts");
  const { checkStrategies } = await import("./strategies.ts");
  const { sweepFiles } = await import("./sweep-files.ts");
  const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
  checkStrategies(loaded.scenario, options.strategies ?? []);
  const folder = options.out ?? `${defaultRunFolder(loaded.scenario.name, options.seed ?? loaded.scenario.seed)}-sweep`;
  checkRunFolder(folder);
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
  writeRunFolder(folder, await sweepFiles(study, loaded, commandLine(path, options)));
  if (options.json === true) {
    const { documentText } = await import("./study-files.ts");
    process.stdout.write(documentText(study.document));
  } else if (options.quiet !== true) {
    const { sweepSummary } = await import("./sweep-summary.ts");
    process.stdout.write(sweepSummary(study.document, folder));
  }
}

/** The command that gives this study again. */
function commandLine(path: string, { vary, design: chosen, points, on, strategies, replications, seed }: Options): string[] {
  const one = (name: string, value: string | number | undefined) => (value === undefined ? [] : [name, String(value)]);
  return [
    "journeybench",
    "sweep",
    path,
    ...vary.flatMap((range) => ["--vary", range]),
    ...one("--design", chosen),
    ...one("--points", points),
    ...one("--on", on?.join(",")),
    ...one("--strategies", strategies?.join(",")),
    ...one("--replications", replications),
    ...one("--seed", seed),
  ];
}
