// Opening intervals of one week: checked, sorted, and merged where they touch or overlap.

/** Seconds in a week. */
export const WEEK_SECONDS = 604800;

/** Half-open interval [opens, closes), in whole seconds since Monday 00:00. */
export type WeeklyInterval = readonly [opens: number, closes: number];

/**
 * Brings intervals into their normal form: ascending, with a gap between any two.
 *
 * @throws RangeError if an interval is empty, leaves the week or is not in whole seconds (which keeps the arithmetic exact)
 */
export function mergeIntervals(intervals: readonly WeeklyInterval[]): WeeklyInterval[] {
  const merged: WeeklyInterval[] = [];
  for (const [opens, closes] of intervals.map(checked).sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last !== undefined && opens <= last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], closes)];
    } else {
      merged.push([opens, closes]);
    }
  }
  return merged;
}

function checked(interval: WeeklyInterval): WeeklyInterval {
  const [opens, closes] = interval;
  if (!Number.isInteger(opens) || !Number.isInteger(closes)) {
    throw new RangeError(`opening hours are whole seconds, not ${opens} to ${closes}`);
  }
  if (opens < 0 || closes > WEEK_SECONDS) {
    throw new RangeError(`opening hours lie between 0 and ${WEEK_SECONDS} seconds of the week, not ${opens} to ${closes}`);
  }
  if (opens >= closes) {
    throw new RangeError(`an opening interval ends after it begins, not ${opens} to ${closes}`);
  }
  return interval;
}
