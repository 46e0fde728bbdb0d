/** What the commands of studies have in common: options, the scenario and the folder, how they end. */

import type { Command } from "commander";
import type { LoadedScenario } from "../scenario/index.ts";
import { text, wholeNumber } from "./options.ts";
import { QUEUE_HELP } from "./queue.ts";

/** Options of every study. */
export interface StudyCommandOptions {
  readonly strategies?: string[];
  readonly seed?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Options of studies whose replications are kept. */
export interface KeptStudyOptions extends StudyCommandOptions {
  readonly workers?: number;
  readonly queue?: string;
  readonly resume?: boolean;
}

/** Adds the options of studies whose replications are kept; `kind` ends the name of their folder. */
export function withKeptStudyOptions(command: Command, kind: string): Command {
  return command
    .option("--seed <text>", "seed of all random numbers", text)
    .option("--workers <n>", "worker threads, 0 for none (default: one per core)", wholeNumber(0))
    .option("--queue <url>", QUEUE_HELP, text)
    .option("--out <dir>", `the study's folder (default: reports/<scenario>-<seed>-${kind})`, text)
    .option("--resume", "go on with an interrupted study (as the same command does anyway)")
    .option("--json", "print the document of the study, and nothing else, on stdout")
    .option("--quiet", "no progress and no table");
}

/**
 * Loads the scenario and checks, before anything runs, that its strategies are there and that the folder may be written.
 *
 * @param kind ends the name of the folder
 */
export async function openStudy(
  path: string,
  { strategies, seed, out }: StudyCommandOptions,
  kind: string,
): Promise<{ readonly loaded: LoadedScenario; readonly folder: string }> {
  const { checkRunFolder, defaultRunFolder } = await import("../experiment/index.ts");
  const { kpiCatalogue } = await import("../kpi/index.ts");
  const { loadScenario } = await import("../scenario/load.ts");
  const { checkStrategies } = await import("./strategies.ts");
  const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
  checkStrategies(loaded.scenario, strategies ?? []);
  const folder = out ?? `${defaultRunFolder(loaded.scenario.name, seed ?? loaded.scenario.seed)}-${kind}`;
  checkRunFolder(folder);
  return { loaded, folder };
}

/** Writes the folder of a finished study and prints the answer: its document, or the summary, or nothing. */
export async function closeStudy(
  { folder, files, document }: { readonly folder: string; readonly files: Map<string, string | Uint8Array>; readonly document: unknown },
  { json, quiet }: StudyCommandOptions,
  summary: () => Promise<string>,
): Promise<void> {
  const { writeRunFolder } = await import("../experiment/index.ts");
  writeRunFolder(folder, files);
  if (json === true) {
    const { documentText } = await import("./study-files.ts");
    process.stdout.write(documentText(document));
  } else if (quiet !== true) process.stdout.write(await summary());
}

/** An option and its value as words of a command; none where it was left out. */
export function optionWords(name: string, value: string | number | undefined): string[] {
  return value === undefined ? [] : [name, String(value)];
}
