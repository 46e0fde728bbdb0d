/** All files of the folder of a stress study. */

import type { StressStudy } from "../experiment/index.ts";
import { kpiById, type StressDocument } from "../kpi/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import { documentText, pageFiles, scenarioFiles, studyManifest } from "./study-files.ts";

/** Page and charts of a study; they need nothing else. */
export async function stressReportFiles(document: StressDocument): Promise<Map<string, string | Uint8Array>> {
  const { renderStress } = await import("../report/index.ts");
  return pageFiles("stress.html", await renderStress(document, kpiById));
}

/** The files of a finished study, by path inside the folder. */
export async function stressFiles(
  study: StressStudy,
  loaded: LoadedScenario,
  command: readonly string[],
): Promise<Map<string, string | Uint8Array>> {
  const { document } = study;
  const { scenario, seed, replications, policies, timing } = document;
  const files = await stressReportFiles(document);
  files.set("stress.json", documentText(document));
  for (const [name, text] of scenarioFiles(loaded, study, { seed, replications })) files.set(name, text);
  files.set(
    "manifest.json",
    studyManifest(scenario, { seed, replications, strategies: policies.map(({ name }) => name), timing }, command),
  );
  return files;
}
