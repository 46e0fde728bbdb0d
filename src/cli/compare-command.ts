/** `journeybench compare`: the main job. */

import type { Command } from "commander";
import { JourneybenchError } from "../errors.ts";
import { executor, names, notYet, only, type Only, text, wholeNumber } from "./options.ts";

interface Options {
  readonly strategies?: string[];
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly out?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
  readonly engine?: "compiled" | "reference";
  readonly only?: Only;
  readonly quiet?: boolean;
}

export function addCompare(root: Command): void {
  root
    .command("compare", { isDefault: false })
    .description("run a scenario under its strategies, compare them, write the report")
    .argument("[scenario]", "scenario file, or the name of a bundled one", "retail")
    .option("--strategies <names>", "strategies to compare, separated by commas", names)
    .option("--replications <n>", "replications of each strategy", wholeNumber(1))
    .option("--precision <share>", "not available yet", notYet("--precision"))
    .option("--seed <text>", "seed of all random numbers", text)
    .option("--workers <n>", "worker threads (default: one per core)", wholeNumber(1))
    .option("--out <dir>", "the run's folder (default: reports/<scenario>-<seed>)", text)
    .option("--shard <i/n>", "not available yet", notYet("--shard"))
    .option("--resume", "go on with an interrupted run")
    .option("--json", "print the result document, and nothing else, on stdout")
    .option("--engine <name>", "compiled (tables) or reference (live XState actors)", executor)
    .option("--only <strategy/replication>", "run one task again, without writing a report", only)
    .option("--quiet", "no progress and no table")
    .action(compareCommand);
}

async function compareCommand(path: string, options: Options, command: Command): Promise<void> {
  const { checkRunFolder, compare, defaultRunFolder, finishRun, writeRunFolder } = await import("../experiment/index.ts");
  const { kpiCatalogue } = await import("../kpi/index.ts");
  const { loadScenario } = await import("../scenario/load.ts");
  const { resultText, runFiles } = await import("./run-files.ts");
  const { checkStrategies } = await import("./strategies.ts");
  const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
  const strategies = options.only === undefined ? options.strategies : [options.only.strategy];
  checkStrategies(loaded.scenario, strategies ?? []);
  const folder = options.out ?? defaultRunFolder(loaded.scenario.name, options.seed ?? loaded.scenario.seed);
  if (options.only === undefined) checkRunFolder(folder);
  const run = await interruptible(options, path, command, async (signal, tell) =>
    compare(loaded, {
      strategies,
      replications: options.replications,
      only: options.only?.replication,
      seed: options.seed,
      workers: options.workers,
      executor: options.engine,
      folder: options.only === undefined ? folder : undefined,
      resume: options.resume,
      signal,
      onProgress: tell,
    }),
  );
  const { result } = run;
  if (options.only === undefined) {
    writeRunFolder(folder, await runFiles(run, loaded, commandLine(path, options)));
    finishRun(folder);
  }
  if (options.json === true) process.stdout.write(resultText(result));
  else if (options.quiet !== true) {
    const { summary } = await import("./summary.ts");
    process.stdout.write(summary(result, options.only === undefined ? folder : undefined));
  }
  const broken = result.expectations.filter((expectation) => !expectation.passed);
  for (const { text: wording, observed } of broken)
    process.stderr.write(`Expected and not met: ${wording}; observed ${observed ?? "nothing"}.\n`);
  if (broken.length > 0) process.exitCode = 1;
}

/** The command that gives this run again. */
function commandLine(path: string, { strategies, replications, seed }: Options): string[] {
  return [
    "journeybench",
    "compare",
    path,
    ...(strategies === undefined ? [] : ["--strategies", strategies.join(",")]),
    ...(replications === undefined ? [] : ["--replications", String(replications)]),
    ...(seed === undefined ? [] : ["--seed", seed]),
  ];
}

/** A word as a shell reads it back. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Runs with progress; Ctrl-C stops it in order and says how to go on. */
async function interruptible<T>(
  options: Options,
  path: string,
  command: Command,
  run: (signal: AbortSignal, tell: (progress: import("../experiment/index.ts").Progress) => void) => Promise<T>,
): Promise<T> {
  const { progressWriter } = await import("./progress.ts");
  const progress = progressWriter(options.quiet === true);
  const stop = new AbortController();
  let done = 0;
  let total = 0;
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    return await run(stop.signal, (now) => {
      done = now.done;
      total = now.total;
      progress.tell(now);
    });
  } catch (error) {
    if (!(error instanceof JourneybenchError) || error.code !== "interrupted" || options.only !== undefined) throw error;
    const again = ["journeybench", command.name(), ...process.argv.slice(3).filter((word) => word !== "--resume"), "--resume"]
      .map(shellWord)
      .join(" ");
    throw new JourneybenchError("interrupted", `Interrupted: ${done} of ${total} replications of ${path} are done and kept.`, {
      hint: `To go on from there: ${again}`,
      cause: error,
    });
  } finally {
    process.removeListener("SIGINT", onSignal).removeListener("SIGTERM", onSignal);
    progress.end();
  }
}
