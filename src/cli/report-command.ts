/** `journeybench report`: writes the report of a finished run again, from its result document alone. */

import { readFileSync, renameSync, writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { JourneybenchError } from "../errors.ts";
import type { ResultDocument } from "../kpi/index.ts";

/**
 * The result document of a run's folder.
 *
 * @throws JourneybenchError `bad-input` when there is none, or it is not a result document of this version
 */
async function readResult(folder: string): Promise<ResultDocument> {
  const file = join(folder, "result.json");
  const { resultDocument } = await import("../kpi/index.ts");
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new JourneybenchError("bad-input", `${folder} is not the folder of a run: it has no result.json.`, {
      hint: "Name a folder that journeybench compare has written, such as reports/retail-…",
      cause: error,
    });
  }
  try {
    return resultDocument.parse(JSON.parse(text));
  } catch (error) {
    throw new JourneybenchError("bad-input", `${file} is not a result document that this version reads.`, {
      hint: "Run the comparison again; manifest.json beside it names the command.",
      cause: error,
    });
  }
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
    .description("write the report of a finished run again")
    .argument("<run>", "the run's folder")
    .action(async (folder: string) => {
      const result = await readResult(folder);
      const { reportFiles } = await import("./run-files.ts");
      for (const [path, content] of await reportFiles(result)) replaceFile(join(folder, path), content);
      process.stdout.write(`Report: ${join(folder, "report.html")}\n`);
    });
}
