/** What went wrong while an author's program was loaded, as a sentence with file, line and column. */

import { fileURLToPath } from "node:url";
import { JourneybenchError, type Problem } from "../errors.ts";
import { nearest } from "../scenario/index.ts";
import { authorsLine } from "./authors-line.ts";
import { type Place, placeOfName, type Script } from "./place-in-script.ts";

/** jiti's words for a mistake in the syntax: `ParseError: reason \n file:line:column`, columns from 0. */
const PARSE_ERROR = /^ParseError: (?<reason>.*?)\s*\n (?<file>.*):(?<line>\d+):(?<column>\d+)$/su;
const FRAME = /\(?(?<file>(?:file:\/\/)?[^()\s][^()]*?):(?<line>\d+):(?<column>\d+)\)?$/u;
const MISSING_MODULE = /^Cannot find (?:module|package) '(?<name>[^']+)'/u;
const MISSING_STATE = /Child state '(?<name>[^']+)' does not exist|Child state node '#?(?<id>[^']+)' does not exist/u;
const NO_FUNCTION = /\(0 ?, _\w+\.(?<name>\w+)\) is not a function/u;

/** The innermost place in the author's script that a stack names, as its author wrote it. */
export function placeInStack(error: Error, script: Script): Place | undefined {
  for (const line of (error.stack ?? "").split("\n")) {
    const found = FRAME.exec(line.trim().replace(/^at (?:.* )?(?=\(|\/|file:|[A-Za-z]:\\)/u, ""))?.groups;
    if (found?.["file"] === undefined || found["file"].startsWith("node:") || found["file"].includes("node_modules")) continue;
    const where = found["file"].startsWith("file:") ? fileURLToPath(found["file"]) : found["file"];
    if (where === script.path) return { file: script.file, line: authorsLine(script, Number(found["line"]), Number(found["column"])) };
  }
  return undefined;
}

/** All keys of objects in a program, as a guess at the names of its states. */
function keysOf(text: string): string[] {
  return [...text.matchAll(/(?:([\p{L}_$][\p{L}\p{N}_$-]*)|["']([^"'\n]+)["'])\s*:/gu)].map(([, plain, quoted]) => plain ?? quoted ?? "");
}

function refused(
  message: string,
  script: Script,
  place: Place | undefined,
  more: { hint?: string; cause: unknown; found: string },
): JourneybenchError {
  const { hint, cause, found } = more;
  const problem: Problem = { file: script.file, ...place, path: "", expected: "a program that loads", found, message: found };
  return new JourneybenchError("bad-input", message, { problems: [problem], ...(hint === undefined ? {} : { hint }), cause });
}

function syntaxError(error: Error, script: Script): JourneybenchError | undefined {
  const found = PARSE_ERROR.exec(error.message)?.groups;
  if (found === undefined) return undefined;
  const file = found["file"] === script.path ? script.file : (found["file"] ?? script.file);
  const place = { file, line: Number(found["line"]), column: Number(found["column"]) + 1 };
  const reason = (found["reason"] ?? "").replace(/\.$/u, "");
  return refused(`${file} is not valid ${/[jJ]s$/u.test(file) ? "JavaScript" : "TypeScript"}:`, script, place, {
    cause: error,
    found: `${reason}.`,
  });
}

function missingModule(error: Error, script: Script): JourneybenchError | undefined {
  const name = MISSING_MODULE.exec(error.message)?.groups?.["name"];
  if (name === undefined) return undefined;
  const hint = /^[./]/u.test(name) ? "Check the path." : "Install it beside this file. `xstate` and `journeybench` are always there.";
  return refused(`${script.file} imports what is not there:`, script, placeOfName(name, script), {
    hint,
    cause: error,
    found: `There is no module "${name}".`,
  });
}

function missingState(error: Error, script: Script): JourneybenchError | undefined {
  const groups = MISSING_STATE.exec(error.message)?.groups;
  const name = groups?.["name"] ?? groups?.["id"];
  if (name === undefined) return undefined;
  const near = nearest(name.split(".").at(-1) ?? name, new Set(keysOf(script.text)));
  const suggestion = near === undefined ? "" : ` Did you mean "${near}"?`;
  const place = placeOfName(name, script) ?? placeInStack(error, script);
  return refused(`${script.file} has a mistake in its machine:`, script, place, {
    hint: "A target is a sibling (name), a child (.name) or an id (#id).",
    cause: error,
    found: `${error.message.replaceAll(/\s*\n\s*/gu, " ")}.${suggestion}`,
  });
}

/** An exception of an author's program as the error that people see. */
export function scriptError(error: unknown, script: Script): JourneybenchError {
  if (!(error instanceof Error)) {
    return refused(`${script.file} cannot be loaded:`, script, undefined, { cause: error, found: `It throws ${String(error)}.` });
  }
  const known = syntaxError(error, script) ?? missingModule(error, script) ?? missingState(error, script);
  if (known !== undefined) return known;
  const unknown = NO_FUNCTION.exec(error.message)?.groups?.["name"];
  const found =
    unknown === undefined
      ? `${error.name}: ${error.message.replaceAll(/\s*\n\s*/gu, " ")}`
      : `What it imports has no function "${unknown}".`;
  return refused(`${script.file} cannot be loaded:`, script, placeInStack(error, script), { cause: error, found });
}
