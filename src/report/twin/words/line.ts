/** A sentence of a customer's story, and how its figures are written. */

import { fixed, inScale, scaleOf } from "../../text/numbers.ts";

export const phases = ["awareness", "consideration", "decision", "service", "loyalty"] as const;
export type Phase = (typeof phases)[number];

/** One sentence: what happened, and what it did. */
export interface Line {
  /** Null in an author's journey, which has phases of its own. */
  readonly phase: Phase | null;
  /** Without subject and full stop: "looks at web for 12 min". Empty: only figures, told with the sentence that follows. */
  readonly text: string;
  /** How the customer takes it. */
  readonly tone: "good" | "bad" | "plain";
  /** Booked, cents. */
  readonly cents: number;
  /** Satisfaction before and after, where it changed. */
  readonly satisfaction: readonly [number, number] | null;
}

/** A sentence without figures. */
export function line(phase: Phase | null, text: string, tone: Line["tone"] = "plain"): Line {
  return { phase, text, tone, cents: 0, satisfaction: null };
}

/** "45 s", "12 min", "5.2 h", "3.1 days". */
export function spanText(seconds: number): string {
  if (seconds < 99.5) return `${fixed(seconds, 0)} s`;
  if (seconds < 5970) return `${fixed(seconds / 60, 0)} min`;
  if (seconds < 129_600) return `${fixed(seconds / 3600, 1)} h`;
  const days = seconds / 86_400;
  return `${fixed(days, days < 9.95 ? 1 : 0)} days`;
}

/** "€84.20"; with a sign where it is booked: "+€12.00". */
export function moneyText(cents: number, currency: string, reading: "level" | "difference" = "level"): string {
  const amount = cents / 100;
  return inScale(amount, { ...scaleOf("money", [amount], currency), divide: 1, suffix: "", digits: 2 }, reading);
}

/** Satisfaction on a scale of 0 to 100. */
export function satisfactionText(value: number): string {
  return fixed(value * 100, 1);
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
const DAY = 86_400;

/**
 * Day and time of day: "day 12, Tue 14:05". Days count from adoption (the first is day 1, the one before it day −1).
 *
 * @param time - seconds since the start, a Monday 00:00
 */
export function whenText(time: number, history: number): { readonly day: string; readonly clock: string } {
  const since = Math.floor((time - history) / DAY);
  const ofDay = ((time % DAY) + DAY) % DAY;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, "0");
  return {
    day: `day ${fixed(since < 0 ? since : since + 1, 0)}`,
    clock: `${WEEKDAYS[Math.floor(time / DAY) % 7] ?? ""} ${two(ofDay / 3600)}:${two((ofDay % 3600) / 60)}`,
  };
}

/** "placeOrder" as "place order". */
export function spaced(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}
