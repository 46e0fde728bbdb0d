/** `journeybench compare`: the main job. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { JourneybenchError } from "../errors.ts";
import type { CompareOptions, Comparison } from "../experiment/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import { tellDamage } from "./damage.ts";
import { interruptible, type Told } from "./interruptible.ts";
import { executor, names, only, type Only, shareOption, text, wholeNumber } from "./options.ts";
import { QUEUE_HELP, queueOptions } from "./queue.ts";

interface Options {
  readonly strategies?: string[];
  readonly replications?: number;
  readonly precision?: number;
  readonly on?: string;
  readonly independent?: boolean;
  readonly attribution?: boolean;
  readonly seed?: string;
  readonly workers?: number;
  readonly queue?: string;
  readonly out?: string;
  readonly shard?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly engine?: "compiled" | "reference";
  readonly only?: Only;
  readonly quiet?: boolean;
}

export function addCompare(root: Command): void {
  root
    .command("compare", { isDefault: false })
    .description("run a scenario under its strategies, compare them, write the report; or compare two finished runs")
    .argument("[scenario]", "scenario file, or the name of a bundled one; or the folder of a finished run", "retail")
    .argument("[run]", "the folder of another finished run: both are compared, and nothing is run")
    .option("--strategies <names>", "strategies to compare, separated by commas", names)
    .option("--replications <n>", "replications of each strategy; with --precision: at most", wholeNumber(1))
    .option("--precision <share>", "go on until the interval of the uplift is this narrow (half-width, such as 2%)", shareOption)
    .option("--on <kpi>", "the KPI whose interval that is (default: clv, or what the scenario has instead)", text)
    .option("--independent", "random numbers of its own for every strategy, to see what the same luck is worth")
    .option("--attribution", "also live everything without the visits to each channel, to see which channel earned the revenue")
    .option("--seed <text>", "seed of all random numbers", text)
    .option("--workers <n>", "worker threads, 0 for none (default: one per core)", wholeNumber(0))
    .option("--queue <url>", QUEUE_HELP, text)
    .option("--out <dir>", "the run's folder (default: reports/<scenario>-<seed>)", text)
    .option("--shard <i/n>", "run one part of n, such as 3/64; auto: as the scheduler says. `merge` makes the result", text)
    .option("--resume", "go on with an interrupted run (as the same command does anyway)")
    .option("--json", "print the document (of the result, or of two runs), and nothing else, on stdout")
    .option("--markdown", "print the comparison of two runs as Markdown")
    .option("--engine <name>", "compiled (tables) or reference (live XState actors)", executor)
    .option("--only <strategy/replication>", "run one task again, without writing a report", only)
    .option("--quiet", "no progress and no table")
    .action(compareAction);
}

/** What a run may not be asked for together. */
function checkTogether({ precision, on, shard, only: one, attribution, independent, markdown }: Options): void {
  const refuse = (message: string, hint: string) => {
    throw new JourneybenchError("usage", message, { hint });
  };
  if (markdown === true)
    refuse("--markdown is for two finished runs.", "For example: journeybench compare reports/one reports/other --markdown.");
  if (on !== undefined && precision === undefined)
    refuse("--on says whose interval is meant, so it needs --precision.", "For example: --precision 2% --on clv.");
  if (shard !== undefined && precision !== undefined) {
    refuse("--shard and --precision do not go together: no shard knows the others' results.", "Fix the number with --replications.");
  }
  if (shard !== undefined && one !== undefined) refuse("--shard and --only do not go together.", "Leave one of them out.");
  if (attribution === true && (shard !== undefined || independent === true)) {
    refuse("--attribution goes with neither --shard nor --independent.", "It lives whole replications again, with the same luck.");
  }
}

/** The KPI of a precision: the one that is named, or what the scenario's parts offer. */
function precisionOf({ precision, on }: Options, { scenario }: LoadedScenario): CompareOptions["precision"] {
  if (precision === undefined) return undefined;
  const usual = scenario.offer !== undefined ? "clv" : scenario.needs !== undefined ? "retention" : "mean_wait_all";
  return { target: precision, kpi: on ?? usual };
}

/** One argument is a scenario that is run, two are runs that are finished. */
async function compareAction(path: string, other: string | undefined, options: Options, command: Command): Promise<void> {
  if (other !== undefined) {
    const { compareTwoRuns } = await import("./compare-runs.ts");
    return compareTwoRuns(path, other, { ...options });
  }
  if (existsSync(join(path, "result.json"))) {
    throw new JourneybenchError("usage", `${path} is a finished run.`, {
      hint: `Name another one to compare it with: journeybench compare ${path} OTHER. \`journeybench report\` draws its page again.`,
    });
  }
  checkTogether(options);
  return compareCommand(path, options, command);
}

async function compareCommand(path: string, options: Options, command: Command): Promise<void> {
  const { kpiCatalogue } = await import("../kpi/index.ts");
  const { loadScenario } = await import("../scenario/load.ts");
  const { checkStrategies } = await import("./strategies.ts");
  const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
  const strategies = options.only === undefined ? options.strategies : [options.only.strategy];
  checkStrategies(loaded.scenario, strategies ?? []);
  // Not before mistakes are told, which should be soon.
  await import("../experiment/start-threads.ts").then(({ startThreads }) => startThreads(options));
  const { checkAttribution, checkRunFolder, compare, defaultRunFolder } = await import("../experiment/index.ts");
  if (options.attribution === true) checkAttribution(loaded.scenario);
  const folder = options.out ?? defaultRunFolder(loaded.scenario.name, options.seed ?? loaded.scenario.seed);
  if (options.only === undefined) checkRunFolder(folder);
  const common: CompareOptions = {
    strategies,
    replications: options.replications,
    precision: precisionOf(options, loaded),
    luck: options.independent === true ? "independent" : undefined,
    only: options.only?.replication,
    seed: options.seed,
    workers: options.workers,
    queue: queueOptions(options),
    executor: options.engine,
    onDamage: tellDamage,
  };
  const told = { quiet: options.quiet === true, path, command, isKept: options.only === undefined };
  if (options.shard !== undefined) {
    const { runShard } = await import("./shard.ts");
    return runShard(options.shard, loaded, path, { ...common, folder }, { ...told, json: options.json === true });
  }
  // One task alone is neither kept nor reported.
  const place = options.only === undefined ? folder : undefined;
  const { readyReport } = await import("./ready-report.ts");
  const run = await interruptible(told, async (signal, tell) =>
    compare(loaded, { ...common, folder: place, signal, onProgress: place === undefined ? tell : readyReport(tell) }),
  );
  const studied = options.attribution === true ? await withAttribution(run, options, told) : run;
  const { finishComparison } = await import("./finish-comparison.ts");
  return finishComparison(studied, loaded, { ...options, folder: place }, commandLine(path, options));
}

/** Adds the study of attribution. What it is made from is kept already, so its interruption says nothing of replications. */
async function withAttribution(run: Comparison, options: Options, told: Told): Promise<Comparison> {
  const { addAttribution } = await import("../experiment/index.ts");
  return interruptible({ ...told, isKept: false }, async (signal, onProgress) =>
    addAttribution(run, { workers: options.workers, queue: queueOptions(options), signal, onProgress }),
  );
}

/** The command that gives this run again. */
function commandLine(path: string, { strategies, replications, precision, on, independent, attribution, seed }: Options): string[] {
  return [
    "journeybench",
    "compare",
    path,
    ...(strategies === undefined ? [] : ["--strategies", strategies.join(",")]),
    ...(replications === undefined ? [] : ["--replications", String(replications)]),
    ...(precision === undefined ? [] : ["--precision", String(precision)]),
    ...(on === undefined ? [] : ["--on", on]),
    ...(independent === true ? ["--independent"] : []),
    ...(attribution === true ? ["--attribution"] : []),
    ...(seed === undefined ? [] : ["--seed", seed]),
  ];
}
