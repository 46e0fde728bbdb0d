/** All files of the folder of a study of twins. */

import type { TwinStudy } from "../experiment/index.ts";
import type { TwinDocument } from "../kpi/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import { documentText, pageFiles, scenarioFiles, studyManifest } from "./study-files.ts";

/** Page and charts of twins; they need nothing else. */
export async function twinReportFiles(document: TwinDocument): Promise<Map<string, string | Uint8Array>> {
  const { renderTwin } = await import("../report/index.ts");
  return pageFiles("twin.html", await renderTwin(document));
}

/** The files of a finished study, by path inside the folder. */
export async function twinFiles(
  study: TwinStudy,
  loaded: LoadedScenario,
  command: readonly string[],
): Promise<Map<string, string | Uint8Array>> {
  const { document } = study;
  const { scenario, seed, replication, strategies } = document;
  const files = await twinReportFiles(document);
  files.set("twin.json", documentText(document));
  for (const [name, text] of scenarioFiles(loaded, study, { seed })) files.set(name, text);
  files.set("manifest.json", studyManifest(scenario, { seed, replication, strategies: strategies.map(({ name }) => name) }, command));
  return files;
}
