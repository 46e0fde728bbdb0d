/** All files of the folder of a sensitivity study. */

import type { SensitivityStudy } from "../experiment/index.ts";
import { kpiById, type SensitivityDocument } from "../kpi/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import { documentText, pageFiles, scenarioFiles, studyManifest } from "./study-files.ts";

/** Page, charts and table of a sensitivity study; they need nothing else. */
export async function sensitivityReportFiles(document: SensitivityDocument): Promise<Map<string, string | Uint8Array>> {
  const { renderSensitivity, sensitivityCsv } = await import("../report/index.ts");
  const files = pageFiles("sensitivity.html", await renderSensitivity(document, kpiById));
  files.set("sensitivity.csv", sensitivityCsv(document));
  return files;
}

/** The files of a finished study, by path inside the folder. */
export async function sensitivityFiles(
  { document, prepared }: SensitivityStudy,
  loaded: LoadedScenario,
  command: readonly string[],
): Promise<Map<string, string | Uint8Array>> {
  const { scenario, seed, replications, strategies, timing } = document;
  const files = await sensitivityReportFiles(document);
  files.set("sensitivity.json", documentText(document));
  for (const [name, text] of scenarioFiles(loaded, prepared, { seed, replications })) files.set(name, text);
  files.set("manifest.json", studyManifest(scenario, { seed, replications, strategies, timing }, command));
  return files;
}
