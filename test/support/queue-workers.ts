/** Workers as processes of their own, of the last build. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface WorkerProcess {
  readonly process: ChildProcess;
  /** Exit code and what it complained about. */
  readonly ended: Promise<{ readonly code: number | null; readonly complaints: string }>;
}

const alive = new Set<ChildProcess>();

/** Starts a worker and waits until it takes tasks. */
export async function startWorker(url: string, name: string, main = MAIN): Promise<WorkerProcess> {
  const args = [main, "worker", "--queue", url, "--workers", "1", "--name", name, "--lock", "3"];
  const worker = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  alive.add(worker);
  const complaints = text(worker.stderr);
  const ended = once(worker, "exit").then(async ([code]) => ({ code: code as number | null, complaints: await complaints }));
  await Promise.race([once(worker.stdout, "data"), ended]);
  return { process: worker, ended };
}

export async function killWorkers(): Promise<void> {
  const left = [...alive].filter((worker) => worker.exitCode === null && worker.signalCode === null);
  alive.clear();
  await Promise.all(
    left.map(async (worker) => {
      worker.kill("SIGKILL");
      await once(worker, "exit");
    }),
  );
}
