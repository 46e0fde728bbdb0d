/** `journeybench journey`: shows a journey, what it uses and what keeps it from being simulated. */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { JourneybenchError } from "../errors.ts";
import type { Inspection } from "../journey/index.ts";

const BUNDLED = ["customer", "contact"] as const;
/** By ending: what stands near the top of a drawing of ours, so that only such a file is written over. */
const DRAWINGS: Readonly<Record<string, string>> = { ".svg": "<!-- Title: journey", ".mmd": "stateDiagram-v2", ".dot": "digraph journey" };
const TOP = 1000;

function diagramFile(value: string): string {
  if (Object.hasOwn(DRAWINGS, extname(value).toLowerCase())) return value;
  throw new InvalidArgumentError(`expected a file ending with ${Object.keys(DRAWINGS).join(", ")}, found "${value}"`);
}

interface Looked {
  readonly file: string;
  readonly sha256?: string;
  readonly inspection: Inspection;
}

/** Neither file nor machine: a name without ending is more likely one of ours. */
async function refuseName(name: string): Promise<void> {
  if (existsSync(name) || extname(name) !== "") return;
  const { nearest, oneOf } = await import("../scenario/index.ts");
  const near = nearest(name, BUNDLED);
  const suggestion = near === undefined ? "" : `Did you mean "${near}"? `;
  throw new JourneybenchError("bad-input", `There is no journey ${name}.`, {
    hint: `${suggestion}Name a journey file (.ts, .js, .json), or a machine of the package: ${oneOf(BUNDLED)}.`,
  });
}

/** The inspection of a journey file, or of a machine of the package when `name` is its name and no file. */
async function look(name: string): Promise<Looked> {
  const journeys = await import("../journey/index.ts");
  const bundled = BUNDLED.find((one) => one === name && !existsSync(name));
  if (bundled !== undefined) {
    const [machine, vocabulary] =
      bundled === "customer"
        ? [journeys.customerMachine, journeys.customerVocabulary]
        : [journeys.contactMachine, journeys.contactVocabulary];
    return { file: name, inspection: journeys.inspectJourney(machine, vocabulary) };
  }
  await refuseName(name);
  const { loadMachine } = await import("../machine-file/index.ts");
  const { machine, file, sha256 } = await loadMachine(name);
  return { file, sha256, inspection: journeys.inspectJourney(machine, journeys.journeyVocabulary) };
}

async function drawing(file: string, inspection: Inspection): Promise<string> {
  const { journeyDot, journeyMermaid, journeySvg } = await import("../journey/index.ts");
  const ending = extname(file).toLowerCase();
  if (ending === ".svg") return journeySvg(inspection);
  return ending === ".mmd" ? journeyMermaid(inspection) : journeyDot(inspection);
}

/** Writes a diagram, in place of an earlier one at most. */
async function writeDiagram(file: string, inspection: Inspection): Promise<void> {
  const text = await drawing(file, inspection);
  try {
    const mark = DRAWINGS[extname(file).toLowerCase()] ?? "";
    if (existsSync(file) && !readFileSync(file, "utf8").slice(0, TOP).includes(mark)) {
      throw new JourneybenchError("usage", `${file} is no diagram of a journey and was left as it is.`, { hint: "Name another file." });
    }
    writeFileSync(file, text);
  } catch (error) {
    if (error instanceof JourneybenchError) throw error;
    throw new JourneybenchError("usage", `${file} cannot be written.`, { hint: "Name another file: --diagram FILE.svg", cause: error });
  }
}

export function addJourney(root: Command): void {
  root
    .command("journey")
    .description("show a journey: its states, the words it uses, and what keeps it from being simulated")
    .argument("<machine>", `journey file (.ts, .js, .json), or a machine of the package: ${BUNDLED.join(", ")}`)
    .option("--diagram <file>", "write a diagram: .svg, .mmd (Mermaid) or .dot (Graphviz)", diagramFile)
    .option("--json", "print one object on stdout and nothing else there")
    .action(async (name: string, { diagram, json }: { diagram?: string; json?: true }) => {
      const { file, sha256, inspection } = await look(name);
      if (diagram !== undefined) await writeDiagram(diagram, inspection);
      if (json === true) {
        process.stdout.write(`${JSON.stringify({ file, ...(sha256 === undefined ? {} : { sha256 }), ...inspection }, null, 2)}\n`);
      } else {
        const { journeySummary } = await import("./journey-summary.ts");
        process.stdout.write(journeySummary(file, inspection, process.stdout.columns));
        if (diagram !== undefined) process.stdout.write(`\nDiagram: ${diagram}\n`);
      }
      if (!inspection.runs) process.exitCode = 2;
    });
}
