/** `journeybench report`: writes the report of a finished run or stress study again, from its document alone. */

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { JourneybenchError } from "../errors.ts";
import type { StressDocument, SweepDocument, TwinDocument } from "../kpi/index.ts";

/**
 * The document of a stress study's folder.
 *
 * @throws JourneybenchError `bad-input` when it is not one of this version
 */
async function readStress(file: string): Promise<StressDocument> {
  const { stressDocument } = await import("../kpi/index.ts");
  try {
    return stressDocument.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new JourneybenchError("bad-input", `${file} is not the document of a stress study that this version reads.`, {
      hint: "Run the study again; manifest.json beside it names the command.",
      cause: error,
    });
  }
}

/**
 * The document of a folder of twins.
 *
 * @throws JourneybenchError `bad-input` when it is not one of this version
 */
async function readTwin(file: string): Promise<TwinDocument> {
  const { twinDocument } = await import("../kpi/index.ts");
  try {
    return twinDocument.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new JourneybenchError("bad-input", `${file} is not the document of twins that this version reads.`, {
      hint: "Follow them again; manifest.json beside it names the command.",
      cause: error,
    });
  }
}

/**
 * The document of a sweep's folder.
 *
 * @throws JourneybenchError `bad-input` when it is not one of this version
 */
async function readSweep(file: string): Promise<SweepDocument> {
  const { sweepDocument } = await import("../kpi/index.ts");
  try {
    return sweepDocument.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    throw new JourneybenchError("bad-input", `${file} is not the document of a sweep that this version reads.`, {
      hint: "Run the study again; manifest.json beside it names the command.",
      cause: error,
    });
  }
}

/**
 * The document of another study's folder.
 *
 * @param what words for the document, for errors
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

/** All files of a folder's report, and which of them is the page. */
async function reportOf(folder: string): Promise<{ readonly page: string; readonly files: ReadonlyMap<string, string | Uint8Array> }> {
  const stress = join(folder, "stress.json");
  if (existsSync(stress)) {
    const { stressReportFiles } = await import("./stress-files.ts");
    return { page: "stress.html", files: await stressReportFiles(await readStress(stress)) };
  }
  const sweep = join(folder, "sweep.json");
  if (existsSync(sweep)) {
    const { sweepReportFiles } = await import("./sweep-files.ts");
    return { page: "sweep.html", files: await sweepReportFiles(await readSweep(sweep)) };
  }
  const sensitivity = join(folder, "sensitivity.json");
  if (existsSync(sensitivity)) {
    const { sensitivityDocument } = await import("../kpi/index.ts");
    const { sensitivityReportFiles } = await import("./sensitivity-files.ts");
    const document = readStudy(sensitivity, sensitivityDocument, "a sensitivity study");
    return { page: "sensitivity.html", files: await sensitivityReportFiles(document) };
  }
  const select = join(folder, "select.json");
  if (existsSync(select)) {
    const { selectionDocument } = await import("../kpi/index.ts");
    const { selectReportFiles } = await import("./select-files.ts");
    return { page: "select.html", files: await selectReportFiles(readStudy(select, selectionDocument, "a selection")) };
  }
  const twin = join(folder, "twin.json");
  if (existsSync(twin)) {
    const { twinReportFiles } = await import("./twin-files.ts");
    return { page: "twin.html", files: await twinReportFiles(await readTwin(twin)) };
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
    .description("write the report of a finished run, stress study or study of twins again")
    .argument("<run>", "the run's folder")
    .action(async (folder: string) => {
      const { page, files } = await reportOf(folder);
      for (const [path, content] of files) replaceFile(join(folder, path), content);
      process.stdout.write(`Report: ${join(folder, page)}\n`);
    });
}
