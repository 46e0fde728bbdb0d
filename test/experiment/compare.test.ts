import { appendFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JourneybenchError } from "../../src/errors.ts";
import { compare, type CompareOptions, compareShard, type Damage, mergeShards, shardedRun } from "../../src/experiment/index.ts";
import { OutcomeStore } from "../../src/experiment/store/outcome-store.ts";
import { type ResultDocument, resultDocument } from "../../src/kpi/index.ts";
import type { Outcome } from "../../src/sim/index.ts";
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

/** Files with outcomes of a run, whole paths. */
function outcomeFiles(place: string): string[] {
  const root = `${place}.outcomes`;
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".outcomes"))
    .map((name) => join(root, name));
}

const linesOf = (place: string) => outcomeFiles(place).flatMap((file) => readFileSync(file, "utf8").trim().split("\n"));

describe("a run that is done again", () => {
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

  it("after an interruption goes on from what is kept, and gives the bytes of a run that was never interrupted", async () => {
    const place = folder();
    await interrupt(place);
    const kept = linesOf(place).length / Object.keys(loaded.scenario.strategies).length;
    expect(kept).toBeGreaterThanOrEqual(2);
    const seen: number[] = [];
    const resumed = await resultOf({ replications: 6, folder: place, onProgress: ({ done }) => seen.push(done) });
    expect(seen[0]).toBe(kept);
    expect(bytes(resumed)).toBe(bytes(await resultOf({ replications: 6 })));
  });

  it("computes nothing when everything is there, and only the rest for more replications or another strategy", async () => {
    const place = folder();
    const first = await resultOf({ folder: place, strategies: ["multichannel", "omnichannel"] });
    const again = await resultOf({ folder: place, strategies: ["multichannel", "omnichannel"] });
    expect(bytes(again)).toBe(bytes(first));
    expect(again.timing).toMatchObject({ kept: 6, seconds: 0 });
    const before = linesOf(place).length;
    const more = await resultOf({ folder: place, replications: 4, strategies: ["multichannel", "omnichannel", "single-channel"] });
    expect(linesOf(place).length - before).toBe(3 * 1 + 3);
    expect(bytes(more)).toBe(bytes(await resultOf({ replications: 4, strategies: ["multichannel", "omnichannel", "single-channel"] })));
    const fewer = await resultOf({ folder: place, replications: 2, strategies: ["omnichannel", "multichannel"] });
    expect(fewer.replications).toBe(2);
  });

  it("tells of a damaged or cut-off line by name, and computes it again instead of believing it", async () => {
    const place = folder();
    await resultOf({ folder: place });
    const [file = ""] = outcomeFiles(place);
    const lines = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, [`${lines[0]?.slice(0, 400)}X${lines[0]?.slice(401)}`, ...lines.slice(1)].join("\n"));
    appendFileSync(file, "half a li");
    const told: Damage[] = [];
    const resumed = await resultOf({ folder: place, onDamage: (damaged) => told.push(...damaged) });
    expect(told.map(({ file: name, line }) => [name, line])).toEqual([
      [file, 1],
      [file, 4],
    ]);
    expect(resumed.timing.kept).toBe(8);
    expect(bytes(resumed)).toBe(bytes(await resultOf({})));
    await resultOf({ folder: place, onDamage: () => expect.fail("told twice") });
  });

  it("does not take one seed's outcomes, or one strategy's, for another's", async () => {
    const place = folder();
    await resultOf({ folder: place });
    const other = await resultOf({ folder: place, seed: "another" });
    expect(other.timing.kept).toBeUndefined();
    const changed = tiny(["  omnichannel: {}\n", "  omnichannel: { unifiedStock: false }\n"]);
    const [kept, fresh] = [(await resultOf({ folder: place }, changed)).timing.kept, await resultOf({}, changed)];
    expect(kept).toBe(6);
    expect(bytes(await resultOf({ folder: place }, changed))).toBe(bytes(fresh));
  });

  it("fails when two results of one task differ", async () => {
    const place = folder();
    await resultOf({ folder: place, replications: 1 });
    const [file = ""] = outcomeFiles(place);
    const store = new OutcomeStore(`${place}.outcomes`);
    const [key = ""] = file.slice(`${place}.outcomes`.length + 1).split("/");
    const [outcome] = store.read(key, "omnichannel").outcomes.values();
    store.append(key, { ...(outcome as Outcome), events: (outcome as Outcome).events + 1 });
    await expect(resultOf({ folder: place, replications: 1 })).rejects.toThrow(/two different results for replication 0/);
  });

  it("is the same, byte for byte, without threads", async () => {
    expect(bytes({ ...(await resultOf({ workers: 0 })) })).toBe(bytes(await resultOf({})));
  });
});

describe("luck", () => {
  it("of its own for every strategy moves single estimates little and loses what pairing gave", async () => {
    const strategies = ["multichannel", "omnichannel"];
    const [common, own] = [
      await resultOf({ replications: 24, strategies }),
      await resultOf({ replications: 24, strategies, luck: "independent" }),
    ];
    const worth = (result: ResultDocument) =>
      result.comparisons.find(({ kpi }) => kpi === "needs" || kpi === "orders")?.varianceReduction ?? Number.NaN;
    expect(worth(common)).toBeGreaterThan(3);
    // Variances of 24 replications: a ratio of 1 is seen between about 0.4 and 2.3 (F, 0.1 %).
    expect(worth(own)).toBeGreaterThan(0.4);
    expect(worth(own)).toBeLessThan(2.3);
    expect(bytes(own)).not.toBe(bytes(common));
  });
});

describe("a precision", () => {
  const precision = { target: 0.15, kpi: "orders" };
  const strategies = ["multichannel", "omnichannel"];

  it("is reached with as many replications as the interval needs, looked at in stages", async () => {
    const result = await resultOf({ replications: 200, strategies, precision });
    const told = result.precision;
    expect(told).toMatchObject({ kpi: "orders", target: 0.15, reached: true, cap: 200 });
    expect(told?.stages[0]).toBe(10);
    expect(told?.stages.at(-1)).toBe(result.replications);
    const comparison = result.comparisons.find(({ kpi, strategy }) => kpi === "orders" && strategy === told?.halfWidths[0]?.strategy);
    const { low, high } = comparison?.relative ?? {};
    expect(((high ?? 1) - (low ?? 0)) / 2).toBeCloseTo(told?.halfWidths[0]?.halfWidth ?? Number.NaN, 12);
    expect(Math.max(...(told?.halfWidths ?? []).map(({ halfWidth }) => halfWidth))).toBeLessThanOrEqual(0.15);
    expect(bytes(await resultOf({ replications: 200, strategies, precision }))).toBe(bytes(result));
  });

  it("counts what was there already over all stages", async () => {
    const place = folder();
    await resultOf({ replications: 15, strategies, workers: 0, folder: place });
    const wanted = { target: 0.0001, kpi: "orders" };
    const { timing } = await resultOf({ replications: 12, strategies, precision: wanted, workers: 0, folder: place });
    expect(timing).toMatchObject({ kept: 24, seconds: 0 });
  });

  it("says when the cap was not enough", async () => {
    const { precision: told, replications } = await resultOf({
      replications: 12,
      strategies,
      precision: { target: 0.0001, kpi: "orders" },
    });
    expect(told).toMatchObject({ reached: false, stages: [10, 12] });
    expect(replications).toBe(12);
  });

  it("goes on while the baseline's interval covers zero, and tells at the cap that the uplift has none", async () => {
    const {
      precision: told,
      replications,
      comparisons,
    } = await resultOf({
      replications: 24,
      strategies,
      precision: { target: 0.5, kpi: "d_clv" },
    });
    expect(told).toMatchObject({ reached: false, stages: [10, 20, 24], halfWidths: [] });
    expect(replications).toBe(24);
    const comparison = comparisons.find(({ kpi }) => kpi === "d_clv");
    expect(comparison?.relative.reason).toBe("the baseline's interval covers zero, so a ratio to it has no meaning");
    expect(comparison?.difference.low).not.toBeNull();
  });

  it("is reached by what is clearly above zero only after more than the first stage", async () => {
    // Staff so cheap that the shop earns about half of what profit varies by: clear after twenty or forty replications, not after ten.
    const earning = tiny(
      ["costPerHour: 15, home: [phone]", "costPerHour: 1.2, home: [phone]"],
      ["costPerHour: 15, home: [chat", "costPerHour: 1.2, home: [chat"],
    );
    const place = folder();
    const first = await resultOf({ replications: 10, strategies, folder: place }, earning);
    expect(first.comparisons.find(({ kpi }) => kpi === "profit")?.relative.reason).toMatch(/covers zero/);
    const precise = { replications: 80, strategies, precision: { target: 20, kpi: "profit" }, folder: place };
    const { precision: told } = await resultOf(precise, earning);
    expect(told).toMatchObject({ reached: true });
    expect(told?.stages.slice(0, 2)).toEqual([10, 20]);
    expect(told?.halfWidths[0]?.halfWidth).toBeLessThanOrEqual(20);
  });

  it("is told at the cap, of one strategy alone, where nothing is known of its interval", async () => {
    const options = { replications: 1, strategies: ["multichannel"], precision: { target: 0.5, kpi: "orders" } };
    expect((await resultOf(options)).precision).toMatchObject({ reached: false, stages: [1], halfWidths: [] });
  });

  it("is refused where no number of replications gives it, and for no KPI", async () => {
    const refused = async (kpi: string) => resultOf({ replications: 40, strategies, precision: { target: 0.1, kpi } });
    await expect(refused("orderz")).rejects.toMatchObject({ code: "bad-input" });
    // A loss is clearly not above zero; what costs nothing in any replication is zero for good.
    await expect(refused("profit")).rejects.toThrow("the baseline is not above zero");
    await expect(refused("strategy_cost")).rejects.toThrow("the baseline is not above zero");
    const alone = resultOf({ replications: 40, strategies: ["multichannel"], precision: { target: 0.1, kpi: "strategy_cost" } });
    await expect(alone).rejects.toThrow("it is zero in every replication");
  });
});

describe("shards", () => {
  it("merged give the bytes of one run, wherever they were run", async () => {
    const [here, there] = [folder(), folder()];
    const options = { replications: 6, workers: 1 };
    for (const number of [1, 2, 3])
      await compareShard(loaded, "tiny.yaml", { number, of: 3 }, { ...options, folder: number === 2 ? there : here });
    const run = shardedRun([here, there]);
    expect(run).toMatchObject({ replications: 6, of: 3 });
    const merged = await mergeShards(loaded, [here, there], run, {});
    if (!("result" in merged)) throw new Error("not complete");
    expect(bytes(merged.result)).toBe(bytes(await resultOf({ replications: 6 })));
  });

  it("that are missing are named", async () => {
    const place = folder();
    for (const number of [1, 4]) await compareShard(loaded, "tiny.yaml", { number, of: 4 }, { replications: 6, workers: 1, folder: place });
    const merged = await mergeShards(loaded, [place], shardedRun([place]), {});
    expect(merged).toMatchObject({ shards: [2, 3] });
    expect("replications" in merged && [...merged.replications.values()][0]).toEqual([1, 2, 5]);
  });

  it("of different runs are not merged", async () => {
    const [one, other] = [folder(), folder()];
    await compareShard(loaded, "tiny.yaml", { number: 1, of: 2 }, { replications: 2, workers: 1, folder: one });
    await compareShard(loaded, "tiny.yaml", { number: 2, of: 2 }, { replications: 2, workers: 1, seed: "another", folder: other });
    expect(() => shardedRun([one, other])).toThrow(/not parts of one run: they differ in the seed/);
    expect(() => shardedRun([folder()])).toThrow(/no finished shard/);
  });

  it("with luck of their own, or of live actors, merge as what they are", async () => {
    for (const how of [{ luck: "independent" }, { executor: "reference" }] as const) {
      const place = folder();
      const options = { replications: 2, workers: 0, ...how };
      for (const number of [1, 2]) await compareShard(loaded, "tiny.yaml", { number, of: 2 }, { ...options, folder: place });
      const merged = await mergeShards(loaded, [place], shardedRun([place]), {});
      if (!("result" in merged)) throw new Error("not complete");
      expect(bytes(merged.result)).toBe(bytes(await resultOf(options)));
    }
  });

  it("of a scenario that was changed meanwhile are told so, and not called missing", async () => {
    const changed = tiny(["size: 35", "size: 36"]);
    const [place, later] = [folder(), folder()];
    const options = { replications: 2, workers: 0 };
    await compareShard(loaded, "tiny.yaml", { number: 1, of: 2 }, { ...options, folder: place });
    await compareShard(changed, "tiny.yaml", { number: 2, of: 2 }, { ...options, folder: later });
    expect(() => shardedRun([place, later])).toThrow(/they differ in the scenario/);
    await expect(mergeShards(changed, [place], shardedRun([place]), {})).rejects.toThrow(/not the one that the shards were run with/);
  });
});
