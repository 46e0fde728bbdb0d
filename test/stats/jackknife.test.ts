// The jackknife: the t interval for means, the delta method for ratios, silence where nothing can be said.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jackknife, mean, ratioOfSums, tInterval } from "../../src/stats/index.ts";
import type { JackknifeEstimate, LeaveOneOutStatistic } from "../../src/stats/index.ts";

/** The jackknife, for a statistic that is known to be defined. */
function defined(n: number, statistic: LeaveOneOutStatistic, confidence = 0.95): JackknifeEstimate {
  const result = jackknife(n, statistic, confidence);
  if ("undefined" in result) throw new Error("the statistic is undefined");
  return result;
}

/** Sums that go with each other: x = 60 + 37i mod 41, y = floor(3x / 10) + 13i² mod 11, as in the numpy figures. */
function replications(n: number): { readonly x: number[]; readonly y: number[] } {
  const x = Array.from({ length: n }, (_, i) => 60 + ((i * 37) % 41));
  return { x, y: x.map((value, i) => Math.floor((3 * value) / 10) + ((i * i * 13) % 11)) };
}

/** The jackknife of Σy / Σx over n replications. */
function ratio(n: number): JackknifeEstimate {
  const { x, y } = replications(n);
  return defined(n, (leaveOut) => ratioOfSums(y, x, leaveOut));
}

describe("the jackknife interval", () => {
  it("of a mean is the ordinary t interval", () => {
    const values = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.8, 0.95, 0.99), (x, confidence) => {
        const statistic = (leaveOut: number | null): number => mean(x.filter((_, i) => i !== leaveOut));
        const jack = defined(x.length, statistic, confidence);
        const plain = tInterval(x, confidence);
        expect(jack.estimate).toBe(plain.mean);
        expect(jack.n).toBe(plain.n);
        for (const key of ["sd", "low", "high"] as const) {
          expect(Math.abs(Number(jack[key]) - Number(plain[key]))).toBeLessThan(1e-7);
        }
      }),
    );
  });

  // Source: numpy 2.4.6 and scipy 1.17.1, from the pseudo-values n·θ − (n − 1)·θ_(−j) taken literally, 95 %.
  it.each([
    [20, 0.371536523929471, 0.04194989306466993, 0.3519033696274304, 0.3911696782315116],
    [160, 0.3690809968847352, 0.04125625584712227, 0.3626393622619003, 0.37552263150757015],
  ])("of a ratio of sums over %d replications is what numpy makes of the pseudo-values", (n, estimate, sd, low, high) => {
    const got = ratio(n);
    expect(got.estimate).toBeCloseTo(estimate, 15);
    expect(got.sd).toBeCloseTo(sd, 12);
    expect(got.low).toBeCloseTo(low, 12);
    expect(got.high).toBeCloseTo(high, 12);
    expect(got.n).toBe(n);
  });

  // Source: numpy 2.4.6, standard error of Σy / Σx by the delta method: sd(y − θx) / √n / mean(x).
  it.each([
    [20, 0.009350465080486627],
    [40, 0.006973192029313949],
    [80, 0.004942051461868612],
    [160, 0.0032615438968987692],
  ])("of a ratio of sums over %d replications is the delta method's to within 0.1 / n", (n, deltaSe) => {
    const se = Number(ratio(n).sd) / Math.sqrt(n);
    expect(Math.abs(se / deltaSe - 1)).toBeLessThan(0.1 / n);
  });

  it("has exactly no width when leaving out changes nothing", () => {
    const values = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 50 }), (theta, n) => {
        const { estimate, low, high, sd } = defined(n, () => theta);
        expect([estimate === theta, low === theta, high === theta, sd]).toEqual([true, true, true, 0]);
      }),
    );
  });

  it("has exactly no width for a share that is the same in every replication", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 10 }), (size, tenths) => {
        const top = size.map((s) => s * tenths);
        const below = size.map((s) => s * 10);
        const { low, high, sd } = defined(size.length, (leaveOut) => ratioOfSums(top, below, leaveOut));
        expect([low, high, sd]).toEqual([tenths / 10, tenths / 10, 0]);
      }),
    );
  });

  it("is never made from one replication, which is not left out either", () => {
    const asked: (number | null)[] = [];
    const statistic: LeaveOneOutStatistic = (leaveOut) => (asked.push(leaveOut), 7);
    expect(jackknife(1, statistic, 0.95)).toEqual({ estimate: 7, low: null, high: null, sd: null, n: 1 });
    expect(asked).toEqual([null]);
  });

  it("is undefined with its statistic", () => {
    expect(jackknife(5, () => null, 0.95)).toEqual({ undefined: true });
    expect(jackknife(1, () => null, 0.95)).toEqual({ undefined: true });
  });

  it("is not made when all contacts fell into one replication, but the estimate stands", () => {
    const statistic: LeaveOneOutStatistic = (leaveOut) => ratioOfSums([0, 3, 0], [0, 4, 0], leaveOut);
    expect(jackknife(3, statistic, 0.95)).toEqual({ estimate: 0.75, low: null, high: null, sd: null, n: 3 });
  });

  it("asks for the whole first and then for each replication left out, in order", () => {
    const asked: (number | null)[] = [];
    jackknife(3, (leaveOut) => (asked.push(leaveOut), 1), 0.95);
    expect(asked).toEqual([null, 0, 1, 2]);
  });

  it("is refused for no replications, a confidence outside (0, 1), and a statistic that is not finite", () => {
    for (const n of [0, -1, 2.5, NaN]) expect(() => jackknife(n, () => 1, 0.95)).toThrow(RangeError);
    for (const confidence of [0, 1, NaN]) expect(() => jackknife(1, () => 1, confidence)).toThrow("confidence");
    expect(() => jackknife(3, () => NaN, 0.95)).toThrow("the statistic must be a finite number");
    expect(() => jackknife(3, (leaveOut) => (leaveOut === 1 ? NaN : 1), 0.95)).toThrow("without replication 1");
  });
});
