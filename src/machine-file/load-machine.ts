/** Loads the machine of a journey file and tells what it was made of. */

import { extname, resolve } from "node:path";
import type { AnyStateMachine } from "xstate";
import { JourneybenchError } from "../errors.ts";
import { hashOf } from "./hash.ts";
import { machineOfJson } from "./json.ts";
import { bytesOf, JOURNEY, SCRIPTS, textOf } from "./read-file.ts";
import type { Taken } from "./script.ts";

/** A journey file that was read. */
export interface LoadedMachine {
  readonly machine: AnyStateMachine;
  /** The file as it was named. */
  readonly file: string;
  /** The file's text. */
  readonly sourceText: string;
  /** Absolute paths of the author's other files that it imports (nothing from `node_modules`), sorted. */
  readonly imports: readonly string[];
  /** SHA-256 of the file's bytes as hex, as `sha256sum` gives it; with imports, of the hashes of all files, this one first. */
  readonly sha256: string;
}

function ofJson(text: string, file: string): Taken<AnyStateMachine> {
  return { taken: machineOfJson(text, file), imports: [] };
}

/** The compiler for scripts is loaded with the first script. */
async function ofScript(text: string, file: string): Promise<Taken<AnyStateMachine>> {
  const { machineOfScript } = await import("./script.ts");
  return machineOfScript({ text, file, path: resolve(file) });
}

/**
 * Loads the XState v5 machine of a journey file. A `.json` file is plain data; a script (`.ts`, `.js` and their kin) is executed,
 * and exports the machine as its default, as `journey` or `machine`, or as its only machine.
 *
 * @throws JourneybenchError (`bad-input`) when the file is missing, unreadable or too large, holds mistakes (with line and column) or
 * has no XState v5 machine
 */
export async function loadMachine(file: string): Promise<LoadedMachine> {
  const ending = extname(file).toLowerCase();
  const bytes = await bytesOf(file, JOURNEY);
  if (ending !== ".json" && !SCRIPTS.has(ending)) {
    throw new JourneybenchError("bad-input", `${file} is no journey file.`, { hint: "Journey files end with .ts, .js, .mjs or .json." });
  }
  const sourceText = textOf(file, bytes);
  const { taken: machine, imports } = ending === ".json" ? ofJson(sourceText, file) : await ofScript(sourceText, file);
  return { machine, file, sourceText, imports, sha256: await hashOf(bytes, imports, JOURNEY) };
}
