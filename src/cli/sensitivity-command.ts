/** `journeybench sensitivity`: which parameters and which capabilities move a KPI. */

import { type Command, InvalidArgumentError } from "commander";
import type { SensitivityMethod } from "../experiment/index.ts";
import { tellDamage } from "./damage.ts";
import { interruptible } from "./interruptible.ts";
import { again, names, text, wholeNumber } from "./options.ts";

const METHODS = ["morris", "tornado", "sobol", "capabilities"] as const satisfies readonly SensitivityMethod[];

interface Options {
  readonly method?: SensitivityMethod;
  readonly vary?: string[];
  readonly on?: string;
  readonly strategies?: string[];
  readonly trajectories?: number;
  readonly rows?: number;
  readonly orders?: number;
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly resume?: boolean;
}

function method(value: string): SensitivityMethod {
  const found = METHODS.find((one) => one === value);
  if (found === undefined) throw new InvalidArgumentError(`expected ${METHODS.join(", ")}, found "${value}"`);
  return found;
}

export function addSensitivity(root: Command): void {
  root
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
    .option("--replications <n>", "replications at each point", wholeNumber(1))
    .option("--seed <text>", "seed of all random numbers", text)
    .option("--workers <n>", "worker threads, 0 for none (default: one per core)", wholeNumber(0))
    .option("--out <dir>", "the study's folder (default: reports/<scenario>-<seed>-sensitivity-<method>)", text)
    .option("--resume", "go on with an interrupted study (as the same command does anyway)")
    .option("--json", "print the document of the study, and nothing else, on stdout")
    .option("--quiet", "no progress and no table")
    .action(sensitivityCommand);
}

async function sensitivityCommand(path: string, options: Options, command: Command): Promise<void> {
  const { checkRunFolder, defaultRunFolder, sensitivity, writeRunFolder } = await import("../experiment/index.ts");
  const { kpiCatalogue } = await import("../kpi/index.ts");
  const { loadScenario } = await import("../scenario/load.ts");
  const { checkStrategies } = await import("./strategies.ts");
  const { sensitivityFiles } = await import("./sensitivity-files.ts");
  const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
  checkStrategies(loaded.scenario, options.strategies ?? []);
  const place = `${defaultRunFolder(loaded.scenario.name, options.seed ?? loaded.scenario.seed)}-sensitivity-${options.method ?? "morris"}`;
  const folder = options.out ?? place;
  checkRunFolder(folder);
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
      folder,
      signal,
      onProgress,
      onDamage: tellDamage,
    }),
  );
  writeRunFolder(folder, await sensitivityFiles(study, loaded, commandLine(path, options)));
  if (options.json === true) {
    const { documentText } = await import("./study-files.ts");
    process.stdout.write(documentText(study.document));
  } else if (options.quiet !== true) {
    const { sensitivitySummary } = await import("./sensitivity-summary.ts");
    process.stdout.write(sensitivitySummary(study.document, folder));
  }
}

/** The command that gives this study again. */
function commandLine(path: string, options: Options): string[] {
  const { vary = [], on, strategies, trajectories, rows, orders, replications, seed } = options;
  const one = (name: string, value: string | number | undefined) => (value === undefined ? [] : [name, String(value)]);
  return [
    "journeybench",
    "sensitivity",
    path,
    ...one("--method", options.method),
    ...vary.flatMap((range) => ["--vary", range]),
    ...one("--on", on),
    ...one("--strategies", strategies?.join(",")),
    ...one("--trajectories", trajectories),
    ...one("--rows", rows),
    ...one("--orders", orders),
    ...one("--replications", replications),
    ...one("--seed", seed),
  ];
}
