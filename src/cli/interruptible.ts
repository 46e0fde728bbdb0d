/** Runs a study with progress; Ctrl-C stops it in order and says how to go on. */

import type { Command } from "commander";
import { JourneybenchError } from "../errors.ts";
import { type AnyProgress, progressWriter } from "./progress.ts";

export interface Told {
  readonly quiet: boolean;
  /** The scenario as the command named it. */
  readonly path: string;
  readonly command: Command;
  /** Whether finished replications are kept, so that the run can go on. */
  readonly isKept: boolean;
}

/** A word as a shell reads it back. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The same command, to go on with. */
function commandAgain(command: Command): string {
  const words = ["journeybench", command.name(), ...process.argv.slice(3).filter((word) => word !== "--resume"), "--resume"];
  return words.map(shellWord).join(" ");
}

export async function interruptible<T>(
  { quiet, path, command, isKept }: Told,
  run: (signal: AbortSignal, tell: (progress: AnyProgress) => void) => Promise<T>,
): Promise<T> {
  const progress = progressWriter(quiet);
  const stop = new AbortController();
  let done = "no replications";
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  try {
    return await run(stop.signal, (now) => {
      done = "total" in now ? `${now.done} of ${now.total} replications` : `${now.done} replication${now.done === 1 ? "" : "s"}`;
      progress.tell(now);
    });
  } catch (error) {
    if (!(error instanceof JourneybenchError) || error.code !== "interrupted" || !isKept) throw error;
    throw new JourneybenchError("interrupted", `Interrupted, with ${done} of ${path} done and kept.`, {
      hint: `To go on from there: ${commandAgain(command)}`,
      cause: error,
    });
  } finally {
    process.removeListener("SIGINT", onSignal).removeListener("SIGTERM", onSignal);
    progress.end();
  }
}
