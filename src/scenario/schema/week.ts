/** The week as it is written: hours in which something is open, and numbers that hold from one clock time to another. */

import { z } from "zod";

const DAYS_AND_HOURS = 'always, or days with hours such as { mon-fri: "09:00-18:00", sat: "10:00-14:00" }';

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const DAY_RANGE = new RegExp(`^(${DAYS.join("|")})(?:-(${DAYS.join("|")}))?$`);
const CLOCK = "(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)";
const INTERVALS = new RegExp(`^${CLOCK}-${CLOCK}(?:, ?${CLOCK}-${CLOCK})*$`);
const INTERVAL = new RegExp(`^${CLOCK}-${CLOCK}$`);
const A_DAY = "a day or a range of days such as sat or mon-fri";
const AN_INTERVAL = 'an interval such as "09:00-12:00" (00:00 to 24:00)';
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

/** Seconds since Monday 00:00 from an interval of a day's clock. */
function onDay(day: number, interval: string): [number, number] {
  const [from = "", to = ""] = interval.split("-");
  return [day * 86_400 + clock(from), day * 86_400 + clock(to)];
}

function weekIntervals(days: Readonly<Record<string, string>>): [number, number][] {
  const found = Object.entries(days).flatMap(([range, hours]) =>
    daysOf(range).flatMap((day) =>
      hours.split(/, ?/).map((interval): [number, number] => onDay(day, interval)),
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
  .refine(sound, {
    error: 'hours that begin before they end, lie within a day (to 24:00; a night is "00:00-06:00, 22:00-24:00") and do not overlap',
  });

/** A number that holds in an interval of the week, [from, to) in seconds since Monday 00:00. */
export interface WeeklyStep {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** A step with the keys that it was written under. */
interface WrittenStep extends WeeklyStep {
  readonly range: string;
  readonly interval: string;
}

type WrittenSteps = Readonly<Record<string, Readonly<Record<string, number>>>>;

function writtenSteps(days: WrittenSteps): WrittenStep[] {
  const found = Object.entries(days).flatMap(([range, intervals]) =>
    Object.entries(intervals).flatMap(([interval, value]) =>
      daysOf(range).map((day): WrittenStep => {
        const [from, to] = onDay(day, interval);
        return { from, to, value, range, interval };
      }),
    ),
  );
  return found.toSorted((a, b) => a.from - b.from);
}

/** Tells of intervals that end before they begin, and of each pair that overlaps, once. */
function checkSteps(days: WrittenSteps, context: z.core.$RefinementCtx<WrittenSteps>): void {
  const told = new Set<string>();
  const tell = ({ range, interval }: WrittenStep, message: string, found: string): void => {
    if (told.has(found)) return;
    told.add(found);
    context.addIssue({ code: "custom", message, path: [range, interval], params: { at: "key", found }, input: days });
  };
  const steps = writtenSteps(days);
  for (const [i, step] of steps.entries()) {
    if (step.from >= step.to) tell(step, 'an interval that begins before it ends (a night is two: "00:00-06:00" and "22:00-24:00")', `"${step.interval}"`);
    const next = steps[i + 1];
    if (next === undefined || step.to <= next.from || next.from >= next.to) continue;
    const [first, second] = [`${step.range} ${step.interval}`, `${next.range} ${next.interval}`].toSorted();
    tell(next, "intervals that do not overlap", `${first} and ${second}`);
  }
}

/**
 * Numbers by days and clock times, such as `{ mon-fri: { "08:00-12:00": 4, "12:00-18:00": 6 } }`, each written as `value`. Becomes steps
 * in order of time that do not overlap; between them nothing is said.
 */
export function weeklySteps(value: z.ZodType<number>, example: string) {
  const expected = `days with intervals such as { mon-fri: { "08:00-12:00": ${example} } }`;
  // A union of one: for the assumptions and the resolved file it is one value, as hours are.
  return z.union([
    z
      .record(
        z.string().regex(DAY_RANGE, { error: A_DAY }),
        z.record(z.string().regex(INTERVAL, { error: AN_INTERVAL }), value, { error: expected }),
        { error: expected },
      )
      .superRefine(checkSteps)
      .transform((days): WeeklyStep[] => writtenSteps(days).map(({ from, to, value: number }) => ({ from, to, value: number }))),
  ]);
}
