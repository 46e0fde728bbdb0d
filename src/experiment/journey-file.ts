/** The journey file that a scenario names: loaded once to check it, and again by every worker. */

import { createHash } from "node:crypto";
import { dirname, extname, isAbsolute, join, resolve } from "node:path";
import { parseDocument } from "yaml";
import { JourneybenchError } from "../errors.ts";
import { type LoadedMachine, loadMachine } from "../machine-file/index.ts";
import type { LoadedScenario } from "../scenario/index.ts";
import type { BroughtJourney } from "../sim/index.ts";
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

/**
 * The scenario and its journey as files of a run's folder, by name. A journey that imports other files of its author is copied for the
 * record, and the scenario names the original, because the copy alone would not run.
 *
 * @param text - the scenario with all defaults
 */
export function scenarioCopy(text: string, journey: LoadedJourney | undefined): ReadonlyMap<string, string> {
  if (journey === undefined) return new Map([["scenario.yaml", text]]);
  const copy = `journey${extname(journey.file.path).toLowerCase()}`;
  const named = journey.imports.length === 0 ? `./${copy}` : journey.file.path;
  return new Map([
    ["scenario.yaml", withJourney(text, named)],
    [copy, journey.sourceText],
  ]);
}

/** Hash of everything that a study is made of: the scenario with all defaults, and what its journey file says instead of where it lies. */
export function studyHash({ resolved }: LoadedScenario, journey: LoadedJourney | undefined): string {
  return createHash("sha256").update(withJourney(resolved, journey?.file.sha256)).digest("hex");
}

/** The text of a scenario with another journey in it. */
function withJourney(resolved: string, journey: string | undefined): string {
  if (journey === undefined) return resolved;
  const document = parseDocument(resolved);
  document.set("journey", journey);
  return document.toString({ lineWidth: 0 });
}
