/** Written quantities and what they become: durations and rates in seconds, shares as numbers in [0, 1], hours of the week. */

import { z } from "zod";

const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};
const NUMBER = String.raw`[0-9]{1,15}(?:\.[0-9]{1,15})?`;
const DURATION = new RegExp(`^(${NUMBER}) ?(ms|s|min|m|h|d|w|y)$`);
const WORKING = new RegExp(`^(${NUMBER}) working (hours?|minutes?)$`);
const PROMISE = new RegExp(`^${NUMBER} ?(?:ms|s|min|m|h|d|w|y|working hours?|working minutes?)$`);
const RATE = new RegExp(`^(${NUMBER}) ?/ ?(s|min|m|h|d|w|y)$`);
const PERCENT = new RegExp(`^(${NUMBER}) ?%$`);

const A_DURATION = "a duration with unit such as 90s, 6m, 1h, 3d, 2w or 1y";
const A_PROMISE = "a duration with unit such as 1h, or a working-time promise such as 6 working hours";
const A_RATE = "a rate of zero or more with unit such as 120/h, 3/d or 4/y";
const DAYS_AND_HOURS = 'always, or days with hours such as { mon-fri: "09:00-18:00", sat: "10:00-14:00" }';

function matched(pattern: RegExp, text: string): { amount: number; unit: string } | undefined {
  const [, amount, unit] = pattern.exec(text) ?? [];
  return amount === undefined ? undefined : { amount: Number(amount), unit: unit ?? "" };
}

/** A duration such as `90s`, `6m`, `1h`, `3d`, `2w`, `1y` (365 days), in seconds. */
export const duration = z
  .string({ error: A_DURATION })
  .regex(DURATION, { error: A_DURATION })
  .transform((text) => {
    const found = matched(DURATION, text);
    return found === undefined ? Number.NaN : found.amount * (SECONDS[found.unit] ?? Number.NaN);
  });

/** A duration that is longer than zero, in seconds. */
export const positiveDuration = duration.refine((seconds) => seconds > 0, { error: "a duration above zero" });

/** A promise: a plain duration, or `6 working hours`, which counts only hours in which the company works. */
export const promise = z
  .string({ error: A_PROMISE })
  .regex(PROMISE, { error: A_PROMISE })
  .transform((text) => {
    const working = matched(WORKING, text);
    if (working !== undefined) {
      return { seconds: working.amount * (working.unit.startsWith("hour") ? 3600 : 60), working: true };
    }
    const plain = matched(DURATION, text);
    return { seconds: plain === undefined ? Number.NaN : plain.amount * (SECONDS[plain.unit] ?? Number.NaN), working: false };
  });

/** A rate such as `120/h` or `4/y`, per second, zero or more. */
export const rate = z
  .string({ error: A_RATE })
  .regex(RATE, { error: A_RATE })
  .transform((text) => {
    const found = matched(RATE, text);
    return found === undefined ? Number.NaN : found.amount / (SECONDS[found.unit] ?? Number.NaN);
  });

/** A share, `0.25` or `25%`, in [0, 1]. */
export const share = z
  .union([z.number(), z.string().regex(PERCENT)], { error: "a share such as 0.25 or 25%" })
  .transform((value) => (typeof value === "number" ? value : (matched(PERCENT, value)?.amount ?? Number.NaN) / 100))
  .refine((value) => value >= 0 && value <= 1, { error: "a share from 0 to 1 (0% to 100%)" });

/** Money in the scenario's currency, zero or more. */
export const money = z.number({ error: "an amount of money, a plain number" }).nonnegative({ error: "an amount of money of zero or more" });

export const positive = z.number({ error: "a number" }).positive({ error: "a number above zero" });
export const nonNegative = z.number({ error: "a number" }).nonnegative({ error: "a number of zero or more" });
export const number = z.number({ error: "a number" });
export const count = z.int({ error: "a whole number" }).positive({ error: "a whole number of 1 or more" });

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const DAY_RANGE = new RegExp(`^(${DAYS.join("|")})(?:-(${DAYS.join("|")}))?$`);
const CLOCK = "(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)";
const INTERVALS = new RegExp(`^${CLOCK}-${CLOCK}(?:, ?${CLOCK}-${CLOCK})*$`);
const A_DAY = "a day or a range of days such as sat or mon-fri";
const SOME_HOURS = 'hours such as "09:00-18:00" or "09:00-12:00, 13:00-18:00" (00:00 to 24:00)';

function clock(text: string): number {
  const [hours, minutes] = text.split(":").map(Number);
  return (hours ?? Number.NaN) * 3600 + (minutes ?? Number.NaN) * 60;
}

function daysOf(range: string): number[] {
  const [, first, last] = DAY_RANGE.exec(range) ?? [];
  const from = DAYS.indexOf(first as (typeof DAYS)[number]);
  const to = last === undefined ? from : DAYS.indexOf(last as (typeof DAYS)[number]);
  const length = ((to - from + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (from + step) % 7);
}

function weekIntervals(days: Readonly<Record<string, string>>): [number, number][] {
  const found = Object.entries(days).flatMap(([range, hours]) =>
    daysOf(range).flatMap((day) =>
      hours.split(/, ?/).map((interval): [number, number] => {
        const [from = "", to = ""] = interval.split("-");
        return [day * 86_400 + clock(from), day * 86_400 + clock(to)];
      }),
    ),
  );
  return found.toSorted((a, b) => a[0] - b[0]);
}

function sound(intervals: readonly (readonly [number, number])[]): boolean {
  return intervals.every(([from, to], i) => {
    const next = intervals[i + 1];
    const withinDay = to - Math.floor(from / 86_400) * 86_400 <= 86_400;
    const wholeWeek = from === 0 && to === 604_800;
    return from < to && (withinDay || wholeWeek) && (next === undefined || to <= next[0]);
  });
}

/**
 * Hours of the week: `always`, or days and clock times such as `{ mon-fri: "09:00-18:00", sat: "10:00-14:00" }`. Becomes
 * half-open intervals in seconds since Monday 00:00, sorted.
 */
export const weeklyHours = z
  .union(
    [
      z.literal("always"),
      z.record(z.string().regex(DAY_RANGE, { error: A_DAY }), z.string({ error: SOME_HOURS }).regex(INTERVALS, { error: SOME_HOURS })),
    ],
    { error: DAYS_AND_HOURS },
  )
  .transform((value): [number, number][] => (value === "always" ? [[0, 604_800]] : weekIntervals(value)))
  .refine(sound, { error: "hours that begin before they end, lie within a day (to 24:00) and do not overlap" });
