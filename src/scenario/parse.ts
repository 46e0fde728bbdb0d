/** From the text of a scenario file to a valid scenario, or to all that is wrong with it. Runs in a browser too. */

import { JourneybenchError, type Problem } from "../errors.ts";
import { type Assumption, assumptions } from "./assumptions.ts";
import { type Format, type ReadFile, readText } from "./document/read.ts";
import type { Finding } from "./problems/finding.ts";
import { expectedWords, fromIssues } from "./problems/from-issues.ts";
import { problemsOf } from "./problems/place.ts";
import { within } from "./path.ts";
import { referenceFindings } from "./references/index.ts";
import { resolvedText } from "./resolved.ts";
import { type Scenario, type ScenarioInput, scenarioSchema } from "./schema/index.ts";
import { deepFreeze, isMap } from "./value.ts";

/** A scenario that was read and found valid. */
export interface LoadedScenario {
  /** The file as errors call it; paths in it are relative to its folder. */
  readonly fileName: string;
  /** As the engine reads it: defaults filled in, units resolved, frozen. */
  readonly scenario: Scenario;
  /** As it was written. */
  readonly input: ScenarioInput;
  /** Every parameter with its source. */
  readonly assumptions: readonly Assumption[];
  /** The scenario as YAML text, with all defaults written out. */
  readonly resolved: string;
}

export interface ParseOptions {
  /** What the file is called in errors. */
  readonly fileName: string;
  /** Left out: JSON when the name ends with `.json`, else YAML. */
  readonly format?: Format;
  /** KPI ids that `expect` may name; left out: not checked. */
  readonly knownKpis?: readonly string[];
}

/**
 * The input with a misspelt part under its right name, so that one slip at the top does not make every name inside it unknown.
 * Findings inside such a part are left out: it is not looked at until its name is right.
 */
function withPartsRenamed(input: unknown, findings: readonly Finding[]): { renamed: unknown; hidden: ReadonlySet<string> } {
  const hidden = new Set<string>();
  if (!isMap(input)) return { renamed: input, hidden };
  const renamed: Record<string, unknown> = { ...input };
  for (const { path, suggestion } of findings) {
    const [key] = path;
    if (path.length !== 1 || typeof key !== "string" || suggestion === undefined || Object.hasOwn(renamed, suggestion)) continue;
    renamed[suggestion] = input[key];
    hidden.add(suggestion);
  }
  return { renamed, hidden };
}

function findingsOf(input: unknown, schemaFindings: readonly Finding[], knownKpis: readonly string[] | undefined): Finding[] {
  if (!isMap(input)) return [...schemaFindings];
  const { renamed, hidden } = withPartsRenamed(input, schemaFindings);
  const further = referenceFindings(renamed, knownKpis).filter(
    ({ path }) => !hidden.has(String(path[0])) && !schemaFindings.some((finding) => finding.path.length > 0 && within(path, finding.path)),
  );
  return [...schemaFindings, ...further];
}

function refused(fileName: string, problems: readonly Problem[]): JourneybenchError {
  const many = problems.length === 1 ? "a mistake" : `${problems.length} mistakes`;
  return new JourneybenchError("bad-input", `${fileName} has ${many}:`, { problems });
}

function valid(file: ReadFile, { fileName, knownKpis }: ParseOptions): Scenario {
  const parsed = scenarioSchema.safeParse(file.value, { error: expectedWords });
  const schemaFindings = parsed.success ? [] : fromIssues(scenarioSchema, file.value, parsed.error.issues);
  const findings = [...file.findings, ...findingsOf(file.value, schemaFindings, knownKpis)];
  if (parsed.success && findings.length === 0) return deepFreeze(parsed.data);
  throw refused(fileName, problemsOf(file, fileName, findings));
}

/**
 * Parses and checks the text of a scenario file.
 *
 * Throws JourneybenchError (`bad-input`) with all problems of the file in its order, each with line and column.
 */
export function parseScenario(text: string, options: ParseOptions): LoadedScenario {
  const format = options.format ?? (options.fileName.toLowerCase().endsWith(".json") ? "json" : "yaml");
  const file = readText(text.replace(/^\uFEFF/, ""), format);
  if (!file.readable) throw refused(options.fileName, problemsOf(file, options.fileName, file.findings));
  const scenario = valid(file, options);
  return {
    fileName: options.fileName,
    scenario,
    input: file.value as ScenarioInput,
    assumptions: assumptions(scenarioSchema, file.value, file.comment),
    resolved: resolvedText(scenarioSchema, file.value, file.comment),
  };
}
