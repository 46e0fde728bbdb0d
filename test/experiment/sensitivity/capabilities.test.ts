/** Which capabilities move a KPI: the difference of two strategies, shared out. */

import { describe, expect, it } from "vitest";
import { compare, sensitivity } from "../../../src/experiment/index.ts";
import { between, coalitionStrategy } from "../../../src/experiment/sensitivity/coalitions.ts";
import { sensitivityDocument } from "../../../src/kpi/index.ts";
import { capabilityNames } from "../../../src/scenario/index.ts";
import { resolveStrategy } from "../../../src/strategies/index.ts";
import { tiny } from "../../support/tiny.ts";

const short = [
  ["history: 1y", "history: 3w"],
  ["horizon: 2y", "horizon: 6w"],
] as const;

/** The strategies of the tiny scenario and one with few capabilities. */
const few = tiny(...short, [
  "  single-channel: {}",
  "  few: { sharedHistory: true, sharedBasket: true, responsePromises: true, channels: [web, shop, phone] }",
]);

async function gameOf(loaded: typeof few, strategy: string, kpi: string, replications: number, orders?: number) {
  const { document } = await sensitivity(loaded, {
    method: "capabilities",
    strategies: ["multichannel", strategy],
    kpi,
    replications,
    orders,
    workers: 0,
  });
  expect(sensitivityDocument.safeParse(document).error).toBeUndefined();
  const [game] = document.capabilities?.games ?? [];
  if (game === undefined) throw new Error("there is no game");
  return { game, document };
}

const sum = (numbers: readonly (number | null)[]) => numbers.reduce<number>((total, one) => total + (one ?? Number.NaN), 0);

describe("shares of capabilities", () => {
  it("are each capability's own cost where they act by cost alone, exactly", async () => {
    const { scenario } = few;
    const { game } = await gameOf(few, "few", "strategy_cost", 2);
    expect(game.players.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      "capability sharedHistory",
      "capability sharedBasket",
      "capability responsePromises",
      "lever channels",
    ]);
    expect({ orders: game.orders, coalitions: game.coalitions }).toEqual({ orders: null, coalitions: 16 });
    const years = 6 / (365 / 7);
    for (const { name, adds, alone, last } of game.players) {
      const { setUp, perYear } = name === "channels" ? { setUp: 0, perYear: 0 } : scenario.costs[name as "sharedHistory"];
      for (const span of [adds, alone, last]) {
        // Running costs are booked in whole cents, month by month.
        expect(span.mean).toBeCloseTo(setUp + perYear * years, 1);
        expect((span.high ?? Number.NaN) - (span.low ?? Number.NaN)).toBeCloseTo(0, 6);
      }
    }
    expect(sum(game.players.map(({ adds }) => adds.mean))).toBeCloseTo(game.uplift.mean ?? Number.NaN, 9);
    expect(sum(game.players.map(({ share }) => share))).toBeCloseTo(1, 9);
  });

  it("are the same from drawn orders, which add up exactly too", async () => {
    const { game } = await gameOf(few, "omnichannel", "strategy_cost", 2, 4);
    expect(game.players.map(({ name }) => name)).toEqual([...capabilityNames]);
    expect(game.orders).toBe(4);
    const total = sum(Object.values(few.scenario.costs).map(({ setUp }) => setUp));
    expect(game.uplift.mean).toBeGreaterThan(total);
    expect(sum(game.players.map(({ adds }) => adds.mean))).toBeCloseTo(game.uplift.mean ?? Number.NaN, 9);
    for (const { name, adds, alone } of game.players) {
      expect(adds.mean, name).toBeCloseTo(alone.mean ?? Number.NaN, 1);
      expect((adds.high ?? Number.NaN) - (adds.low ?? Number.NaN)).toBeLessThan(0.5);
    }
  });

  it("of profit add up to the difference that compare tells, with the same luck", async () => {
    const { game, document } = await gameOf(few, "few", "profit", 3);
    const { result } = await compare(few, { strategies: ["multichannel", "few"], replications: 3, workers: 0 });
    const known = result.comparisons.find(({ kpi, strategy }) => kpi === "profit" && strategy === "few");
    expect(document.baseline).toBe("multichannel");
    expect(game.uplift.mean).toBe(known?.difference.mean);
    expect(game.uplift.low).toBeCloseTo(known?.difference.low ?? Number.NaN, 6);
    expect(sum(game.players.map(({ adds }) => adds.mean))).toBeCloseTo(game.uplift.mean ?? Number.NaN, 6);
    // Fewer channels take part in what the others are worth: intervals have a width.
    for (const { adds } of game.players) expect((adds.high ?? 0) - (adds.low ?? 0)).toBeGreaterThan(0);
  });

  it("say that two strategies that do not differ have nothing to share", async () => {
    const twice = tiny(...short, ["  omnichannel: {}", "  other: { extends: multichannel }"]);
    const { game } = await gameOf(twice, "other", "profit", 2);
    expect(game).toMatchObject({ players: [], uplift: { mean: 0 } });
  });

  it("need a second strategy, and know what means nothing to them", async () => {
    await expect(sensitivity(few, { method: "capabilities", strategies: ["multichannel"] })).rejects.toThrow(
      "There is no strategy to take apart.",
    );
    await expect(sensitivity(few, { method: "capabilities", orders: 3 })).rejects.toThrow("--orders is 3.");
    await expect(sensitivity(few, { method: "capabilities", vary: ["needs.goesOn=50%..90%"] })).rejects.toThrow(
      "--vary means nothing to --method capabilities.",
    );
  });
});

describe("a coalition of two strategies", () => {
  const routed = tiny(...short, [
    "  single-channel: {}",
    "  routed: { extends: omnichannel, routing: fastest-first, channels: [web, phone] }\n  chosen: { routing: siloed }",
  ]);

  it.each([
    ["multichannel", "routed"],
    ["routed", "multichannel"],
    ["chosen", "routed"],
    ["single-channel", "omnichannel"],
  ])("of %s and %s is the one when empty, the other when full", (baseline, name) => {
    const two = between(routed.scenario, baseline, name);
    const all = 2 ** two.players.length - 1;
    const strategies = {
      ...routed.scenario.strategies,
      empty: coalitionStrategy(two, 0),
      full: coalitionStrategy(two, all),
    };
    const scenario = { ...routed.scenario, strategies };
    expect({ ...resolveStrategy(scenario, "empty"), name: "" }).toEqual({ ...resolveStrategy(scenario, baseline), name: "" });
    expect({ ...resolveStrategy(scenario, "full"), name: "" }).toEqual({ ...resolveStrategy(scenario, name), name: "" });
  });

  it("differs from one with one player less in that player alone", () => {
    const two = between(routed.scenario, "multichannel", "routed");
    expect(two.players.slice(-2)).toEqual([
      { name: "channels", kind: "lever" },
      { name: "routing", kind: "lever" },
    ]);
    for (const [bit, { name, kind }] of two.players.entries()) {
      const scenario = { ...routed.scenario, strategies: { without: coalitionStrategy(two, 0), having: coalitionStrategy(two, 1 << bit) } };
      const [without, having] = ["without", "having"].map((strategy) => resolveStrategy(scenario, strategy));
      if (kind === "capability") {
        const changed = capabilityNames.filter((one) => without?.capabilities[one] !== having?.capabilities[one]);
        expect(changed).toEqual([name]);
      } else expect(having?.[name as "routing"]).not.toEqual(without?.[name as "routing"]);
    }
  });
});
