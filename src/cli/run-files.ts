/** All files of a run's folder. */

import { arch, cpus, platform, totalmem } from "node:os";
import { parseDocument } from "yaml";
import { type Comparison, packageVersion, replicationsParquet, scenarioCopy } from "../experiment/index.ts";
import { kpiById, type ResultDocument } from "../kpi/index.ts";
import type { LoadedScenario, Scenario } from "../scenario/index.ts";

/** The result as the bytes that are written and printed. */
export function resultText(result: ResultDocument): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

/** Page, charts and table of a result; they need nothing else. */
export async function reportFiles(result: ResultDocument): Promise<Map<string, string | Uint8Array>> {
  const { kpisCsv, renderReport } = await import("../report/index.ts");
  const { html, charts } = await renderReport(result, kpiById);
  const files = new Map<string, string | Uint8Array>([
    ["report.html", html],
    ["kpis.csv", kpisCsv(result)],
  ]);
  for (const { id, spec, svg } of charts) {
    files.set(`charts/${id}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    files.set(`charts/${id}.svg`, svg);
  }
  return files;
}

/** The resolved scenario with the seed and the number of replications that were used. */
function withOverrides(loaded: LoadedScenario, used: Scenario): string {
  const document = parseDocument(loaded.resolved);
  if (used.seed !== loaded.scenario.seed) document.set("seed", used.seed);
  if (used.replications !== loaded.scenario.replications) document.set("replications", used.replications);
  return document.toString({ lineWidth: 0 });
}

/** What is needed to run this again, and facts about the machine that do not enter the result. */
function manifest(result: ResultDocument, command: readonly string[]): string {
  const { scenario, seed, replications, strategies, timing } = result;
  return `${JSON.stringify(
    {
      format: "journeybench/manifest",
      version: 1,
      package: packageVersion(),
      scenario: { name: scenario.name, sha256: scenario.sha256, file: "scenario.yaml" },
      ...(scenario.journey === undefined ? {} : { journey: scenario.journey }),
      seed,
      replications,
      strategies: strategies.map(({ name }) => name),
      command,
      host: {
        node: process.version,
        platform: platform(),
        arch: arch(),
        cpu: cpus()[0]?.model ?? "unknown",
        cores: cpus().length,
        memoryBytes: totalmem(),
      },
      timing,
    },
    null,
    2,
  )}\n`;
}

/** The files of a finished comparison, by path inside the folder. */
export async function runFiles(
  { result, plan, outcomes, journey, policies }: Comparison,
  loaded: LoadedScenario,
  command: readonly string[],
): Promise<Map<string, string | Uint8Array>> {
  const files = await reportFiles(result);
  files.set("result.json", resultText(result));
  files.set("replications.parquet", replicationsParquet(result, plan, outcomes));
  for (const [name, text] of scenarioCopy(withOverrides(loaded, plan.scenario), journey, policies)) files.set(name, text);
  files.set("manifest.json", manifest(result, command));
  return files;
}
