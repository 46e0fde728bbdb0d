/** `journeybench twin`: the same customer under each strategy, side by side. */

import { type Command, InvalidArgumentError } from "commander";
import type { TwinOptions } from "../experiment/index.ts";
import type { TwinMeasure } from "../kpi/index.ts";
import { names, text, wholeNumber } from "./options.ts";

interface Options {
  readonly customer?: number;
  /** True where no number was written. */
  readonly find?: number | true;
  readonly findBy?: TwinMeasure;
  readonly segment?: string;
  readonly strategies?: string[];
  readonly replication?: number;
  readonly seed?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Customers that `--find` finds unless told otherwise. */
const FOUND = 5;
/** More stories make a page that nobody reads. */
const MOST_FOUND = 20;

const MEASURES: readonly TwinMeasure[] = ["value", "satisfaction", "contacts", "orders"];

function measure(value: string): TwinMeasure {
  const found = MEASURES.find((one) => one === value);
  if (found === undefined) throw new InvalidArgumentError(`expected ${MEASURES.join(", ")}, found "${value}"`);
  return found;
}

function fewCustomers(value: string): number {
  const many = wholeNumber(1)(value);
  if (many > MOST_FOUND) throw new InvalidArgumentError(`expected at most ${MOST_FOUND} customers, found "${value}"`);
  return many;
}

export function addTwin(root: Command): void {
  root
    .command("twin")
    .description("follow the same customer under each strategy, side by side")
    .argument("<scenario>", "scenario file, or the name of a bundled one")
    .option("--customer <n>", "the customer's number, from 0 (default: the one with whom strategies differ most)", wholeNumber(0))
    .option("--find [n]", `find the customers with whom strategies differ most (n: ${FOUND})`, fewCustomers)
    .option("--find-by <what>", "by what they differ: value (contribution), satisfaction, contacts or orders (default: value)", measure)
    .option("--segment <name>", "find only customers of this segment", text)
    .option("--strategies <names>", "strategies to follow, separated by commas (default: all of the scenario)", names)
    .option("--replication <r>", "the replication that is looked at, from 0 (default: 0)", wholeNumber(0))
    .option("--seed <text>", "seed of all random numbers", text)
    .option("--out <dir>", "the study's folder (default: reports/<scenario>-<seed>-twin)", text)
    .option("--json", "print the document of the study, and nothing else, on stdout")
    .option("--quiet", "no tables")
    .action(twinCommand);
}

async function twinCommand(path: string, options: Options): Promise<void> {
  const { checkRunFolder, defaultRunFolder, twin, writeRunFolder } = await import("../experiment/index.ts");
  const { kpiCatalogue } = await import("../kpi/index.ts");
  const { loadScenario } = await import("../scenario/load.ts");
  const { checkStrategies } = await import("./strategies.ts");
  const { documentText } = await import("./study-files.ts");
  const { twinFiles } = await import("./twin-files.ts");
  const loaded = await loadScenario(path, { knownKpis: kpiCatalogue.map((kpi) => kpi.id) });
  checkStrategies(loaded.scenario, options.strategies ?? []);
  const folder = options.out ?? `${defaultRunFolder(loaded.scenario.name, options.seed ?? loaded.scenario.seed)}-twin`;
  checkRunFolder(folder);
  const study = await twin(loaded, studyOptions(options));
  writeRunFolder(folder, await twinFiles(study, loaded, commandLine(path, options)));
  if (options.json === true) process.stdout.write(documentText(study.document));
  else if (options.quiet !== true) {
    const { twinSummary } = await import("./twin-summary.ts");
    process.stdout.write(twinSummary(study.document, folder));
  }
}

function studyOptions({ customer, find, findBy, segment, strategies, replication, seed }: Options): TwinOptions {
  return { customer, find: find === true ? FOUND : find, findBy, segment, strategies, replication, seed };
}

/** The command that gives this study again. */
function commandLine(path: string, options: Options): string[] {
  const one = (name: string, value: string | number | undefined) => (value === undefined ? [] : [name, String(value)]);
  return [
    "journeybench",
    "twin",
    path,
    ...one("--customer", options.customer),
    ...one("--find", options.find === true ? FOUND : options.find),
    ...one("--find-by", options.findBy),
    ...one("--segment", options.segment),
    ...one("--strategies", options.strategies?.join(",")),
    ...one("--replication", options.replication),
    ...one("--seed", options.seed),
  ];
}
