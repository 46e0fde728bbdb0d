/** The week as it is written: hours in which something is open, and numbers that hold from one clock time to another. */

import { z } from "zod";
import { DAY_RANGE, faultsOf, inOrder, INTERVAL, INTERVALS, onDays, type WrittenInterval } from "./clock-intervals.ts";

const DAYS_AND_HOURS = 'always, or days with hours such as { mon-fri: "09:00-18:00", sat: "10:00-14:00" }';
const A_DAY = "a day or a range of days such as sat or mon-fri";
const AN_INTERVAL = 'an interval such as "09:00-12:00" (00:00 to 24:00), or "22:00-06:00" into the next day';
const SOME_HOURS =
  'hours such as "09:00-18:00" or "09:00-12:00, 13:00-18:00" (00:00 to 24:00), or "22:00-06:00" into the next day';

/** Tells what is wrong with intervals; the keys are wrong where the intervals are written as keys. */
function checkIntervals<W extends WrittenInterval>(pathOf: (written: W) => string[], at: "key" | "value") {
  return (intervals: W[], context: z.core.$RefinementCtx<W[]>): void => {
    for (const { written, expected, found } of faultsOf(intervals)) {
      context.addIssue({ code: "custom", message: expected, path: pathOf(written), params: { at, found }, input: intervals });
    }
  };
}

/**
 * Hours of the week: `always`, or days and clock times such as `{ mon-fri: "09:00-18:00", sat: "22:00-06:00" }`. Becomes half-open
 * intervals in seconds since Monday 00:00, in order of their begins, as they are written: one into the next day is one, and Sunday's
 * ends beyond the week.
 */
export const weeklyHours = z.union(
  [
    z.literal("always").transform((): [number, number][] => [[0, 604_800]]),
    z
      .record(z.string().regex(DAY_RANGE, { error: A_DAY }), z.string({ error: SOME_HOURS }).regex(INTERVALS, { error: SOME_HOURS }))
      .transform((days) =>
        Object.entries(days).flatMap(([range, hours]) => hours.split(/, ?/).flatMap((interval) => onDays(range, interval))),
      )
      .superRefine(checkIntervals(({ range }) => [range], "value"))
      .transform((intervals) => inOrder(intervals).map(({ from, to }): [number, number] => [from, to])),
  ],
  { error: DAYS_AND_HOURS },
);

/** A number that holds in an interval of the week, [from, to) in seconds since Monday 00:00; Sunday's may end beyond the week. */
export interface WeeklyStep {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** A step with the keys that it was written under. */
export interface WrittenStep extends WrittenInterval, WeeklyStep {}

type WrittenSteps = Readonly<Record<string, Readonly<Record<string, number>>>>;

function writtenSteps(days: WrittenSteps): WrittenStep[] {
  return Object.entries(days).flatMap(([range, intervals]) =>
    Object.entries(intervals).flatMap(([interval, value]) =>
      onDays(range, interval).map((written): WrittenStep => ({ ...written, value })),
    ),
  );
}

/**
 * Numbers by days and clock times, such as `{ mon-fri: { "08:00-12:00": 4, "22:00-06:00": 6 } }`, each written as `value`. Becomes steps
 * in order of their begins that do not overlap; between them nothing is said.
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
      .transform(writtenSteps)
      .superRefine(checkIntervals(({ range, interval }) => [range, interval], "key"))
      .transform((steps) => inOrder(steps).map(({ from, to, value: number }): WeeklyStep => ({ from, to, value: number }))),
  ]);
}
