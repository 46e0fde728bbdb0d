/** `journeybench twin`: the same customer under each strategy, side by side. */

import { type Command, InvalidArgumentError } from "commander";
import type { TwinOptions } from "../experiment/index.ts";
import type { TwinMeasure } from "../kpi/index.ts";
import { names, text, wholeNumber } from "./options.ts";
import { closeStudy, openStudy, optionWords, type StudyCommandOptions } from "./study-command.ts";

interface Options extends StudyCommandOptions {
  readonly customer?: number;
  /** True where no number was written. */
  readonly find?: number | true;
  readonly findBy?: TwinMeasure;
  readonly segment?: string;
  readonly replication?: number;
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
  const { twin } = await import("../experiment/index.ts");
  const { loaded, folder } = await openStudy(path, options, "twin");
  const study = await twin(loaded, studyOptions(options));
  const { twinFiles } = await import("./twin-files.ts");
  const files = await twinFiles(study, loaded, commandLine(path, options));
  await closeStudy({ folder, files, document: study.document }, options, async () => {
    const { twinSummary } = await import("./twin-summary.ts");
    return twinSummary(study.document, folder);
  });
}

function studyOptions({ customer, find, findBy, segment, strategies, replication, seed }: Options): TwinOptions {
  return { customer, find: find === true ? FOUND : find, findBy, segment, strategies, replication, seed };
}

/** The command that gives this study again. */
function commandLine(path: string, options: Options): string[] {
  return [
    "journeybench",
    "twin",
    path,
    ...optionWords("--customer", options.customer),
    ...optionWords("--find", options.find === true ? FOUND : options.find),
    ...optionWords("--find-by", options.findBy),
    ...optionWords("--segment", options.segment),
    ...optionWords("--strategies", options.strategies?.join(",")),
    ...optionWords("--replication", options.replication),
    ...optionWords("--seed", options.seed),
  ];
}
