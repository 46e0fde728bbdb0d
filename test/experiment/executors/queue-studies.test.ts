/** Every study goes over a queue as `compare` does: the same document, but for `timing`, which says how many workers took part. */

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare, type CompareOptions, select, sensitivity, stress, sweep } from "../../../src/experiment/index.ts";
import { startPostgres, type QueueServer } from "../../support/queue-servers.ts";
import { killWorkers, startWorker } from "../../support/queue-workers.ts";
import { tiny } from "../../support/tiny.ts";

/** How a study is run. */
type Means = Pick<CompareOptions, "workers" | "queue" | "folder">;

const scenario = tiny(["size: 35", "size: 8"], ["size: 25", "size: 6"], ["history: 1y", "history: 4w"], ["horizon: 2y", "horizon: 8w"]);
const vary = ["needs.goesOn=60%..90%"];
const studies: Readonly<Record<string, (means: Means) => Promise<{ readonly timing: { readonly workers: number } }>>> = {
  compare: async (means) => (await compare(scenario, { replications: 3, ...means })).result,
  select: async (means) => (await select(scenario, { kpi: "profit", indifference: "1", first: 2, most: 4, ...means })).document,
  sensitivity: async (means) =>
    (await sensitivity(scenario, { method: "tornado", kpi: "profit", vary, replications: 2, ...means })).document,
  stress: async (means) => (await stress(scenario, { strategies: ["multichannel"], from: 0.5, to: 1, replications: 2, ...means })).document,
  sweep: async (means) => (await sweep(scenario, { vary, points: 2, replications: 2, ...means })).document,
};

const folder = mkdtempSync(join(tmpdir(), "journeybench-queue-studies-"));
const text = (document: object) => JSON.stringify({ ...document, timing: undefined });

describe("over a queue", () => {
  let server: QueueServer;
  beforeAll(async () => {
    server = await startPostgres();
    await Promise.all(["one", "two"].map(async (name) => startWorker(server.url, name)));
  });
  afterAll(async () => {
    await killWorkers();
    await server.stop();
  });

  it.each(Object.entries(studies))("%s gives the same bytes as here", async (name, study) => {
    const queue = { url: server.url };
    const found = await study({ queue, folder: join(folder, name) });
    expect(text(found)).toBe(text(await study({ workers: 0 })));
    expect(found.timing.workers).toBeGreaterThanOrEqual(1);
    expect(found.timing.workers).toBeLessThanOrEqual(2);

    // Nobody took part in what was there already.
    const again = await study({ queue, folder: join(folder, name) });
    expect(text(again)).toBe(text(found));
    expect(again.timing.workers).toBe(0);
  });
});
