/** All files of the folder of a stress study. */

import { arch, cpus, platform, totalmem } from "node:os";
import { parseDocument } from "yaml";
import { packageVersion, scenarioCopy, type StressStudy } from "../experiment/index.ts";
import { kpiById, type StressDocument } from "../kpi/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";

/** The document as the bytes that are written and printed. */
export function stressText(document: StressDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Page and charts of a study; they need nothing else. */
export async function stressReportFiles(document: StressDocument): Promise<Map<string, string | Uint8Array>> {
  const { renderStress } = await import("../report/index.ts");
  const { html, charts } = await renderStress(document, kpiById);
  const files = new Map<string, string | Uint8Array>([["stress.html", html]]);
  for (const { id, spec, svg } of charts) {
    files.set(`charts/${id}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    files.set(`charts/${id}.svg`, svg);
  }
  return files;
}

function manifest({ scenario, seed, replications, policies, timing }: StressDocument, command: readonly string[]): string {
  const host = {
    node: process.version,
    platform: platform(),
    arch: arch(),
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memoryBytes: totalmem(),
  };
  return `${JSON.stringify(
    {
      format: "journeybench/manifest",
      version: 1,
      package: packageVersion(),
      scenario: { name: scenario.name, sha256: scenario.sha256, file: "scenario.yaml" },
      seed,
      replications,
      strategies: policies.map(({ name }) => name),
      command,
      host,
      timing,
    },
    null,
    2,
  )}\n`;
}

/** The scenario with all defaults, with the seed and the replications that were used. */
function usedScenario({ scenario }: StressStudy, loaded: LoadedScenario): string {
  const document = parseDocument(loaded.resolved);
  document.set("seed", scenario.seed);
  document.set("replications", scenario.replications);
  return document.toString({ lineWidth: 0 });
}

/** The files of a finished study, by path inside the folder. */
export async function stressFiles(
  study: StressStudy,
  loaded: LoadedScenario,
  command: readonly string[],
): Promise<Map<string, string | Uint8Array>> {
  const files = await stressReportFiles(study.document);
  files.set("stress.json", stressText(study.document));
  for (const [name, text] of scenarioCopy(usedScenario(study, loaded), study.journey, study.policies)) files.set(name, text);
  files.set("manifest.json", manifest(study.document, command));
  return files;
}
