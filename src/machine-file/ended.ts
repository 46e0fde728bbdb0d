/** A program of the author's that ends the process while it is loaded: whoever waits for it would hear nothing, and take that for success. */

import { exitCodeOf, formatError, JourneybenchError } from "../errors.ts";
import type { Place, Script } from "./place-in-script.ts";

/** Stacks are as deep as the author's helpers. */
const DEEPEST = 50;

/** From where the process was ended. */
function stackOfEnd(): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = DEEPEST;
  const { stack = "" } = new Error("the process ends");
  Error.stackTraceLimit = stackTraceLimit;
  return stack;
}

/** Where the call stands, if the text has one such call: loading moves lines. */
function placeOfCall({ file, text }: Script): Place | undefined {
  const lines = text.split("\n").flatMap((line, index) => (/\bexit\s*\(/u.test(line) ? [index + 1] : []));
  const [only] = lines;
  return lines.length === 1 && only !== undefined ? { file, line: only } : undefined;
}

function errorOf(script: Script): JourneybenchError {
  const { file } = script;
  const found = "It calls process.exit().";
  const problem = { file, ...placeOfCall(script), path: "", expected: "a program that loads", found, message: found };
  return new JourneybenchError("bad-input", `${file} ended the process while it was loaded:`, { problems: [problem] });
}

/**
 * Watches for `process.exit()` in a script or in what it imports: the process ends nevertheless, but says why, and not with success. An end
 * that comes from elsewhere (a signal, another part of the program) is nobody's mistake.
 *
 * @param imports - the author's other files loaded so far
 * @returns stops watching
 */
export function watchForEnd(script: Script, imports: () => readonly string[]): () => void {
  const onExit = (): void => {
    const stack = stackOfEnd();
    if (![script.path, ...imports()].some((one) => stack.includes(one))) return;
    const error = errorOf(script);
    process.stderr.write(`${formatError(error)}\n`);
    process.exitCode = exitCodeOf(error);
  };
  process.once("exit", onExit);
  return () => process.removeListener("exit", onExit);
}
