/** What the folders of all studies have in common: document, page with charts, scenario as it was used, manifest. */

import { arch, cpus, platform, totalmem } from "node:os";
import { parseDocument } from "yaml";
import { type LoadedJourney, type LoadedPolicyFile, packageVersion, scenarioCopy } from "../experiment/index.ts";
import type { RenderedReport } from "../report/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";

/** A document as the bytes that are written and printed. */
export function documentText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** A page and its charts by path inside the folder. */
export function pageFiles(page: string, { html, charts }: RenderedReport): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>([[page, html]]);
  for (const { id, spec, svg } of charts) {
    files.set(`charts/${id}.vl.json`, documentText(spec));
    files.set(`charts/${id}.svg`, svg);
  }
  return files;
}

/** The scenario with all defaults and with what the command changed, and the files of its author. */
export function scenarioFiles(
  loaded: LoadedScenario,
  { journey, policies }: { readonly journey: LoadedJourney | undefined; readonly policies: readonly LoadedPolicyFile[] },
  used: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const document = parseDocument(loaded.resolved);
  for (const [key, value] of Object.entries(used)) document.set(key, value);
  return scenarioCopy(document.toString({ lineWidth: 0 }), journey, policies);
}

/** What is needed to run a study again, and facts about the machine that do not enter its document. */
export function studyManifest(
  scenario: { readonly name: string; readonly sha256: string },
  facts: Readonly<Record<string, unknown>>,
  command: readonly string[],
): string {
  const host = {
    node: process.version,
    platform: platform(),
    arch: arch(),
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    memoryBytes: totalmem(),
  };
  return documentText({
    format: "journeybench/manifest",
    version: 1,
    package: packageVersion(),
    scenario: { name: scenario.name, sha256: scenario.sha256, file: "scenario.yaml" },
    ...facts,
    command,
    host,
  });
}
