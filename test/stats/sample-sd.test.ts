// The sample standard deviation: the root of the variance, in the unit of the values.
import { describe, expect, it } from "vitest";
import { sampleSd } from "../../src/stats/index.ts";

describe("the sample standard deviation", () => {
  it("is the square root of the sample variance", () => {
    expect(sampleSd([1, 3, 5, 7])).toBeCloseTo(Math.sqrt(20 / 3), 15);
  });

  it("of one value, or none, is refused", () => {
    expect(() => sampleSd([7])).toThrow("needs at least 2 values, got 1");
    expect(() => sampleSd([])).toThrow(RangeError);
  });
});
