import { appendFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JourneybenchError } from "../../src/errors.ts";
import { compare, type CompareOptions } from "../../src/experiment/index.ts";
import { type ResultDocument, resultDocument } from "../../src/kpi/index.ts";
import { tiny } from "../support/tiny.ts";

const loaded = tiny();

async function resultOf(options: CompareOptions, scenario = loaded): Promise<ResultDocument> {
  return (await compare(scenario, { replications: 3, workers: 2, ...options })).result;
}

/** All of a result but its timing. */
function bytes(result: ResultDocument): string {
  return JSON.stringify({ ...result, timing: null });
}

function folder(): string {
  return join(mkdtempSync(join(tmpdir(), "journeybench-")), "run");
}

describe("a comparison", () => {
  it("gives a valid result document with every undefined KPI explained", async () => {
    const result = await resultOf({});
    expect(resultDocument.safeParse(result).success).toBe(true);
    const all = result.strategies.flatMap((strategy) => [
      strategy.kpis,
      ...Object.values(strategy.byChannel),
      ...Object.values(strategy.bySegment),
      ...strategy.byPeriod.map((period) => period.kpis),
    ]);
    for (const estimate of all.flatMap((kpis) => Object.values(kpis))) {
      if (estimate.mean === null) expect(estimate.reason).toMatch(/\w/);
      else expect(Number.isFinite(estimate.mean)).toBe(true);
    }
  });

  it("is the same, byte for byte, with 1, 2 and 4 workers, and the second time", async () => {
    const once = bytes(await resultOf({ workers: 1 }));
    expect(bytes(await resultOf({ workers: 2 }))).toBe(once);
    expect(bytes(await resultOf({ workers: 4 }))).toBe(once);
    expect(bytes(await resultOf({ workers: 2 }))).toBe(once);
  });

  it("is the same, byte for byte, on live XState actors", async () => {
    const tables = await resultOf({ replications: 2 });
    const actors = await resultOf({ replications: 2, executor: "reference" });
    expect(bytes(actors)).toBe(bytes(tables));
    expect(actors.timing.executor).toBe("reference");
  });

  it("of identical strategies under two names shows a difference of exactly 0 in every KPI, channel and segment", async () => {
    const twins = tiny(
      ["  omnichannel: {}\n  single-channel: {}", "  omnichannel: {}\n  twin: { extends: omnichannel }"],
      ["strategies:\n", "baseline: omnichannel\nstrategies:\n"],
    );
    const result = await resultOf({ strategies: ["omnichannel", "twin"] }, twins);
    const spans = result.comparisons.flatMap((one) => [
      one.difference,
      ...Object.values(one.byChannel).map((c) => c.difference),
      ...Object.values(one.bySegment).map((c) => c.difference),
    ]);
    expect(spans.length).toBeGreaterThan(100);
    for (const { mean, low, high, reason } of spans) {
      if (reason === undefined) expect([mean, low ?? 0, high ?? 0]).toEqual([0, 0, 0]);
    }
  });

  it("has one history: its year is identical under all strategies, and the next is not", async () => {
    const { strategies } = await resultOf({});
    const [first, ...others] = strategies;
    for (const other of others) {
      expect(other.byPeriod[0]).toEqual(first?.byPeriod[0]);
      expect(other.byPeriod[1]).not.toEqual(first?.byPeriod[1]);
    }
  });

  it("depends on the seed", async () => {
    expect(bytes(await resultOf({ seed: "another" }))).not.toBe(bytes(await resultOf({})));
  });

  it("judges the scenario's expectations", async () => {
    const stated = tiny([
      "strategies:\n",
      "expect:\n  - { kpi: stockout, strategy: omnichannel, over: multichannel, atMost: 0 }\n  - { kpi: retention, strategy: omnichannel, atLeast: 1 }\nstrategies:\n",
    ]);
    const { expectations } = await resultOf({}, stated);
    expect(expectations.map((one) => one.passed)).toEqual([true, false]);
  });

  it("names strategy, replication, simulated time and the way to repeat it when a task fails", async () => {
    const { scenario } = loaded;
    // No file can say this; it stands for any defect of the model.
    const patience = { phone: { kind: "deterministic" as const, value: -1 } };
    const impossible = {
      ...loaded,
      scenario: { ...scenario, service: scenario.service && { ...scenario.service, patience } },
    } as typeof loaded;
    const failure = await compare(impossible, { replications: 1, workers: 1 }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "failed" });
    expect(String(failure)).toMatch(/tiny failed: strategy "multichannel" in the history, replication 0, day \d+\.\d+: .*patience/);
    expect((failure as JourneybenchError).hint).toContain("--only");
  });
});

describe("an interrupted run", () => {
  async function interrupt(place: string): Promise<void> {
    const stop = new AbortController();
    const running = compare(loaded, {
      replications: 6,
      workers: 1,
      folder: place,
      signal: stop.signal,
      onProgress: ({ done }) => {
        if (done === 2) stop.abort();
      },
    });
    await expect(running).rejects.toMatchObject({ code: "interrupted" });
  }

  it("keeps what is done, goes on from there, and gives the bytes of a run that was never interrupted", async () => {
    const place = folder();
    await interrupt(place);
    const kept =
      readFileSync(join(`${place}.unfinished`, "outcomes.ndjson"), "utf8")
        .trim()
        .split("\n").length - 1;
    expect(kept).toBeGreaterThanOrEqual(2);
    const seen: number[] = [];
    const resumed = await resultOf({ replications: 6, folder: place, resume: true, onProgress: ({ done }) => seen.push(done) });
    expect(seen[0]).toBe(kept);
    expect(bytes(resumed)).toBe(bytes(await resultOf({ replications: 6 })));
  });

  it("computes a damaged or cut-off line again instead of believing it", async () => {
    const place = folder();
    await interrupt(place);
    const file = join(`${place}.unfinished`, "outcomes.ndjson");
    const lines = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, [lines[0], `${lines[1]?.slice(0, 400)}X${lines[1]?.slice(401)}`, ""].join("\n"));
    appendFileSync(file, "half a li");
    const resumed = await resultOf({ replications: 6, folder: place, resume: true });
    expect(bytes(resumed)).toBe(bytes(await resultOf({ replications: 6 })));
  });

  it("is not continued with another seed", async () => {
    const place = folder();
    await interrupt(place);
    await expect(resultOf({ folder: place, resume: true, seed: "another" })).rejects.toMatchObject({ code: "bad-input" });
    expect(existsSync(`${place}.unfinished`)).toBe(true);
  });
});
