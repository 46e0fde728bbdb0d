/** All files of a run's folder. */

import { type Comparison, replicationsParquet } from "../experiment/index.ts";
import { kpiById, type ResultDocument } from "../kpi/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import { documentText, pageFiles, scenarioFiles, studyManifest } from "./study-files.ts";

/** Page, charts and table of a result; they need nothing else. */
export async function reportFiles(result: ResultDocument): Promise<Map<string, string | Uint8Array>> {
  const { kpisCsv, renderReport } = await import("../report/index.ts");
  const files = pageFiles("report.html", await renderReport(result, kpiById));
  files.set("kpis.csv", kpisCsv(result));
  return files;
}

/** What the command changed of the scenario. */
function overrides({ scenario }: LoadedScenario, { seed, replications }: ResultDocument): Readonly<Record<string, unknown>> {
  return { ...(seed === scenario.seed ? {} : { seed }), ...(replications === scenario.replications ? {} : { replications }) };
}

/** The files of a finished comparison, by path inside the folder. */
export async function runFiles(
  run: Comparison,
  loaded: LoadedScenario,
  command: readonly string[],
): Promise<Map<string, string | Uint8Array>> {
  const { result, plan, outcomes } = run;
  const { scenario, seed, replications, strategies, timing } = result;
  const files = await reportFiles(result);
  files.set("result.json", documentText(result));
  files.set("replications.parquet", replicationsParquet(result, plan, outcomes));
  for (const [name, text] of scenarioFiles(loaded, run, overrides(loaded, result))) files.set(name, text);
  const facts = {
    ...(scenario.journey === undefined ? {} : { journey: scenario.journey }),
    seed,
    replications,
    strategies: strategies.map(({ name }) => name),
    timing,
  };
  files.set("manifest.json", studyManifest(scenario, facts, command));
  return files;
}
