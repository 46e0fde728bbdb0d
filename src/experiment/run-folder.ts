/** A run's folder: written under a temporary name and renamed, so that a reader never sees half a run. */

import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { JourneybenchError } from "../errors.ts";
import { makeFolder } from "./store/make-folder.ts";
import { writing } from "./store/writing.ts";
import { isStoreEntry } from "./store/outcome-store.ts";

const MANIFEST = "manifest.json";

/** A text as part of a folder's name; what was changed for that leaves a trace, so that two texts never share a folder. */
function slug(text: string): string {
  const safe = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
  const trace = createHash("sha256").update(text).digest("hex").slice(0, 8);
  return safe === text ? safe : [safe, trace].filter((part) => part !== "").join("-");
}

/** `reports/<scenario>-<seed>` in the working directory. */
export function defaultRunFolder(scenario: string, seed: string): string {
  return join("reports", `${slug(scenario)}-${slug(seed)}`);
}

/** What a run's folder may hold; anything else is somebody's own and is never removed. */
const OWN_FILES = new Set([
  MANIFEST,
  "report.html",
  "result.json",
  "kpis.csv",
  "replications.parquet",
  "scenario.yaml",
  "charts",
  "stress.html",
  "stress.json",
  "select.html",
  "select.json",
  "sensitivity.html",
  "sensitivity.json",
  "sensitivity.csv",
  "sweep.html",
  "sweep.json",
  "sweep.csv",
  "twin.html",
  "twin.json",
]);
const OWN_JOURNEY = /^journey\.(?:[cm]?[jt]s|json)$/;
const OWN_POLICY = /^policy(?:-[0-9]+)?\.[cm]?[jt]s$/;
const OWN_CHART = /^[a-z0-9-]+\.(?:svg|vl\.json)$/;

/** The folder beside a run's folder in which its outcomes are kept: the same study again computes only what is missing. */
export function outcomesFolder(folder: string): string {
  return `${resolve(folder)}.outcomes`;
}

function refuse(folder: string, reason: string, hint: string, cause?: unknown): never {
  throw new JourneybenchError("bad-input", `${folder} ${reason}`, { hint, cause });
}

/** Whether a folder's manifest is that of a run. */
function isRun(folder: string): boolean {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, MANIFEST), "utf8"));
    return typeof manifest === "object" && manifest !== null && "format" in manifest && manifest.format === "journeybench/manifest";
  } catch {
    return false;
  }
}

/** Files in a folder that no run has written. */
function foreignFiles(folder: string): string[] {
  const top = readdirSync(folder).filter((file) => !OWN_FILES.has(file) && !OWN_JOURNEY.test(file) && !OWN_POLICY.test(file));
  const charts = join(folder, "charts");
  const inside = existsSync(charts) && statSync(charts).isDirectory() ? readdirSync(charts).filter((file) => !OWN_CHART.test(file)) : [];
  return [...top, ...inside.map((file) => join("charts", file))];
}

function checkPlace(folder: string): void {
  const place = resolve(folder);
  const here = process.cwd();
  if (here === place || here.startsWith(`${place}${sep}`))
    refuse(folder, "is the working directory or holds it.", "Name a folder inside it with --out.");
  // Nothing is left there yet: what follows may still find a mistake.
  let parent = dirname(place);
  while (!existsSync(parent)) parent = dirname(parent);
  try {
    if (!statSync(parent).isDirectory()) throw new Error(`${parent} is a file`);
    // Permissions do not tell all: some places (/proc) take no folders from anybody.
    rmdirSync(mkdtempSync(join(parent, ".journeybench-")));
  } catch (error) {
    refuse(folder, `cannot be written: ${parent} is not a folder that can be written.`, "Choose another folder with --out.", error);
  }
}

/**
 * Checks, before anything runs, that a run may be written here: the place is writable, and what is there is an earlier run with
 * nothing else in it, or an empty folder. The same for the folder beside it with its outcomes.
 *
 * @throws JourneybenchError `bad-input`
 */
export function checkRunFolder(folder: string): void {
  checkPlace(folder);
  const outcomes = outcomesFolder(folder);
  const strange = existsSync(outcomes) ? readdirSync(outcomes).find((entry) => !isStoreEntry(entry)) : undefined;
  if (strange !== undefined) {
    refuse(outcomes, `is where outcomes are kept, but holds ${strange}.`, "Move it, or choose another folder with --out.");
  }
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) refuse(folder, "is a file, not a folder.", "Choose another folder with --out.");
  if (readdirSync(folder).length === 0) return;
  const foreign = isRun(folder) ? foreignFiles(folder) : readdirSync(folder);
  if (foreign.length > 0) {
    refuse(
      folder,
      `holds other files (${foreign.slice(0, 3).join(", ")}) and would be replaced.`,
      "Choose an empty or a new folder with --out.",
    );
  }
}

/** Writes all files of a run (paths relative to the folder) and puts them in place of an earlier run. */
export function writeRunFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  checkRunFolder(folder);
  const place = resolve(folder);
  const fresh = `${place}.writing-${process.pid}`;
  const old = `${place}.old-${process.pid}`;
  const replaces = existsSync(place);
  try {
    writing(place, () => {
      rmSync(fresh, { recursive: true, force: true });
      for (const [path, content] of files) {
        const target = join(fresh, path);
        makeFolder(dirname(target));
        writeFileSync(target, content);
      }
      if (replaces) renameSync(place, old);
      renameSync(fresh, place);
    });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  if (replaces) rmSync(old, { recursive: true, force: true });
}
