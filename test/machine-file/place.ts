/** Files for the tests of the loader. */

import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type JourneybenchError } from "../../src/errors.ts";
import { loadMachine } from "../../src/machine-file/index.ts";

/** Writes files into a new folder far from this project; gives the path of the first. */
export function place(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "journey-file-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, Object.keys(files)[0] ?? "");
}

/** The error that loading a file ends with. */
export async function errorOf(file: string): Promise<JourneybenchError> {
  return loadMachine(file).then(
    () => {
      throw new Error("the file was loaded");
    },
    (error: unknown) => error as JourneybenchError,
  );
}

/** One line per problem: `line:column path: message`. */
export function problemLines(error: JourneybenchError): string[] {
  return error.problems.map(
    ({ line, column, path, message }) => `${line ?? "?"}:${column ?? "?"} ${path === "" ? "" : `${path}: `}${message}`,
  );
}
