/** How numbers are written: the unit decides the scale, the interval decides the decimals. */

import type { KpiUnit } from "../../kpi/index.ts";

/** A way to write a group of numbers that belong together (a mean and its interval). */
export interface NumberScale {
  readonly divide: number;
  readonly prefix: string;
  readonly suffix: string;
  readonly digits: number;
}

/** A value is a level (61.0%) or a difference (+1.8 pp). */
export type Reading = "level" | "difference";

/** Mean, low and high; anything but the mean may be missing. */
export interface Estimate {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const symbols: Record<string, string> = { EUR: "€", USD: "$", GBP: "£", JPY: "¥" };
const MINUS = "\u2212";
const NBSP = "\u00a0";

/** Of the size, or of 1 where that is more: what is smaller has come from the arithmetic of floating point, and calls for no decimals. */
const ROUNDING = 1e-9;

function isRounding(value: number, size: number): boolean {
  return Math.abs(value) <= ROUNDING * Math.max(1, size);
}

/** Writes `value` with grouped thousands, a real minus sign and never a negative zero. */
export function fixed(value: number, digits: number): string {
  const [whole = "0", fraction] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** What the values of a row share: times their unit (by the largest), levels their decimals. */
export interface Row {
  readonly size: number;
  readonly digits: number;
}

/** The row in which some estimates stand side by side. */
export function rowOf(unit: KpiUnit, estimates: readonly Estimate[], currency: string): Row {
  const size = Math.max(0, ...estimates.flatMap(present).map(Math.abs));
  const digits = estimates.map((estimate) => scaleOf(unit, present(estimate), currency, "level", { size, digits: 0 }).digits);
  return { size, digits: Math.max(0, ...digits) };
}

/** The scale in which `values` read well, in a row with others or alone. */
export function scaleOf(unit: KpiUnit, values: readonly number[], currency: string, reading: Reading = "level", row?: Row): NumberScale {
  const size = Math.max(0, ...values.map(Math.abs));
  const spread = values.length > 1 ? Math.max(...values) - Math.min(...values) : size;
  const base = unitScale(unit, unit === "s" ? Math.max(size, row?.size ?? 0) : size, currency, reading);
  const digits = decimals(base, size, spread);
  return { ...base, digits: reading === "level" ? Math.max(digits, row?.digits ?? 0) : digits };
}

function unitScale(unit: KpiUnit, size: number, currency: string, reading: Reading): NumberScale {
  const plain = { divide: 1, prefix: "", suffix: "", digits: 0 };
  if (unit === "share" || unit === "change") return { ...plain, divide: 0.01, suffix: reading === "level" ? "%" : `${NBSP}pp`, digits: 1 };
  if (unit === "s") return { ...plain, ...timeScale(size) };
  if (unit === "money") return { ...plain, ...largeScale(size), ...moneyPrefix(currency) };
  if (unit === "count" || unit === "events") return { ...plain, ...largeScale(size) };
  return { ...plain, digits: 2 };
}

function timeScale(size: number): { divide: number; suffix: string; digits: number } {
  if (size < 300) return { divide: 1, suffix: `${NBSP}s`, digits: size < 10 ? 1 : 0 };
  if (size < 7200) return { divide: 60, suffix: `${NBSP}min`, digits: 1 };
  if (size < 172_800) return { divide: 3600, suffix: `${NBSP}h`, digits: 1 };
  return { divide: 86_400, suffix: `${NBSP}d`, digits: 1 };
}

function largeScale(size: number): { divide: number; suffix: string; digits: number } {
  if (size >= 1e9) return { divide: 1e9, suffix: `${NBSP}bn`, digits: 2 };
  if (size >= 1e6) return { divide: 1e6, suffix: `${NBSP}M`, digits: 2 };
  if (size >= 1e5) return { divide: 1e3, suffix: `${NBSP}k`, digits: 0 };
  return { divide: 1, suffix: "", digits: size < 1000 && !isRounding(size - Math.round(size), size) ? 2 : 0 };
}

function moneyPrefix(currency: string): { prefix: string } {
  return { prefix: symbols[currency] ?? `${currency}${NBSP}` };
}

/** Enough decimals to tell the ends of the interval apart, but no more than the eye wants. */
function decimals(base: NumberScale, size: number, spread: number): number {
  if (isRounding(spread, size)) return base.digits;
  const needed = Math.ceil(-Math.log10(spread / base.divide / 2));
  const most = size / base.divide >= 100 ? 1 : 2;
  return Math.max(Math.min(base.digits, most), Math.min(needed, most));
}

/** One number in a scale, with a sign where it is a difference. */
export function inScale(value: number, scale: NumberScale, reading: Reading = "level"): string {
  const text = fixed(value / scale.divide, scale.digits);
  const sign = reading === "difference" && !text.startsWith(MINUS) && /[1-9]/.test(text) ? "+" : "";
  if (text.startsWith(MINUS)) return `${MINUS}${scale.prefix}${text.slice(1)}${scale.suffix}`;
  return `${sign}${scale.prefix}${text}${scale.suffix}`;
}

/** The numbers of an estimate that exist. */
export function present(estimate: Estimate): number[] {
  return [estimate.mean, estimate.low, estimate.high].filter((value) => value !== null);
}

/** A change has its sign even where it is a level: +2% from one year to the next. */
function signOf(unit: KpiUnit, reading: Reading): Reading {
  return unit === "change" ? "difference" : reading;
}

/** The mean of an estimate in words, or a dash. */
export function meanText(estimate: Estimate, unit: KpiUnit, currency: string, reading: Reading = "level", row?: Row): string {
  if (estimate.mean === null) return "–";
  return inScale(estimate.mean, scaleOf(unit, present(estimate), currency, reading, row), signOf(unit, reading));
}

/** The interval of an estimate in words ("1.2 to 2.4 pp"), or null when there is none. */
export function intervalText(estimate: Estimate, unit: KpiUnit, currency: string, reading: Reading = "level", row?: Row): string | null {
  if (estimate.low === null || estimate.high === null) return null;
  const scale = scaleOf(unit, present(estimate), currency, reading, row);
  const low = inScale(estimate.low, { ...scale, suffix: "" }, signOf(unit, reading));
  return `${low} to ${inScale(estimate.high, scale, signOf(unit, reading))}`;
}

/** A relative change as signed per cent: mean text, e.g. "+3.0%". */
export function relativeText(estimate: Estimate): string {
  return meanText(estimate, "share", "", "difference").replace(`${NBSP}pp`, "%");
}

/** The interval of a relative change, e.g. "+2.1 to +4.0%". */
export function relativeIntervalText(estimate: Estimate): string | null {
  return intervalText(estimate, "share", "", "difference")?.replace(`${NBSP}pp`, "%") ?? null;
}

/** "p < 0.001" or "p = 0.013". */
export function pText(p: number): string {
  return p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}

/** A duration in the words of a calendar: "2 years", "18 months", "6 days". */
export function durationText(seconds: number): string {
  const units: readonly (readonly [number, string])[] = [
    [31_536_000, "year"],
    [2_628_000, "month"],
    [604_800, "week"],
    [86_400, "day"],
    [3600, "hour"],
  ];
  for (const [length, word] of units) {
    const amount = seconds / length;
    if (amount >= 0.999) return counted(Math.round(amount * 10) / 10, word);
  }
  return counted(Math.round(seconds), "second");
}

/** "1 year", "2 years". */
export function counted(amount: number, word: string): string {
  return `${amount.toLocaleString("en-GB")} ${word}${amount === 1 ? "" : "s"}`;
}
