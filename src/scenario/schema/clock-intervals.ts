/**
 * Intervals of the clock on days of the week, as they are written: `mon-fri` and `09:00-18:00`. One whose end is not after its begin
 * runs into the next day: `22:00-06:00` on mon-fri ends on Tuesday to Saturday, and Sunday's runs into Monday.
 */

const DAY_SECONDS = 86_400;
const WEEK_SECONDS = 604_800;

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
/** A day or a range of days. */
export const DAY_RANGE = new RegExp(`^(${DAYS.join("|")})(?:-(${DAYS.join("|")}))?$`);

const CLOCK = "(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)";
/** One interval. */
export const INTERVAL = new RegExp(`^${CLOCK}-${CLOCK}$`);
/** One interval or several. */
export const INTERVALS = new RegExp(`^${CLOCK}-${CLOCK}(?:, ?${CLOCK}-${CLOCK})*$`);

/** An interval on one day, [from, to) in seconds since Monday 00:00, with the texts that it was written in. */
export interface WrittenInterval {
  /** On the day that it is written for: below a week, except for a faulty one. */
  readonly from: number;
  /** On the same day or the next: beyond the week where Sunday's runs into Monday. */
  readonly to: number;
  readonly range: string;
  readonly interval: string;
}

/** What is wrong with an interval. */
export interface IntervalFault<W extends WrittenInterval> {
  readonly written: W;
  readonly expected: string;
  readonly found: string;
}

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

/** An interval on each day of a range; an empty one, which is a fault, ends when it begins. */
export function onDays(range: string, interval: string): WrittenInterval[] {
  const [begin, end] = interval.split("-").map(clock) as [number, number];
  const length = end < begin ? end - begin + DAY_SECONDS : end - begin;
  return daysOf(range).map((day) => {
    const from = day * DAY_SECONDS + begin;
    return { from, to: from + length, range, interval };
  });
}

/** In order of time. */
export function inOrder<W extends WrittenInterval>(intervals: readonly W[]): W[] {
  return intervals.toSorted((a, b) => a.from - b.from);
}

/** Begins at 24:00 or has no length: what was expected instead. */
function wordsAlone({ from, to, interval }: WrittenInterval): string | undefined {
  if (interval.startsWith("24:00")) return "an interval that begins before 24:00, which is 00:00 of the next day";
  return from === to ? 'an interval that ends at another time than it begins (all day is "00:00-24:00")' : undefined;
}

function runsOn({ from, to }: WrittenInterval): boolean {
  return to > (Math.floor(from / DAY_SECONDS) + 1) * DAY_SECONDS;
}

function overlap<W extends WrittenInterval>(one: W, next: W): IntervalFault<W> {
  const [first, second] = [one, next].map(({ range, interval }) => `${range} ${interval}`).toSorted();
  const night = [one, next].find(runsOn);
  const why = night === undefined ? "" : ` (${night.interval} runs into the next day)`;
  return { written: next, expected: `intervals that do not overlap${why}`, found: `${first} and ${second}` };
}

/** What is wrong with the intervals of a week that recurs: those that are none, and each pair that overlaps, once. */
export function faultsOf<W extends WrittenInterval>(intervals: readonly W[]): IntervalFault<W>[] {
  const faults = new Map<string, IntervalFault<W>>();
  const tell = (fault: IntervalFault<W>): void => {
    if (!faults.has(fault.found)) faults.set(fault.found, fault);
  };
  const sound: W[] = [];
  for (const written of inOrder(intervals)) {
    const expected = wordsAlone(written);
    if (expected === undefined) sound.push(written);
    else tell({ written, expected, found: `"${written.interval}"` });
  }
  for (const [i, one] of sound.entries()) {
    const next = sound[(i + 1) % sound.length] as W;
    const begins = next.from + (i + 1 < sound.length ? 0 : WEEK_SECONDS);
    if (one.to > begins) tell(overlap(one, next));
  }
  return [...faults.values()];
}
