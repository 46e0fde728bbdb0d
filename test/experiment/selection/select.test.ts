/** The best of several, with a promise. */

import { describe, expect, it } from "vitest";
import { select, type SelectOptions } from "../../../src/experiment/index.ts";
import { indifferenceOf } from "../../../src/experiment/selection/indifference.ts";
import { type Race, runRace } from "../../../src/experiment/selection/race.ts";
import { kpiById, type SelectionDocument, selectionDocument } from "../../../src/kpi/index.ts";
import { knSelection, mean } from "../../../src/stats/index.ts";
import { tiny } from "../../support/tiny.ts";

/** Three strategies that differ by what they cost alone: there is no stock, no app and no basket to share. */
const byCost = tiny(
  ["history: 1y", "history: 1w"],
  ["horizon: 2y", "horizon: 3w"],
  ["  omnichannel: {}\n  single-channel: {}", "  dear: { agentTraining: true }\n  dearer: { agentTraining: true, channelHandoff: true }"],
  ["channelHandoff: { setUp: 100, perYear: 50 }", "channelHandoff: { setUp: 4000, perYear: 0 }"],
  ["agentTraining: { setUp: 150, perYear: 100 }", "agentTraining: { setUp: 2000, perYear: 0 }"],
);

async function selection(options: Partial<SelectOptions>): Promise<SelectionDocument> {
  const { document } = await select(byCost, { kpi: "profit", indifference: "1000", first: 5, most: 20, workers: 0, ...options });
  expect(selectionDocument.safeParse(document).error).toBeUndefined();
  return document;
}

describe("a selection", () => {
  it("finds the cheapest of strategies that differ by their cost, as soon as it may with the same luck", async () => {
    const found = await selection({});
    expect(found).toMatchObject({
      winner: "multichannel",
      leader: "multichannel",
      replications: 5,
      kpi: { id: "profit", better: "higher" },
    });
    expect(found.promise).toEqual({ probability: 0.95, indifference: 1000, isDefault: false });
    expect(found.systems.map(({ name, eliminatedAfter }) => [name, eliminatedAfter])).toEqual([
      ["multichannel", null],
      ["dear", 5],
      ["dearer", 5],
    ]);
    const [best, second] = found.systems;
    expect(best?.behind).toBeNull();
    expect(second?.behind?.mean).toBeCloseTo((second?.kpi.mean ?? Number.NaN) - (best?.kpi.mean ?? Number.NaN), 6);
    expect(Math.abs((second?.behind?.mean ?? 0) + 2000)).toBeLessThan(300);
  });

  it("takes the least where less is better", async () => {
    const found = await selection({ kpi: "strategy_cost", indifference: "10" });
    expect(found).toMatchObject({ winner: "multichannel", kpi: { better: "lower" } });
    expect(found.systems.map(({ kpi }) => kpi.mean)).toEqual([0, 2000, 6000]);
  });

  it("says that it is not decided when the cap comes first", async () => {
    const found = await selection({ indifference: "0.01", first: 2, most: 3, luck: "independent", strategies: ["multichannel", "dear"] });
    expect(found).toMatchObject({ winner: null, replications: 3 });
    expect(found.needed).toBeGreaterThan(3);
    expect(found.systems.map(({ eliminatedAfter }) => eliminatedAfter)).toEqual([null, null]);
    expect(["multichannel", "dear"]).toContain(found.leader);
  });

  it("compares routing policies, as stress builds them", async () => {
    const found = await selection({
      kpi: "service_level",
      indifference: undefined,
      policies: ["siloed", "fastest-first"],
      first: 2,
      most: 3,
    });
    expect(found.systems.map(({ name }) => name)).toEqual(["siloed", "fastest-first"]);
    expect(found.promise).toMatchObject({ indifference: 0.01, isDefault: true });
  });

  it.each<[Partial<SelectOptions>, string]>([
    [{ kpi: "orders_per_customer" }, 'The scenario has no KPI "orders_per_customer".'],
    [{ kpi: "switch_rate" }, "More of switch_rate is neither better nor worse by itself."],
    [{ indifference: undefined }, "Which difference in profit would matter to you?"],
    [{ indifference: "-3" }, '--indifference is "-3".'],
    [{ strategies: ["dear"] }, "There is only one strategy to choose from."],
    [{ probability: 0.3 }, "--probability is 0.3."],
    [{ first: 30, most: 20 }, "--first is 30 and --most is 20."],
    [{ policies: ["siload"] }, 'Did you mean "siloed"?'],
  ])("refuses %j", async (options, words) => {
    await expect(select(byCost, { kpi: "profit", indifference: "1000", workers: 0, ...options })).rejects.toThrow(words);
  });
});

describe("the race", () => {
  const kpi = kpiById("profit");
  if (kpi === undefined) throw new Error("there is no profit");
  /** Numbers as good as random, the first system one better than the second, that far better than the third. */
  const value = (system: number, replication: number) => ((replication * 7919 + system * 104_729) % 101) / 10 - [0, 1, 20][system]!;

  /** A study that only writes down what it is asked to live. */
  function recorder() {
    const asked = new Map<string, number>();
    const names = ["a", "b", "c"];
    const study = {
      live: async (replications: readonly number[], among: ReadonlySet<string>) => {
        for (const name of among) asked.set(name, Math.max(asked.get(name) ?? 0, replications.length));
      },
      first: (_point: number, name: string, count: number) =>
        Array.from({ length: Math.min(count, asked.get(name) ?? 0) }, (_, replication) => value(names.indexOf(name), replication)),
    };
    return { asked, study: study as unknown as Parameters<typeof runRace>[0], names };
  }

  it("simulates no further whoever is out, and decides as if every replication had been looked at alone", async () => {
    const { asked, study, names } = recorder();
    const race: Race = { kpi, names, first: 5, most: 4000, alpha: 0.05, indifference: 1 };
    const { state, replications, values } = await runRace(study, race);
    expect(state.isDecided).toBe(true);
    expect(asked.get("c")).toBeLessThan(20);
    expect(asked.get("a")).toBeGreaterThan(30);
    const all = names.map((_, system) => Array.from({ length: 4000 }, (_unused, replication) => value(system, replication)));
    const known = knSelection(all, 5, { alpha: 0.05, indifference: 1 });
    expect(state.survivors).toEqual(known.survivors);
    expect(state.eliminatedAfter).toEqual(known.eliminatedAfter);
    expect(replications).toBe(Math.max(...known.eliminatedAfter.map((after) => after ?? 0)));
    expect(values.map((own) => own.length)).toEqual(known.eliminatedAfter.map((after) => after ?? replications));
    expect(mean(values[0] ?? [])).toBeGreaterThan(mean(values[1] ?? []));
  });
});

describe("an indifference", () => {
  const of = (id: string, written?: string) => {
    const kpi = kpiById(id);
    if (kpi === undefined) throw new Error(`there is no ${id}`);
    return indifferenceOf(kpi, written).value;
  };

  it("is read in the unit of its KPI", () => {
    expect(of("service_level")).toBe(0.01);
    expect(of("service_level", "2pp")).toBe(0.02);
    expect(of("service_level", "0.5%")).toBe(0.005);
    expect(() => of("service_level", "500pp")).toThrow(/no two shares differ by more/);
    expect(of("mean_wait_all", "2m")).toBe(120);
    expect(of("mean_wait_all", "15")).toBe(15);
    expect(of("profit", "2500")).toBe(2500);
  });

  it.each([
    ["profit", "1%"],
    ["profit", "0"],
    ["mean_wait_all", "1pp"],
    ["service_level", "much"],
  ])("of %s cannot be %s", (id, written) => {
    expect(() => of(id, written)).toThrow(`--indifference is "${written}".`);
  });
});
