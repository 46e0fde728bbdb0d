/** Folders are made one by one. */

import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those around it that are missing. Not by Node's `recursive`, which never ends where a folder that is there takes none
 * (`/proc` says of what is to be made there that it does not exist).
 *
 * @throws Error of the file system, with its `code`
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}
