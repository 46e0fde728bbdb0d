/** `journeybench worker`: runs tasks that studies on other machines put on a queue. */

import type { Command } from "commander";
import { name, text, wholeNumber } from "./options.ts";

interface Options {
  readonly queue: string;
  readonly workers?: number;
  readonly name?: string;
  readonly lock?: number;
  readonly idle?: number;
  readonly quiet?: boolean;
}

export function addWorker(root: Command): void {
  root
    .command("worker")
    .description("run tasks of studies that were started with --queue, here or elsewhere, until it is stopped")
    .requiredOption("--queue <url>", "redis://HOST or postgres://USER@HOST/DATABASE, with #NAME for a queue of its own", text)
    .option("--workers <n>", "tasks at once, each in a thread (default: one per core)", wholeNumber(1))
    .option("--name <name>", "how messages call this worker (default: machine and process)", name)
    .option(
      "--lock <seconds>",
      "a worker that is silent for so long is taken for dead, and its task given to another (default: 30)",
      wholeNumber(1),
    )
    .option("--idle <seconds>", "end after so many seconds without a task (default: never)", wholeNumber(1))
    .option("--quiet", "tell only what is wrong")
    .action(workerCommand);
}

/** Says it once until it is something else. */
function teller(): (message: string) => void {
  let told = "";
  return (message) => {
    if (message !== told) process.stderr.write(`The queue: ${message}\n`);
    told = message;
  };
}

async function workerCommand({ queue, workers, name: called, lock, idle, quiet }: Options): Promise<void> {
  const { runQueueWorker } = await import("../experiment/index.ts");
  const { availableParallelism } = await import("node:os");
  const tell = (message: string) => (quiet === true ? true : process.stdout.write(`${message}\n`));
  const stop = new AbortController();
  // Tasks in hand are finished; whoever cannot wait asks twice.
  const onSignal = () => stop.abort();
  process.once("SIGINT", onSignal).once("SIGTERM", onSignal);
  const threads = workers ?? availableParallelism();
  const tasks = await runQueueWorker({
    url: queue,
    workers: threads,
    name: called,
    lock,
    idle,
    signal: stop.signal,
    onReady: (ready) => tell(`Worker ${ready.name} (journeybench ${ready.engine}) takes tasks from ${ready.queue}, ${threads} at a time.`),
    onError: teller(),
  });
  tell(`${tasks} ${tasks === 1 ? "task" : "tasks"} done.`);
}
