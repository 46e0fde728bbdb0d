// First, last and linear touch.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstTouch, lastTouch, linearTouch, shapleyOfPaths, type TouchPath } from "../../../src/stats/index.ts";
import { attributionCase } from "./known-answers.ts";

const paths: readonly TouchPath[] = [
  { channels: ["web", "store", "web", "app"], conversions: 4, value: 400, nulls: 6 },
  { channels: ["store"], conversions: 1, value: 50, nulls: 0 },
  { channels: ["mail"], conversions: 0, value: 0, nulls: 9 },
];
const asRecord = (credit: ReadonlyMap<string, number>) => Object.fromEntries(credit);

describe("touch credit", () => {
  it("goes to the first, to the last, or equally to every touch", () => {
    expect(asRecord(firstTouch(paths, "conversions"))).toEqual({ web: 4, store: 1, app: 0, mail: 0 });
    expect(asRecord(lastTouch(paths, "conversions"))).toEqual({ web: 0, store: 1, app: 4, mail: 0 });
    expect(asRecord(linearTouch(paths, "conversions"))).toEqual({ web: 2, store: 2, app: 1, mail: 0 });
    expect(asRecord(linearTouch(paths, "value"))).toEqual({ web: 200, store: 150, app: 100, mail: 0 });
  });

  it("by Shapley goes equally to the different channels of a path", () => {
    const credit = shapleyOfPaths(paths, "value");
    expect(credit.get("web")).toBeCloseTo(400 / 3, 10);
    expect(credit.get("store")).toBeCloseTo(50 + 400 / 3, 10);
    expect(credit.get("mail")).toBe(0);
  });

  it("adds up to all that was earned, whatever the paths", () => {
    const some = fc.record({
      channels: fc.array(fc.constantFrom("a", "b", "c", "constructor"), { minLength: 1, maxLength: 6 }),
      conversions: fc.nat(9),
      value: fc.nat(1000),
      nulls: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(some), (drawn) => {
        for (const rule of [firstTouch, lastTouch, linearTouch, shapleyOfPaths])
          for (const measure of ["conversions", "value"] as const) {
            const credited = [...rule(drawn, measure).values()].reduce((sum, credit) => sum + credit, 0);
            expect(credited).toBeCloseTo(
              drawn.reduce((sum, path) => sum + path[measure], 0),
              7,
            );
          }
      }),
    );
  });

  it("adds up to the conversions of the ChannelAttribution sample in every rule of the case (att-001)", () => {
    // The sample's paths are not in the validation set; that its figures share out one and the same total is.
    for (const rule of ["first", "last", "linear"]) {
      const credits = Object.values(attributionCase("att-001").expected[rule]!.value as Record<string, number>);
      expect(credits.reduce((sum, credit) => sum + credit, 0)).toBeCloseTo(19_785, 4);
    }
  });

  it("refuses paths without touches", () => {
    expect(() => firstTouch([{ channels: [], conversions: 1, value: 1, nulls: 0 }], "value")).toThrow("at least one touch");
  });
});
