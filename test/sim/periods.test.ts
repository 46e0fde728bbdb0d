import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/sim/periods.ts";

const YEAR = 31_536_000;
const MONTH = YEAR / 12;
const WEEK = 604_800;

describe("the months of a run", () => {
  it("are twelfths of 365 days, history and horizon apart", () => {
    const { ends, adoptionMonth } = calendarOf(2 * MONTH, 3 * MONTH);
    expect(ends).toEqual([1, 2, 3, 4, 5].map((n) => n * MONTH));
    expect(adoptionMonth).toBe(2);
  });

  it("begin with the short one in the history and end with the short one in the horizon", () => {
    const { ends, adoptionMonth } = calendarOf(1.5 * MONTH, 1.25 * MONTH);
    expect(ends.map((end) => end / MONTH)).toEqual([0.5, 1.5, 2.5, 2.75]);
    expect(adoptionMonth).toBe(2);
  });

  it("need no history", () => {
    expect(calendarOf(0, YEAR)).toMatchObject({ adoptionMonth: 0, years: [{ fromMonth: 0, toMonth: 12, full: true }] });
  });

  it.each([1, 3 * WEEK, 8 * WEEK, 0.5 * YEAR, YEAR, 1.4 * YEAR, 2 * YEAR, 3.999 * YEAR, 23.5 * MONTH])(
    "end at adoption and at the end, in order, with a history of %f s",
    (history) => {
      for (const horizon of [1, 5 * WEEK, YEAR, 2.5 * YEAR, 11.999 * MONTH]) {
        const { ends, adoptionMonth } = calendarOf(history, horizon);
        expect(ends[adoptionMonth - 1]).toBe(history);
        expect(ends.at(-1)).toBe(history + horizon);
        for (const [n, end] of ends.entries()) {
          const length = end - (ends[n - 1] ?? 0);
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(MONTH * (1 + 1e-9));
        }
      }
    },
  );
});

describe("the years of a run", () => {
  const lengthsOf = (history: number, horizon: number) => {
    const { ends, years } = calendarOf(history, horizon);
    return years.map(
      ({ fromMonth, toMonth, full }) =>
        [((ends[toMonth - 1] ?? 0) - (fromMonth === 0 ? 0 : (ends[fromMonth - 1] ?? 0))) / YEAR, full] as const,
    );
  };

  it("are counted from adoption, both ways", () => {
    expect(lengthsOf(2 * YEAR, 2 * YEAR)).toEqual([
      [1, true],
      [1, true],
      [1, true],
      [1, true],
    ]);
  });

  it.each([
    [
      0.5,
      1,
      [
        [0.5, false],
        [1, true],
      ],
    ],
    [
      1.5,
      1.5,
      [
        [0.5, false],
        [1, true],
        [1, true],
        [0.5, false],
      ],
    ],
    [
      1.125,
      0.25,
      [
        [0.125, false],
        [1, true],
        [0.25, false],
      ],
    ],
    [
      23.5 / 12,
      1,
      [
        [11.5 / 12, false],
        [1, true],
        [1, true],
      ],
    ],
    [
      11.5 / 12,
      1,
      [
        [11.5 / 12, false],
        [1, true],
      ],
    ],
  ] as const)("leave what is no whole year to the ends: history of %f, horizon of %f years", (history, horizon, expected) => {
    const found = lengthsOf(history * YEAR, horizon * YEAR);
    expect(found.map(([, full]) => full)).toEqual(expected.map(([, full]) => full));
    for (const [n, [length]] of found.entries()) expect(length).toBeCloseTo(expected[n]?.[0] ?? Number.NaN, 9);
  });

  it("follow each other without gap or overlap", () => {
    for (let history = 0; history < 40; history++) {
      const { years, ends } = calendarOf(history * 0.37 * MONTH, 20.3 * MONTH);
      expect(years[0]?.fromMonth).toBe(0);
      expect(years.at(-1)?.toMonth).toBe(ends.length);
      for (const [n, { toMonth }] of years.slice(0, -1).entries()) expect(years[n + 1]?.fromMonth).toBe(toMonth);
    }
  });
});
