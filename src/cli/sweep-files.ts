/** All files of the folder of a sweep. */

import type { SweepStudy } from "../experiment/index.ts";
import { kpiById, type SweepDocument } from "../kpi/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import { documentText, pageFiles, scenarioFiles, studyManifest } from "./study-files.ts";

/** Page, charts and table of a sweep; they need nothing else. */
export async function sweepReportFiles(document: SweepDocument): Promise<Map<string, string | Uint8Array>> {
  const { renderSweep, sweepCsv } = await import("../report/index.ts");
  const files = pageFiles("sweep.html", await renderSweep(document, kpiById));
  files.set("sweep.csv", sweepCsv(document));
  return files;
}

/** The files of a finished study, by path inside the folder. */
export async function sweepFiles(
  { document, prepared }: SweepStudy,
  loaded: LoadedScenario,
  command: readonly string[],
): Promise<Map<string, string | Uint8Array>> {
  const { scenario, seed, replications, strategies, timing } = document;
  const files = await sweepReportFiles(document);
  files.set("sweep.json", documentText(document));
  for (const [name, text] of scenarioFiles(loaded, prepared, { seed, replications })) files.set(name, text);
  files.set("manifest.json", studyManifest(scenario, { seed, replications, strategies, timing }, command));
  return files;
}
