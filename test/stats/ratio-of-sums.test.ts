// The ratio of sums: busy replications weigh more, and nothing over nothing is not a number but null.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratioOfSums } from "../../src/stats/index.ts";

const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 })), {
  minLength: 2,
  maxLength: 30,
});

describe("a ratio of sums", () => {
  it("is not the average of ratios", () => {
    expect(ratioOfSums([1, 90], [10, 100])).toBe(91 / 110);
  });

  it("is undefined when the denominators sum to zero", () => {
    expect(ratioOfSums([0, 0], [0, 0])).toBeNull();
    expect(ratioOfSums([3], [0])).toBeNull();
  });

  it("without a replication is the ratio over the others", () => {
    fc.assert(
      fc.property(pairs, fc.nat(), (rows, pick) => {
        const at = pick % rows.length;
        const others = rows.filter((_, i) => i !== at);
        const top = rows.map(([y]) => y);
        const below = rows.map(([, x]) => x);
        expect(ratioOfSums(top, below, at)).toBe(
          ratioOfSums(
            others.map(([y]) => y),
            others.map(([, x]) => x),
          ),
        );
      }),
    );
  });

  it("without the only replication is undefined", () => {
    expect(ratioOfSums([3], [4], 0)).toBeNull();
  });

  it("over integers does not depend on the order of replications", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const turned = rows.toReversed();
        const forward = ratioOfSums(
          rows.map(([y]) => y),
          rows.map(([, x]) => x),
        );
        expect(
          ratioOfSums(
            turned.map(([y]) => y),
            turned.map(([, x]) => x),
          ),
        ).toBe(forward);
      }),
    );
  });

  it("is refused for no values, values that do not pair, values or sums that are not finite, and an index that is none", () => {
    expect(() => ratioOfSums([], [])).toThrow(RangeError);
    expect(() => ratioOfSums([1, 2], [1])).toThrow("2 numerators do not pair with 1 denominators");
    expect(() => ratioOfSums([NaN], [1])).toThrow(RangeError);
    expect(() => ratioOfSums([1], [Infinity])).toThrow(RangeError);
    expect(() => ratioOfSums([1, 1], [1e308, 1e308])).toThrow(RangeError);
    for (const at of [-1, 2, 0.5]) expect(() => ratioOfSums([1, 2], [1, 2], at)).toThrow(RangeError);
  });
});
