import { describe, expect, it } from "vitest";
import { antitheticOrders, coalitionsOf, contributions, mean, sampleSd, shapley } from "../../../src/stats/index.ts";
import { sequenceOf } from "../../support/uniform-sequence.ts";

const uniform = sequenceOf("orders");

/** Glove game with weights: what a coalition is worth depends on who is in it together. */
function worth(coalition: number): number {
  const has = (player: number) => (coalition & (1 << player)) !== 0;
  return (has(0) && has(1) ? 6 : 0) + (has(2) ? 2 : 0) + (has(3) && (has(0) || has(2)) ? 4 : 0);
}

describe("drawn orders", () => {
  it("come in pairs, an order of all players and its reverse", () => {
    const orders = antitheticOrders(5, 8, uniform);
    expect(orders.length).toBe(16);
    for (let pair = 0; pair < 8; pair++) {
      expect((orders[2 * pair] ?? []).toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4]);
      expect(orders[2 * pair + 1]).toEqual(orders[2 * pair]?.toReversed());
    }
    expect(new Set(orders.map((order) => order.join(""))).size).toBeGreaterThan(10);
  });

  it("pass from nobody to all, one at a time", () => {
    expect(coalitionsOf([2, 0, 1])).toEqual([0, 0b100, 0b101, 0b111]);
  });

  it("share out the whole in every order, and near the Shapley value on average", () => {
    const orders = antitheticOrders(4, 2000, uniform);
    const added = contributions(orders, worth);
    for (const ofOrder of added) expect(ofOrder.reduce((sum, one) => sum + one, 0)).toBe(worth(0b1111));
    const exact = shapley(4, worth);
    for (const [player, value] of exact.entries()) {
      const pairs = Array.from(
        { length: 2000 },
        (_, pair) => ((added[2 * pair]?.[player] ?? 0) + (added[2 * pair + 1]?.[player] ?? 0)) / 2,
      );
      expect(Math.abs(mean(pairs) - value)).toBeLessThanOrEqual((3 * sampleSd(pairs)) / Math.sqrt(pairs.length));
    }
  });

  it("refuse games without players or orders", () => {
    expect(() => antitheticOrders(0, 1, uniform)).toThrow("orders need players, got 0");
    expect(() => antitheticOrders(3, 0, uniform)).toThrow("one pair or more, got 0");
  });
});
