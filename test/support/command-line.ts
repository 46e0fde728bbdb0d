/** The command line of the last build: every command as a process of its own, or many in one. */

import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect } from "vitest";

export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Place {
  readonly cwd: string;
  /** Variables of the environment, beside those of the test. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command in a folder, with variables of its own, and waits for its end. */
export function journeybenchAt({ cwd, env }: Place, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, ...args], { cwd, env: { ...process.env, ...env }, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      // Who was ended by a signal has no code, and has not succeeded.
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 128;
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs a command in a folder and waits for its end. */
export function journeybench(cwd: string, ...args: readonly string[]): Promise<Ended> {
  return journeybenchAt({ cwd }, ...args);
}

/** One process for many commands. */
interface Session {
  /** Runs a command in a folder and waits for its end. One at a time. */
  journeybench(cwd: string, ...args: readonly string[]): Promise<Ended>;
  /** Lets go of the process, and waits until it has ended of itself: no command left anything open. */
  end(): Promise<{ readonly code: number | null }>;
}

function openSession(): Session {
  const child = fork(fileURLToPath(new URL("command-session-process.js", import.meta.url)), { execArgv: [] });
  const ended = once(child, "exit").then(([code]) => ({ code: code as number | null }));
  return {
    journeybench: async (cwd, ...args) => {
      child.send({ args, cwd });
      const [answer] = (await Promise.race([
        once(child, "message"),
        ended.then(() => {
          throw new Error(`the session ended while it ran ${args.join(" ")}`);
        }),
      ])) as [Ended];
      return answer;
    },
    end: async () => {
      child.disconnect();
      return ended;
    },
  };
}

/**
 * For a test file: runs commands in one process, which saves each of them the second in which modules are loaded. For commands whose start
 * is not what is tested; one at a time. When all tests are done the process must end of itself.
 */
export function commandSession(): Session["journeybench"] {
  let session: Session | undefined;
  beforeAll(() => {
    session = openSession();
  });
  afterAll(async () => {
    expect(await session?.end()).toEqual({ code: 0 });
  });
  return async (cwd, ...args) => {
    if (session === undefined) throw new Error("there is no session before the tests");
    return session.journeybench(cwd, ...args);
  };
}

/** A fresh folder with files in it. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "journeybench-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
