/** `journeybench report`: writes the report of a finished run or study again, from its document alone. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { JourneybenchError } from "../errors.ts";

/**
 * The document of a study's folder.
 *
 * @param what words for the study, for errors
 * @throws JourneybenchError `bad-input` when it is not one of this version
 */
function readStudy<T>(file: string, schema: { parse(value: unknown): T }, what: string): T {
  try {
    return schema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new JourneybenchError("bad-input", `${file} is not the document of ${what} that this version reads.`, {
      hint: "Run the study again; manifest.json beside it names the command.",
      cause: error,
    });
  }
}

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Of every kind of study, by the name of its files: how a document becomes a page. */
const STUDIES: Readonly<Record<string, (document: string) => Promise<Files>>> = {
  stress: async (document) => {
    const { stressDocument } = await import("../kpi/index.ts");
    const { stressReportFiles } = await import("./stress-files.ts");
    return stressReportFiles(readStudy(document, stressDocument, "a stress study"));
  },
  sweep: async (document) => {
    const { sweepDocument } = await import("../kpi/index.ts");
    const { sweepReportFiles } = await import("./sweep-files.ts");
    return sweepReportFiles(readStudy(document, sweepDocument, "a sweep"));
  },
  sensitivity: async (document) => {
    const { sensitivityDocument } = await import("../kpi/index.ts");
    const { sensitivityReportFiles } = await import("./sensitivity-files.ts");
    return sensitivityReportFiles(readStudy(document, sensitivityDocument, "a sensitivity study"));
  },
  select: async (document) => {
    const { selectionDocument } = await import("../kpi/index.ts");
    const { selectReportFiles } = await import("./select-files.ts");
    return selectReportFiles(readStudy(document, selectionDocument, "a selection"));
  },
  twin: async (document) => {
    const { twinDocument } = await import("../kpi/index.ts");
    const { twinReportFiles } = await import("./twin-files.ts");
    return twinReportFiles(readStudy(document, twinDocument, "twins"));
  },
};

/** All files of a folder's report, and which of them is the page. */
async function reportOf(folder: string): Promise<{ readonly page: string; readonly files: Files }> {
  for (const [name, filesOf] of Object.entries(STUDIES)) {
    const document = join(folder, `${name}.json`);
    if (existsSync(document)) return { page: `${name}.html`, files: await filesOf(document) };
  }
  const { readResult } = await import("../experiment/index.ts");
  const result = readResult(folder);
  const { reportFiles } = await import("./run-files.ts");
  return { page: "report.html", files: await reportFiles(result) };
}

/** Writes one file under a temporary name and renames it. */
function replaceFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const fresh = `${path}.writing-${process.pid}`;
  writeFileSync(fresh, content);
  renameSync(fresh, path);
}

export function addReport(root: Command): void {
  root
    .command("report")
    .description("write the report of a finished run or study again")
    .argument("<run>", "the folder of the run or study")
    .action(async (folder: string) => {
      const { page, files } = await reportOf(folder);
      for (const [path, content] of files) replaceFile(join(folder, path), content);
      process.stdout.write(`Report: ${join(folder, page)}\n`);
    });
}
