/** A run's folder: written under a temporary name and renamed, so that a reader never sees half a run. */

import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { JourneybenchError } from "../errors.ts";

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

function parentOf(folder: string): string {
  let parent = dirname(resolve(folder));
  while (!existsSync(parent)) parent = dirname(parent);
  return parent;
}

/**
 * Checks, before anything runs, that a run may be written here: the place is writable, and what is there is an earlier run or
 * an empty folder.
 *
 * @throws JourneybenchError `bad-input`
 */
export function checkRunFolder(folder: string): void {
  const parent = parentOf(folder);
  try {
    accessSync(parent, constants.W_OK);
  } catch (error) {
    throw new JourneybenchError("bad-input", `${folder} cannot be written: ${parent} is not writable.`, {
      hint: "Choose another folder with --out.",
      cause: error,
    });
  }
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new JourneybenchError("bad-input", `${folder} is a file, not a folder.`, { hint: "Choose another folder with --out." });
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, MANIFEST))) {
    throw new JourneybenchError("bad-input", `${folder} holds other files and would be replaced.`, {
      hint: "Choose an empty or a new folder with --out.",
    });
  }
}

/** Writes all files of a run (paths relative to the folder) and puts them in place of an earlier run. */
export function writeRunFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  checkRunFolder(folder);
  const fresh = `${folder}.writing-${process.pid}`;
  const old = `${folder}.old-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  for (const [path, content] of files) {
    const target = join(fresh, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
  const replaces = existsSync(folder);
  if (replaces) renameSync(folder, old);
  renameSync(fresh, folder);
  if (replaces) rmSync(old, { recursive: true, force: true });
}
