/** From the text of a scenario file to a valid scenario, or to all that is wrong with it. Runs in a browser too. */

import { JourneybenchError, type Problem } from "../errors.ts";
import { type Assumption, assumptions } from "./assumptions.ts";
import { type CountsRead, withCounts } from "./counts-in.ts";
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
  /** As it was written; counts of files are numbers. */
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
  /** Counts that were read from files, see `countsPlaces`; left out: a scenario that names such files is refused. */
  readonly counts?: CountsRead;
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

/** A valid scenario, and the input with the counts of its files in it. */
interface Valid {
  readonly scenario: Scenario;
  readonly input: unknown;
}

function valid(file: ReadFile, { fileName, knownKpis, counts = new Map() }: ParseOptions): Valid {
  const { value: input, findings: aboutFiles, problems } = withCounts(file.value, counts);
  const parsed = scenarioSchema.safeParse(input, { error: expectedWords });
  const schemaFindings = parsed.success ? [] : fromIssues(scenarioSchema, input, parsed.error.issues);
  const findings = [...file.findings, ...findingsOf(input, schemaFindings, knownKpis), ...aboutFiles];
  if (parsed.success && findings.length + problems.length === 0) return { scenario: deepFreeze(parsed.data), input };
  throw refused(fileName, [...problemsOf(file, fileName, findings), ...problems]);
}

/**
 * The scenario of a value as a file could hold it, for studies that try thousands.
 *
 * @returns undefined when something is wrong with it; `parseScenario` of its text says what
 */
export function scenarioOf(input: unknown): Scenario | undefined {
  const parsed = scenarioSchema.safeParse(input);
  return parsed.success && findingsOf(input, [], undefined).length === 0 ? deepFreeze(parsed.data) : undefined;
}

/** The format that a file's name tells. */
export function formatOf(fileName: string): Format {
  return fileName.toLowerCase().endsWith(".json") ? "json" : "yaml";
}

/**
 * Parses and checks the text of a scenario file.
 *
 * Throws JourneybenchError (`bad-input`) with all problems of the file in its order, each with line and column.
 */
export function parseScenario(text: string, options: ParseOptions): LoadedScenario {
  const format = options.format ?? formatOf(options.fileName);
  const file = readText(text.replace(/^\uFEFF/, ""), format);
  if (!file.readable) throw refused(options.fileName, problemsOf(file, options.fileName, file.findings));
  const { scenario, input } = valid(file, options);
  return {
    fileName: options.fileName,
    scenario,
    input: input as ScenarioInput,
    assumptions: assumptions(scenarioSchema, input, file.comment),
    resolved: resolvedText(scenarioSchema, input, file.comment),
  };
}
