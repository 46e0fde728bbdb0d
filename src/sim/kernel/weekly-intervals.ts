// Opening intervals of one week: checked, sorted, and merged where they touch or overlap.

/** Seconds in a week. */
export const WEEK_SECONDS = 604800;

/** Half-open interval [opens, closes), in whole seconds since Monday 00:00; what lies beyond the week is the beginning of the next. */
export type WeeklyInterval = readonly [opens: number, closes: number];

/**
 * Brings intervals into their normal form: within the week, ascending, with a gap between any two.
 *
 * @throws RangeError if an interval is empty, begins outside the week, is longer than a week or is not in whole seconds (which keeps the
 *   arithmetic exact)
 */
export function mergeIntervals(intervals: readonly WeeklyInterval[]): WeeklyInterval[] {
  const merged: WeeklyInterval[] = [];
  for (const [opens, closes] of intervals.flatMap(withinWeek).sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last !== undefined && opens <= last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], closes)];
    } else {
      merged.push([opens, closes]);
    }
  }
  return merged;
}

/** An interval over the week's end is two: the week recurs. */
function withinWeek(interval: WeeklyInterval): WeeklyInterval[] {
  check(interval);
  const [opens, closes] = interval;
  if (closes <= WEEK_SECONDS) return [interval];
  return [
    [0, closes - WEEK_SECONDS],
    [opens, WEEK_SECONDS],
  ];
}

function check([opens, closes]: WeeklyInterval): void {
  if (!Number.isInteger(opens) || !Number.isInteger(closes)) {
    throw new RangeError(`opening hours are whole seconds, not ${opens} to ${closes}`);
  }
  if (opens < 0 || opens >= WEEK_SECONDS) {
    throw new RangeError(`opening hours begin between 0 and ${WEEK_SECONDS} seconds of the week, not at ${opens}`);
  }
  if (opens >= closes) {
    throw new RangeError(`an opening interval ends after it begins, not ${opens} to ${closes}`);
  }
  if (closes - opens > WEEK_SECONDS) {
    throw new RangeError(`an opening interval is at most a week long, not ${opens} to ${closes}`);
  }
}
