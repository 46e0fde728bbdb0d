/** Reads the folder of a finished run. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JourneybenchError } from "../../errors.ts";
import { type ResultDocument, resultDocument } from "../../kpi/index.ts";
import { readWithout, type Without } from "../replications-table.ts";
import type { FinishedRun } from "./compare-runs.ts";

/** Documents of studies that are no runs. */
const STUDIES: Readonly<Record<string, string>> = {
  "select.json": "a selection",
  "sensitivity.json": "a sensitivity study",
  "stress.json": "a stress study",
  "sweep.json": "a sweep",
  "twin.json": "a study of twins",
};

function notARun(folder: string, cause: unknown): JourneybenchError {
  const study = Object.entries(STUDIES).find(([file]) => existsSync(join(folder, file)));
  const is = study === undefined ? "" : ` It is that of ${study[1]}.`;
  return new JourneybenchError("bad-input", `${folder} is not the folder of a run: it has no result.json.${is}`, {
    hint: "Name a folder that journeybench compare has written, such as reports/retail-…",
    cause,
  });
}

/**
 * The result document of a run's folder.
 *
 * @throws JourneybenchError `bad-input` when there is none, or it is not a result document of this version
 */
export function readResult(folder: string): ResultDocument {
  const file = join(folder, "result.json");
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw notARun(folder, error);
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

async function withoutOf(folder: string): Promise<Without | undefined> {
  const file = join(folder, "replications.parquet");
  if (!existsSync(file)) return undefined;
  try {
    return await readWithout(readFileSync(file));
  } catch (error) {
    throw new JourneybenchError("bad-input", `${file} cannot be read as Parquet.`, {
      hint: "Run the comparison again, or take the file away: the runs are then compared without pairing.",
      cause: error,
    });
  }
}

/**
 * A run with what its replications tell.
 *
 * @throws JourneybenchError `bad-input`
 */
export async function readRun(folder: string): Promise<FinishedRun> {
  return { folder, result: readResult(folder), without: await withoutOf(folder) };
}
