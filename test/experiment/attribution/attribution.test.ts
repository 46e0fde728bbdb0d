/** What a study of attribution says of worlds in which the truth is known by a formula. */

import { describe, expect, it } from "vitest";
import { attributionOf } from "../../../src/experiment/attribution/attribution-of.ts";
import { type AttributionResult, attributionMethods } from "../../../src/kpi/index.ts";
import { strategyResult } from "../../../src/kpi/result.ts";
import { replicateWithTouches } from "../../../src/sim/index.ts";
import { planOf, type Written } from "../../support/runs.ts";
import { type TwoChannels, twoChannels } from "../../support/two-channels.ts";

function studied(written: Written, replications: number): AttributionResult {
  const plan = planOf(written);
  const outcomes = Array.from({ length: replications }, (_, replication) =>
    replicateWithTouches({ plan, strategies: ["multichannel"], replication, executor: "compiled" }),
  ).flat();
  const { attribution } = attributionOf(plan, outcomes);
  if (attribution === undefined) throw new Error("nothing was studied");
  return attribution;
}

const world = (changes: Partial<TwoChannels> = {}): Written =>
  twoChannels({ share: 0.4, buys: { x: 0.3, y: 0.6 }, goesOn: 0.5, ...changes });
const row = ({ channels }: AttributionResult, name: string) => channels.find(({ channel }) => channel === name)!;
const method = ({ methods }: AttributionResult, name: string) => methods.find((one) => one.method === name)!;

describe("an only channel", () => {
  const written = world();
  const { y: _, ...channels } = written.channels!;
  const result = studied({ ...written, channels, segments: { people: { size: 50 } } }, 3);

  it("has all the credit by every method, and all of it in truth", () => {
    const [only] = result.channels;
    for (const name of attributionMethods) expect(only!.credit[name]).toEqual({ mean: 1, low: 1, high: 1 });
    expect(only!.incremental.share.mean).toBe(1);
    expect(only!.incremental.revenue.mean).toBeCloseTo(result.revenue.mean!, 8);
    for (const one of result.methods) expect([one.error.mean, one.misplaced.mean, one.rank]).toEqual([0, 0, 1]);
  });
});

describe("channels whose touches stand alone", () => {
  // One visit a need: the game is additive, and every method is right.
  const result = studied(world({ goesOn: 0 }), 12);

  it("have their true shares by every method, Shapley's included", () => {
    for (const { channel, credit, incremental } of result.channels)
      for (const name of attributionMethods) {
        expect(credit[name].mean, `${channel} by ${name}`).toBeCloseTo(incremental.share.mean!, 10);
      }
    for (const { error } of result.methods) expect(error.mean).toBeCloseTo(0, 10);
  });

  it("have the shares of the formula within their intervals", () => {
    const exact = (0.4 * 0.3) / (0.4 * 0.3 + 0.6 * 0.6);
    const { low, high } = row(result, "x").incremental.share;
    expect(low!).toBeLessThan(exact);
    expect(high!).toBeGreaterThan(exact);
    expect(high! - low!).toBeLessThan(0.05);
  });

  it("have single touches worth what a visit sells in the mean", () => {
    for (const [channel, worth] of [
      ["x", 30],
      ["y", 60],
    ] as const) {
      const { mean, low, high } = row(result, channel).single.perTouch;
      const half = (high! - low!) / 2;
      expect(Math.abs(mean! - worth)).toBeLessThan(1.5 * half);
      expect(half).toBeLessThan(worth / 4);
    }
  });
});

describe("a channel whose touches have no effect", () => {
  // At y everybody buys, and everybody goes on until they buy: x only takes orders that y would have had.
  const [share, buys] = [0.75, 0.1];
  const result = studied(world({ share, buys: { x: buys, y: 1 }, goesOn: 1, people: 300 }), 6);
  const lastTouch = (share * buys) / (share * buys + 1 - share);

  it("has no true share, but the credit of a formula by last touch", () => {
    expect(row(result, "x").incremental.share.mean).toBeCloseTo(0, 1);
    expect(row(result, "x").credit.lastTouch.mean).toBeCloseTo(lastTouch, 1);
    expect(row(result, "y").incremental.share.mean).toBeCloseTo(1, 1);
  });

  it("makes last touch wrong by that credit, which the study says", () => {
    const { error, misplaced } = method(result, "lastTouch");
    expect(Math.abs(error.mean! - lastTouch)).toBeLessThan(0.02);
    expect(misplaced.mean).toBeCloseTo(error.mean!, 10);
    // First touch and linear are worse: three in four visits are to x.
    expect(method(result, "lastTouch").rank).toBeLessThan(method(result, "linear").rank!);
    expect(method(result, "linear").rank).toBeLessThan(method(result, "firstTouch").rank!);
  });
});

describe("a channel that only informs", () => {
  // x sells nothing; a visit there makes a purchase at y more likely.
  const written = world({ share: 0.6, buys: { x: 0.3, y: 0.2 }, goesOn: 0.8, people: 250 });
  const informing = (informationWeight: number): Written => ({
    ...written,
    channels: { ...written.channels, x: { ...written.channels!["x"]!, can: ["inform"] } },
    offer: { ...written.offer, informationWeight },
  });

  it("is worth nothing where information moves nobody, and never has credit by last touch", () => {
    const result = studied(informing(0), 3);
    expect(row(result, "x").incremental.revenue.mean).toBe(0);
    expect(row(result, "x").credit.lastTouch.mean).toBe(0);
    expect(method(result, "lastTouch").error.mean).toBeCloseTo(0, 10);
  });

  it("is worth something where information helps, which last touch does not see", () => {
    const result = studied(informing(1), 5);
    expect(row(result, "x").incremental.share.low).toBeGreaterThan(0.02);
    expect(row(result, "x").credit.lastTouch.mean).toBe(0);
    expect(method(result, "lastTouch").error.low).toBeGreaterThan(0.02);
  });
});

describe("the section of the result", () => {
  const result = studied(world({ people: 30 }), 3);

  it("is what the schema of the result says", () => {
    expect(strategyResult.shape.attribution.parse(result)).toEqual(result);
  });

  it("shares out all revenue by every method", () => {
    for (const name of attributionMethods) {
      expect(result.channels.reduce((sum, { credit }) => sum + credit[name].mean!, 0)).toBeCloseTo(1, 10);
    }
  });

  it("has no intervals from one replication", () => {
    const single = studied(world({ people: 30 }), 1);
    expect(row(single, "x").incremental.share.mean).not.toBeNull();
    expect(row(single, "x").incremental.share.low).toBeNull();
  });

  it("says why there is no truth where nobody buys", () => {
    const idle = studied(world({ people: 10, buys: { x: 0, y: 0 } }), 2);
    expect(row(idle, "x").credit.markov).toMatchObject({ mean: null, reason: "nothing was bought" });
    expect(row(idle, "x").incremental.share.reason).toContain("no revenue is lost");
    expect(idle.methods.every(({ rank }) => rank === null)).toBe(true);
  });
});

it("95 % intervals of the true share cover it about as often as they say", () => {
  const exact = (0.4 * 0.3) / (0.4 * 0.3 + 0.6 * 0.6);
  const studies = 60;
  let covered = 0;
  for (let study = 0; study < studies; study++) {
    const result = studied(world({ goesOn: 0, people: 25, horizon: "26w", seed: `study ${study}` }), 6);
    const { low, high } = row(result, "x").incremental.share;
    if (low! <= exact && exact <= high!) covered++;
  }
  // 57 expected; three standard deviations of a binomial number are 5.
  expect(covered).toBeGreaterThanOrEqual(52);
});
