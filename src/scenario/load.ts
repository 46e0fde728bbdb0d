/** Loads scenario files from the disk: the only file of this folder that needs Node. */

import { type Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { JourneybenchError } from "../errors.ts";
import { type CountsPlace, countsPlaces, type CountsRead, type RecordedCounts } from "./counts-in.ts";
import { readText } from "./document/read.ts";
import { formatOf, type LoadedScenario, parseScenario } from "./parse.ts";
import { nearest, oneOf } from "./problems/nearest.ts";
import { recordedCounts } from "./recorded-counts.ts";

const LARGEST = 5_000_000;
const LARGEST_TABLE = 50_000_000;
const SCENARIO_FILE = /\.(ya?ml|json)$/i;
const BUNDLED_NAME = /^[a-z0-9][a-z0-9-]*$/;

/** The folder of the scenarios that come with the package; the same from `src/` and from `dist/`. */
const BUNDLED = fileURLToPath(new URL("../../scenarios/", import.meta.url));

export interface LoadOptions {
  /** KPI ids that `expect` may name; left out: not checked. */
  readonly knownKpis?: readonly string[];
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

async function scenarioFiles(folder: string): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !entry.isDirectory() && SCENARIO_FILE.test(entry.name)).map((entry) => entry.name);
}

/** Names of the scenarios that come with the package, sorted. */
export async function bundledScenarios(): Promise<string[]> {
  const files = await scenarioFiles(BUNDLED);
  return files
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.slice(0, -".yaml".length))
    .toSorted();
}

async function missing(path: string): Promise<JourneybenchError> {
  const folder = dirname(path);
  const files = await scenarioFiles(folder);
  const bundled = await bundledScenarios();
  const near = nearest(basename(path), files) ?? nearest(basename(path).replace(SCENARIO_FILE, ""), bundled);
  const suggestion = near === undefined ? "" : `Did you mean "${files.includes(near) ? join(folder, near) : near}"? `;
  const known = bundled.length === 0 ? "" : `Scenarios that come with journeybench: ${oneOf(bundled)}. `;
  const hint = `${suggestion}${known}\`journeybench init\` writes a new scenario.`;
  return new JourneybenchError("bad-input", `There is no file ${path}.`, { hint });
}

async function unreadable(path: string, error: unknown): Promise<JourneybenchError> {
  const code = errorCode(error);
  if (code === "ENOENT" || code === "ENOTDIR") return missing(path);
  if (code === "EACCES" || code === "EPERM") {
    return new JourneybenchError("bad-input", `${path} may not be read.`, { hint: "Check its permissions.", cause: error });
  }
  return new JourneybenchError("bad-input", `${path} cannot be read${code === "" ? "" : ` (${code})`}.`, { cause: error });
}

async function folderError(path: string): Promise<JourneybenchError> {
  const files = await scenarioFiles(path);
  const hint =
    files.length === 0 ? "Name a scenario file." : `Name a file in it: ${oneOf(files.slice(0, 5).map((file) => join(path, file)))}.`;
  return new JourneybenchError("bad-input", `${path} is a folder, not a scenario file.`, { hint });
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new JourneybenchError("bad-input", `${path} is not a text in UTF-8.`, { hint: "Save it as UTF-8.", cause: error });
  }
}

async function textOf(path: string): Promise<string> {
  const facts = await stat(path);
  if (facts.isDirectory()) throw await folderError(path);
  if (!facts.isFile()) throw new JourneybenchError("bad-input", `${path} is not a file.`);
  if (facts.size > LARGEST) {
    throw new JourneybenchError("bad-input", `${path} is larger than 5 MB.`, { hint: "A scenario holds parameters, not data." });
  }
  return decoded(path, await readFile(path));
}

/** The text of a scenario of the package, when `path` is its name and no file. */
async function bundledText(path: string): Promise<{ readonly file: string; readonly text: string } | undefined> {
  if (!BUNDLED_NAME.test(path)) return undefined;
  const isFile = await stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );
  if (isFile) return undefined;
  const file = join(BUNDLED, `${path}.yaml`);
  return textOf(file).then(
    (text) => ({ file, text }),
    () => undefined,
  );
}

async function found(path: string): Promise<{ readonly file: string; readonly text: string }> {
  const bundled = await bundledText(path);
  if (bundled !== undefined) return bundled;
  try {
    return { file: path, text: await textOf(path) };
  } catch (error) {
    throw error instanceof JourneybenchError ? error : await unreadable(path, error);
  }
}

/** Why a file with counts cannot be read. */
async function noTable(place: CountsPlace, path: string, error: unknown): Promise<RecordedCounts> {
  const expected = "a CSV file that can be read, its path relative to the scenario file";
  if (errorCode(error) !== "ENOENT") {
    const reason = error instanceof JourneybenchError ? error.message : `${path}: ${errorCode(error)}`;
    return { at: "file", expected, found: reason.replace(/\.$/, "") };
  }
  const names = await readdir(dirname(path)).catch((): string[] => []);
  const near = nearest(basename(path), names);
  const suggestion = near === undefined ? undefined : `${place.file.slice(0, place.file.length - basename(place.file).length)}${near}`;
  return { at: "file", expected, found: `no file ${path}`, suggestion };
}

async function readCounts(place: CountsPlace, folder: string): Promise<RecordedCounts> {
  const path = isAbsolute(place.file) ? place.file : join(folder, place.file);
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw new JourneybenchError("bad-input", `${path} is not a file.`);
    if (facts.size > LARGEST_TABLE) throw new JourneybenchError("bad-input", `${path} is larger than 50 MB.`);
    return recordedCounts(decoded(path, await readFile(path)), path, place.column);
  } catch (error) {
    return noTable(place, path, error);
  }
}

/** Reads the files with counts that a scenario names. A text that cannot be read names none: its mistakes are told later. */
async function countsOf(text: string, file: string): Promise<CountsRead> {
  if (!text.includes("counts")) return new Map();
  const read = readText(text.replace(/^\uFEFF/, ""), formatOf(file));
  const places = read.readable ? countsPlaces(read.value) : [];
  return new Map(await Promise.all(places.map(async (place) => [place.path.join("\n"), await readCounts(place, dirname(file))] as const)));
}

/**
 * Loads a scenario file, or a scenario that comes with the package when `path` is its name (`retail`) and no such file exists.
 *
 * Recorded counts are read from their CSV files and become numbers of the scenario.
 *
 * Throws JourneybenchError (`bad-input`) when the file is missing, unreadable, larger than 5 MB or wrong.
 */
export async function loadScenario(path: string, options: LoadOptions = {}): Promise<LoadedScenario> {
  const { file, text } = await found(path);
  return parseScenario(text, { ...options, fileName: file, counts: await countsOf(text, file) });
}
