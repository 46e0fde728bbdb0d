// The Shapley value against textbook games and its axioms.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shapley, shapleyOfPaths } from "../../../src/stats/index.ts";
import { attributionCase } from "./known-answers.ts";

const { params, expected } = attributionCase("att-004");
const values = (metric: string) => expected[metric]!.value as number[];

function expectValues(found: readonly number[], exact: readonly number[]): void {
  expect(found).toHaveLength(exact.length);
  for (const [player, value] of found.entries()) expect(value).toBeCloseTo(exact[player]!, 10);
}

describe("the Shapley value", () => {
  it("of a game of three channels", () => {
    const name = (coalition: number) => ["A", "B", "C"].filter((_, player) => (coalition & (1 << player)) !== 0).join("");
    expectValues(
      shapley(3, (coalition) => params.v![name(coalition)] ?? 0),
      values("abc"),
    );
  });

  it("of the glove game: one left glove, two right ones", () => {
    expectValues(
      shapley(3, (coalition) => ((coalition & 1) !== 0 && (coalition & 6) !== 0 ? 1 : 0)),
      values("glove_L_R1_R2"),
    );
  });

  it("of the airport game: whoever needs the longest runway decides its cost", () => {
    const cost = (coalition: number) => Math.max(0, ...[1, 2, 3, 4].filter((_, player) => (coalition & (1 << player)) !== 0));
    expectValues(shapley(4, cost), values("airport_1_2_3_4"));
  });

  it("shares out everything, treats equals equally, gives nothing to who adds nothing, and adds up over games", () => {
    const game = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(game, game, (one, other) => {
        const found = shapley(5, (coalition) => one[coalition]!);
        expect(found.reduce((sum, value) => sum + value, 0)).toBeCloseTo(one[31]! - one[0]!, 8);
        const second = shapley(5, (coalition) => other[coalition]!);
        const both = shapley(5, (coalition) => one[coalition]! + other[coalition]!);
        for (const [player, value] of both.entries()) expect(value).toBeCloseTo(found[player]! + second[player]!, 8);
        // Player 4 adds nothing to a game that does not look at it; players 0 and 1 are equals where only their number counts.
        expect(shapley(5, (coalition) => one[coalition & 15]!)[4]).toBeCloseTo(0, 10);
        const counting = (coalition: number) => one[(coalition & 28) + (coalition & 1) + ((coalition >> 1) & 1)]!;
        const [first, twin] = shapley(5, counting);
        expect(first).toBeCloseTo(twin!, 8);
      }),
      { numRuns: 30 },
    );
  });

  it("has limits", () => {
    expect(shapley(0, () => 7)).toEqual([]);
    expect(shapley(1, (coalition) => coalition * 5)).toEqual([5]);
    expect(() => shapley(21, () => 0)).toThrow(RangeError);
    expect(() => shapley(2, () => Number.NaN)).toThrow("the value of a coalition");
  });

  it("of the game of paths is the same by enumeration as by equal parts", () => {
    const channels = ["a", "b", "c", "d"];
    const some = fc.record({
      channels: fc.array(fc.constantFrom(...channels), { minLength: 1, maxLength: 6 }),
      conversions: fc.nat(9),
      value: fc.nat(1000),
      nulls: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 10 }), (paths) => {
        const within = (coalition: number) =>
          paths
            .filter((path) => path.channels.every((channel) => (coalition & (1 << channels.indexOf(channel))) !== 0))
            .reduce((sum, { value }) => sum + value, 0);
        const found = shapleyOfPaths(paths, "value");
        for (const [player, value] of shapley(4, within).entries()) expect(found.get(channels[player]!) ?? 0).toBeCloseTo(value, 8);
      }),
    );
  });
});
