/** Written quantities and what they become: durations and rates in seconds, shares as numbers in [0, 1]. */

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
const A_SHARE = "a share such as 0.25 or 25%";
const A_RATE = "a rate of zero or more with unit such as 120/h, 3/d or 4/y";

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
  // Said twice: of a union in which one kind fits, zod tells what is wrong with that one.
  .union([z.number(), z.string().regex(PERCENT, { error: A_SHARE })], { error: A_SHARE })
  .transform((value) => (typeof value === "number" ? value : (matched(PERCENT, value)?.amount ?? Number.NaN) / 100))
  .refine((value) => value >= 0 && value <= 1, { error: "a share from 0 to 1 (0% to 100%)" });

/** Money in the scenario's currency, zero or more. */
export const money = z.number({ error: "an amount of money, a plain number" }).nonnegative({ error: "an amount of money of zero or more" });

export const positive = z.number({ error: "a number" }).positive({ error: "a number above zero" });
export const nonNegative = z.number({ error: "a number" }).nonnegative({ error: "a number of zero or more" });
export const number = z.number({ error: "a number" });
export const count = z.int({ error: "a whole number" }).positive({ error: "a whole number of 1 or more" });
export const wholeNumber = z.int({ error: "a whole number" }).nonnegative({ error: "a whole number of 0 or more" });
