/** Loads the routing policy of an author's file and tells what it was made of. */

import { extname, resolve } from "node:path";
import { JourneybenchError } from "../errors.ts";
import type { RoutingPolicy } from "../strategies/index.ts";
import { exportedPolicy } from "./exported-policy.ts";
import { guardedPolicy } from "./guarded-policy.ts";
import { hashOf } from "./hash.ts";
import { bytesOf, POLICY, SCRIPTS, textOf } from "./read-file.ts";

/** A policy file that was read. */
export interface LoadedPolicy {
  readonly policy: RoutingPolicy;
  /** The file as it was named. */
  readonly file: string;
  /** The file's text. */
  readonly sourceText: string;
  /** Absolute paths of the author's other files that it imports (nothing from `node_modules`), sorted. */
  readonly imports: readonly string[];
  /** SHA-256 of the file's bytes as hex, as `sha256sum` gives it; with imports, of the hashes of all files, this one first. */
  readonly sha256: string;
}

/**
 * Loads the routing policy of a script (`.ts`, `.js` and their kin), which is executed and exports it as its default or as `policy`.
 *
 * @throws JourneybenchError (`bad-input`) when the file is missing, unreadable or too large, is no program (with line and column) or has
 * no policy
 */
export async function loadPolicy(file: string): Promise<LoadedPolicy> {
  const bytes = await bytesOf(file, POLICY);
  if (!SCRIPTS.has(extname(file).toLowerCase())) {
    throw new JourneybenchError("bad-input", `${file} is no policy file.`, { hint: `Policy files end with ${POLICY.ending}.` });
  }
  const sourceText = textOf(file, bytes);
  // The compiler for scripts is loaded with the first script.
  const { runScript } = await import("./script.ts");
  const script = { text: sourceText, file, path: resolve(file) };
  const { taken: policy, imports } = await runScript(script, (module) => guardedPolicy(exportedPolicy(file, module), script));
  return { policy, file, sourceText, imports, sha256: await hashOf(bytes, imports, POLICY) };
}
