/** The same bytes from a queue as from this process, whatever happens to workers and servers. */

import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { compare, type CompareOptions, type Comparison } from "../../../src/experiment/index.ts";
import { parseQueueAddress } from "../../../src/experiment/executors/queue/address.ts";
import { openQueue, type TaskQueue } from "../../../src/experiment/executors/queue/connection.ts";
import { formatError } from "../../../src/errors.ts";
import { digestOf, exactText } from "../../../src/experiment/store/exact-text.ts";
import { outcomeOf, readLine } from "../../../src/experiment/store/outcome-line.ts";
import { freePort, hasRedis, type QueueServer, startPostgres, startRedis } from "../../support/queue-servers.ts";
import { killWorkers, MAIN, startWorker, type WorkerProcess } from "../../support/queue-workers.ts";
import { tiny } from "../../support/tiny.ts";

const REPLICATIONS = 10;
const scenario = tiny(["size: 35", "size: 12"], ["size: 25", "size: 10"], ["horizon: 2y", "horizon: 1y"]);
/** Milliseconds for what stands around a test; machines that run everything at once are slow. */
const PATIENCE = 60_000;
const folder = mkdtempSync(join(tmpdir(), "journeybench-queue-"));
let runs = 0;

/** A place for a run's outcomes. */
const place = () => join(folder, `run-${runs++}`);

/**
 * All that a study kept, each as often as it stands there. Bytes of lines would not do: once a digest beyond 2³¹ has passed, V8 has all later ones
 * lie in memory as doubles, and `serialize` writes what lies there, so lines depend on the order in which outcomes came.
 */
function keptOf(run: string): string[] {
  const store = `${run}.outcomes`;
  const files = readdirSync(store, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".outcomes"));
  const kept = files.flatMap((file) =>
    readFileSync(join(store, file), "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => {
        const read = readLine(line, dirname(file));
        const content = read.kind === "outcome" ? `${read.replication} ${digestOf(exactText(outcomeOf(read.data, "")))}` : read.kind;
        return `${dirname(file)} ${content}`;
      }),
  );
  return kept.toSorted((a, b) => (a < b ? -1 : 1));
}

/** The result document, but for how long it took. */
const document = ({ result }: Comparison) => JSON.stringify({ ...result, timing: undefined });

async function study(options: CompareOptions): Promise<Comparison> {
  return compare(scenario, { replications: REPLICATIONS, ...options });
}

/** Why a study failed. */
async function messageOf(running: Promise<unknown>): Promise<string> {
  return running.then(
    () => "It did not fail.",
    (error: unknown) => String(error instanceof Error ? error.message : error),
  );
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(20);
}

/** Stops a worker at a moment when it has a task in hand, and nobody else knows what became of it. */
async function freezeAtWork(queue: TaskQueue, { process: worker }: WorkerProcess, name: string): Promise<void> {
  await until(async () => {
    worker.kill("SIGSTOP");
    // Within a transaction it may keep everybody waiting.
    const jobs = await Promise.race([queue.getJobs(["active"]), setTimeout(1000, [])]);
    if (jobs.some(({ processedBy }) => processedBy === name)) return true;
    worker.kill("SIGCONT");
    return false;
  });
}

// No file can say this; it stands for any defect of the model.
const { service } = scenario.scenario;
const patience = { phone: { kind: "deterministic" as const, value: -1 } };
const impossible = { ...scenario, scenario: { ...scenario.scenario, service: service && { ...service, patience } } } as typeof scenario;

const here = { document: "", kept: [""] };
beforeAll(async () => {
  const run = place();
  here.document = document(await study({ workers: 0, folder: run }));
  here.kept = keptOf(run);
}, PATIENCE);
afterEach(killWorkers);

const servers = [
  { name: "PostgreSQL", start: startPostgres, isThere: true },
  { name: hasRedis ? "Redis" : "Redis (skipped: redis-server is not installed)", start: startRedis, isThere: hasRedis },
];

describe.each(servers)("a queue on $name", ({ start, isThere }) => {
  describe.skipIf(!isThere)("", () => {
    let server: QueueServer;
    let queue: TaskQueue;
    beforeAll(async () => {
      server = await start();
      queue = await openQueue(parseQueueAddress(server.url));
      // The study tells when the server is away.
      queue.on("error", () => {});
    }, PATIENCE);
    afterAll(async () => {
      await queue.close();
      await server.stop();
    });

    it("gives the same bytes when one of three workers is killed at work: nothing is lost, nothing is counted twice", async () => {
      const run = place();
      // As long as it is the only one, nothing goes on without it: it is met at work for certain.
      const victim = await startWorker(server.url, "victim");
      const crash = async () => {
        await freezeAtWork(queue, victim, "victim");
        await Promise.all(["second", "third"].map(async (name) => startWorker(server.url, name)));
        victim.process.kill("SIGKILL");
      };
      let crashed: Promise<void> | undefined;
      const found = await study({
        queue: { url: server.url },
        folder: run,
        onProgress: ({ done }) => {
          if (done >= 1) crashed ??= crash();
        },
      });
      await crashed;
      expect((await victim.ended).code).toBeNull();
      expect(document(found)).toBe(here.document);
      expect(keptOf(run)).toEqual(here.kept);
      expect(await queue.getJobCountByTypes("waiting", "active", "delayed", "completed", "failed")).toBe(0);

      // Nobody is left at work and nobody is needed.
      await killWorkers();
      const again = await study({ queue: { url: server.url }, folder: run });
      expect(document(again)).toBe(here.document);
      expect(again.result.timing.kept).toBe(here.kept.length);
    });

    it("ends the study when a task fails again and again, and says where, why and how to run it again", async () => {
      await startWorker(server.url, "one");
      const failure = await compare(impossible, { replications: 2, queue: { url: server.url } }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: "failed" });
      expect(formatError(failure)).toMatch(
        /^tiny failed: strategy "multichannel" in the history, replication \d, day \d+\.\d+: .*patience.*\nTo run exactly this again: --only "multichannel\/\d" with --seed "\w+"\.$/,
      );
      expect(await queue.getJobCountByTypes("waiting", "active", "delayed")).toBe(0);
    });

    it("waits for a server that goes away for ten seconds, whatever it forgets, and completes the study", async () => {
      await startWorker(server.url, "one");
      const run = place();
      const sentences: string[] = [];
      let away: Promise<void> | undefined;
      const goAway = async () => {
        await server.goAway();
        await setTimeout(10_000);
        await server.comeBack();
      };
      const found = await study({
        queue: { url: server.url, onWait: (sentence) => sentences.push(sentence) },
        folder: run,
        onProgress: ({ done }) => {
          if (done >= 3) away ??= goAway();
        },
      });
      await away;
      expect(document(found)).toBe(here.document);
      expect(keptOf(run)).toEqual(here.kept);
      expect(sentences[0]).toMatch(/^The queue at \w+:\S+ is away \(.*\); waiting for it\.$/);
    });

    it("takes its tasks back when the study is stopped, and says that it waits for workers", async () => {
      const stop = new AbortController();
      const sentences: string[] = [];
      const onWait = (sentence: string) => {
        sentences.push(sentence);
        stop.abort();
      };
      await expect(study({ queue: { url: server.url, onWait }, signal: stop.signal })).rejects.toMatchObject({ code: "interrupted" });
      expect(sentences).toEqual([`Waiting for workers: journeybench worker --queue ${server.url}`]);
      expect(await queue.getJobCountByTypes("waiting", "active", "delayed")).toBe(0);
    });

    it("fails the study when two workers gave different results for one task", async () => {
      const ended = messageOf(study({ replications: 1, queue: { url: server.url } }));
      await until(async () => (await queue.getJobCountByTypes("waiting")) > 0);
      const [job] = await queue.getJobs(["waiting"]);
      // As another worker leaves it whose lock was lost while it worked.
      await job?.log("digest of another result");
      await startWorker(server.url, "one");
      expect(await ended).toMatch(/two different results for replication 0 of tiny/);
    });

    it("refuses a worker of another version, and says which has which", async () => {
      const other = mkdtempSync(join(folder, "other-"));
      const root = dirname(dirname(dirname(MAIN)));
      cpSync(join(root, "dist"), join(other, "dist"), { recursive: true });
      for (const name of ["package.json", "node_modules"]) symlinkSync(join(root, name), join(other, name));
      appendFileSync(join(other, "dist/sim/index.js"), "// Changed.\n");
      const failure = messageOf(study({ queue: { url: server.url } }));
      const { ended } = await startWorker(server.url, "changed", join(other, "dist/cli/main.js"));
      const { code, complaints } = await ended;
      expect(complaints).toMatch(/^This worker has journeybench \S+, the study on the queue needs \S+\.\n/);
      expect(code).toBe(3);
      expect(await failure).toMatch(/^Worker changed has journeybench \S+, this study needs \S+\.$/);
    });
  });
});

describe("a queue that is not there", () => {
  const quick = fileURLToPath(new URL("../../../scenarios/quick.yaml", import.meta.url));

  it.each(["redis", "postgres"])("is told in one sentence, with exit code 3: %s", async (kind) => {
    const url = `${kind}://somebody:secret@127.0.0.1:${await freePort()}`;
    const begun = performance.now();
    for (const command of [["compare", quick], ["worker"]]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...command, "--queue", url], { cwd: folder, encoding: "utf8" });
      expect(stderr).toMatch(/^No queue can be reached at \S+: connect ECONNREFUSED [\d.:]+\.\n$/);
      expect(stderr).not.toContain("secret");
      expect([stdout, status]).toEqual(["", 3]);
    }
    expect(performance.now() - begun).toBeLessThan(30_000);
  });

  it("cannot be at an address of another kind, whatever the study", () => {
    const studies = [
      ["select", "--on", "profit", "--indifference", "1"],
      ["sensitivity"],
      ["stress"],
      ["sweep", "--vary", "needs.goesOn=60%..90%"],
    ];
    for (const [name = "", ...options] of studies) {
      const args = [MAIN, name, quick, ...options, "--queue", "http://127.0.0.1"];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
      expect(stderr).toMatch(/^--queue expects the address of a Redis, Valkey or PostgreSQL server\.\nFound "http:\/\/"/);
      expect([stdout, status]).toEqual(["", 2]);
    }
  });
});
