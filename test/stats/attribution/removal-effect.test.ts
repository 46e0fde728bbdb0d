// Markov removal effects against a published toy, closed forms and a walk through the chain path by path.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { removalEffects, type TouchPath } from "../../../src/stats/index.ts";
import { attributionCase } from "./known-answers.ts";

const path = (text: string, conversions: number, nulls = 0, value = conversions): TouchPath => ({
  channels: text.split(">"),
  conversions,
  value,
  nulls,
});

describe("removal effects", () => {
  it("of the three-path toy are those of the tutorial (att-003)", () => {
    const { params, expected } = attributionCase("att-003");
    const paths = params.paths!.map((one) => path(one.path, one.conv, 1 - one.conv));
    const found = removalEffects(paths, "conversions")!;
    expect(found.perJourney).toBeCloseTo(expected["P_conversion"]!.value as number, 12);
    for (const [row, channel] of ["C1", "C2", "C3"].entries()) {
      expect(found.effects.get(channel)).toBeCloseTo((expected["removal"]!.value as number[])[row]!, 12);
      expect(found.shares.get(channel)).toBeCloseTo((expected["attributed"]!.value as number[])[row]!, 12);
    }
  });

  it("give a single channel everything", () => {
    const found = removalEffects([path("web", 3, 7), path("web>web", 1, 1)], "conversions")!;
    expect(found.effects.get("web")).toBe(1);
    expect(found.shares.get("web")).toBe(1);
  });

  it("of paths with one touch are the shares of the value", () => {
    const found = removalEffects([path("web", 3, 7, 90), path("store", 2, 8, 30)], "value")!;
    expect(found.perJourney).toBeCloseTo(6, 12);
    expect(found.shares.get("web")).toBeCloseTo(0.75, 12);
    expect(found.effects.get("store")).toBeCloseTo(0.25, 12);
  });

  it("count what is paid where value is asked for, not who pays", () => {
    const paths = [path("web", 10, 0, 10), path("store", 1, 0, 90)];
    expect(removalEffects(paths, "conversions")!.shares.get("store")).toBeCloseTo(1 / 11, 12);
    expect(removalEffects(paths, "value")!.shares.get("store")).toBeCloseTo(0.9, 12);
  });

  it("are undefined where nothing is earned", () => {
    expect(removalEffects([path("web", 0, 5)], "conversions")).toBeNull();
    expect(removalEffects([], "value")).toBeNull();
  });

  it("follow a loop to its end: the chance to convert from a channel that leads back to itself", () => {
    // From a half the visits lead on to a, a quarter buy, a quarter leave: (1/4) / (1 − 1/2).
    const found = removalEffects([path("a>a", 1, 1)], "conversions")!;
    expect(found.perJourney).toBeCloseTo(0.5, 12);
  });

  it("of a high order are those of the paths themselves", () => {
    const channels = fc.constantFrom<string>("a", "b", "c");
    const some = fc.record({
      channels: fc.array(channels, { minLength: 1, maxLength: 4 }),
      conversions: fc.nat(5),
      nulls: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 8 }), (drawn) => {
        const paths = drawn.map((one) => ({ ...one, value: one.conversions * 3 }));
        const found = removalEffects(paths, "conversions", 4);
        const all = paths.reduce((sum, { conversions }) => sum + conversions, 0);
        expect(found === null).toBe(all === 0);
        // A chain that remembers the whole path loses exactly the paths that touch the channel.
        for (const [channel, effect] of found?.effects ?? []) {
          const lost = paths.reduce((sum, one) => sum + (one.channels.includes(channel) ? one.conversions : 0), 0);
          expect(effect).toBeCloseTo(lost / all, 9);
        }
      }),
    );
  });

  it("of order 2 differ from order 1 where the touch before the last one matters", () => {
    const paths = [path("a>b", 10, 0), path("c>b", 0, 10)];
    // Order 1 sees b only, wherever it is come from; order 2 knows that only a leads to a purchase.
    expect(removalEffects(paths, "conversions", 1)!.effects.get("c")).toBeCloseTo(0.5, 12);
    expect(removalEffects(paths, "conversions", 2)!.effects.get("c")).toBeCloseTo(0, 12);
  });

  it("refuse an order that is none, and paths that are none", () => {
    expect(() => removalEffects([path("a", 1)], "value", 0)).toThrow(RangeError);
    expect(() => removalEffects([{ ...path("a", 1), channels: [] }], "value")).toThrow("at least one touch");
    expect(() => removalEffects([path("a", -1)], "value")).toThrow("must not be negative");
  });
});
