/** A program of the author's that ends the process: whoever waits for it would hear nothing, and take that for success. */

import { isMainThread } from "node:worker_threads";
import { exitCodeOf, formatError, JourneybenchError, type Problem } from "../errors.ts";
import type { Script } from "./place-in-script.ts";
import { placeInStack } from "./script-errors.ts";

/** Stacks are as deep as the author's helpers. */
const DEEPEST = 50;

/** From where the process is ended. */
function end(): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = DEEPEST;
  const error = new Error("the process ends");
  Error.stackTraceLimit = stackTraceLimit;
  return error;
}

/** Whether one of these files ended the process. */
function isOf({ stack = "" }: Error, files: readonly string[]): boolean {
  return files.some((one) => stack.includes(one));
}

/** The process ends nevertheless, but says why, and not with success. */
function tell(error: JourneybenchError): void {
  process.stderr.write(`${formatError(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

function problemOf(script: Script, ended: Error, expected: string): { problems: [Problem] } {
  const found = "It calls process.exit().";
  return { problems: [{ file: script.file, ...placeInStack(ended, script), path: "", expected, found, message: found }] };
}

/**
 * Watches for `process.exit()` in a script or in what it imports while it is loaded. An end that comes from elsewhere (a signal, another
 * part of the program) is nobody's mistake.
 *
 * @param imports - the author's other files loaded so far
 * @returns stops watching
 */
export function watchForEnd(script: Script, imports: () => readonly string[]): () => void {
  const onExit = (): void => {
    const ended = end();
    if (!isOf(ended, [script.path, ...imports()])) return;
    const problem = problemOf(script, ended, "a program that loads");
    tell(new JourneybenchError("bad-input", `${script.file} ended the process while it was loaded:`, problem));
  };
  process.once("exit", onExit);
  return () => process.removeListener("exit", onExit);
}

/** Scripts that were loaded, by their paths, each with its files. */
const loaded = new Map<string, { readonly script: Script; readonly files: readonly string[] }>();

function onLaterExit(): void {
  const ended = end();
  const found = [...loaded.values()].find(({ files }) => isOf(ended, files));
  if (found === undefined) return;
  const problem = problemOf(found.script, ended, "a program that ends nothing but itself");
  const hint = "It would end everybody's work. Throw an Error instead.";
  tell(new JourneybenchError("failed", `${found.script.file} ended the process after it was loaded:`, { ...problem, hint }));
}

/** Watches for `process.exit()` in a script that was loaded, as long as the process lives. Of a thread that ends, others tell. */
export function watchFromNowOn(script: Script, imports: readonly string[]): void {
  if (!isMainThread) return;
  if (loaded.size === 0) process.once("exit", onLaterExit);
  loaded.set(script.path, { script, files: [script.path, ...imports] });
}
