/** Runs a TypeScript or JavaScript file of the author's and takes what it exports. */

import { createRequire } from "node:module";
import { extname, sep } from "node:path";
import { createJiti, type Jiti } from "jiti";
import type { AnyStateMachine } from "xstate";
import { JourneybenchError } from "../errors.ts";
import { watchFromNowOn, watchForEnd } from "./ended.ts";
import { exportedMachine } from "./exported.ts";
import { importsOf } from "./imports.ts";
import { initialProblems } from "./initial-problems.ts";
import type { Script } from "./place-in-script.ts";
import { scriptError } from "./script-errors.ts";

const LONGEST_LOADING = 60_000;
const XSTATE = ["xstate", "xstate/actions", "xstate/actors", "xstate/dev", "xstate/graph", "xstate/guards"];

const require = createRequire(import.meta.url);

/** Where `xstate` and `journeybench` lie for this program: the author's file gets the same, even from a folder without either. */
function ownPackages(): Record<string, string> {
  const xstate = Object.fromEntries(XSTATE.map((name) => [name, require.resolve(name)]));
  return { ...xstate, journeybench: require.resolve("journeybench") };
}

function loader(path: string): Jiti {
  return createJiti(path, {
    alias: ownPackages(),
    // Only Node's own loader gives these packages once per program; jiti would make copies, whose classes are others.
    nativeModules: ["xstate", "journeybench"],
    fsCache: false,
    interopDefault: false,
    sourceMaps: false,
  });
}

function isAuthors(file: string): boolean {
  return !file.includes(`${sep}node_modules${sep}`);
}

/** Waits for a program that may never end to load. */
async function inTime<T>(file: string, loading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = new JourneybenchError("bad-input", `${file} has not finished loading after ${LONGEST_LOADING / 1000} s.`, {
      hint: "Look for an `await` that waits for ever.",
    });
    timer = setTimeout(() => reject(error), LONGEST_LOADING);
  });
  return Promise.race([loading, late]).finally(() => clearTimeout(timer));
}

/** What an author's file gives, and the author's files that it imports. */
export interface Taken<T> {
  readonly taken: T;
  readonly imports: readonly string[];
}

/**
 * Runs a script and takes what is wanted from its exports. Every call reads it and what it imports anew, so that an edited file counts.
 *
 * @throws JourneybenchError (`bad-input`) with file, line and column of a mistake
 */
export async function runScript<T>(script: Script, take: (module: unknown) => T): Promise<Taken<T>> {
  const { text, file, path } = script;
  const jiti = loader(path);
  const before = new Set(Object.keys(jiti.cache));
  const own = (): string[] => Object.keys(jiti.cache).filter((one) => !before.has(one) && isAuthors(one));
  const stopWatching = watchForEnd(script, own);
  try {
    const loading = jiti.evalModule(text, { filename: path, ext: extname(path), async: true, forceTranspile: true }) as Promise<unknown>;
    const taken = take(await inTime(file, loading));
    const imports = await importsOf(jiti, text, path);
    watchFromNowOn(script, imports);
    return { taken, imports };
  } catch (error) {
    throw error instanceof JourneybenchError ? error : scriptError(error, script);
  } finally {
    stopWatching();
    for (const one of own()) delete jiti.cache[one];
  }
}

/**
 * The machine of a script.
 *
 * @throws JourneybenchError (`bad-input`) with file, line and column of a mistake
 */
export async function machineOfScript(script: Script): Promise<Taken<AnyStateMachine>> {
  return runScript(script, (module) => {
    const machine = exportedMachine(script.file, module);
    const problems = initialProblems(machine, script);
    if (problems.length > 0) throw new JourneybenchError("bad-input", `${script.file} has a mistake in its machine:`, { problems });
    return machine;
  });
}
