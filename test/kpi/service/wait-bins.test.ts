import { describe, expect, it } from "vitest";
import { cumulated, waitBin, waitBinEdges, waitBins, waitQuantile } from "../../../src/kpi/index.ts";

describe("bins of waits", () => {
  it("hold every wait between their edges", () => {
    for (let wait = 0.001; wait < 3e7; wait *= 1.0137) {
      const bin = waitBin(wait);
      expect(waitBinEdges[bin]).toBeLessThanOrEqual(wait);
      expect(waitBinEdges[bin + 1]).toBeGreaterThan(wait);
    }
  });

  it("are at most 3.2 % wide between 8 ms and 190 days", () => {
    for (let bin = 2; bin < waitBins - 1; bin++) {
      expect(waitBinEdges[bin + 1]! / waitBinEdges[bin]! - 1).toBeLessThan(0.032);
      expect(waitBin(waitBinEdges[bin]!)).toBe(bin);
    }
  });

  it("keep those who did not wait apart, and end nowhere", () => {
    expect(waitBin(0)).toBe(0);
    expect(waitBin(1e-9)).toBe(1);
    expect(waitBin(1e12)).toBe(waitBins - 1);
    expect(waitBinEdges[waitBins]).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("a quantile", () => {
  const counts = (...waits: number[]) => {
    const histogram = new Float64Array(waitBins);
    for (const wait of waits) histogram[waitBin(wait)]!++;
    return histogram;
  };

  it("is 0 as long as so many did not wait", () => {
    const histogram = counts(0, 0, 0, 50);
    expect([0.5, 0.75].map((p) => waitQuantile(cumulated(histogram), p, 50))).toEqual([0, 0]);
    expect(waitQuantile(cumulated(histogram), 0.99, 50)).toBeGreaterThan(49);
  });

  it("is never above the greatest wait, and null where nobody came", () => {
    expect(waitQuantile(cumulated(counts(1e12)), 0.99, 1e12)).toBeLessThanOrEqual(1e12);
    expect(waitQuantile(cumulated(counts()), 0.5, 0)).toBeNull();
  });
});
