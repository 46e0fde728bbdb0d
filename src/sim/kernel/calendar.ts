// Weekly opening hours, and arithmetic in opening time ("answered within 6 working hours").

import { WEEK_SECONDS, mergeIntervals } from "./weekly-intervals.ts";
import type { WeeklyInterval } from "./weekly-intervals.ts";

const HOUR = 3600;
const HOURS = WEEK_SECONDS / HOUR;

/**
 * Opening hours that recur every week.
 *
 * Times are seconds since a Monday 00:00; negative ones lie before it. An interval is half-open: open at its first second,
 * closed at its end. Every method that takes a time throws a RangeError unless the time is a finite number.
 */
export class WeeklyHours {
  /** Beginnings and ends of the intervals, seconds of the week, ascending. */
  readonly #opens: Float64Array;
  readonly #closes: Float64Array;
  /** Opening seconds of the week before interval i; the last entry is the whole week's. */
  readonly #before: Float64Array;
  /** For each hour of the week: the first interval that ends after it begins. */
  readonly #hints: Uint8Array;

  private constructor(intervals: readonly WeeklyInterval[]) {
    this.#opens = Float64Array.from(intervals, (interval) => interval[0]);
    this.#closes = Float64Array.from(intervals, (interval) => interval[1]);
    this.#before = new Float64Array(intervals.length + 1);
    for (const [i, [opens, closes]] of intervals.entries()) {
      this.#before[i + 1] = (this.#before[i] as number) + (closes - opens);
    }
    // More intervals than a byte counts: the search begins where the byte says.
    this.#hints = Uint8Array.from({ length: HOURS }, (_, hour) =>
      Math.min(255, intervals.filter(([, closes]) => closes <= hour * HOUR).length),
    );
  }

  /** Hours that never close. */
  static always(): WeeklyHours {
    return new WeeklyHours([[0, WEEK_SECONDS]]);
  }

  /**
   * Hours from intervals in any order; those that touch or overlap become one. One that ends beyond the week goes on as the week begins.
   * None: never open.
   *
   * @param intervals - whole seconds, each [opens, closes) from a second of the week, and at most a week long
   * @throws RangeError if an interval is empty, begins outside the week, is longer than a week or is not in whole seconds
   */
  static fromIntervals(intervals: readonly WeeklyInterval[]): WeeklyHours {
    return new WeeklyHours(mergeIntervals(intervals));
  }

  /** Opening seconds in a week. */
  get openSecondsPerWeek(): number {
    return this.#before[this.#opens.length] as number;
  }

  /** Whether it never closes. */
  get isAlwaysOpen(): boolean {
    return this.openSecondsPerWeek === WEEK_SECONDS;
  }

  /** Whether it is open at time t. */
  isOpen(t: number): boolean {
    return this.isOpenAtSecond(t - weekStart(t));
  }

  /** Whether it is open at a second of the week, see {@link secondOfWeek}. */
  isOpenAtSecond(second: number): boolean {
    const i = this.#endingAfter(second);
    return i < this.#opens.length && (this.#opens[i] as number) <= second;
  }

  /** The earliest opening time at or after t: t itself if open, Infinity if never open. */
  nextOpen(t: number): number {
    const start = weekStart(t);
    const i = this.#endingAfter(t - start);
    if (this.#opens.length === 0) {
      return Infinity;
    }
    if (i === this.#opens.length) {
      return start + WEEK_SECONDS + (this.#opens[0] as number);
    }
    return Math.max(t, start + (this.#opens[i] as number));
  }

  /** The earliest time after t at which open turns to closed or closed to open; Infinity if it never does. */
  nextChange(t: number): number {
    const perWeek = this.openSecondsPerWeek;
    const start = weekStart(t);
    if (perWeek === 0 || perWeek === WEEK_SECONDS) {
      return Infinity;
    }
    if (!this.isOpen(t)) {
      return this.nextOpen(t);
    }
    const closes = start + (this.#closes[this.#endingAfter(t - start)] as number);
    const overWeekEnd = closes === start + WEEK_SECONDS && this.#opens[0] === 0;
    return overWeekEnd ? closes + (this.#closes[0] as number) : closes;
  }

  /**
   * How many seconds it is open between two times.
   *
   * @throws RangeError if the second time is the earlier one
   */
  openSecondsBetween(from: number, to: number): number {
    if (to < from) {
      throw new RangeError(`opening time is counted forwards, not from ${from} to ${to}`);
    }
    const startFrom = weekStart(from);
    const startTo = weekStart(to);
    const weeks = (startTo - startFrom) / WEEK_SECONDS;
    return weeks * this.openSecondsPerWeek + (this.#openBefore(to - startTo) - this.#openBefore(from - startFrom));
  }

  /**
   * The earliest time at which it has been open for so many seconds since t: t itself for none, Infinity if never open.
   *
   * @param seconds - opening seconds to pass, ≥ 0
   * @throws RangeError if `seconds` is negative or not finite
   */
  addOpenSeconds(t: number, seconds: number): number {
    if (!(seconds >= 0 && seconds < Infinity)) {
      throw new RangeError(`opening time to add is a finite number of seconds ≥ 0, not ${seconds}`);
    }
    let start = weekStart(t);
    let i = this.#endingAfter(t - start);
    if (seconds === 0 || this.#opens.length === 0) {
      return seconds === 0 ? t : Infinity;
    }
    if (i === this.#opens.length) {
      i = 0;
      start += WEEK_SECONDS;
    }
    const opens = this.#opens[i] as number;
    const begin = Math.max(t, start + opens);
    if (begin + seconds <= start + (this.#closes[i] as number)) {
      return begin + seconds;
    }
    return this.#afterOpenSeconds(start, (this.#before[i] as number) + Math.max(0, begin - start - opens) + seconds);
  }

  /** The earliest time at which it has been open for `seconds` > 0 since the start of a week. */
  #afterOpenSeconds(start: number, seconds: number): number {
    const perWeek = this.openSecondsPerWeek;
    let weeks = Math.ceil(seconds / perWeek) - 1;
    let rest = seconds - weeks * perWeek;
    if (rest > perWeek) {
      // The quotient was rounded down to a whole number.
      weeks++;
      rest -= perWeek;
    }
    let i = 0;
    while (i + 1 < this.#opens.length && (this.#before[i + 1] as number) < rest) {
      i++;
    }
    return start + weeks * WEEK_SECONDS + ((this.#opens[i] as number) + (rest - (this.#before[i] as number)));
  }

  /** Opening seconds from Monday 00:00 to a second of the week. */
  #openBefore(second: number): number {
    const i = this.#endingAfter(second);
    const before = this.#before[i] as number;
    return i < this.#opens.length ? before + Math.max(0, second - (this.#opens[i] as number)) : before;
  }

  /**
   * Index of the first interval that ends after a second of the week; the number of intervals if none does. A week has few:
   * no search tree.
   */
  #endingAfter(second: number): number {
    const closes = this.#closes;
    let i = this.#hints[Math.floor(second / HOUR)] as number;
    while (i < closes.length && (closes[i] as number) <= second) {
      i++;
    }
    return i;
  }
}

/**
 * Second of the week of a time, from 0 to below 604800.
 *
 * @throws RangeError unless the time is a finite number
 */
export function secondOfWeek(t: number): number {
  return t - weekStart(t);
}

/** The Monday 00:00 at or before t. The quotient may round up to the next week; the difference t − start is exact. */
function weekStart(t: number): number {
  if (!Number.isFinite(t)) {
    throw new RangeError(`a time is a finite number of seconds, not ${t}`);
  }
  const start = Math.floor(t / WEEK_SECONDS) * WEEK_SECONDS;
  return start > t ? start - WEEK_SECONDS : start;
}
