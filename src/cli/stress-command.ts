/** `journeybench stress`: loads policies until their promises break. */

import { type Command, InvalidArgumentError } from "commander";
import { JourneybenchError } from "../errors.ts";
import type { StressOptions, StressProgress } from "../experiment/index.ts";
import { again, names, text, wholeNumber } from "./options.ts";

interface Options {
  readonly strategies?: string[];
  readonly policies?: string[];
  readonly promise?: string[];
  readonly knockOut?: string[];
  readonly from?: number;
  readonly to?: number;
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

function load(value: string): number {
  const number = Number(value);
  if (!/^[0-9]+(?:\.[0-9]+)?$/.test(value) || number <= 0) throw new InvalidArgumentError(`expected a number above zero, found "${value}"`);
  return number;
}

export function addStress(root: Command): void {
  root
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
    .option("--replications <n>", "replications at each load", wholeNumber(1))
    .option("--seed <text>", "seed of all random numbers", text)
    .option("--workers <n>", "worker threads (default: one per core)", wholeNumber(1))
    .option("--out <dir>", "the study's folder (default: reports/<scenario>-<seed>-stress)", text)
    .option("--json", "print the document of the study, and nothing else, on stdout")
    .option("--quiet", "no progress and no table")
    .action(stressCommand);
}

async function stressCommand(path: string, options: Options): Promise<void> {
  const { checkRunFolder, defaultRunFolder, stress, writeRunFolder } = await import("../experiment/index.ts");
  const { kpiCatalogue } = await import("../kpi/index.ts");
  const { loadScenario } = await import("../scenario/load.ts");
  const { checkStrategies } = await import("./strategies.ts");
  const { stressFiles } = await import("./stress-files.ts");
  const { documentText } = await import("./study-files.ts");
  const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
  checkStrategies(loaded.scenario, options.strategies ?? []);
  const folder = options.out ?? `${defaultRunFolder(loaded.scenario.name, options.seed ?? loaded.scenario.seed)}-stress`;
  checkRunFolder(folder);
  const study = await interruptible(options.quiet === true, path, async (signal, onProgress) =>
    stress(loaded, { ...studyOptions(options), signal, onProgress }),
  );
  writeRunFolder(folder, await stressFiles(study, loaded, commandLine(path, options)));
  if (options.json === true) process.stdout.write(documentText(study.document));
  else if (options.quiet !== true) {
    const { stressSummary } = await import("./stress-summary.ts");
    process.stdout.write(stressSummary(study.document, folder));
  }
}

function studyOptions({ strategies, policies, promise, knockOut, from, to, replications, seed, workers }: Options): StressOptions {
  return { strategies, policies, promises: promise, knockOuts: knockOut, from, to, replications, seed, workers };
}

/** The command that gives this study again. */
function commandLine(path: string, options: Options): string[] {
  const one = (name: string, value: string | number | undefined) => (value === undefined ? [] : [name, String(value)]);
  const each = (name: string, values: readonly string[] = []) => values.flatMap((value) => [name, value]);
  return [
    "journeybench",
    "stress",
    path,
    ...one("--strategies", options.strategies?.join(",")),
    ...one("--policies", options.policies?.join(",")),
    ...each("--promise", options.promise),
    ...one("--from", options.from),
    ...one("--to", options.to),
    ...each("--knock-out", options.knockOut),
    ...one("--replications", options.replications),
    ...one("--seed", options.seed),
  ];
}

/** Runs with progress; Ctrl-C stops it in order. Nothing is kept: where to look next depends on all that was found. */
async function interruptible<T>(
  quiet: boolean,
  path: string,
  run: (signal: AbortSignal, tell: (progress: StressProgress) => void) => Promise<T>,
): Promise<T> {
  const shown = !quiet && process.stderr.isTTY;
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    return await run(stop.signal, ({ done, stage }) => {
      if (shown) process.stderr.write(`\r\u001b[K${stage}: ${done} replications done`);
    });
  } catch (error) {
    if (!(error instanceof JourneybenchError) || error.code !== "interrupted") throw error;
    throw new JourneybenchError("interrupted", `Interrupted: the stress study of ${path} was not finished, and nothing is kept.`, {
      cause: error,
    });
  } finally {
    process.removeListener("SIGINT", onSignal).removeListener("SIGTERM", onSignal);
    if (shown) process.stderr.write("\r\u001b[K");
  }
}
