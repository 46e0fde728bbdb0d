/** The journey file that a scenario names: loaded once to check it, and again by every worker. */

import { createHash } from "node:crypto";
import { dirname, extname, isAbsolute, join, resolve } from "node:path";
import { parseDocument } from "yaml";
import { JourneybenchError } from "../errors.ts";
import { type LoadedMachine, loadMachine } from "../machine-file/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import type { BroughtJourney } from "../sim/index.ts";
import { type LoadedPolicyFile, withPolicies } from "./policy-files.ts";
import type { JourneyFile } from "./task.ts";

/** A journey that was loaded: for the plan, for the workers, for the run's folder. */
export interface LoadedJourney {
  readonly brought: BroughtJourney;
  readonly file: JourneyFile;
  readonly sourceText: string;
  /** Absolute paths of further files that it imports. */
  readonly imports: readonly string[];
}

function loadedFrom({ machine, sha256, sourceText, imports }: LoadedMachine, fileName: string): LoadedJourney {
  const brought = { machine, fileName, ...(extname(fileName).toLowerCase() === ".json" ? { json: sourceText } : {}) };
  return { brought, file: { path: resolve(fileName), fileName, sha256 }, sourceText, imports };
}

/**
 * Loads the journey of a scenario; its path is relative to the scenario file. Undefined when the scenario has the bundled journey.
 *
 * @throws JourneybenchError `bad-input`
 */
export async function loadJourney({ scenario, fileName }: LoadedScenario): Promise<LoadedJourney | undefined> {
  if (scenario.journey === undefined) return undefined;
  const file = isAbsolute(scenario.journey) ? scenario.journey : join(dirname(fileName), scenario.journey);
  return loadedFrom(await loadMachine(file), file);
}

/**
 * Loads the journey of a task where the task runs.
 *
 * @throws JourneybenchError `bad-input` when the file is no longer the one that the run began with
 */
export async function journeyOfTask(journey: JourneyFile | undefined): Promise<BroughtJourney | undefined> {
  if (journey === undefined) return undefined;
  const { machine, sha256 } = await loadMachine(journey.path);
  if (sha256 !== journey.sha256) {
    throw new JourneybenchError("bad-input", `${journey.fileName} was changed while the run was under way.`, {
      hint: "Run the comparison again.",
    });
  }
  return { machine, fileName: journey.fileName };
}

/** The text of a scenario with another journey in it. */
function withJourney(resolved: string, journey: string | undefined): string {
  if (journey === undefined) return resolved;
  const document = parseDocument(resolved);
  document.set("journey", journey);
  return document.toString({ lineWidth: 0 });
}

/** The name under which a policy file is copied into a run's folder. */
function copyOf(policy: LoadedPolicyFile, row: number): string {
  return `policy${row === 0 ? "" : `-${row + 1}`}${extname(policy.file.path).toLowerCase()}`;
}

/** What the copied scenario calls a file: the copy, or the original when that imports other files, because the copy alone would not run. */
function calledInCopy(copy: string, { imports, file }: Pick<LoadedJourney, "imports" | "file">): string {
  return imports.length === 0 ? `./${copy}` : file.path;
}

/**
 * The scenario, its journey and its routing policies as files of a run's folder, by name. A file that imports other files of its author is
 * copied for the record, and the scenario names the original.
 *
 * @param text - the scenario with all defaults
 */
export function scenarioCopy(
  text: string,
  journey: LoadedJourney | undefined,
  policies: readonly LoadedPolicyFile[] = [],
): ReadonlyMap<string, string> {
  const called = new Map(policies.map((policy, row) => [policy.file.named, calledInCopy(copyOf(policy, row), policy)]));
  const copied = withPolicies(text, called);
  const copies = policies.map((policy, row) => [copyOf(policy, row), policy.sourceText] as const);
  if (journey === undefined) return new Map([["scenario.yaml", copied], ...copies]);
  const copy = `journey${extname(journey.file.path).toLowerCase()}`;
  return new Map([["scenario.yaml", withJourney(copied, calledInCopy(copy, journey))], [copy, journey.sourceText], ...copies]);
}

/**
 * Hash of everything that a study is made of: the scenario with all defaults, and what its journey and its routing policies say instead
 * of where they lie.
 */
export function studyHash(
  { resolved }: LoadedScenario,
  journey: LoadedJourney | undefined,
  policies: readonly LoadedPolicyFile[] = [],
): string {
  const hashes = new Map(policies.map(({ file }) => [file.named, file.sha256]));
  const text = withPolicies(withJourney(resolved, journey?.file.sha256), hashes);
  return createHash("sha256").update(text).digest("hex");
}
