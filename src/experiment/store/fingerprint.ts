/** Which engine makes the outcomes: its code, not only its version, so that a developer's change is never answered with old results. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { packageVersion } from "../version.ts";

/** Rooms whose code decides what an outcome is. */
const ROOMS = ["journey", "kpi", "machine-file", "scenario", "sim", "stats", "strategies"];
/** What runs tasks is compiled; from the sources (tests) it is the last build. */
const BUILT = import.meta.url.endsWith(".ts") ? "../../../dist/" : "../../";

let known: string | undefined;

function scripts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Version and hash of the engine's code. */
export function engineFingerprint(): string {
  if (known !== undefined) return known;
  const root = fileURLToPath(new URL(BUILT, import.meta.url));
  const files = ROOMS.flatMap((room) => scripts(join(root, room))).map(
    (file) => [relative(root, file).split(sep).join("/"), file] as const,
  );
  const hash = createHash("sha256");
  for (const [name, file] of files.toSorted(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\n`).update(readFileSync(file));
  known = `${packageVersion()}+${hash.digest("hex").slice(0, 16)}`;
  return known;
}
