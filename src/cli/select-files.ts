/** All files of the folder of a selection. */

import type { SelectionStudy } from "../experiment/index.ts";
import { kpiById, type SelectionDocument } from "../kpi/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import { documentText, pageFiles, scenarioFiles, studyManifest } from "./study-files.ts";

/** Page and chart of a selection; they need nothing else. */
export async function selectReportFiles(document: SelectionDocument): Promise<Map<string, string | Uint8Array>> {
  const { renderSelection } = await import("../report/index.ts");
  return pageFiles("select.html", await renderSelection(document, kpiById));
}

/** The files of a finished study, by path inside the folder. */
export async function selectFiles(
  { document, prepared }: SelectionStudy,
  loaded: LoadedScenario,
  command: readonly string[],
): Promise<Map<string, string | Uint8Array>> {
  const { scenario, seed, replications, systems, timing } = document;
  const files = await selectReportFiles(document);
  files.set("select.json", documentText(document));
  for (const [name, text] of scenarioFiles(loaded, prepared, { seed })) files.set(name, text);
  files.set("manifest.json", studyManifest(scenario, { seed, replications, strategies: systems.map(({ name }) => name), timing }, command));
  return files;
}
